"""Whatever a diary can hold, for hypothesis: any text a person can type, any answer within its scale."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from adtracker.domain.records.body import AgeColumn, Grade
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod, Origin
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.records.extent import from_grades
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import LARGEST_COUNT, AnswerKind, Better, Question
from adtracker.domain.records.recall import Recall
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import (
    TIMES_A_DAY,
    Daily,
    Every,
    Schedule,
    Stopped,
    Unit,
    WhenNeeded,
    doses_a_day,
)
from adtracker.domain.treatments.treatment import MOST_LEFT, MOST_ORDER_DAYS, Kind, Plan, Treatment
from adtracker.resources import body, scales

TODAY = date(2026, 8, 2)
REGIONS: Sequence[str] = ("face", "left_inner_elbow", "neck_front", "right_inner_elbow")

# Not what no file can hold: a zero byte, half of a character.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
# What tables, spreadsheets, markup and terminals might take for something else.
NOTES = TEXTS | st.sampled_from(
    ["", "=1+1", "+1", "-1", "@SUM(A1)", "\tx", 'he said "no"', "a,b;c", "two\nlines", "cr\rlf\r\n", " ", "'", "\ufeff"]
)
SCORES = st.none() | st.floats(0, 10)
PERCENTS = st.floats(0, 100)
DAYS = st.dates(date(1900, 1, 1), TODAY)
MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001

by_regions = st.builds(
    lambda grades, column: from_grades(body(), grades, column),
    st.dictionaries(st.sampled_from(REGIONS), st.sampled_from([Grade.LITTLE, Grade.HALF, Grade.MOST])),
    st.sampled_from(AgeColumn),
)
by_palms = st.builds(lambda palms: Extent(palms, ExtentMethod.PALMS, palms=palms), PERCENTS)
by_percent = st.builds(Extent, PERCENTS, st.just(ExtentMethod.PERCENT))
extents = by_regions | by_palms | by_percent


def _recorded(entry: DayEntry) -> st.SearchStrategy[DayEntry]:
    """The same entry, with or without when it was written down."""
    return st.builds(
        lambda moment, later: replace(
            entry,
            recorded_at=moment,
            recorded_on=None if moment is None else entry.day + timedelta(days=later),
        ),
        st.none() | MOMENTS,
        st.integers(0, 30),
    )


KEYS = TEXTS.filter(lambda text: bool(text.strip()))


def surroundings() -> dict[str, st.SearchStrategy[Any]]:
    """What a day holds beside its three numbers and the note, for `st.builds`."""
    chosen = st.sets(st.sampled_from(Sign)).map(lambda found: tuple(sign for sign in Sign if sign in found))
    answers = st.dictionaries(KEYS, st.integers(0, LARGEST_COUNT).map(float), max_size=3)
    return {
        "woken": st.none() | st.booleans(),
        "signs": st.none() | chosen,
        "bad_day": st.sampled_from([None, True]),
        "origin": st.sampled_from(Origin),
        "context": st.none() | st.sets(KEYS, max_size=3).map(lambda found: tuple(sorted(found))),
        "answers": answers.map(lambda found: tuple(sorted(found.items()))),
    }


def asked(entries: Iterable[DayEntry]) -> list[Question]:
    """The own questions that days answer, as counts: a diary has them before it takes the days."""
    keys = {key for entry in entries for key, _ in entry.answers}
    return [Question(key, "How many?", AnswerKind.COUNT, hidden=True) for key in sorted(keys)]


entries = (
    st.builds(DayEntry, DAYS, SCORES, SCORES, st.none() | extents, NOTES, **surroundings())
    .filter(lambda entry: not entry.is_empty)
    .flatmap(_recorded)
)
diary_days = st.lists(entries, unique_by=lambda entry: entry.day, max_size=12).map(
    lambda found: sorted(found, key=lambda entry: entry.day)
)
WEEKDAYS = st.none() | st.integers(1, 7)
profiles = st.builds(Profile, TEXTS, st.none() | st.integers(1900, TODAY.year), NOTES, weekly_on=WEEKDAYS)
courses = st.lists(
    st.builds(Course, st.dates(date(1900, 1, 1), date(2999, 12, 31)), TEXTS, st.integers(1, 520)), max_size=3
).map(lambda found: sorted(found, key=lambda course: course.start))

TREATMENT_DAYS = st.dates(date(2024, 1, 1), TODAY)
MONTHS = TREATMENT_DAYS.map(lambda day: day.replace(day=1))
INTERVALS = st.builds(Every, st.integers(1, 104), st.sampled_from(Unit), st.dates(date(1900, 1, 1), date(2999, 12, 31)))
SCHEDULES: st.SearchStrategy[Schedule] = st.one_of(
    INTERVALS,
    st.builds(Every, st.integers(1, 40), st.sampled_from(Unit), TREATMENT_DAYS),
    st.builds(Daily, st.integers(1, TIMES_A_DAY)),
    st.just(WhenNeeded()),
)
SITES = ("abdomen_left", "abdomen_right", "thigh_left", "upper_arm_right")


@st.composite
def plans(draw: st.DrawFn) -> tuple[Plan, ...]:
    """Any history: changes of dose, stops and new starts, each after the one before."""
    found: list[Plan] = []
    for first in sorted(draw(st.sets(TREATMENT_DAYS | MONTHS, min_size=1, max_size=5))):
        schedule = draw(SCHEDULES | st.just(Stopped())) if found and not found[-1].is_stop else draw(SCHEDULES)
        loading = draw(TEXTS) if doses_a_day(schedule) else ""
        plan = Plan(first, schedule, draw(TEXTS), loading, draw(NOTES))
        begins = {Known.DAY: True, Known.MONTH: first.day == 1, Known.YEAR: (first.month, first.day) == (1, 1)}
        known = draw(st.sampled_from([one for one, may_be in begins.items() if may_be]))
        found.append(replace(plan, known=known))
    return tuple(found)


NAMES = TEXTS.filter(lambda name: bool(name.strip()))


def _counted(treatment: Treatment, count: tuple[date, int] | None, ahead: int | None) -> Treatment:
    """The same treatment with what is left of it, where that was counted."""
    day, left = count or (None, None)
    return replace(treatment, counted_on=day, doses_left=left, order_days=ahead)


treatments = st.builds(
    _counted,
    st.builds(Treatment, NAMES, st.sampled_from(Kind), plans(), st.sampled_from(["", "potent"]) | TEXTS),
    st.none() | st.tuples(DAYS, st.integers(0, MOST_LEFT)),
    st.none() | st.integers(0, MOST_ORDER_DAYS),
)


def day_doses(treatment: int, day: st.SearchStrategy[date] = TREATMENT_DAYS) -> st.SearchStrategy[DayDoses]:
    """What may be recorded of a treatment on one day, nothing at all left out."""
    return st.builds(
        DayDoses,
        st.just(treatment),
        day,
        taken=st.integers(0, 24),
        skipped=st.integers(0, 24),
        reason=NOTES,
        amount=TEXTS,
        sites=st.sets(st.sampled_from(SITES)).map(lambda found: tuple(sorted(found))),
        recorded_at=st.none() | MOMENTS,
        recorded_on=st.none() | TREATMENT_DAYS,
    ).filter(lambda doses: not doses.is_empty)


triggers = st.builds(Trigger, KEYS, NAMES, st.booleans())
questions = st.builds(
    Question, KEYS, NAMES, st.sampled_from(AnswerKind), st.sampled_from(Better), TEXTS.map(lambda text: text[:20])
)
recalls = st.builds(Recall, DAYS, SCORES, SCORES, SCORES, st.none() | PERCENTS).filter(lambda one: not one.is_empty)
visits = st.builds(Visit, st.dates(date(1900, 1, 1), date(2999, 12, 31)), TEXTS, NOTES, NOTES)


@st.composite
def clinic_scores(draw: st.DrawFn) -> ClinicScore:
    """On any of the scales."""
    scale = draw(st.sampled_from(list(scales().values())))
    steps = 10**scale.decimals
    value = draw(st.integers(int(scale.minimum * steps), int(scale.maximum * steps))) / steps
    return ClinicScore(draw(DAYS), scale.key, value, draw(TEXTS), draw(NOTES))


@st.composite
def side_effects(draw: st.DrawFn) -> SideEffect:
    """One that is over, or one that goes on."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    how_bad = draw(st.none() | st.sampled_from(Severity))
    return SideEffect(draw(NAMES), first, draw(st.sampled_from([None, last])), how_bad, draw(NOTES))


@st.composite
def breaks(draw: st.DrawFn) -> DiaryBreak:
    """Of one day or of years."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return DiaryBreak(first, last, draw(st.sampled_from(BreakReason)), draw(TEXTS))
