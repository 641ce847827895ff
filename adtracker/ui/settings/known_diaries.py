"""Looks up whose the diaries are that were opened on this computer. Loads SQLAlchemy."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from adtracker.errors import DiaryError
from adtracker.storage.header import is_sealed
from adtracker.storage.whose import whose
from adtracker.ui.kit.diaries.diary_list import KnownDiary


def known_diaries(files: Sequence[str], open_file: Path, open_name: str) -> Sequence[KnownDiary]:
    """The open diary first, then the others in the order of `files`; one that has several names stands there once."""
    others = [Path(file) for file in files if not _is_same(Path(file), open_file)]
    return [KnownDiary(open_file, open_name, is_open=True), *map(_known, others)]


def _known(file: Path) -> KnownDiary:
    """Of one with a password nobody sees whose it is before it is opened."""
    name = whose(file)
    if name is None:
        with suppress(DiaryError):
            if is_sealed(file):
                return KnownDiary(file, "", is_protected=True)
    return KnownDiary(file, name)


def _is_same(file: Path, open_file: Path) -> bool:
    if file == open_file:
        return True
    with suppress(OSError):
        return file.samefile(open_file)
    return False
