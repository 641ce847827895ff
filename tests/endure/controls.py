"""Careless ways of doing the same, which must be found out: they tell that the rig would see it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import patch

from adtracker.storage import database
from tests.endure.actions import ACTIONS, Action
from tests.endure.place import Place

_UNSYNCED = (*database.PRAGMAS, "synchronous=OFF")
_USUAL = (*database.PRAGMAS, "journal_mode=DELETE", "synchronous=FULL")


def _saving_with(pragmas: tuple[str, ...]) -> Action:
    def work(place: Place) -> Iterator[None]:
        with patch.object(database, "PRAGMAS", pragmas):
            yield from ACTIONS["save"].work(place)

    return replace(ACTIONS["save"], work=work)


def _copy_over(place: Place) -> Iterator[None]:
    """Going back to a copy as by hand."""
    shutil.copyfile(place.shelf.copies()[-1].file, place.diary)
    yield


CONTROLS = {
    "save, not waiting for the disk": _saving_with(_UNSYNCED),
    "save, as SQLite does by itself": _saving_with(_USUAL),
    "restore, by copying over the diary": replace(ACTIONS["restore"], work=_copy_over),
}
