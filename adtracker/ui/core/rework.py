"""Something that is done to the file of the diary while nobody has it open, such as encrypting it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rework:
    """What `events.rework` asks for. `work` is done off the window's thread, and may raise AdtrackerError.

    `key` opens the diary afterwards, whether that went well or not; a plain diary needs none. `heading` and `words`
    stand in the window meanwhile, `done` is said afterwards.
    """

    work: Callable[[], None] = field(repr=False)
    key: bytes = field(repr=False)
    heading: str
    words: str
    done: str
