"""Something that is done to the file of the diary while nobody has it open, such as encrypting it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rework:
    """What `events.rework` asks for. `work` is done off the window's thread, and may raise AdtrackerError; it gives the
    copies that it could not do the same to.

    `key` opens the diary afterwards; if the work failed, `spare` does, or the password is asked for. A plain diary
    needs none. `heading` and `words` stand in the window meanwhile, `done` is said afterwards, and of files that keep
    what they had what `left` makes of their names.
    """

    work: Callable[[], Sequence[Path]] = field(repr=False)
    key: bytes = field(repr=False)
    spare: bytes | None = field(repr=False)
    heading: str
    words: str
    done: str
    left: Callable[[str], str] = str
