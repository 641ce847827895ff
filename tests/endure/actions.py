"""All that must live through a power cut or a killed program, each by its name.

What is added here is killed and cut like the rest: the diary before it, the work itself, which gives back each time
something of it was acknowledged to the person, and a look that says how much of it is there, and fails if anything is
half.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from adtracker.storage.copies.contents import opened_copy
from adtracker.storage.copies.copy_folder import Copy
from adtracker.storage.copies.copy_name import CopyName
from adtracker.storage.damage import is_damage
from adtracker.storage.salvage.salvaging import salvage
from tests.endure import sealed
from tests.endure.place import LATER, Place, add_photo, day_of, look_at, look_at_copies, look_at_file
from tests.storage.samples import NOW, open_journal

_OLD = Path(__file__).parents[1] / "storage" / "diaries" / "version-1.diary"
_OLD_DAYS = 4
_FEW, _MANY = 3, 9  # copies before: of many, each new one thins some out


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a person has the app do. `again` is whether it can be done once more, as a person would try."""

    name: str
    prepare: Callable[[Place], None]
    work: Callable[[Place], Iterator[None]]
    reached: Callable[[Place], int]
    again: bool = True


# --- Writing ---


def _few_days(place: Place) -> None:
    place.settle(2)


def _save(place: Place) -> Iterator[None]:
    with place.opened() as journal:
        for number in range(2, 10):
            journal.save(day_of(number))
            yield


def _saved(place: Place) -> int:
    with place.opened() as journal:
        return look_at(journal)[0] - 2


def _add_photos(place: Place) -> Iterator[None]:
    with place.opened() as journal:
        for number in range(4):
            add_photo(journal, number)
            yield


def _photos(place: Place) -> int:
    with place.opened() as journal:
        return look_at(journal)[1]


def _old_diary(place: Place) -> None:
    place.diary.parent.mkdir(mode=0o700)
    shutil.copyfile(_OLD, place.diary)


def _upgrade(place: Place) -> Iterator[None]:
    with place.opened():
        yield


def _upgraded(place: Place) -> int:
    for file in place.diary.parent.glob("*.diary"):
        if file != place.diary:  # what was kept of it before
            with opened_copy(Copy(file, CopyName.of(1, NOW, None))) as before:
                assert before.is_sound()
                assert before.row_counts()["day"] == _OLD_DAYS
    spare = place.root / "spare"
    shutil.copytree(place.diary.parent, spare)
    with closing(open_journal(spare / place.diary.name, create=False)) as journal:
        assert not any(map(is_damage, journal.check()))
        assert len(journal.entries()) == _OLD_DAYS
    shutil.rmtree(spare)
    return 1


# --- Copies ---


def _with_copies(place: Place, before: int) -> None:
    place.stick.mkdir()
    place.settle(1, photos=1)
    with place.opened() as journal:
        for number in range(before):
            when = NOW - timedelta(hours=8 * (before - number))
            assert place.both.back_up(journal, when, always=True).on_second


def _back_up(place: Place) -> Iterator[None]:
    with place.opened() as journal:
        for number in range(1, 4):
            journal.save(day_of(number))
            add_photo(journal, number)
            made = place.shelf.back_up(journal, NOW + timedelta(hours=8 * number), always=True).made
            assert made is not None
            assert not made.damaged
            yield


def _backed_up(place: Place) -> int:
    with place.opened() as journal:
        look_at(journal)
    assert len(place.shelf.copies()) >= _FEW
    return look_at_copies(place.shelf.folder) - _MANY


def _back_up_twice(place: Place) -> Iterator[None]:
    with place.opened() as journal:
        for number in range(1, 3):
            journal.save(day_of(number))
            add_photo(journal, number)
            assert place.both.back_up(journal, NOW + timedelta(hours=8 * number), always=True).on_second
            yield


def _backed_up_twice(place: Place) -> int:
    with place.opened() as journal:
        look_at(journal)
    second = place.both.second
    assert second is not None
    last = look_at_copies(second)
    assert last <= look_at_copies(place.shelf.folder)
    return last - _FEW


def _first_copy(place: Place) -> None:
    place.settle(3, photos=2)


def _back_up_first(place: Place) -> Iterator[None]:
    with place.opened() as journal:
        assert place.shelf.back_up(journal, NOW).made is not None
        yield


def _backed_up_first(place: Place) -> int:
    with place.opened() as journal:
        assert look_at(journal) == (3, 2)
    return look_at_copies(place.shelf.folder)


# --- Going back ---


def _two_states(place: Place, *, is_copied: bool) -> None:
    """A copy of one day and one photo, and a diary that has two of each, of which there is a copy or none."""
    place.settle(1, photos=1)
    with place.opened() as journal:
        place.shelf.back_up(journal, NOW)
        journal.save(day_of(1))
        add_photo(journal, 1)
        if is_copied:
            place.shelf.back_up(journal, LATER)


def _restore(place: Place) -> Iterator[None]:
    place.shelf.restore(place.shelf.copies()[-1], LATER)
    yield


def _restored(place: Place) -> int:
    with place.opened() as journal:
        found = look_at(journal)
    assert found in ((1, 1), (2, 2))
    assert look_at_copies(place.shelf.folder, grows=False) >= 1  # what was gone back to is copied before it goes again
    is_new = found == (1, 1)
    aside = [look_at_file(diary) for diary in (place.diary.parent / "set aside").glob("*/my.diary")]
    assert not is_new or (2, 2) in aside, "what was there before is set aside, and whole"
    return int(is_new)


# --- Saving what can be read ---


def _damaged(place: Place) -> None:
    place.settle(20, photos=1)
    content = place.diary.read_bytes()
    middle = len(content) // 2 // 4096 * 4096
    place.diary.write_bytes(content[:middle] + bytes(512) + content[middle + 512 :])


def _salvage(place: Place) -> Iterator[None]:
    new = place.root / "saved" / "new.diary"
    if not new.exists():
        salvage(place.diary, new, "Treatment {}".format)
    yield


def _salvaged(place: Place) -> int:
    new = place.root / "saved" / "new.diary"
    if not new.exists():
        return 0
    with closing(open_journal(new, create=False)) as journal:
        assert not any(map(is_damage, journal.check()))
        assert len(journal.entries()) > 0
    return 1


ACTIONS = {
    action.name: action
    for action in (
        Action("save", _few_days, _save, _saved),
        Action("add photos", _few_days, _add_photos, _photos, again=False),
        Action("bring up an older diary", _old_diary, _upgrade, _upgraded),
        Action("back up for the first time", _first_copy, _back_up_first, _backed_up_first, again=False),
        Action("back up", partial(_with_copies, before=_MANY), _back_up, _backed_up, again=False),
        Action(
            "back up to two folders", partial(_with_copies, before=_FEW), _back_up_twice, _backed_up_twice, again=False
        ),
        Action("restore", partial(_two_states, is_copied=True), _restore, _restored),
        Action("restore over what no copy has", partial(_two_states, is_copied=False), _restore, _restored),
        Action("salvage", _damaged, _salvage, _salvaged),
    )
}

SEALED = {
    action.name: action
    for action in (
        Action("set a password", sealed.plain, sealed.set_password, sealed.has_password),
        Action("take the password off", sealed.sealed, sealed.take_off, sealed.is_plain),
        Action("another password", sealed.sealed, sealed.another_password, sealed.has_second_password),
        Action("another key", sealed.all_sealed, sealed.another_key, sealed.has_new_key, again=False),
        Action("encrypt copies from before", sealed.sealed, sealed.encrypt_copies, sealed.copies_are_sealed),
        Action("restore with a password", sealed.two_states, sealed.go_back, sealed.has_gone_back, again=False),
    )
}
ACTIONS |= SEALED
