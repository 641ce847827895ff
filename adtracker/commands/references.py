"""What a file to be imported may name, asked of the diary that a command is about."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from adtracker.commands.context import CommandContext
from adtracker.domain.records.photo import CleanPhoto
from adtracker.exchange.known import known_to
from adtracker.exchange.picture_folder import picture_folder
from adtracker.exchange.references import References
from adtracker.files import is_there
from adtracker.photos.picture_file import take_back_file


def read_known(desk: CommandContext, file: Path) -> References:
    """What the file may name; a file that is refused makes no diary, so there may be none to ask. Raises DiaryError."""
    load = partial(_picture, picture_folder(file))
    if not is_there(desk.diary):
        return known_to(desk.texts, None, load)
    with desk.journal() as journal:
        return known_to(desk.texts, journal, load)


def _picture(folder: Path, name: str) -> CleanPhoto:
    return take_back_file(folder / name)
