"""The windows over a page in which something comes in: a file, the inbox, lines from a phone."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from adtracker.photos.drawn import drawn_skin
from adtracker.ui.settings.inbox.dialog import InboxDialog
from adtracker.ui.settings.inbox.photos_dialog import SkinPhotosDialog
from adtracker.ui.settings.lines.dialog import LinesDialog

if TYPE_CHECKING:
    from tests.ui.every_place import Places

_TABLE = "Datum;Juckreiz (0-100);Schlafstörung;Haut %;Schritte\n28.11.2026;65;3;25,5;8123\n29.11.2026;70;4;26;9002\n"


def _bring_in(places: Places) -> None:
    """A table that differs from the diary, read to its end."""
    file = places.context.journal.path.with_name("itch-2026.csv")
    file.write_text(_TABLE, encoding="utf-8")
    places.window.bring_in(file)
    places.context.tasks.wait()
    for _ in range(2):  # opened, then read
        places.settle()
        places.context.tasks.wait()


def _inbox(places: Places) -> InboxDialog:
    """One of each that can be said of a file, and photos."""
    folder = places.context.journal.path.with_name("inbox")
    folder.mkdir(exist_ok=True)
    (folder / "album").mkdir(exist_ok=True)
    for name in ("days.csv", "empty.csv", "half.part", ".sheet.jpg.icloud", "days.sync-conflict-20261129-101112-A.csv"):
        (folder / name).write_text("" if "empty" in name else _TABLE, encoding="utf-8")
    (folder / "arm.jpg").write_bytes(drawn_skin(0.4).jpeg)
    for file in folder.iterdir():
        os.utime(file, (0, 0))
    places.context.preferences.change(inbox=str(folder))
    places.window.incoming.show_files()
    dialog = places.window.findChildren(InboxDialog)[-1]
    places.until(lambda: dialog.photos.isVisibleTo(dialog))
    return dialog


def _inbox_photos(places: Places) -> None:
    dialog = _inbox(places)
    dialog.photos.click()
    photos = dialog.findChildren(SkinPhotosDialog)[-1]
    places.until(lambda: bool(photos.rows))


def _lines(places: Places) -> LinesDialog:
    """Lines of every fate, as they were read."""
    dialog = LinesDialog(places.window, places.context)
    dialog.open()
    dialog.field.setPlainText(
        "28.11.2026 itch 6 sleep 4 note hands sore\nitch 5, slept 6\nbought new cream\n6-7 28.11.\n"
    )
    dialog.read_now()
    places.context.tasks.wait()
    places.settle()
    return dialog


def _lines_help(places: Places) -> None:
    _lines(places).help.click()


def _lines_preview(places: Places) -> None:
    _lines(places).go.click()
    for _ in range(3):  # opened, then read
        places.context.tasks.wait()
        places.settle()


INCOMING: dict[str, Callable[[Places], object]] = {
    "lines from a phone": _lines,
    "five lines that work": _lines_help,
    "lines beside the diary": _lines_preview,
    "a file to be brought in": _bring_in,
    "files of the inbox": _inbox,
    "photos from the inbox": _inbox_photos,
}
