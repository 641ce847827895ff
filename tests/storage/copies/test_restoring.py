"""Going back to a copy: of a diary that is whole, damaged or gone; nothing is deleted, and a crash does no harm."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker.domain.records.day import DayEntry
from adtracker.errors import DiaryError
from adtracker.storage.copies.checking import check
from adtracker.storage.copies.shelf import Shelf
from adtracker.storage.copies.unfinished import stage_of
from adtracker.storage.journal import Journal
from tests.storage.samples import NOW, TODAY, assert_worded, open_journal, snapshot
from tests.storage.test_photos import added, pixels
from tests.storage.trouble import full_disk

EARLIER = TODAY - timedelta(days=1)


@pytest.fixture
def shelf(journal: Journal) -> Shelf:
    """A diary with a copy of one day and one photo, and a day and a photo since; it is closed."""
    shelf = Shelf(journal.path)
    journal.save(DayEntry(EARLIER, itch=1))
    added(journal, 1, EARLIER)
    shelf.back_up(journal, NOW)
    journal.save(DayEntry(EARLIER, itch=5))
    journal.save(DayEntry(TODAY, itch=6))
    added(journal, 2)
    shelf.back_up(journal, NOW + timedelta(days=1))
    journal.close()
    return shelf


def _first(shelf: Shelf) -> list[float | None]:
    with closing(open_journal(_diary(shelf), create=False)) as opened:
        assert opened.check() == []
        assert [photo.digest for photo in opened.photos()] == [pixels(1).digest]
        assert opened.picture(opened.photos()[0]) == pixels(1).jpeg
        return [entry.itch for entry in opened.entries()]


def _diary(shelf: Shelf) -> Path:
    return shelf._diary


def test_the_diary_is_what_it_was_and_todays_files_are_set_aside(shelf: Shelf) -> None:
    diary = _diary(shelf)
    before = snapshot(diary.parent)
    done = shelf.restore(shelf.copies()[-1], NOW)
    assert (done.contents.days, done.lacking) == (1, 0)
    assert _first(shelf) == [1]
    assert snapshot(done.aside) == before
    assert done.aside.parent == diary.parent / "set aside"
    assert {item.name for item in diary.parent.iterdir()} == {"my.diary", "my.diary.photos", "set aside"}
    with closing(open_journal(done.aside / "my.diary", create=False)) as aside:
        assert [entry.itch for entry in aside.entries()] == [5, 6]
        assert len(aside.photos()) == 2
        assert aside.check() == []


@pytest.mark.parametrize("harm", ["cut", "empty", "nonsense", "gone", "no photos", "folder gone"])
def test_a_diary_that_cannot_be_opened_is_gone_back_from(shelf: Shelf, harm: str) -> None:
    diary = _diary(shelf)
    photos = diary.with_name(diary.name + ".photos")
    if harm == "no photos":
        photos.write_bytes(b"nothing")
    elif harm == "folder gone":
        diary.parent.rename(diary.parent.with_name("away"))
    elif harm == "gone":
        diary.unlink()
    else:
        diary.write_bytes({"cut": diary.read_bytes()[:5000], "empty": b"", "nonsense": b"x" * 9000}[harm])
    before = snapshot(diary.parent) if diary.parent.exists() else {}
    done = shelf.restore(shelf.copies()[-1], NOW)
    assert _first(shelf) == [1]
    assert snapshot(done.aside) == before
    assert shelf.newest_good().name.number == 2


@pytest.mark.slow
def test_nothing_is_thinned_out_until_somebody_goes_on(shelf: Shelf) -> None:
    shelf.restore(shelf.copies()[-1], NOW)
    with closing(open_journal(_diary(shelf), create=False)) as opened:
        for number in range(3, 9):
            opened.save(DayEntry(TODAY, itch=number))
            shelf.back_up(opened, NOW + timedelta(days=10, hours=number))
            left = [copy.name.number for copy in shelf.copies()]
            assert left == list(range(number, 0, -1))


def test_a_damaged_copy_is_refused_and_nothing_is_touched(shelf: Shelf) -> None:
    diary, copy = _diary(shelf), shelf.copies()[-1]
    copy.file.write_bytes(copy.file.read_bytes()[:-4096])
    before = snapshot(diary.parent)
    with pytest.raises(DiaryError) as caught:
        shelf.restore(copy, NOW)
    assert caught.value.key == "copies.bad"
    assert_worded(caught.value)
    assert snapshot(diary.parent) == before
    assert not (diary.parent / "set aside").exists()


def test_without_room_the_diary_is_as_it_was(shelf: Shelf) -> None:
    diary = _diary(shelf)
    before = snapshot(diary.parent)
    with full_disk(), pytest.raises(DiaryError) as caught:
        shelf.restore(shelf.copies()[-1], NOW)
    assert caught.value.key == "copies.no_room"
    assert_worded(caught.value)
    assert snapshot(diary.parent) == before
    assert not stage_of(diary).exists()


def test_a_window_that_has_the_diary_open_never_writes_into_the_copy(shelf: Shelf) -> None:
    opened = open_journal(_diary(shelf), create=False)
    opened.entries()
    shelf.restore(shelf.copies()[-1], NOW)
    with pytest.raises(DiaryError):
        opened.save(DayEntry(TODAY, itch=9))
    opened.close()
    assert _first(shelf) == [1]


def test_two_programs_do_not_go_back_at_once(shelf: Shelf) -> None:
    stage = stage_of(_diary(shelf))
    stage.mkdir()
    (stage / "by").write_text(str(os.getpid()))
    with pytest.raises(DiaryError) as caught:
        shelf.restore(shelf.copies()[-1], NOW)
    assert caught.value.key == "copies.busy"
    (stage / "by").write_text("999999999")
    shelf.restore(shelf.copies()[-1], NOW)
    assert _first(shelf) == [1]


def test_what_no_copy_has_yet_is_copied_before(shelf: Shelf) -> None:
    with closing(open_journal(_diary(shelf), create=False)) as opened:
        opened.save(DayEntry(TODAY, itch=9))
        added(opened, 3)
    shelf.restore(shelf.copies()[-1], NOW + timedelta(days=2))
    assert _first(shelf) == [1]
    newest = shelf.copies()[0]
    assert newest.name.number == 3
    assert check(newest)
    shelf.restore(newest, NOW + timedelta(days=3))
    with closing(open_journal(_diary(shelf), create=False)) as opened:
        assert opened.entry(TODAY).itch == 9
        assert all(opened.picture(photo) for photo in opened.photos())
        assert len(opened.photos()) == 3


def test_a_damaged_diary_is_set_aside_without_a_copy(shelf: Shelf) -> None:
    with closing(open_journal(_diary(shelf), create=False)) as opened:
        opened.save(DayEntry(TODAY, itch=9))
    with closing(sqlite3.connect(_diary(shelf))) as other, other:
        other.execute("UPDATE day SET itch = 2")
    shelf.restore(shelf.copies()[-1], NOW + timedelta(days=2))
    assert [copy.name.number for copy in shelf.copies()] == [2, 1]


@pytest.mark.slow
def test_the_copy_that_is_gone_back_to_is_not_thinned_out_by_the_one_before(journal: Journal) -> None:
    shelf = Shelf(journal.path)
    for hours in range(0, 24 * 4, 8):
        journal.save(DayEntry(TODAY, itch=hours % 11, note=str(hours)))
        shelf.back_up(journal, NOW + timedelta(hours=hours))
    oldest_of_two_days = shelf.copies()[6]
    journal.save(DayEntry(TODAY, note="since"))
    journal.close()
    shelf.restore(oldest_of_two_days, NOW + timedelta(days=5))
    with closing(open_journal(journal.path, create=False)) as opened:
        assert opened.entry(TODAY).note == str(24 * 4 - 8 * 7)
    assert oldest_of_two_days.file.exists()
