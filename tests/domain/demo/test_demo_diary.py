"""The demonstration diary: always the same, valid like any other, and moving like published diaries do."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import correlation, mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker import resources
from adtracker.domain.common.measure import MEASURES
from adtracker.domain.demo.diary import DemoDiary, demo_diary
from adtracker.domain.demo.life import OWN_QUESTION, OWN_TRIGGER
from adtracker.domain.edits.kinds import Record, kind_of
from adtracker.domain.records.body import Body
from adtracker.domain.records.day import DayEntry, check_entry
from adtracker.domain.records.sign import Sign
from adtracker.domain.statistics.summary import summarise
from adtracker.domain.treatments.treatment import Kind

TODAY = date(2026, 11, 29)
BODY = resources.body()


@pytest.fixture(scope="module")
def body() -> Body:
    return BODY


@pytest.fixture(scope="module")
def twenty_years() -> DemoDiary:
    return demo_diary(TODAY, BODY, years=20)


def test_it_is_the_120th_day_of_the_course(body: Body) -> None:
    demo = demo_diary(TODAY, body)
    assert demo.course.start == date(2026, 8, 2)
    assert demo.course.day_number(TODAY) == 120
    last = demo.entries[-1]
    assert last.day == TODAY
    assert None not in (last.itch, last.sleep_quality, last.extent)


def test_it_is_the_same_every_time_and_another_with_another_seed(body: Body) -> None:
    assert demo_diary(TODAY, body) == demo_diary(TODAY, body)
    assert demo_diary(TODAY, body) != demo_diary(TODAY, body, seed=2)


def test_every_screen_has_something_to_show(body: Body) -> None:
    demo = demo_diary(TODAY, body)
    summary = summarise(demo.entries, demo.course, TODAY)
    kept = summary.completeness
    assert not summary.baseline.began_late
    assert 6.5 <= (summary.baseline.means.of["itch"].mean or 0) <= 7.5
    assert all(week.of[measure.key].mean is not None for week in summary.weeks[:17] for measure in MEASURES)
    assert (kept.elapsed, kept.longest_gap) == (120, 2)
    assert 105 <= kept.kept <= 115
    assert 3 <= kept.filled_in_later <= 8
    assert len([entry for entry in demo.entries if entry.note]) >= 10
    assert len(demo.profile.questions.splitlines()) == 2


def test_what_surrounds_the_days_is_a_life_with_treatment(body: Body) -> None:
    demo = demo_diary(TODAY, body)
    injection, *_ = demo.life.treatments
    assert (injection.kind, injection.plans[0].loading_dose) == (Kind.INJECTION, "500 mg")
    creams = [treatment for treatment in demo.life.treatments if treatment.kind is Kind.CREAM]
    assert [cream.last_day is None for cream in creams] == [True, False], "two creams, one of them stopped"
    given = [dose.day for dose in demo.life.doses if dose.treatment == injection.key]
    assert [demo.course.day_number(day) for day in given] == [1, 29, 57, 85, 113]
    cream = [dose for dose in demo.life.doses if dose.treatment == creams[0].key]
    assert sum(dose.taken for dose in cream) > 9 * sum(dose.skipped for dose in cream) // 2 > 0
    assert [visit.day > TODAY for visit in demo.life.visits] == [False, False, True]
    assert {photo.region for photo in demo.life.photos} == {"left_inner_elbow"}


def test_signs_become_fewer_and_every_day_says_so(body: Body) -> None:
    demo = demo_diary(TODAY, body)
    assert all(None not in (entry.signs, entry.woken, entry.context) for entry in demo.entries)
    assert any(OWN_TRIGGER.key in (entry.context or ()) for entry in demo.entries)
    assert all(entry.answer(OWN_QUESTION.key) is not None for entry in demo.entries)
    month = len(demo.entries) // 4
    early, late = demo.entries[:month], demo.entries[-month:]
    for sign in (Sign.FLAKING, Sign.CRACKED):
        assert sum(sign in (entry.signs or ()) for entry in late) < sum(sign in (entry.signs or ()) for entry in early)
    assert sum(bool(entry.woken) for entry in late) < sum(bool(entry.woken) for entry in early)


@settings(max_examples=20)
@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_on_any_day_it_is_a_diary_that_could_be_kept(today: date) -> None:
    demo = demo_diary(today, BODY)
    life = demo.life
    kept: list[Record] = [demo.course, demo.profile, *life.treatments, *life.doses, *life.visits, *life.side_effects]
    assert [problem for entry in demo.entries for problem in check_entry(entry)] == []
    assert [problem for record in kept for problem in kind_of(record).check(record)] == []
    assert all(entry.recorded_on is not None and entry.day <= entry.recorded_on <= today for entry in demo.entries)
    assert [entry.day for entry in demo.entries] == sorted({entry.day for entry in demo.entries})


def test_about_one_day_in_ten_is_missing_in_short_runs(twenty_years: DemoDiary) -> None:
    days = [entry.day for entry in twenty_years.entries]
    span = (days[-1] - days[0]).days + 1
    gaps = [gap for early, late in pairwise(days) if (gap := (late - early).days - 1)]
    assert 0.08 <= 1 - len(days) / span <= 0.12
    assert 1.6 <= mean(gaps) <= 2.0


def _pairs(entries: Sequence[DayEntry]) -> list[tuple[float, float]]:
    """Itch on a day and on the day after, where both were recorded."""
    itch = {entry.day: entry.itch for entry in entries}
    following = ((score, itch.get(day + timedelta(days=1))) for day, score in itch.items())
    return [(today, after) for today, after in following if today is not None and after is not None]


def test_itch_today_goes_with_itch_yesterday_and_with_bad_sleep(twenty_years: DemoDiary) -> None:
    before = [entry for entry in twenty_years.entries if entry.day < twenty_years.course.start]
    assert 0.5 <= correlation(*zip(*_pairs(before), strict=True)) <= 0.8
    nights = [(entry.itch, entry.sleep_quality) for entry in before]
    both = [(itch, sleep) for itch, sleep in nights if itch is not None and sleep is not None]
    assert -0.8 <= correlation(*zip(*both, strict=True)) <= -0.3


def test_a_long_diary_reaches_back_as_far_as_asked(twenty_years: DemoDiary) -> None:
    assert twenty_years.entries[0].day <= TODAY - timedelta(days=20 * 365)
    assert twenty_years.course.day_number(TODAY) == 120
