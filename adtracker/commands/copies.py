"""`adtracker backup`, `backups` and `restore`: copies of the diary are made, looked at and gone back to."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adtracker.commands.access import key_of, key_of_copies
from adtracker.commands.context import FAILED, FINE, CommandContext
from adtracker.errors import DiaryError, ProtectionError
from adtracker.report.wording import Wording
from adtracker.storage.soundness import refuse_damaged

if TYPE_CHECKING:
    from adtracker.storage.copies.checking import CheckedCopy
    from adtracker.storage.copies.contents import Contents
    from adtracker.storage.copies.copy_folder import Copy
    from adtracker.storage.copies.shelf import BackedUp, Shelf
    from adtracker.storage.journal import Journal


def back_up(desk: CommandContext, *, to: Path | None) -> int:
    """Make a copy, and bring it to a second folder: the one that is named, or that of the settings.

    Raises DiaryError; that the folder of the settings is not there is said, and is no failure.
    """
    with desk.journal() as journal:
        done = shelf_of(desk, to).back_up(journal, desk.now(), always=True)
    assert done.made is not None, "a copy was asked for"
    desk.say("copies.made", file=done.made.copy.file, contents=_words(desk, done.made.contents))
    if done.made.damaged:
        desk.say("copies.damaged_pictures", count=len(done.made.damaged))
    if done.why_not is not None and to is not None:
        raise done.why_not
    _tell_second(desk, done, to)
    return FINE


def before_change(desk: CommandContext, journal: Journal) -> None:
    """Make a copy before much is changed, if anything is new; what keeps it from being made is said, and no more.

    Raises DiaryError for a diary that is damaged.
    """
    if journal.read_only:
        return
    refuse_damaged(journal)
    try:
        shelf_of(desk, None).back_up(journal, desk.now(), was_looked_at=True)
    except DiaryError as error:
        desk.complain(desk.texts.error(error))


def show(desk: CommandContext, *, as_json: bool, with_check: bool) -> int:
    """List the copies; with a check the last three are opened and compared. Raises DiaryError."""
    from adtracker.storage.copies.checking import look_into  # noqa: PLC0415 -- not loaded for --help

    shelf = _unlocked(desk, shelf_of(desk, None), is_asking=False)
    copies = [(copy, look_into(copy)) for copy in shelf.copies()]
    checked = {one.copy.name: one for one in shelf.drill()} if with_check else {}
    if as_json:
        desk.show(json.dumps([_data(copy, held, checked.get(copy.name)) for copy, held in copies], indent=2))
    else:
        for copy, held in copies:
            found = checked.get(copy.name)
            desk.show(_line(desk, copy, held) + ("" if found is None else f"  {_fate(desk, found)}"))
        if with_check or not copies:
            desk.show(_verdict(desk, list(checked.values())))
    return FINE if all(one.is_good for one in checked.values()) else FAILED


def restore(desk: CommandContext, *, name: str | None) -> int:
    """Go back to a copy, the last one that is good if none is named. Raises DiaryError; nothing was changed then."""
    from adtracker.storage.header import looks_sealed  # noqa: PLC0415 -- not loaded for --help and wrong usage

    shelf = shelf_of(desk, None)
    named = None if name is None else shelf.named(name)
    shelf = _unlocked(desk, shelf, named, is_asking=True)
    copy = shelf.newest_good() if name is None else shelf.named(name)
    done = shelf.restore(copy, desk.now())
    if copy.key is not None:
        desk.keys[desk.diary] = copy.key
    with desk.journal():  # also brings an older one to the current form
        desk.say("copies.restored", file=desk.diary, name=copy.file.name, contents=_words(desk, done.contents))
    if copy.key is not None and not looks_sealed(desk.diary):
        desk.say("copies.plain_now", file=desk.diary)
    desk.say("copies.aside", folder=done.aside)
    if done.lacking:
        desk.say("copies.lacking", count=done.lacking)
    return FINE


def shelf_of(desk: CommandContext, to: Path | None) -> Shelf:
    """The copies of the diary, in the usual folder and in a second one: that which is named, or of the settings."""
    from adtracker.storage.copies.shelf import Shelf  # noqa: PLC0415 -- not loaded for --help and wrong usage

    named = desk.settings.second_folder
    return Shelf(desk.diary, to or (Path(named) if named else None))


def _unlocked(desk: CommandContext, shelf: Shelf, named: Copy | None = None, *, is_asking: bool) -> Shelf:
    """The copies with the key that opens them: the diary's, or, where that says none or another, their own.

    Only where `is_asking` is the password asked for that only copies have. Raises ProtectionError, UsageError.
    """
    from adtracker.storage.copies.keys import Lock, is_any_sealed, lock_of  # noqa: PLC0415 -- as above
    from adtracker.storage.header import looks_sealed  # noqa: PLC0415

    copies = shelf.copies() if named is None else [named]
    key, has_secrets = None, desk.secrets.passwords is not None or desk.secrets.words is not None
    if looks_sealed(desk.diary):
        try:
            key = key_of(desk, desk.diary)
        except (DiaryError, ProtectionError):
            if not is_any_sealed(copies):
                raise
    shelf = shelf.under(key)
    if (is_asking or has_secrets or key is not None) and is_any_sealed(copies):
        is_open = any(lock_of(replace(copy, key=key)) is Lock.OPEN for copy in copies)
        if not is_open and (is_asking or has_secrets):
            shelf = shelf.under(key_of_copies(desk, copies))
    return shelf


def _tell_second(desk: CommandContext, done: BackedUp, to: Path | None) -> None:
    if done.on_second:
        desk.say("copies.second", folder=to or desk.settings.second_folder)
    elif done.why_not is not None:
        desk.show(desk.texts.error(done.why_not))


def _words(desk: CommandContext, held: Contents) -> str:
    if held.last is None:
        return desk.text("copies.empty")
    return desk.text("copies.days", count=held.days, last=Wording(desk.texts).day(held.last))


def _line(desk: CommandContext, copy: Copy, held: Contents | None) -> str:
    from adtracker.storage.copies.keys import Lock, lock_of  # noqa: PLC0415 -- as above

    made = f"{copy.name.made.astimezone(desk.now().tzinfo):%Y-%m-%d %H:%M}"
    lock = lock_of(copy)
    unread = desk.text("copies.locked" if lock is Lock.SHUT else "copies.bad")
    what = [made, unread if held is None else _words(desk, held), copy.file.name]
    if lock is Lock.NONE and copy.key is not None:
        what.insert(2, desk.text("copies.plain"))
    return "  ".join(what)


def _fate(desk: CommandContext, found: CheckedCopy) -> str:
    if found.is_good:
        return desk.text("copies.good")
    return desk.text("copies.bad") if found.contents is None else desk.text("copies.lacking", count=found.lacking)


def _verdict(desk: CommandContext, checked: list[CheckedCopy]) -> str:
    good = [one.contents for one in checked if one.is_good and one.contents is not None]
    if not checked:
        return desk.text("copies.none")
    if not good:
        return desk.text("copies.none_good")
    key = "copies.all_good" if len(good) == len(checked) else "copies.some_good"
    how_many = desk.text(f"copies.count_{len(good)}")
    return desk.text(key, how_many=how_many, count=len(checked), contents=_words(desk, good[0]))


def _data(copy: Copy, held: Contents | None, found: CheckedCopy | None) -> dict[str, Any]:
    from adtracker.storage.copies.keys import lock_of  # noqa: PLC0415 -- as above

    data: dict[str, Any] = {
        "name": copy.name.text,
        "folder": str(copy.file.parent),
        "number": copy.name.number,
        "made_at": copy.name.made.astimezone(UTC).isoformat(),
        "readable": held is not None,
        "password": lock_of(copy).value,
        "days": None if held is None else held.days,
        "first_day": None if held is None or held.first is None else held.first.isoformat(),
        "last_day": None if held is None or held.last is None else held.last.isoformat(),
        "photos": None if held is None else len(held.photos),
    }
    return data if found is None else {**data, "good": found.is_good, "photos_lacking": found.lacking}
