"""What counts for a report: the recorded days of its period, the weeks cut to it, the right baseline."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.measure import ITCH
from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.summary import Mean, summarise
from adtracker.report.stretches import weeks_over
from tests.report.samples import COURSE, DEMO, START, TODAY, demo_request, itches, material_of, request

DAYS = st.dates(date(1990, 1, 1), date(2050, 1, 1))
periods = st.builds(Period.starting, DAYS, st.integers(1, 400))


def test_only_recorded_days_of_the_period_count() -> None:
    entries = [*itches(START - timedelta(days=1), [9, 8, 7, 6]), DayEntry(START + timedelta(days=3))]
    found = material_of(request(entries, period=Period.starting(START, 2)))
    assert [entry.itch for entry in found.days.values()] == [8, 7]


def test_days_after_today_do_not_exist_yet() -> None:
    entries = itches(START, [5] * 10)
    found = material_of(request(entries, COURSE, COURSE.period, today=START + timedelta(days=2)))
    assert found.period == Period.starting(START, 3)
    assert len(found.days) == 3


def test_the_weeks_and_the_baseline_are_those_of_the_summary() -> None:
    found = material_of(demo_request())
    summary = summarise(DEMO.entries, DEMO.course, TODAY)
    assert found.baseline == summary.baseline
    assert [week.number for week in found.stretches] == list(range(1, 19))
    assert [week.means.of for week in found.stretches] == [week.of for week in summary.weeks]


def test_the_first_week_is_whole_and_the_last_ends_with_the_period() -> None:
    period = Period(START + timedelta(days=5), START + timedelta(days=15))
    weeks = material_of(request(itches(START, [4] * 30), COURSE, period)).stretches
    assert [(week.number, week.means.period.length) for week in weeks] == [(1, 7), (2, 7), (3, 2)]
    assert [week.means.of[ITCH.key] for week in weeks] == [Mean(4.0, 7), Mean(4.0, 7), Mean(None, 2)]


def test_without_a_course_weeks_begin_with_the_period() -> None:
    weeks = material_of(request(itches(START, [4] * 9))).stretches
    assert [(week.number, week.means.period.length) for week in weeks] == [(1, 7), (2, 2)]


def test_before_the_first_dose_there_is_nothing_to_compare_with() -> None:
    entries = itches(START - timedelta(days=20), [8] * 10)
    found = material_of(request(entries, COURSE))
    assert (found.course, found.baseline) == (None, None)


@given(periods, DAYS)
def test_weeks_cover_the_period_without_gap_or_overlap(period: Period, start: date) -> None:
    weeks = weeks_over(period, start)
    cut = [part for _, week in weeks if (part := week.overlap(period))]
    assert [day for part in cut for day in part] == list(period)
    assert all((week.first - start).days == 7 * (number - 1) for number, week in weeks)
    assert len(cut) == len(weeks)
