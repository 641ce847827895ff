"""Diaries and answers to test with: a fixed day, and anything that a person could have recorded."""

import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st

from adtracker.domain.records.body import Grade
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.profile import Profile
from adtracker.errors import DiaryError
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from tests.strategies import surroundings

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 19, 42, tzinfo=UTC)
REGIONS = ("face", "left_hand_back", "neck_front", "right_knee_back")


def open_journal(
    path: Path, *, create: bool = True, today: date = TODAY, now: datetime = NOW, key: bytes | None = None
) -> Journal:
    """Open a diary on a fixed day."""
    return Journal.open(path, lambda: today, create=create, now=lambda: now, key=key)


def full_entry(day: date, itch: float = 7, note: str = "slept in gloves") -> DayEntry:
    """A day with every kind of answer."""
    grades = (("face", Grade.HALF), ("left_hand_back", Grade.MOST), ("neck_front", Grade.LITTLE))
    return DayEntry(day, itch, 4, Extent(12.5, ExtentMethod.REGIONS, grades, "adult"), note)


def long_diary(days: int) -> list[DayEntry]:
    """Entries of the days up to today."""
    return [full_entry(TODAY - timedelta(days=back), back % 11, f"day {back}") for back in range(days)]


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, byte for byte: a journal left beside a diary shows as well."""
    return {item.name: item.read_bytes() for item in folder.iterdir() if item.is_file()}


def refusal(path: Path, *, create: bool = True) -> DiaryError:
    """The error that opening a file must give, with a sentence that has no open gaps."""
    with pytest.raises(DiaryError) as caught:
        open_journal(path, create=create).close()
    assert_worded(caught.value)
    return caught.value


def assert_worded(error: DiaryError) -> None:
    """An error has a sentence, with all its gaps filled."""
    assert "{" not in Texts().error(error)


def write_daily(path: Path, after: Iterable[int], first: date = TODAY) -> None:
    """Write something into a diary on days so long after another, and close it on the last of them."""
    clock = [first]
    journal = Journal.open(path, lambda: clock[0], create=False)
    for number in after:
        clock[0] = first + timedelta(days=number)
        journal.save(DayEntry(clock[0], itch=number % 11))
    journal.close()


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process that runs a few lines of Python; it reads lines from here and writes lines back."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


days = st.dates(date(1900, 1, 1), TODAY)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
texts = st.one_of(
    st.sampled_from(
        ("", "=1+1", "<b>itchy</b>", "@cmd", "🧴 after the bath", "line\r\nbreak\ttab", "\u202e\ufeffe\u0301")
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200),
)
scores = st.none() | st.floats(0, 10)


@st.composite
def extents(draw: st.DrawFn) -> Extent:
    """An extent given in any of the ways."""
    percent = draw(st.floats(0, 100))
    method = draw(st.sampled_from(ExtentMethod))
    if method is ExtentMethod.PALMS:
        return Extent(percent, method, palms=draw(st.floats(0, 100)))
    if method is ExtentMethod.PERCENT:
        return Extent(percent, method)
    grades = draw(st.dictionaries(st.sampled_from(REGIONS), st.sampled_from([Grade.LITTLE, Grade.HALF, Grade.MOST])))
    return Extent(percent, method, tuple(sorted(grades.items())), draw(st.sampled_from(("birth", "10", "adult"))))


def entries(day: st.SearchStrategy[date] = days) -> st.SearchStrategy[DayEntry]:
    """Anything that one day may hold, nothing at all included."""
    return st.builds(
        DayEntry,
        day=day,
        itch=scores,
        sleep_quality=scores,
        extent=st.none() | extents(),
        note=texts,
        recorded_at=st.none() | moments,
        recorded_on=st.none() | days,
        **surroundings(),
    )


courses = st.builds(
    Course, start=st.dates(date(1900, 1, 1), date(2999, 12, 31)), treatment=texts, weeks=st.integers(1, 520)
)
profiles = st.builds(
    Profile, name=texts, birth_year=st.none() | st.integers(1900, 2026), questions=texts, clinic_number=texts
) | st.builds(
    lambda born, **more: Profile(birth_year=born.year, birth_date=born, **more),
    st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    name=texts,
)
