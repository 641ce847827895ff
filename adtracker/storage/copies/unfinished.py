"""Carries out what was planned when somebody went back to a copy, should a crash have come in between."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from adtracker.errors import DiaryError
from adtracker.files import is_there, sync_folder

PLAN = "plan.json"


def stage_of(diary: Path) -> Path:
    """The hidden folder in which the files are made ready that are to take the place of a diary."""
    return diary.with_name(f".{diary.name}.restoring")


def is_unfinished(diary: Path) -> bool:
    """Whether a copy is about to take the place of a diary."""
    return (stage_of(diary) / PLAN).exists()


def finish(diary: Path) -> None:
    """Carry out the plan to put a copy in the place of a diary, if there is one. Raises DiaryError.

    It makes no difference how much of it was done before, or whether another program is doing it.
    """
    stage = stage_of(diary)
    try:
        plan = json.loads((stage / PLAN).read_bytes())
    except (OSError, ValueError):
        return
    try:
        _carry_out(diary.parent, stage, plan)
    except OSError:
        raise DiaryError("copies.unfinished", file=diary, folder=diary.parent) from None


def _carry_out(folder: Path, stage: Path, plan: dict[str, list[str]]) -> None:
    aside = folder.joinpath(*plan["aside"])
    aside.mkdir(mode=0o700, parents=True, exist_ok=True)
    for made in (aside.parent, folder):  # before a file is moved to where a power cut may leave no folder
        sync_folder(made)
    for name in plan["files"]:
        if not is_there(aside / name):
            with suppress(FileNotFoundError):
                (folder / name).rename(aside / name)
    for changed in (aside, folder):
        sync_folder(changed)
    for name in plan["coming"]:
        with suppress(FileNotFoundError):
            (stage / name).replace(folder / name)
    sync_folder(folder)
    (stage / PLAN).unlink(missing_ok=True)
    clear(stage)


def clear(stage: Path) -> None:
    """Take away what was made ready; it is nothing but copies of files that are still there."""
    import shutil  # noqa: PLC0415 -- it takes milliseconds to load, and every start of the window loads this module

    shutil.rmtree(stage, ignore_errors=True)
