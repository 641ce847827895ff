"""Another program writes over an open diary, or puts a copy in its place: nothing is written to what is not ours."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker.domain.records.day import DayEntry
from adtracker.errors import DiaryError
from adtracker.storage.database import Database
from adtracker.storage.footprint import KEPT
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY, assert_worded, long_diary, open_journal

ROUNDS = 12
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def used(journal: Journal) -> Journal:
    """An open diary in which something stands."""
    journal.save_all(long_diary(40))
    return journal


def _copied(journal: Journal, copy: Path) -> Path:
    """A copy as a sync program has it, made while nothing is being written."""
    shutil.copy(journal.path, copy)
    return copy


def _went_on(copy: Path, *notes: str) -> Path:
    """The copy after somebody wrote in it on another computer."""
    other = open_journal(copy)
    for note in notes:
        other.save(DayEntry(YESTERDAY, itch=1, note=note))
    other.close()
    return copy


def _write_over(path: Path, content: bytes) -> None:
    """In place, as `cp` does it."""
    with path.open("r+b") as file:
        file.truncate()
        file.write(content)


def _sneak_over(path: Path, content: bytes) -> None:
    """In place, block by block, with the time that the file had: as `rsync --inplace --times` does it."""
    before = path.stat()
    with path.open("r+b", buffering=0) as file:
        for at in range(0, len(content), 4096):
            file.write(content[at : at + 4096])
        file.truncate(len(content))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _put_over(path: Path, content: bytes) -> None:
    """By a new name that becomes the old one, as most sync programs do it."""
    draft = path.with_name("sync.tmp")
    draft.write_bytes(content)
    draft.replace(path)


WAYS = (_write_over, _sneak_over, _put_over)
Way = Callable[[Path, bytes], None]
ways = pytest.mark.parametrize("way", WAYS)


def _refused(journal: Journal, entry: DayEntry) -> None:
    """Saving is refused, and the file stays byte for byte what the other program made of it."""
    before = journal.path.read_bytes()
    with pytest.raises(DiaryError) as caught:
        journal.save(entry)
    assert caught.value.key == "diary.changed"
    assert_worded(caught.value)
    assert journal.path.read_bytes() == before


def _is_sound(path: Path) -> bool:
    """Asked of a copy: what is looked at stays as it is."""
    copy = Path(shutil.copy(path, path.with_name("looked-at.diary")))
    with closing(Database(copy)) as looking:
        return looking.is_sound()


@ways
def test_a_copy_that_went_another_way_is_not_written_to(used: Journal, tmp_path: Path, way: Way) -> None:
    copy = _copied(used, tmp_path / "copy.diary")
    used.save(DayEntry(TODAY, itch=7))
    way(used.path, _went_on(copy, "elsewhere").read_bytes())
    for itch in (8, 9):
        _refused(used, DayEntry(TODAY, itch=itch))
    assert _is_sound(used.path)


@ways
def test_an_older_copy_is_not_written_to(used: Journal, tmp_path: Path, way: Way) -> None:
    content = _copied(used, tmp_path / "copy.diary").read_bytes()
    used.save(DayEntry(TODAY, itch=7))
    way(used.path, content)
    _refused(used, DayEntry(TODAY, itch=8))


def test_another_diary_is_not_written_to(used: Journal, tmp_path: Path) -> None:
    other = open_journal(tmp_path / "other.diary")
    other.save(DayEntry(TODAY, itch=1))
    other.close()
    _write_over(used.path, other.path.read_bytes())
    _refused(used, DayEntry(TODAY, itch=8))


def test_what_was_written_over_is_read_as_it_is_now(used: Journal, tmp_path: Path) -> None:
    copy = _copied(used, tmp_path / "copy.diary")
    used.save(DayEntry(TODAY, itch=7))
    _write_over(used.path, _went_on(copy, "elsewhere").read_bytes())
    assert used.entry(YESTERDAY).note == "elsewhere"
    assert used.entry(TODAY).itch == 0


def test_a_copy_that_has_all_of_ours_and_more_is_gone_on_with(used: Journal, tmp_path: Path) -> None:
    _write_over(used.path, _went_on(_copied(used, tmp_path / "copy.diary"), "elsewhere").read_bytes())
    used.save(DayEntry(TODAY, itch=8))
    assert (used.entry(TODAY).itch, used.entry(YESTERDAY).note) == (8, "elsewhere")
    assert used.check() == []


@pytest.fixture
def second(used: Journal) -> Iterator[Journal]:
    """Another adtracker on the same file, such as `adtracker import` in a terminal."""
    opened = open_journal(used.path)
    yield opened
    opened.close()


@pytest.mark.parametrize("commits", [1, 3, KEPT - 1])
def test_another_adtracker_may_write_too(used: Journal, second: Journal, commits: int) -> None:
    used.save(DayEntry(TODAY, itch=7))
    for number in range(commits):
        second.save(DayEntry(YESTERDAY, note=f"{number}"))
    used.save(DayEntry(TODAY, itch=8))
    second.save(DayEntry(YESTERDAY, note="last"))
    assert (used.entry(TODAY).itch, used.entry(YESTERDAY).note) == (8, "last")
    assert used.check() == []


def test_the_marks_of_commits_do_not_pile_up(used: Journal) -> None:
    for number in range(2 * KEPT + 1):
        used.save(DayEntry(TODAY, itch=number % 11))
    with closing(sqlite3.connect(used.path)) as looking:
        (count,) = looking.execute("SELECT count(*) FROM trail").fetchone()
    assert KEPT <= count <= 2 * KEPT


def test_reading_leaves_no_mark(used: Journal) -> None:
    before = used.path.read_bytes()
    used.entries(), used.courses(), used.save(used.entry(TODAY))
    assert used.path.read_bytes() == before


def test_a_file_whose_times_alone_changed_is_the_same_diary(used: Journal) -> None:
    os.utime(used.path)
    used.path.chmod(0o600)
    assert used.save(DayEntry(TODAY, itch=8))


def test_a_diary_without_marks_yet_is_written_to(used: Journal) -> None:
    with closing(sqlite3.connect(used.path)) as meddling:
        meddling.execute("DELETE FROM trail")
        meddling.commit()
    used.close()
    again = open_journal(used.path)
    again.save(DayEntry(TODAY, itch=8))
    again.save(DayEntry(TODAY, itch=9))
    again.close()


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_no_write_over_it_in_use_is_missed_and_none_damages_it(used: Journal, tmp_path: Path, seed: int) -> None:
    """Also where the other copy was changed as often as this one, so that SQLite takes one for the other."""
    chance = random.Random(seed)
    copy = _copied(used, tmp_path / "copy.diary")
    times = chance.randint(1, 6)
    for number in range(times):
        used.save(DayEntry(TODAY - timedelta(days=chance.randrange(40)), itch=number, note="here" * number))
    others = times if chance.random() < 0.7 else chance.randint(1, 6)
    _went_on(copy, *(f"{number}" * chance.randint(1, 4000) for number in range(others)))
    chance.choice(WAYS)(used.path, copy.read_bytes())
    if chance.random() < 0.5:
        used.entries()
    _refused(used, DayEntry(TODAY, itch=chance.randint(0, 10), note="not to be mixed in"))
    assert _is_sound(used.path)
