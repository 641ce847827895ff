"""What is done with a diary that has a password, to be killed and cut like the rest (`actions`).

However it ends, one of the two passwords opens the diary, all of it is there, and each copy is whole and opens as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from adtracker import paths
from adtracker.errors import ProtectionError
from adtracker.protection.cost import Cost
from adtracker.protection.key_file import read_key_file
from adtracker.storage.copies.checking import check, look_into
from adtracker.storage.copies.copy_folder import Copy
from adtracker.storage.copies.pictures import lacking
from adtracker.storage.copies.rekeying import plain_files
from adtracker.storage.copies.shelf import Shelf, opened_aside
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.header import is_sealed
from adtracker.storage.journal import Journal
from adtracker.storage.naming import keys_of
from tests.endure.place import LATER, Place, add_photo, day_of, look_at
from tests.storage.samples import NOW, TODAY

OLD, NEW = bytes(range(32)), bytes(range(32, 64))
FIRST, SECOND = "four quiet grey herons", "another four words"
_DAYS, _PHOTOS = 4, 2
_KEYS = (OLD, NEW)


@dataclass(frozen=True, slots=True)
class Found:
    """What opened a diary: its key, None for a plain one, and the password that gave it."""

    key: bytes | None
    password: str | None


def protection(place: Place) -> Protection:
    """The password of the diary."""
    return Protection(place.diary, paths.settings_file().parent)


def shelf(place: Place, key: bytes | None) -> Shelf:
    """The copies of both folders, with a key."""
    return Shelf(place.diary, place.stick, key)


@contextmanager
def opened(place: Place, key: bytes | None) -> Iterator[Journal]:
    """The diary, open with a key."""
    with closing(Journal.open(place.diary, lambda: TODAY, create=False, now=lambda: NOW, key=key)) as journal:
        yield journal


def found(place: Place) -> Found:
    """What opens the diary, which is whole."""
    guarded = protection(place)
    given = Found(None, None)
    if guarded.is_on:
        given = next(one for one in map(partial(_by_password, guarded), (SECOND, FIRST)) if one is not None)
    with opened(place, given.key) as journal:
        assert look_at(journal) == (_DAYS, _PHOTOS)
    assert not list(place.diary.parent.glob("*.next")), "the next start settles what was cut off"
    return given


def plain(place: Place) -> None:
    """A diary without a password, and a copy of it in two folders."""
    place.stick.mkdir()
    place.settle(_DAYS, _PHOTOS)
    with opened(place, None) as journal:
        assert shelf(place, None).back_up(journal, NOW).on_second


def sealed(place: Place) -> None:
    """The same with a password, and two copies since."""
    plain(place)
    protection(place).switch_on(OLD, FIRST, Cost())
    with opened(place, OLD) as journal:
        for days in (1, 2):
            assert shelf(place, OLD).back_up(journal, NOW + timedelta(days=days), always=True).on_second


def all_sealed(place: Place) -> None:
    """The same without any plain copy."""
    sealed(place)
    assert encrypt_copies_now(place) == []


def set_password(place: Place) -> Iterator[None]:
    """Encrypt it."""
    if not protection(place).is_on:
        protection(place).switch_on(OLD, FIRST, Cost())
    yield


def take_off(place: Place) -> Iterator[None]:
    """Make it plain again."""
    if protection(place).is_on:
        protection(place).switch_off(OLD)
    yield


def another_password(place: Place) -> Iterator[None]:
    """Another password for the diary and its copies."""
    assert protection(place).change_password(OLD, SECOND, Cost(), shelf(place, OLD)) == []
    yield


def another_key(place: Place) -> Iterator[None]:
    """Another key for the diary and its copies."""
    if found(place).key == OLD:
        assert protection(place).change_key(OLD, NEW, SECOND, Cost(), shelf(place, OLD)) == []
    yield


def encrypt_copies(place: Place) -> Iterator[None]:
    """Encrypt the copies from before the password."""
    assert encrypt_copies_now(place) == []
    yield


def encrypt_copies_now(place: Place) -> list[Path]:
    """The same at once; what could not be."""
    return protection(place).encrypt_files(plain_files(place.diary, shelf(place, OLD)), OLD)


def go_back(place: Place) -> Iterator[None]:
    """Go back to the copy that is encrypted."""
    copies = shelf(place, OLD)
    copies.restore(copies.copies()[0], LATER)
    yield


def two_states(place: Place) -> None:
    """An encrypted copy of all days, and a diary that has one day and one photo more."""
    sealed(place)
    with opened(place, OLD) as journal:
        journal.save(day_of(_DAYS))
        add_photo(journal, _PHOTOS)


def has_password(place: Place) -> int:
    """Whether it is encrypted."""
    return int(found(place).key is not None)


def is_plain(place: Place) -> int:
    """Whether it is plain."""
    return int(found(place).key is None)


def has_second_password(place: Place) -> int:
    """Whether the new password opens it, and, if that was acknowledged, every encrypted copy."""
    is_new = found(place).password == SECOND
    opened_by = look_at_copies(place)
    return int(is_new and opened_by <= {Found(OLD, SECOND)})


def has_new_key(place: Place) -> int:
    """Whether it has the new key, and all copies with it."""
    is_new = found(place).key == NEW
    return int(is_new and look_at_copies(place) <= {Found(NEW, SECOND)})


def copies_are_sealed(place: Place) -> int:
    """Whether no copy is plain."""
    assert found(place) == Found(OLD, FIRST)
    look_at_copies(place)
    return int(not plain_files(place.diary, shelf(place, OLD)))


def has_gone_back(place: Place) -> int:
    """Whether it is the copy; what was there before is set aside then, and whole."""
    assert protection(place).key_of(FIRST) == OLD
    with opened(place, OLD) as journal:
        now = look_at(journal)
    assert now in ((_DAYS, _PHOTOS), (_DAYS + 1, _PHOTOS + 1))
    if now == (_DAYS, _PHOTOS):
        aside = next((place.diary.parent / "set aside").glob("*/my.diary"))
        with closing(opened_aside(aside, lambda: TODAY, OLD)) as journal:
            assert look_at(journal) == (_DAYS + 1, _PHOTOS + 1)
    look_at_copies(place)
    return int(now == (_DAYS, _PHOTOS))


def look_at_copies(place: Place) -> set[Found]:
    """What opens the encrypted copies, all of which are whole, as the plain ones are."""
    opened_by = set()
    for folder in (shelf(place, None).folder, shelf(place, None).second):
        assert folder is not None
        for copy in folder.copies():
            given = _of_copy(copy)
            with_key = Copy(copy.file, copy.name, given.key)
            held = look_into(with_key)
            assert held is not None
            assert check(with_key), f"{copy.name.text} is a half copy under a good name"
            missing = held.photos
            for key in _KEYS:
                missing &= lacking(type(folder)(folder.place, key), copy.name.diary, held.photos)
            assert not missing
            if given.key is not None:
                opened_by.add(given)
    return opened_by


def _of_copy(copy: Copy) -> Found:
    if not is_sealed(copy.file):
        return Found(None, None)
    keys = read_key_file(keys_of(copy.file).read_bytes())
    for password in (SECOND, FIRST):
        for key in keys.keys(password):
            if check(Copy(copy.file, copy.name, key)):
                return Found(key, password)
    raise AssertionError(f"no password opens {copy.name.text}")


def _by_password(guarded: Protection, password: str) -> Found | None:
    with suppress(ProtectionError):
        return Found(guarded.key_of(password), password)
    return None
