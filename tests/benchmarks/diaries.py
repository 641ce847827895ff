"""The diaries that are measured: new, the demonstration of 24 weeks, and one kept for twenty years."""

from __future__ import annotations

import pickle
from contextlib import closing
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from adtracker import resources
from adtracker.commands.context import CommandContext
from adtracker.commands.report import make
from adtracker.domain.demo.diary import demo_diary
from adtracker.domain.edits.edit import Change, Edit
from adtracker.protection.cost import Cost
from adtracker.report.typeset import Job, typeset_here
from adtracker.resources import Texts
from adtracker.settings import Settings
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal


def today() -> date:
    """The day it is: the app is timed as it is started, so its diary ends today."""
    return datetime.now(UTC).astimezone().date()


@cache
def new(folder: Path) -> Path:
    """A diary without a day."""
    file = folder / "new.diary"
    Journal.open(file, today).close()
    return file


@cache
def demonstration(folder: Path) -> Path:
    """The demonstration diary."""
    return _made(folder / "demonstration.diary", years=None)


@cache
def ten_years(folder: Path) -> Path:
    """A diary kept for ten years."""
    return _made(folder / "ten-years.diary", years=10)


@cache
def twenty_years(folder: Path) -> Path:
    """A diary kept for twenty years."""
    return _made(folder / "twenty-years.diary", years=20)


KEY = bytes(range(32))


@cache
def encrypted(folder: Path) -> Path:
    """The demonstration diary with a password; its key is `KEY`."""
    file = _made(folder / "encrypted.diary", years=None)
    Protection(file, folder / "no settings").switch_on(KEY, "four quiet grey herons", Cost())
    return file


def _made(file: Path, years: int | None) -> Path:
    demo = demo_diary(today(), resources.body(), years=years)
    with closing(Journal.open(file, today)) as journal:
        journal.replay(Edit(tuple(Change(None, record) for record in demo.records)))
    return file


def typeset_job(folder: Path) -> Path:
    """The very job that `adtracker report` gives to Typst for the demonstration diary, as a pickled tuple."""
    kept: list[Job] = []

    def keep(job: Job) -> list[bytes]:
        kept.append(job)
        return typeset_here(job)

    desk = CommandContext(Texts(), Settings(), demonstration(folder), lambda: datetime.now(UTC).astimezone())
    make(desk, typeset=keep)
    file = folder / "job.pickle"
    file.write_bytes(pickle.dumps(tuple(kept[0])))
    return file
