"""The pictures of an export: JPEGs in a folder beside the file, so that a person can look at them too."""

from __future__ import annotations

from pathlib import Path

from adtracker.domain.records.photo import Photo
from adtracker.errors import ExchangeError
from adtracker.exchange.codecs.photos import picture_name
from adtracker.exchange.created_file import created_place
from adtracker.exchange.snapshot import Snapshot
from adtracker.exchange.text_file import reason
from adtracker.files import write_whole
from adtracker.paths import private_folder


def picture_folder(file: Path) -> Path:
    """Where the pictures of an exported diary are."""
    return file.with_name(f"{file.stem}-photos")


def write_pictures(contents: Snapshot, file: Path, diary: Path) -> None:
    """Write the pictures that the export `file` will name. Raises ExchangeError."""
    photos = [photo for photo in contents.of(Photo) if photo.digest in contents.pictures]
    if not photos:
        return
    try:
        folder = private_folder(picture_folder(created_place(file, diary)))
        for name, digest in {picture_name(photo): photo.digest for photo in photos}.items():
            write_whole(folder / name, contents.pictures[digest])
    except (OSError, ValueError) as error:
        raise ExchangeError("exchange.cannot_write", file=file, reason=reason(error)) from None
