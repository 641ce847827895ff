"""What becomes of a file once it stands in the diary: it is known by what was in it, and moves aside."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from adtracker.inbox.looking import Item, Look, look_into
from adtracker.inbox.setting_aside import set_aside
from adtracker.storage.taken_files import note_taken, taken_before
from adtracker.ui.core.context import Context


def looking(context: Context, folder: Path, before: Look | None) -> Look:
    """One look into a folder, beside what this diary took. Not on the window's thread. Raises DiaryError."""

    def known(digests: Collection[str]) -> Collection[str]:
        return context.journal.with_files(lambda database, _: taken_before(database, digests))

    return look_into(folder, known, context.now().timestamp(), before)


def take_away(context: Context, items: Sequence[Item], today: date) -> int:
    """Remember these as taken, then move them aside; how many could not be moved. Raises DiaryError."""
    digests = [item.digest for item in items if item.digest]
    context.journal.with_files(lambda database, _: note_taken(database, digests, today))
    return sum(not set_aside(item) for item in items)


def after_taking(context: Context, items: Sequence[Item]) -> None:
    """Do so off the window's thread, and have the inbox looked at again."""
    if not items:
        return
    task = context.tasks.run(partial(take_away, context, list(items), context.today()), is_for_diary=True)
    task.failed.connect(context.events.failed)
    task.finished.connect(context.events.look_inbox)
