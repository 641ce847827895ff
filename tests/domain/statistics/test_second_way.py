"""Baselines, weeks and windows of a course by a second, plain implementation: day numbers in lists, counted and added.

Day 0 is the first dose. Nothing here is shared with what is tested but the numbers that go in.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.measure import ITCH
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.change_windows import Compared
from adtracker.domain.statistics.course_change import Change, CourseChange, course_change
from adtracker.domain.statistics.summary import Mean, Summary, summarise

START = date(2026, 8, 2)
Itches = dict[int, int]
Days = range


def _baseline(kept: list[int], minimum: int) -> tuple[Days, bool]:
    """Its days, and whether they stand in for the week before."""
    near = [day for day in kept if day >= -7]
    if len([day for day in near if day < 0]) >= minimum:
        return range(-7, 0), False
    for first in near:
        seven = [day for day in near if first <= day < first + 14][:7]
        if len(seven) >= minimum:
            return range(first, max(first + 7, seven[-1] + 1)), True
    if near and near[0] >= 0:
        return range(near[0], near[0] + 7), True
    return range(-7, 0), False


def _average(itches: Itches, days: Days, least: int) -> Mean:
    """Rounded half up, in whole numbers; None if there are fewer than `least`."""
    recorded = [itches[day] for day in days if day in itches]
    if len(recorded) < least:
        return Mean(None, len(recorded))
    tenths, rest = divmod(10 * sum(recorded), len(recorded))
    return Mean((tenths + (2 * rest >= len(recorded))) / 10, len(recorded))


def _change(itches: Itches, today: int, length: int, minimum: int) -> tuple[Compared, float | None]:
    """What a course is compared with, and by how much the last days of it differ from that."""
    days, late = _baseline(sorted(itches), minimum)
    before, kind = _average(itches, days, minimum), Compared.FIRST_DAYS if late else Compared.BASELINE
    month = _average(itches, range(-28, 0), 4 * minimum)
    if month.mean is not None and not late:
        days, before, kind = range(-28, 0), month, Compared.FOUR_WEEKS
    recent = range(today - length + 1, today + 1)
    now = _average(itches, recent, minimum * length // 7)
    if recent[0] <= days[-1] or before.mean is None or now.mean is None:
        return kind, None
    return kind, round(10 * now.mean - 10 * before.mean) / 10


def _asked(itches: Itches, today: int, minimum: int) -> tuple[Summary, CourseChange]:
    entries = [DayEntry(START + timedelta(days=day), itch=itch) for day, itch in itches.items()]
    last = START + timedelta(days=today)
    summary = summarise(entries, Course(START), last, minimum)
    return summary, course_change({entry.day: float(entry.itch or 0) for entry in entries}, summary, last, minimum)


def _points(change: Change | None) -> float | None:
    return None if change is None else change.points


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, 100).flatmap(
        lambda today: st.tuples(st.just(today), st.dictionaries(st.integers(-40, today), st.integers(0, 10)))
    ),
    st.floats(0.1, 1),
    st.integers(1, 7),
)
def test_a_second_way_gets_the_same_numbers(drawn: tuple[int, Itches], kept: float, minimum: int) -> None:
    today, itches = drawn
    # Few of the days drawn are kept, or a run of them from the first on: both kinds of gap.
    itches = {day: itch for day, itch in itches.items() if day % 10 < 10 * kept}
    _agree(itches, today, minimum)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=110), st.integers(-35, 30), st.integers(1, 7))
def test_a_second_way_gets_the_same_numbers_of_runs(run: list[int | None], first: int, minimum: int) -> None:
    itches = {first + number: itch for number, itch in enumerate(run) if itch is not None}
    _agree(itches, max(first + len(run) - 1, 0), minimum)


def _agree(itches: Itches, today: int, minimum: int) -> None:
    summary, found = _asked(itches, today, minimum)
    days, late = _baseline(sorted(itches), minimum)
    assert summary.baseline.means.period.first == START + timedelta(days=days[0])
    assert summary.baseline.means.period.last == START + timedelta(days=days[-1])
    assert (summary.baseline.began_late, summary.baseline.means.of[ITCH.key]) == (late, _average(itches, days, minimum))
    weeks = [_average(itches, range(first, first + 7), minimum) for first in range(0, today + 1, 7)]
    assert [week.of[ITCH.key] for week in summary.weeks] == weeks
    kind, whole = _change(itches, today, 28, minimum)
    assert (found.compared, _points(found.whole)) == (kind, whole)
    assert _points(found.last_7_days) == _change(itches, today, 7, minimum)[1]
    assert (found.days, found.of) == (len([day for day in itches if day >= 0]), today + 1)


@pytest.mark.parametrize("last", [12, 13])
def test_seven_first_days_that_lie_two_weeks_apart_are_compared_with_as_those_a_day_closer_are(last: int) -> None:
    itches = {**dict.fromkeys((0, 2, 4, 6, 8, 10, last), 8), **dict.fromkeys(range(50, 90), 4)}
    _, found = _asked(itches, 89, 4)
    assert (found.compared, _points(found.whole)) == (Compared.FIRST_DAYS, -4.0)
