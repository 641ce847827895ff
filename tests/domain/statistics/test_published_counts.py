"""Counts beside published definitions: by hand, and against a second, plain way of counting."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.score_reading import Reading, readings
from adtracker.domain.statistics.published_counts import (
    CalmWeeks,
    ControlledWeeks,
    CreamDays,
    ItchWeek,
    PublishedCounts,
    itch_week,
    published_counts,
    weeks_over,
)
from adtracker.resources import scales

START = date(2026, 8, 3)
COURSE = Course(START, weeks=6)
LAST = START + timedelta(days=41)
TODAY = LAST + timedelta(days=1)
WEEKS = weeks_over(COURSE, None, TODAY)


def _itch(*weeks: Sequence[float | None]) -> dict[date, float]:
    values = enumerate(value for week in weeks for value in week)
    return {START + timedelta(days=number): value for number, value in values if value is not None}


def _creams(*weeks: str) -> dict[date, bool]:
    """A letter for each day: x used, - not used, anything else not known."""
    letters = enumerate("".join(weeks))
    return {START + timedelta(days=number): letter == "x" for number, letter in letters if letter in "x-"}


def _count(itch: Mapping[date, float], cream: Mapping[date, bool] | None = None, minimum: int = 4) -> PublishedCounts:
    scores = readings(
        [ClinicScore(START + timedelta(days=22), "easi", 1.2), ClinicScore(START, "iga", 3)], [], [], scales()
    )
    return published_counts(itch, cream or {}, WEEKS, LAST, minimum, scores)


# ---- which weeks


def test_only_weeks_of_a_course_that_are_over_count() -> None:
    assert tuple(COURSE.week(number) for number in range(1, 7)) == WEEKS
    assert weeks_over(COURSE, None, LAST) == WEEKS[:5]  # the last day of the sixth is not over
    assert weeks_over(COURSE, None, START) == ()
    assert weeks_over(COURSE, None, TODAY + timedelta(days=300)) == WEEKS


def test_without_a_course_weeks_are_counted_back_from_yesterday() -> None:
    span = Period(START + timedelta(days=26), LAST)
    assert weeks_over(None, span, TODAY) == (
        Period(START + timedelta(days=28), START + timedelta(days=34)),
        Period(START + timedelta(days=35), LAST),
    )
    assert weeks_over(None, None, TODAY) == ()
    assert weeks_over(None, Period(TODAY, TODAY), TODAY) == ()


# ---- the last seven days


def test_worst_and_average_of_the_last_seven_days() -> None:
    itch = _itch([None] * 35, [2, 3, None, 8, 1, 2, 3])
    assert itch_week(itch, LAST, 4) == ItchWeek(WEEKS[5], 8, 3.2, 6)  # 19 / 6
    assert itch_week(itch, LAST, 7) == ItchWeek(WEEKS[5], None, None, 6)
    assert itch_week({}, LAST, 4) == ItchWeek(WEEKS[5], None, None, 0)


# ---- calm weeks


def test_calm_weeks_by_hand() -> None:
    found = _count(
        _itch(
            [1, 1, 1, 1, 1, 1, 1],  # both
            [0, 0, 0, 7, 0, 0, 0],  # on average: 1.0
            [5, 5, 5, 5, 5, 5, 5],
            [1, 0, 1, 0, 1, 0, 1],  # both
            [1, 1, None, 1, 1, 1, 1],  # on average; not all days are there
            [1, 1, None, None, None, None, None],  # cannot be said
        )
    )
    assert (found.average.counted, found.average.calm) == (5, 4)
    assert (found.every_day.counted, found.every_day.calm) == (4, 2)
    assert found.average.longest is not None
    assert found.average.longest.period == Period(WEEKS[3].first, WEEKS[4].last)  # of two runs of two the latest
    assert found.average.longest.weeks == 2
    assert [one.name for one in found.average.longest.scores] == ["EASI"]  # of that time, not the IGA of week 1
    assert found.every_day.longest is not None
    assert (found.every_day.longest.period, found.every_day.longest.weeks) == (WEEKS[3], 1)


@pytest.mark.parametrize(("last", "calm"), [(1.3, 1), (1.4, 0)])
def test_the_average_counts_as_it_is_shown(last: float, calm: int) -> None:
    found = _count(_itch([1, 1, 1, 1, 1, 1, last]))  # 1.043 is shown as 1.0, 1.057 as 1.1
    assert (found.average.calm, found.every_day.calm) == (calm, 0)


def test_a_week_that_cannot_be_judged_ends_a_run() -> None:
    calm, unknown = [0] * 7, [None] * 7
    found = _count(_itch(calm, calm, unknown, calm, calm, calm))
    assert found.every_day == found.average
    assert (found.average.counted, found.average.calm) == (5, 5)
    assert found.average.longest is not None
    assert found.average.longest.weeks == 3


def test_an_empty_diary_and_one_without_calm_weeks_have_no_run() -> None:
    assert _count({}).average == CalmWeeks(0, 0, None)
    assert _count(_itch([9] * 42)).every_day == CalmWeeks(6, 0, None)


# ---- creams and controlled weeks


def test_controlled_weeks_by_hand() -> None:
    found = _count(
        _itch(
            [4, 4, 4, 4, 4, 4, 4],  # 4 is not above 4, and no cream: totally
            [5, 9, 4, 4, 4, 4, 4],  # two days above: well
            [5, 5, 5, 4, 4, 4, 4],  # three: not
            [0, 0, 0, 0, 0, 0, 0],  # three days with cream: not
            [0, 0, 0, 0, 0, 0, None],  # itch of one day is missing
            [0, 0, 0, 0, 0, 0, 0],  # creams of one day are not known
        ),
        _creams("-------", "xx-----", "-------", "xxx----", "-------", "------?"),
    )
    assert found.controlled == ControlledWeeks(counted=4, totally=1, well=2)
    assert found.cream == CreamDays(used=5, known=41)


def test_without_a_cream_nothing_is_said_of_creams() -> None:
    found = _count(_itch([0] * 42))
    assert found.cream is None
    assert found.controlled is None


# ---- against plain counting


def _plain_run(marks: Sequence[bool | None]) -> int:
    """The longest run, found by trying every one."""
    size = len(marks)
    runs = [end - begin for begin in range(size) for end in range(begin + 1, size + 1) if all(marks[begin:end])]
    return max(runs, default=0)


def _plain(itch: Mapping[date, float], cream: Mapping[date, bool], minimum: int) -> list[object]:
    """Everything again, with day numbers and fractions, in no hurry."""
    average: list[bool | None] = []
    every: list[bool | None] = []
    counted = totally = well = 0
    for number in range(6):
        days = [START + timedelta(days=7 * number + index) for index in range(7)]
        have = [Fraction(str(itch[day])) for day in days if itch.get(day) is not None]
        shown = Fraction(int(sum(have) / len(have) * 10 + Fraction(1, 2)), 10) if len(have) >= minimum else None
        average.append(None if shown is None else shown <= 1)
        every.append(None if len(have) < 7 else max(have) <= 1)
        if len(have) == 7 and all(day in cream for day in days):
            counted += 1
            bad = len([value for value in have if value > 4])
            used = len([day for day in days if cream[day]])
            totally += bad + used == 0
            well += max(bad, used) <= 2
    found: list[object] = [len([1 for one in average if one is not None]), average.count(True), _plain_run(average)]
    found += [len([1 for one in every if one is not None]), every.count(True), _plain_run(every)]
    return found + ([counted, totally, well, list(cream.values()).count(True), len(cream)] if cream else [None])


DAYS = [START + timedelta(days=number) for number in range(42)]
ITCH = st.fixed_dictionaries(
    {}, optional={day: st.sampled_from([0, 0, 0, 1, 1, 1, 1, 1.5, 2, 4, 5, 9]) for day in DAYS}
)
CREAMS = st.fixed_dictionaries({}, optional={day: st.sampled_from([False, False, False, True]) for day in DAYS})


@given(ITCH, CREAMS, st.integers(1, 7))
def test_counts_agree_with_plain_counting(itch: dict[date, float], cream: dict[date, bool], minimum: int) -> None:
    found = _count(itch, cream, minimum)
    counts: list[object] = []
    for one in (found.average, found.every_day):
        counts += [one.counted, one.calm, one.longest.weeks if one.longest else 0]
    weeks, used = found.controlled, found.cream
    if weeks is None or used is None:
        counts.append(None)
    else:
        counts += [weeks.counted, weeks.totally, weeks.well, used.used, used.known]
    assert counts == _plain(itch, cream, minimum)


def test_scores_without_a_number_are_not_named() -> None:
    scores = [Reading(START, "A form", None, 0, None, (), ClinicScore(START, "easi", 0))]
    found = published_counts(_itch([0] * 7), {}, WEEKS, LAST, 4, scores)
    assert found.average.longest is not None
    assert found.average.longest.scores == ()
