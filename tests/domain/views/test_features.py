"""Everything at once: one value with every part, and a clear answer for every odd diary."""

import subprocess
import sys
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.measure import ITCH
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.course_change import Word
from adtracker.domain.statistics.summary import Mean, by_day, summarise
from adtracker.domain.views.features import Features, features, features_of
from adtracker.domain.views.review import Reach, days_to_read, reach_period, review

START = date(2026, 8, 2)
TODAY = date(2026, 11, 29)


def _entries(first: date, itches: Iterable[float | None]) -> list[DayEntry]:
    return [DayEntry(first + timedelta(days=day), itch=itch) for day, itch in enumerate(itches) if itch is not None]


def _features(entries: list[DayEntry], course: Course | None, today: date = TODAY, minimum: int = 4) -> Features:
    days = by_day(entries)
    return features(days, None if course is None else summarise(entries, course, today, minimum), today, minimum)


def test_every_part_is_of_the_same_days() -> None:
    # Baseline 8, then a week each at 8, 7, 6 ... 1; 29 August is day 28, the 30th of September day 60.
    itches = [float(8 - max(day - 7, 0) // 7) for day in range(7 + 56)]
    today = START + timedelta(days=56)
    found = _features(_entries(START - timedelta(days=7), itches), Course(START), today)
    assert found.summary is not None
    assert found.summary.baseline.means.of[ITCH.key] == Mean(8.0, 7)
    assert [one.changes[ITCH.key] for one in found.milestones][:4] == [None, -3.0, -7.0, None]
    # The last 28 days are six at 4, then a week each at 3, 2 and 1, and today without an entry: 66 / 27 = 2.4.
    assert found.itch.whole is not None
    assert (found.itch.whole.points, found.itch.whole.word, found.said.word) == (-5.6, Word.FELL, Word.FELL)
    # Of 56 days of the course one week is at 1, and four weeks (4, 3, 2, 1) are 4 or more below 8.
    assert found.state is not None
    assert (found.state.low_percent, found.state.improved_percent) == (13, 50)  # 7 / 56 = 12.5, 28 / 56
    assert found.flares == ()
    assert found.grid is not None
    assert len(found.grid.weeks) == 25


def test_it_is_worked_out_without_numpy_which_would_hold_up_the_start() -> None:
    script = (
        "import sys, adtracker.domain.views.features; sys.exit('numpy' in sys.modules or 'statistics' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_days_after_today_are_not_looked_at() -> None:
    entries = _entries(START, [3.0] * 100 + [9.0] * 20)
    today = START + timedelta(days=99)
    assert _features(entries, Course(START), today).flares == ()
    assert _features(entries, None, today).said.word is Word.LEVEL


@pytest.mark.slow
def test_what_is_read_for_a_range_is_enough_for_all_of_it() -> None:
    entries = _entries(date(2025, 1, 1), [float(day * 7 % 11) for day in range(698)])
    span = Period(entries[0].day, TODAY)
    for course in (Course(START), None):
        whole = _features(entries, course)
        for reach in Reach:
            period = reach_period(reach, TODAY, course, span)
            wanted = days_to_read(period, TODAY, course)
            found = features_of(review([one for one in entries if one.day in wanted], TODAY, reach, course, span))
            assert (found.itch, found.state, found.milestones) == (whole.itch, whole.state, whole.milestones)
            seen = [flare for flare in whole.flares if flare.period.first in period]
            assert [flare for flare in found.flares if flare.period.first in period] == seen


ODD = {
    "empty": ([], Course(START)),
    "one day": ([DayEntry(START, itch=5)], Course(START)),
    "today only": ([DayEntry(TODAY, itch=5)], None),
    "notes only": ([DayEntry(START + timedelta(days=day), note="x") for day in range(80)], Course(START)),
    "one answer a week": ([DayEntry(START + timedelta(days=7 * week), itch=5) for week in range(17)], Course(START)),
    "course in the future": (_entries(START, [5.0] * 119), Course(date(2999, 12, 31))),
    "course long ago": (_entries(START, [5.0] * 119), Course(date(1900, 1, 1), weeks=520)),
    "course of one week": (_entries(START, [5.0] * 119), Course(START, weeks=1)),
    "begun after its course": (_entries(START + timedelta(days=60), [5.0] * 59), Course(START)),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_diary_gets_a_clear_answer(name: str) -> None:
    entries, course = ODD[name]
    found = _features(entries, course)
    assert found.said.word is (Word.LEVEL if found.itch.last_8_weeks is not None else None)
    assert len(found.said.said) == 1
    assert found.flares == ()
    assert (found.summary is None) is (course is None)


@pytest.mark.parametrize("itch", [0.0, 5.0, 10.0])
def test_the_same_answer_every_day_is_level_and_nothing_else(itch: float) -> None:
    found = _features(_entries(START - timedelta(days=7), [itch] * 126), Course(START))
    assert found.itch.whole is not None
    assert (found.itch.whole.word, found.itch.whole.points, found.flares) == (Word.LEVEL, 0.0, ())
    assert [one.changes[ITCH.key] for one in found.milestones[1:5]] == [0.0] * 4


@pytest.mark.parametrize("start", [date(2028, 2, 27), date(2020, 12, 27), date(2015, 12, 28)])
def test_leap_days_and_years_of_53_weeks_are_weeks_like_others(start: date) -> None:
    entries = _entries(start - timedelta(days=7), [8 - day // 7 / 2 for day in range(77)])
    found = _features(entries, Course(start), start + timedelta(days=70))
    # Today is day 71, without an entry. Of the last 28 days 6 are 4.5, then 7 each 4.0, 3.5 and 3.0: 100.5 / 27 = 3.7.
    assert found.itch.whole is not None
    assert (found.said.word, found.itch.days, found.itch.of) == (Word.FELL, 70, 71)
    assert found.itch.whole.points == -4.3


def test_a_start_that_is_changed_moves_the_weeks_and_nothing_that_was_written_down() -> None:
    entries = _entries(START - timedelta(days=7), [float(9 - day // 16) for day in range(126)])
    before, after = (_features(entries, Course(start)) for start in (START, START + timedelta(days=3)))
    assert before.flares == after.flares
    assert before.itch.last_8_weeks is not None
    assert after.itch.last_8_weeks is not None
    assert before.itch.last_8_weeks.window == after.itch.last_8_weeks.window
    assert (before.itch.of, after.itch.of) == (120, 117)
    assert before.said.word is after.said.word is Word.FELL


@settings(max_examples=50)
@given(
    st.dictionaries(st.integers(-200, 0), st.none() | st.floats(0, 10), max_size=80),
    st.none() | st.builds(Course, st.dates(date(2025, 1, 1), date(2028, 1, 1)), weeks=st.integers(1, 60)),
    st.integers(1, 7),
)
def test_any_diary_gets_the_same_numbers_in_any_order(
    itches: dict[int, float | None], course: Course | None, minimum: int
) -> None:
    entries = [DayEntry(TODAY + timedelta(days=day), itch=itch) for day, itch in itches.items()]
    found = _features(entries, course, minimum=minimum)
    assert found == _features(entries[::-1], course, minimum=minimum)
    assert sum(flare.period.length for flare in found.flares) <= len(entries)
