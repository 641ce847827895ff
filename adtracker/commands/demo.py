"""`adtracker demo`: a demonstration diary, its report and a picture of every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from adtracker import resources
from adtracker.commands import report
from adtracker.commands.context import FINE, CommandContext
from adtracker.commands.managed_folder import ManagedFolder
from adtracker.domain.demo.diary import demo_diary
from adtracker.domain.edits.edit import Change, Edit
from adtracker.errors import ExchangeError
from adtracker.exchange.text_file import reason

DIARY, REPORT, PICTURES = "demonstration.diary", "visit.pdf", "screens"
THEMES = ("light", "dark")
TEXT_PERCENTS = (100, 150)


def run(desk: CommandContext, *, folder: Path, only_pictures: bool) -> int:
    """Make the demonstration in `folder`. Raises UsageError if a file of somebody else stands in the way."""
    try:
        with TemporaryDirectory(prefix="adtracker-") as workshop:
            made = replace(desk, diary=Path(workshop) / DIARY)
            photos = write_diary(made)
            own = ManagedFolder(folder)
            if only_pictures:
                _put_pictures(desk, own, folder, "", _pictures(made, TEXT_PERCENTS))
            else:
                _put_all(desk, made, photos, own, folder)
    except OSError as error:
        raise ExchangeError("exchange.cannot_write", file=folder, reason=reason(error)) from None
    return FINE


def write_diary(desk: CommandContext) -> Path:
    """Make the demonstration as a new diary at the desk's place; the file of its photos, which lies beside it."""
    from adtracker.photos.drawn import drawn_skin  # noqa: PLC0415, Pillow is loaded for the pictures alone

    demo = demo_diary(desk.today(), resources.body())
    with desk.journal(create=True) as journal:
        journal.replay(Edit(tuple(Change(None, record) for record in demo.records)))
        for photo in demo.life.photos:
            journal.add_photo(drawn_skin(photo.redness), photo.day, photo.region)
        return journal.photo_file


def _put_all(desk: CommandContext, made: CommandContext, photos: Path, own: ManagedFolder, folder: Path) -> None:
    for name in (DIARY, photos.name, REPORT):
        own.check(name)  # before the work, not after it
    pictures = _pictures(made, TEXT_PERCENTS[:1])
    own.put(photos.name, photos.read_bytes())
    desk.say("demo.diary", file=own.put(DIARY, made.diary.read_bytes()))
    desk.say("demo.report", file=own.put(REPORT, report.make(made)[1]))
    _put_pictures(desk, own, folder / PICTURES, f"{PICTURES}/", pictures)


def _pictures(made: CommandContext, text_percents: Sequence[int]) -> Iterator[Path]:
    """The pictures of all pages, made beside the diary."""
    from adtracker.app import save_screens  # noqa: PLC0415, Qt is loaded for the pictures alone

    folder = made.diary.with_name(PICTURES)
    for percent in text_percents:
        yield from save_screens(made.diary, folder, THEMES, percent, made.now)


def _put_pictures(
    desk: CommandContext, own: ManagedFolder, folder: Path, prefix: str, pictures: Iterable[Path]
) -> None:
    done = [own.put(prefix + picture.name, picture.read_bytes()) for picture in pictures]
    desk.say("demo.screens", count=len(done), folder=folder)
