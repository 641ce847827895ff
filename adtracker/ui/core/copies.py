"""The copies of the open diary, as the window has them. Loads the storage, so it is loaded after the first paint."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from adtracker.domain.common.progress import GoesOn
from adtracker.domain.safety.archiving import is_archive_due
from adtracker.settings import Settings
from adtracker.storage.copies.archive_note import archive_note
from adtracker.storage.copies.shelf import BackedUp, Shelf
from adtracker.ui.core.context import Context

LONG = timedelta(days=30)


def shelf_of(diary: Path, settings: Settings, key: bytes | None = None) -> Shelf:
    """The copies of a diary with its key, with the second folder of the settings."""
    return Shelf(diary, Path(settings.second_folder) if settings.second_folder else None, key)


def own_shelf(context: Context) -> Shelf:
    """The copies of the diary that is open."""
    return shelf_of(context.journal.path, context.preferences.value, context.journal.key)


def backing_up(context: Context) -> Callable[[], BackedUp]:
    """The work of making a copy if anything is new, to be done off the window's thread. It raises DiaryError."""
    return partial(own_shelf(context).back_up, context.journal, context.now())


def backing_up_now(context: Context) -> Callable[[GoesOn], BackedUp]:
    """The same in any case, as work that a person watches and can stop."""
    shelf, now = own_shelf(context), context.now()
    return lambda goes_on: shelf.back_up(context.journal, now, always=True, goes_on=goes_on)


def is_time_for_archive(context: Context) -> bool:
    """Whether an archive is to be offered; reads the diary. It raises DiaryError."""
    span, shelf = context.journal.span(), own_shelf(context)
    note = archive_note(shelf.folder)
    return is_archive_due(None if span is None else span.first, note.made, note.put_off, context.today())


def note_backed_up(context: Context, done: BackedUp) -> None:
    """Remember that the second folder has the last copy."""
    if done.on_second:
        context.preferences.change(second_copied=context.now().date().isoformat())


def second_since(settings: Settings) -> date | None:
    """The day on which the second folder last got a copy."""
    try:
        return date.fromisoformat(settings.second_copied)
    except ValueError:
        return None


def is_second_late(settings: Settings, today: date) -> bool:
    """Whether there is a second folder, and it has had no copy for a month."""
    last = second_since(settings)
    return bool(settings.second_folder) and (last is None or today - last > LONG)
