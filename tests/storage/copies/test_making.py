"""A copy holds all of it, is made only of what is whole, costs no picture twice, and takes nothing else away."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker.domain.records.day import DayEntry
from adtracker.errors import DiaryError
from adtracker.storage.copies.checking import check, look_into
from adtracker.storage.copies.contents import has_same_digests
from adtracker.storage.copies.copy_name import CopyName
from adtracker.storage.copies.making import own_folder
from adtracker.storage.copies.shelf import Shelf, opened_aside
from adtracker.storage.database import Database
from adtracker.storage.journal import Journal
from tests.storage.samples import NOW, TODAY, assert_worded, open_journal, snapshot
from tests.storage.test_photos import added
from tests.storage.trouble import full_disk


def test_a_copy_says_what_is_in_it_and_is_made_again_only_when_something_is_new(journal: Journal) -> None:
    journal.save_all([DayEntry(TODAY - timedelta(days=back), itch=3) for back in range(5)])
    shelf = Shelf(journal.path)
    made = shelf.back_up(journal, NOW).made
    assert made is not None
    assert made.copy.name.text.startswith("adtracker.000001.20261122T194200Z.")
    held = look_into(made.copy)
    assert held is not None
    assert (held.days, held.first, held.last) == (5, TODAY - timedelta(days=4), TODAY)
    assert shelf.back_up(journal, NOW + timedelta(hours=1)).made is None
    journal.save(DayEntry(TODAY, itch=4))
    assert shelf.back_up(journal, NOW).made is not None
    assert [copy.name.number for copy in shelf.copies()] == [2, 1]
    assert made.copy.file.stat().st_mode & 0o077 == 0
    assert shelf.folder.place.stat().st_mode & 0o077 == 0


def test_a_picture_is_copied_once(journal: Journal) -> None:
    added(journal, 1)
    shelf = Shelf(journal.path)
    shelf.back_up(journal, NOW)
    added(journal, 2)
    shelf.back_up(journal, NOW + timedelta(days=1))
    journal.save(DayEntry(TODAY, itch=4))
    shelf.back_up(journal, NOW + timedelta(days=2))
    sizes = [copy.file.stat().st_size for copy in shelf.folder.pictures()]
    assert len(sizes) == 2
    assert all(100_000 < size < 200_000 for size in sizes)
    assert [one.is_good for one in shelf.drill()] == [True, True, True]
    shelf.folder.pictures()[0].file.unlink()
    assert [one.lacking for one in shelf.drill()] == [1, 1, 0]
    assert shelf.back_up(journal, NOW + timedelta(days=3), always=True).made is not None
    assert all(one.is_good for one in shelf.drill())


def test_nothing_is_copied_from_a_diary_that_is_not_whole(journal: Journal) -> None:
    journal.save_all([DayEntry(TODAY - timedelta(days=back), itch=3, note="x" * 400) for back in range(200)])
    shelf = Shelf(journal.path)
    shelf.back_up(journal, NOW)
    before = snapshot(shelf.folder.place)
    whole = journal.path.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    journal.path.write_bytes(whole[:middle] + bytes(512) + whole[middle + 512 :])
    with pytest.raises(DiaryError) as caught:
        shelf.back_up(journal, NOW + timedelta(days=1), always=True)
    assert caught.value.key == "diary.damaged"
    assert snapshot(shelf.folder.place) == before


def test_nothing_is_copied_whose_records_are_not_what_was_stored(journal: Journal) -> None:
    journal.save(DayEntry(TODAY, itch=7))
    shelf = Shelf(journal.path)
    shelf.back_up(journal, NOW)
    before = snapshot(shelf.folder.place)
    with closing(sqlite3.connect(journal.path)) as other, other:
        other.execute("UPDATE day SET itch = 6")  # as a bit that fell over: each page is sound
    with pytest.raises(DiaryError) as caught:
        shelf.back_up(journal, NOW + timedelta(days=1), always=True)
    assert caught.value.key == "diary.damaged"
    assert snapshot(shelf.folder.place) == before
    assert journal.is_damaged


def test_a_copy_that_was_told_something_else_of_a_record_is_no_copy(journal: Journal, tmp_path: Path) -> None:
    journal.save(DayEntry(TODAY, itch=7))
    made = Shelf(journal.path).back_up(journal, NOW).made
    assert made is not None
    other = tmp_path / "other.diary"
    other.write_bytes(made.copy.file.read_bytes())
    with closing(Database(made.copy.file, read_only=True)) as one, closing(Database(other)) as changed:
        assert has_same_digests(one, changed)
        with changed.transaction() as connection:
            connection.exec_driver_sql("UPDATE digest SET digest = zeroblob(16)")
        assert not has_same_digests(one, changed)


@pytest.mark.slow
def test_old_copies_go_and_what_is_not_ours_stays(journal: Journal) -> None:
    shelf = Shelf(journal.path)
    shelf.folder.make()
    for name in ("notes.txt", "adtracker.000001.diary", "my adtracker.000009.20261122T194200Z.aaaaaaaa.diary"):
        (shelf.folder.place / name).write_text("mine")
    others = CopyName.of(7, NOW, "f" * 32)
    (shelf.folder.place / others.text).write_text("of another diary")
    for hours in range(0, 24 * 8, 8):
        journal.save(DayEntry(TODAY, itch=hours % 11, note=str(hours)))
        shelf.back_up(journal, NOW + timedelta(hours=hours))
    mine = [copy for copy in shelf.copies() if copy.name.diary != "ffffffff"]
    ages = [(mine[0].name.made - copy.name.made) / timedelta(hours=1) for copy in mine]
    assert ages[:7] == [0, 8, 16, 24, 32, 40, 48]
    assert len(ages) == 7 + 7
    assert (shelf.folder.place / others.text).read_text() == "of another diary"
    assert len(list(shelf.folder.place.glob("*"))) == len(mine) + 4


def test_a_damaged_copy_is_not_counted_and_not_thrown_away(journal: Journal) -> None:
    shelf = Shelf(journal.path)
    for hours in range(0, 80, 8):
        journal.save(DayEntry(TODAY, itch=hours % 11, note=str(hours)))
        made = shelf.back_up(journal, NOW + timedelta(hours=hours)).made
        assert made is not None
        if hours == 16:
            made.copy.file.write_bytes(made.copy.file.read_bytes()[:5000])
    assert 3 in [copy.name.number for copy in shelf.copies()]
    assert shelf.newest_good().name.number == 10
    shelf.copies()[0].file.write_bytes(b"")
    assert shelf.newest_good().name.number == 9
    assert [one.is_good for one in shelf.drill()] == [False, True, True]


def test_a_second_folder_gets_the_last_copy_and_all_pictures_and_may_be_away(journal: Journal, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    shelf = Shelf(journal.path, stick)
    added(journal, 1)
    done = shelf.back_up(journal, NOW)
    assert done.made is not None
    assert done.why_not is not None
    assert done.why_not.key == "copies.gone"
    assert_worded(done.why_not)
    assert not stick.exists()
    stick.mkdir()
    (stick / "holiday.jpg").write_bytes(b"mine")
    added(journal, 2)
    assert shelf.back_up(journal, NOW + timedelta(days=1)).on_second
    assert shelf.back_up(journal, NOW + timedelta(days=2)).made is None
    assert len(list(stick.iterdir())) == 1 + 1 + 2
    for copy in shelf.folder.copies() + shelf.folder.pictures():
        copy.file.unlink()
    assert [one.is_good for one in shelf.drill()] == [True]
    assert shelf.newest_good().file.parent == stick
    journal.save(DayEntry(TODAY, itch=1))
    made = shelf.back_up(journal, NOW + timedelta(days=3)).made
    assert made is not None
    assert made.copy.name.number == 3


def test_a_full_disk_leaves_no_half_copy(journal: Journal) -> None:
    journal.save(DayEntry(TODAY, itch=1))
    shelf = Shelf(journal.path)
    with full_disk(), pytest.raises(DiaryError) as caught:
        shelf.back_up(journal, NOW)
    assert caught.value.key in ("copies.full", "copies.failed")  # a limit is no disk, and SQLite says so
    assert_worded(caught.value)
    assert list(shelf.folder.place.iterdir()) == []
    assert journal.entry(TODAY).itch == 1


def test_a_folder_that_is_a_file_or_closed_is_said(journal: Journal) -> None:
    place = own_folder(journal.path).place
    place.parent.mkdir(parents=True)
    place.write_text("mine")
    with pytest.raises(DiaryError) as caught:
        Shelf(journal.path).back_up(journal, NOW)
    assert caught.value.key.startswith("copies.")
    assert_worded(caught.value)
    assert place.read_text() == "mine"


def test_two_programs_at_once_both_get_theirs(journal: Journal) -> None:
    journal.save(DayEntry(TODAY, itch=1))
    other = open_journal(journal.path)
    first = Shelf(journal.path).back_up(journal, NOW).made
    second = Shelf(journal.path).back_up(other, NOW, always=True).made
    other.close()
    assert first is not None
    assert second is not None
    assert first.copy != second.copy


def test_a_diary_that_can_only_be_read_is_copied_too(journal: Journal) -> None:
    journal.save(DayEntry(TODAY, itch=1))
    journal.close()
    with closing(opened_aside(journal.path, lambda: TODAY)) as reading:
        made = Shelf(journal.path).back_up(reading, NOW).made
        assert made is not None
        assert check(made.copy)
        with pytest.raises(DiaryError):
            reading.save(DayEntry(TODAY, itch=2))


def test_it_is_told_how_many_pictures_are_copied_and_stops_where_nobody_waits(journal: Journal) -> None:
    for number in range(4):
        added(journal, number)
    shelf, told = Shelf(journal.path), []

    def goes_on(share: float) -> bool:
        told.append(share)
        return share < 0.5

    with pytest.raises(DiaryError) as caught:
        shelf.back_up(journal, NOW, goes_on=goes_on)
    assert caught.value.key == "copies.stopped"
    assert_worded(caught.value)
    assert told == [0, 0.25, 0.5]
    assert list(shelf.folder.place.iterdir()) == []
    assert shelf.back_up(journal, NOW).made is not None
