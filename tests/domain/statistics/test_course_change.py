"""What a record says: differences by hand, the words they allow, the cases that once went wrong, and an oracle."""

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.change_windows import Compared
from adtracker.domain.statistics.course_change import Change, CourseChange, Word, course_change, shown_end, word_of
from adtracker.domain.statistics.summary import by_day, summarise

START = date(2026, 10, 3)
TODAY = START + timedelta(days=55)
CASES = Path(__file__).parent / "cases"
Itches = Sequence[float | None]


def _found(itches: Itches, first: int = -7, today: date = TODAY, start: date | None = START) -> CourseChange:
    """What is said of itches from `first` days after the first dose on; None is a day without an entry."""
    entries = [DayEntry(START + timedelta(days=first + day), itch=v) for day, v in enumerate(itches) if v is not None]
    summary = None if start is None else summarise(entries, Course(start), today)
    values = {day: entry.itch for day, entry in by_day(entries).items() if entry.itch is not None and day <= today}
    return course_change(values, summary, today)


def _words(found: CourseChange) -> list[Word | None]:
    changes = (found.whole, found.last_7_days, found.last_8_weeks, found.last_4_weeks)
    return [None if one is None else one.word for one in changes]


def _whole(found: CourseChange) -> Change:
    assert found.whole is not None
    return found.whole


@pytest.mark.parametrize("late", [0, 2])
@pytest.mark.parametrize(
    ("name", "points", "word", "by_week", "level_weeks"),
    [
        ("trend-step.csv", -3.0, Word.FELL, 3, 5),
        ("trend-half.csv", -4.0, Word.FELL, 5, 4),
        ("trend-one-odd-day.csv", 0.3, Word.LEVEL, None, 8),  # 27 days at 3 and one at 10: 91 / 28 = 3.25
        ("trend-flat.csv", 0.0, Word.LEVEL, None, 8),
    ],
)
def test_what_once_went_wrong(
    name: str, points: float, word: Word, by_week: int | None, level_weeks: int, late: int
) -> None:
    rows = csv.DictReader((CASES / name).read_text(encoding="utf-8").splitlines())
    itches = [float(row["itch"]) for row in rows]
    found = _found(itches, today=TODAY + timedelta(days=late))
    assert (_whole(found).points, _whole(found).word) == (points, word)
    assert (found.by_week, found.level_weeks) == (by_week, level_weeks)
    assert found.last_4_weeks is not None
    assert found.last_4_weeks.word is Word.LEVEL
    assert found.last_7_days is not None
    assert found.last_7_days.word is not Word.ROSE


def test_each_window_is_the_difference_of_two_averages_as_they_are_shown() -> None:
    itches = [7, 8, 7, 7, 8, 7, 7, *(6, 7) * 7, *(5, 6, 5, 5) * 7, *(4, 3) * 7]
    found = _found(itches)
    # Baseline 51 / 7 = 7.29. The last 28 days are 14 of 5, 6, 5, 5 (74) and 49: 123 / 28 = 4.39.
    assert (_whole(found).window.before.mean, _whole(found).window.now.mean, _whole(found).points) == (7.3, 4.4, -2.9)
    # The last week is 4, 3, 4, 3 and so on, or begins with a 3: 24 / 7 = 3.43.
    assert found.last_7_days is not None
    assert found.last_7_days.points == -3.9
    # The first two of the last eight weeks are the 6, 7; the last two the 4, 3: 6.5 and 3.5.
    assert found.last_8_weeks is not None
    assert found.last_8_weeks.points == -3.0
    # The two weeks before the last two are 5, 5, 5, 6 and so on with three 6: 73 / 14 = 5.21; 5.2 to 3.5.
    assert found.last_4_weeks is not None
    assert found.last_4_weeks.points == -1.7
    assert (found.days, found.of, found.compared) == (56, 56, Compared.BASELINE)


def test_four_weeks_before_the_first_dose_are_what_a_course_is_compared_with() -> None:
    # Three weeks at 5 and the week before at 8 are 23 / 4 = 5.8 on average; then 5: the peak was no fall of 3 points.
    found = _found([*[5] * 21, *[8] * 7, *[5] * 56], first=-28)
    assert (found.compared, _whole(found).points) == (Compared.FOUR_WEEKS, -0.8)
    assert _whole(found).word is not Word.FELL
    few = _found([*[5] * 8, *[None] * 13, *[8] * 7, *[5] * 56], first=-28)  # 15 of 28 days: 16 are needed
    assert (few.compared, _whole(few).points) == (Compared.BASELINE, -3.0)


def test_what_may_have_faded_since_the_first_days_reaches_to_no_change() -> None:
    # 4 points above the level on the first day, half of it gone in two weeks, among days that go up and down.
    days = np.arange(63)
    itches = np.round(4 + 4 * 0.95**days + np.sin(days * 2.1) + np.cos(days / 4)).tolist()
    found = _found(itches)
    for one in (_whole(found), found.last_7_days):
        assert one is not None
        assert (one.word, one.high, one.unusual_start) == (Word.CANNOT_TELL, 0.0, True)
        assert one.low > 2 * one.points  # only the end beside 0 has moved
    assert found.by_week is None
    assert found.last_8_weeks is not None
    assert not found.last_8_weeks.unusual_start  # its first weeks are not compared with as a baseline
    # The same days after four weeks before the first dose, which are what it is compared with then.
    kept = _found([*[4] * 21, *itches], first=-28)
    assert (kept.compared, _whole(kept).unusual_start) == (Compared.FOUR_WEEKS, False)


@pytest.mark.parametrize(
    ("points", "low", "high", "narrow", "word"),
    [
        (-3.0, -4.2, -1.8, 1.0, Word.FELL),
        (3.0, 1.8, 4.2, 1.0, Word.ROSE),
        (-1.0, -2.0, 0.0, 0.9, Word.LEVEL),  # the interval holds no change
        (-1.0, -2.2, 0.2, 1.0, Word.CANNOT_TELL),  # 2.0 is not within 2
        (0.0, -1.2, 1.2, 1.0, Word.LEVEL),
        (0.0, -3.0, 3.0, 2.5, Word.CANNOT_TELL),
        (-0.9, -1.5, -0.3, 0.5, Word.FELL),  # a small fall that is sure is a fall
    ],
)
def test_a_word_needs_its_interval(points: float, low: float, high: float, narrow: float, word: Word) -> None:
    assert word_of(points, low, high, narrow) is word


@pytest.mark.parametrize(
    ("end", "shown"), [(-1.26, -1.3), (-0.05, -0.1), (-0.02, -0.1), (0.0, 0.0), (0.04, 0.1), (0.14, 0.1)]
)
def test_no_end_of_an_interval_is_rounded_onto_no_change(end: float, shown: float) -> None:
    assert shown_end(end) == shown


@pytest.mark.parametrize(
    ("itches", "first", "words"),
    [
        ([], 0, [None] * 4),
        ([5], 0, [None] * 4),
        ([5, *[None] * 6] * 9, -7, [None] * 4),  # one a week
        ([0] * 63, -7, [Word.LEVEL] * 4),
        ([10] * 63, -7, [Word.LEVEL] * 4),
        ([6] * 9, 47, [None] * 4),  # begun nine days ago: two weeks are too few for any window
        ([6] * 28, 28, [None, Word.LEVEL, None, Word.LEVEL]),  # the last 28 days are the first ones, too
        ([7, *[None] * 34, *[7] * 28], -7, [None, Word.LEVEL, None, Word.LEVEL]),
    ],
)
def test_odd_diaries(itches: Itches, first: int, words: list[Word | None]) -> None:
    assert _words(_found(itches, first)) == words


def test_a_course_ahead_and_none_at_all_say_what_the_last_weeks_did() -> None:
    itches = [*[7] * 28, *[4] * 28]
    for start in (None, TODAY + timedelta(days=3)):
        found = _found(itches, first=0, start=start)
        assert _words(found) == [None, None, Word.FELL, Word.LEVEL]
        assert (found.compared, found.by_week, found.days, found.of) == (None, None, 56, 56)


def test_twenty_years_of_a_diary_and_two_courses_are_answered() -> None:
    itches = [5 + day // 40 % 2 for day in range(365 * 20)]
    old, new = START - timedelta(days=365 * 19), START
    for start in (old, new):
        found = _found(itches, first=-365 * 20 + 56, start=start)
        assert _whole(found).word in Word
        assert (found.by_week is None) or _whole(found).word in (Word.FELL, Word.ROSE)


def test_a_fall_of_long_ago_is_still_told_and_level_for_no_more_than_a_year() -> None:
    itches = [*[8] * 21, *[3] * (365 * 9)]  # a week before the first dose, two weeks, then nine years
    found = _found(itches, today=START + timedelta(days=365 * 9 + 13))
    assert (_whole(found).points, found.by_week, found.level_weeks) == (-5.0, 3, 52)


def test_a_larger_fall_is_never_surer_to_be_missed() -> None:
    rng = np.random.default_rng(5)
    scatter = np.round(rng.normal(0, 0.7, 63))
    lows = []
    for size in range(7):
        itches = [float(np.clip(8 + scatter[day] - size * (day >= 24), 0, 10)) for day in range(63)]
        lows.append(_whole(_found(itches)).high)
    assert all(later < earlier for earlier, later in pairwise(lows))
    assert lows[-1] < 0


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.integers(-40, 60), st.integers(0, 10), max_size=101), st.integers(-20, 60), st.integers(1, 7))
def test_an_oracle_gets_the_same_averages(itches: dict[int, int], start: int, minimum: int) -> None:
    """A second, plain implementation: lists of days, counted and added up."""
    entries = [DayEntry(START + timedelta(days=day), itch=itch) for day, itch in itches.items()]
    course, today = START + timedelta(days=start), START + timedelta(days=60)
    summary = summarise(entries, Course(course), today, minimum)
    values = {entry.day: float(entry.itch) for entry in entries if entry.itch is not None}
    found = course_change(values, summary, today, minimum)
    first = range(60 - 27, 60 - 13)
    pairs = {"last_4_weeks": (first, range(47, 61)), "last_8_weeks": (range(5, 19), range(47, 61))}
    for name, (before, now) in pairs.items():
        shown = [_shown([itches[day] for day in days if day in itches], 14, minimum) for days in (before, now)]
        change = getattr(found, name)
        if shown[0] is None or shown[1] is None:
            assert change is None
        else:
            assert change.points == pytest.approx(shown[1] - shown[0])
            assert change.low <= change.points <= change.high


def _shown(recorded: list[int], length: int, minimum: int) -> float | None:
    if 7 * len(recorded) < minimum * length:
        return None
    tenths, rest = divmod(10 * sum(recorded), len(recorded))
    return (tenths + (2 * rest >= len(recorded))) / 10
