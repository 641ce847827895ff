"""Makes an archive: everything in every form, and the ZIP is read back before it is called made."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from adtracker.archive.container import Container
from adtracker.archive.filling import Filling
from adtracker.archive.years import Press
from adtracker.domain.common.progress import GoesOn, StoppedError, unwatched
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.errors import DiaryError, ExchangeError
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.exchange.created_file import creating
from adtracker.storage.copies.archive_note import archive_note, note_archive
from adtracker.storage.copies.making import own_folder
from adtracker.storage.journal import Journal
from adtracker.storage.soundness import refuse_damaged


@dataclass(frozen=True, slots=True)
class MadeArchive:
    """An archive that was made and read back: where it is, and how many days, photos with and photos without a picture
    are in it."""

    file: Path
    days: int
    photos: int
    lacking: int


def make_archive(
    journal: Journal, file: Path, now: datetime, today: date, press: Press, goes_on: GoesOn = unwatched
) -> MadeArchive | None:
    """Write an archive over what stands at `file`, unless that is a diary; None if `goes_on` said to stop.

    Takes seconds. That it was made is noted among the copies of the diary. Raises DiaryError, ReportError and
    ExchangeError; what was there is then as it was.
    """
    refuse_damaged(journal)
    contents = read_snapshot(journal)
    try:
        with creating(file, journal.path) as (target, draft):
            with Container(draft, f"skin-diary-{today.isoformat()}", now) as container:
                lacking = Filling(journal, container, goes_on).fill(contents, today, press)
            if not container.is_whole():
                raise ExchangeError("exchange.archive_not_whole", file=file)
    except StoppedError:
        return None
    _note(journal, today)
    photos = contents.of(Photo)
    return MadeArchive(target, len(contents.of(DayEntry)), len(photos) - lacking, lacking)


def _note(journal: Journal, today: date) -> None:
    """Where that cannot be noted, it is offered once too often."""
    folder = own_folder(journal.path)
    with suppress(DiaryError):
        note_archive(folder, replace(archive_note(folder), made=today))
