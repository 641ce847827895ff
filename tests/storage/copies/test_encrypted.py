"""Copies of a diary with a password: encrypted like it, with their own keys beside them, also where it is gone."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker.domain.records.day import DayEntry
from adtracker.errors import DiaryError, ProtectionError
from adtracker.protection.cost import Cost
from adtracker.protection.labels import new_key
from adtracker.storage.copies.checking import check
from adtracker.storage.copies.keys import Lock, check_words, key_by_password, lock_of
from adtracker.storage.copies.shelf import Shelf, opened_aside
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal
from adtracker.storage.naming import keys_of
from tests.storage.samples import NOW, TODAY, assert_worded, open_journal
from tests.storage.test_photos import added, pixels

PASSWORD, KEY = "four quiet grey herons", bytes(range(32))
CANARY = "canary-20c7-medlar"
DAY = timedelta(days=1)


def _open(path: Path, key: bytes | None = KEY) -> Journal:
    return Journal.open(path, lambda: TODAY, create=False, now=lambda: NOW, key=key)


@pytest.fixture
def protection(path: Path, tmp_path: Path) -> Protection:
    """A diary with a photo and a copy of it from before it had its password."""
    journal = open_journal(path)
    journal.save(DayEntry(TODAY - DAY, itch=1, note=CANARY))
    added(journal, 1, TODAY - DAY)
    Shelf(path).back_up(journal, NOW)
    journal.close()
    protection = Protection(path, tmp_path / "settings")
    protection.switch_on(KEY, PASSWORD, Cost())
    return protection


@pytest.fixture
def shelf(path: Path, protection: Protection) -> Shelf:
    """The same with a copy since, in two folders, and a day after it."""
    second = path.parent.parent / "stick"
    second.mkdir()
    shelf = Shelf(path, second, KEY)
    with closing(_open(path)) as journal:
        journal.save(DayEntry(TODAY - DAY, itch=4, note=CANARY))
        added(journal, 2, TODAY - DAY)
        done = shelf.back_up(journal, NOW + DAY)
        assert done.on_second
        journal.save(DayEntry(TODAY, itch=9, note=CANARY))
    return shelf


def test_a_copy_says_nothing_without_its_key(shelf: Shelf) -> None:
    last, first = shelf.copies()
    assert (lock_of(last), lock_of(first)) == (Lock.OPEN, Lock.NONE)
    assert check(last)
    assert check(first)
    assert lock_of(shelf.under(None).copies()[0]) is Lock.SHUT
    assert lock_of(shelf.under(new_key()).copies()[0]) is Lock.SHUT
    assert not check(shelf.under(None).copies()[0])
    assert all(one.is_good for one in shelf.drill())
    assert shelf.second is not None
    for folder in (shelf.folder, shelf.second):
        files = [file for file in folder.place.iterdir() if ".000002." in file.name]
        assert len(files) == 3  # the copy, its new picture, its keys
        for file in files:
            content = file.read_bytes()
            assert CANARY.encode() not in content
            assert KEY not in content
            assert b"JPEG" not in content


def test_nothing_is_copied_again_where_nothing_is_new(path: Path, shelf: Shelf) -> None:
    with closing(_open(path)) as journal:
        assert shelf.back_up(journal, NOW + 2 * DAY).made is not None
        assert shelf.back_up(journal, NOW + 3 * DAY).made is None
    # The picture from before is read in the plain file that has it.
    assert len(shelf.folder.pictures()) == 2


@pytest.mark.slow
def test_going_back_keeps_the_password_and_the_pictures(path: Path, shelf: Shelf, protection: Protection) -> None:
    protection.change_password(KEY, "another four words", Cost())
    done = shelf.restore(shelf.copies()[0], NOW)
    assert (done.contents.days, done.lacking) == (1, 0)
    assert protection.key_of("another four words") == KEY
    with closing(_open(path)) as journal:
        assert [entry.itch for entry in journal.entries()] == [4]
        assert {journal.picture(photo) for photo in journal.photos()} == {pixels(1).jpeg, pixels(2).jpeg}
        assert journal.check() == []
    with closing(opened_aside(done.aside / path.name, lambda: TODAY, KEY)) as aside:
        assert [entry.itch for entry in aside.entries()] == [4, 9]
    assert CANARY.encode() not in path.read_bytes()


def test_a_copy_from_before_the_password_is_plain_again(path: Path, shelf: Shelf, protection: Protection) -> None:
    shelf.restore(shelf.copies()[1], NOW)
    assert not protection.is_on
    assert not keys_of(path).exists()
    with closing(_open(path, None)) as journal:
        assert [entry.itch for entry in journal.entries()] == [1]
        assert [journal.picture(photo) for photo in journal.photos()] == [pixels(1).jpeg]


@pytest.mark.slow
def test_where_the_computer_is_new_the_stick_and_the_password_are_enough(
    path: Path, shelf: Shelf, protection: Protection
) -> None:
    for folder in (path.parent, shelf.folder.place):
        shutil.rmtree(folder)
    assert shelf.second is not None
    found = Shelf(path, shelf.second.place)
    with pytest.raises(DiaryError) as caught:
        found.restore(found.copies()[0], NOW)
    assert caught.value.key == "copies.locked"
    assert_worded(caught.value)
    with pytest.raises(ProtectionError):
        key_by_password(found.copies(), "not this one")
    key = key_by_password(found.copies(), PASSWORD)
    check_words(found.copies(), key)
    with pytest.raises(ProtectionError):
        check_words(found.copies(), new_key())
    found = found.under(key)
    found.restore(found.newest_good(), NOW)
    assert protection.key_of(PASSWORD) == KEY
    with closing(_open(path)) as journal:
        assert [entry.itch for entry in journal.entries()] == [4]
        assert all(journal.picture(photo) for photo in journal.photos())


def test_keys_go_when_their_copy_goes(path: Path, shelf: Shelf) -> None:
    copy = shelf.copies()[0]
    assert keys_of(copy.file).exists()
    shelf.folder.remove(copy)
    assert not keys_of(copy.file).exists()


@pytest.mark.slow
def test_a_backup_before_an_upgrade_and_a_full_copy_have_keys(path: Path, shelf: Shelf, protection: Protection) -> None:
    place = path.with_name("elsewhere.diary")
    with closing(_open(path)) as journal:
        journal.copy_to(place)
    assert Protection(place, place.parent / "no settings").key_of(PASSWORD) == KEY
    with closing(_open(place)) as copy:
        assert all(copy.picture(photo) for photo in copy.photos())
