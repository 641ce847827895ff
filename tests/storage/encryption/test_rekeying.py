"""A new key for a diary whose words somebody has seen; and its copies, which get the new password or key with it."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker.domain.records.day import DayEntry
from adtracker.errors import DiaryError, ProtectionError
from adtracker.protection.cost import Cost
from adtracker.storage.copies.copy_folder import Copy
from adtracker.storage.copies.keys import Lock, key_by_password, lock_of
from adtracker.storage.copies.rekeying import plain_files, remove
from adtracker.storage.copies.shelf import Shelf
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal
from tests.storage.samples import NOW, TODAY, open_journal
from tests.storage.test_photos import added, pixels

OLD, NEW = bytes(range(32)), bytes(range(32, 64))
FIRST, SECOND = "four quiet grey herons", "another four words"


def _open(path: Path, key: bytes | None) -> Journal:
    return Journal.open(path, lambda: TODAY, create=False, now=lambda: NOW, key=key)


@pytest.fixture
def shelf(path: Path, tmp_path: Path) -> Shelf:
    """A diary with a photo, a plain copy in two folders, and one that was set aside; then it got a password."""
    (tmp_path / "stick").mkdir()
    shelf = Shelf(path, tmp_path / "stick")
    with closing(open_journal(path)) as journal:
        journal.save(DayEntry(TODAY, itch=3, note="canary"))
        added(journal, 1)
        shelf.back_up(journal, NOW)
    shelf.restore(shelf.copies()[0], NOW)
    return shelf


@pytest.fixture
def protection(path: Path, tmp_path: Path, shelf: Shelf) -> Protection:
    protection = Protection(path, tmp_path / "settings")
    protection.switch_on(OLD, FIRST, Cost())
    return protection


def _is_whole(path: Path, key: bytes) -> bool:
    with closing(_open(path, key)) as journal:
        return journal.check() == [] and [journal.picture(one) for one in journal.photos()] == [pixels(1).jpeg]


@pytest.mark.slow
def test_plain_files_are_named_and_encrypted_on_request(path: Path, shelf: Shelf, protection: Protection) -> None:
    files = plain_files(path, shelf.under(OLD))
    assert len(files) == 6  # a copy and a file of pictures in each folder, and what was set aside
    assert protection.encrypt_files(files, OLD) == []
    assert plain_files(path, shelf.under(OLD)) == []
    assert all(b"canary" not in file.read_bytes() for file in files)
    assert all(one.is_good for one in shelf.under(OLD).drill())
    assert key_by_password(shelf.copies(), FIRST) == OLD
    with closing(_open(next((path.parent / "set aside").glob("*/my.diary")), OLD)) as aside:
        assert [aside.picture(one) for one in aside.photos()] == [pixels(1).jpeg]


def test_plain_files_are_removed_on_request(path: Path, shelf: Shelf, protection: Protection) -> None:
    assert remove(plain_files(path, shelf)) == []
    assert plain_files(path, shelf) == []
    assert _is_whole(path, OLD)


@pytest.mark.slow
def test_a_new_password_opens_the_copies_too(path: Path, shelf: Shelf, protection: Protection) -> None:
    with closing(_open(path, OLD)) as journal:
        shelf.back_up(journal, NOW + timedelta(days=1), always=True)
    assert protection.change_password(OLD, SECOND, Cost(), shelf) == []
    for place in (shelf.folder, shelf.second):
        assert place is not None
        assert key_by_password(place.copies(), SECOND) == OLD
        with pytest.raises(ProtectionError):
            key_by_password(place.copies(), FIRST)


@pytest.mark.slow
def test_a_copy_of_another_key_is_named(path: Path, shelf: Shelf, protection: Protection) -> None:
    with closing(_open(path, OLD)) as journal:
        made = shelf.back_up(journal, NOW + timedelta(days=1), always=True).made
    assert made is not None
    away = path.parent.parent / "away"
    shutil.copytree(shelf.folder.place, away)
    protection.encrypt_files(plain_files(path, shelf), OLD)
    assert protection.change_key(OLD, NEW, SECOND, Cost(), shelf) == []
    shutil.rmtree(shelf.folder.place)
    away.rename(shelf.folder.place)  # the stick is in again
    assert made.copy.file in protection.change_password(NEW, SECOND, Cost(), shelf)
    assert key_by_password([made.copy], FIRST) == OLD


@pytest.mark.slow
def test_a_new_key_opens_all_of_it_and_the_old_words_none(path: Path, shelf: Shelf, protection: Protection) -> None:
    with closing(_open(path, OLD)) as journal:
        shelf.back_up(journal, NOW + timedelta(days=1), always=True)
    protection.encrypt_files(plain_files(path, shelf), OLD)
    assert protection.change_key(OLD, NEW, SECOND, Cost(), shelf) == []
    assert protection.key_of(SECOND) == NEW
    with pytest.raises(ProtectionError):
        protection.key_of(FIRST)
    assert _is_whole(path, NEW)
    with pytest.raises(DiaryError):
        _open(path, OLD)
    for folder in (shelf.folder, shelf.second):
        assert folder is not None
        for copy in folder.copies():
            assert lock_of(Copy(copy.file, copy.name, NEW)) is Lock.OPEN
            assert lock_of(Copy(copy.file, copy.name, OLD)) is Lock.SHUT
    assert all(one.is_good for one in shelf.under(NEW).drill())
    shelf.under(NEW).restore(shelf.under(NEW).copies()[0], NOW)
    assert _is_whole(path, NEW)


def test_a_stick_that_comes_back_gets_what_was_encrypted_meanwhile(
    path: Path, tmp_path: Path, shelf: Shelf, protection: Protection
) -> None:
    stick = tmp_path / "stick"
    stick.rename(tmp_path / "out")
    protection.encrypt_files(plain_files(path, shelf), OLD)
    (tmp_path / "out").rename(stick)
    assert len(plain_files(path, shelf)) == 2
    with closing(_open(path, OLD)) as journal:
        assert shelf.back_up(journal, NOW + timedelta(days=1)).on_second
    assert plain_files(path, shelf) == []
