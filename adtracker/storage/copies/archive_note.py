"""When an archive of a diary was last made, and last left for later: a note among its copies."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from adtracker.files import write_whole
from adtracker.storage.copies.copy_folder import CopyFolder

_NOTE = ".adtracker-archived"


@dataclass(frozen=True, slots=True)
class ArchiveNote:
    """The day of the last archive, and the day on which one was last left for later; None for never."""

    made: date | None = None
    put_off: date | None = None


def archive_note(folder: CopyFolder) -> ArchiveNote:
    """The note; an empty one if there is none that can be read."""
    try:
        data = json.loads((folder.place / _NOTE).read_text(encoding="utf-8"))
        return ArchiveNote(_day(data["made"]), _day(data["put_off"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return ArchiveNote()


def note_archive(folder: CopyFolder, note: ArchiveNote) -> None:
    """Keep the note. Raises DiaryError."""
    folder.make()
    data = {"made": _text(note.made), "put_off": _text(note.put_off)}
    with folder.about():
        write_whole(folder.place / _NOTE, json.dumps(data).encode())


def _day(text: Any) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
