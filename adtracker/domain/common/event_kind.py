"""What kind of event something on a time axis is; a kind of record may bring one of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, eq=False)
class EventKind:
    """A kind of event by its name; there is one value of each, as of an enumeration.

    Those named here have a mark of their own, all others share one. One that `is_planned` may lie ahead, one that
    `lasts` is shown as a bar over its days.
    """

    value: str
    is_planned: bool = False
    lasts: bool = False

    VISIT: ClassVar[EventKind]
    SIDE_EFFECT: ClassVar[EventKind]
    SCORE: ClassVar[EventKind]
    BEGUN: ClassVar[EventKind]
    CHANGED: ClassVar[EventKind]
    STOPPED: ClassVar[EventKind]
    DOSE: ClassVar[EventKind]
    SKIPPED: ClassVar[EventKind]
    PHOTO: ClassVar[EventKind]
    NOTE: ClassVar[EventKind]
    BREAK: ClassVar[EventKind]
    BAD_DAY: ClassVar[EventKind]


EventKind.VISIT = EventKind("visit", is_planned=True)
EventKind.SIDE_EFFECT = EventKind("side_effect", lasts=True)
EventKind.SCORE = EventKind("score")
EventKind.BEGUN = EventKind("begun")
EventKind.CHANGED = EventKind("changed")
EventKind.STOPPED = EventKind("stopped")
EventKind.DOSE = EventKind("dose")
EventKind.SKIPPED = EventKind("skipped")
EventKind.PHOTO = EventKind("photo")
EventKind.NOTE = EventKind("note")
EventKind.BREAK = EventKind("break", lasts=True)
EventKind.BAD_DAY = EventKind("bad_day")
