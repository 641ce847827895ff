"""What every command works at: the texts, the diary it is about, the clock, and where its output goes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from adtracker import paths
from adtracker.domain.common.period import diary_day
from adtracker.errors import AdtrackerError
from adtracker.files import is_there
from adtracker.resources import Texts
from adtracker.settings import Settings

if TYPE_CHECKING:
    from adtracker.storage.journal import Journal

FINE, FAILED, WRONG_USAGE, REFUSED = range(4)


class UsageError(AdtrackerError):
    """The command cannot be carried out as it was given; `key` names a sentence in `cli.toml`."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What was given to open a diary with; None for what was not.

    Of `passwords` the first opens the diary, and the next is a new one where a command sets one.
    """

    passwords: tuple[str, ...] | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class CommandContext:
    """One call of the program. `diary` is the file that it is about."""

    texts: Texts
    settings: Settings
    diary: Path
    now: Callable[[], datetime]
    secrets: Secrets = Secrets()
    keys: dict[Path, bytes] = field(default_factory=dict, repr=False)  # that were found since

    @property
    def settings_folder(self) -> Path:
        """Where the settings lie, and spare keys with them."""
        return paths.settings_file().parent

    def today(self) -> date:
        """The diary day it is now."""
        return diary_day(self.now(), self.settings.day_starts_at)

    @contextmanager
    def journal(self, diary: Path | None = None, *, create: bool = False) -> Iterator[Journal]:
        """The open diary; a command that only reads never makes one. Raises DiaryError."""
        from adtracker.commands.access import key_of  # noqa: PLC0415, as below
        from adtracker.storage.copies.unfinished import finish  # noqa: PLC0415
        from adtracker.storage.header import is_sealed  # noqa: PLC0415
        from adtracker.storage.journal import Journal  # noqa: PLC0415, not loaded for --help and wrong usage

        place = diary or self.diary
        finish(place)
        key = key_of(self, place) if is_there(place) and is_sealed(place) else None
        journal = Journal.open(place, self.today, create=create, now=self.now, key=key)
        try:
            yield journal
        finally:
            journal.close()

    def text(self, key: str, **values: object) -> str:
        """A sentence of the command line."""
        return self.texts.say(f"cli.{key}", **values)

    def say(self, key: str, **values: object) -> None:
        """Print a sentence."""
        self.show(self.text(key, **values))

    def show(self, text: str) -> None:
        """Print a finished text."""
        write_line(sys.stdout, text)

    def ask(self, key: str, **values: object) -> str:
        """Ask a question; what was typed. Nothing is asked, and "" is the answer, where there is no terminal."""
        if sys.stdin is None or not sys.stdin.isatty():
            return ""
        self.say(key, **values)
        return sys.stdin.readline()

    def complain(self, text: str) -> None:
        """Print a finished text to standard error."""
        write_line(sys.stderr, text)


def write_line(stream: TextIO | None, text: str) -> None:
    """Write to standard output or standard error; a program started without a terminal has neither."""
    if stream is not None:
        stream.write(f"{text}\n")
