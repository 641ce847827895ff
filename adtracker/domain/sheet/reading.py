"""What was read off a sheet of paper: answers, those that a person has to be asked about, and the line for a note.

A reader knows the sheet alone: it names an own question or a treatment by the short key that is printed in the corner
codes. `naming.named` puts the keys of a diary in their place. Nothing here is stored; it is compared and shown first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from adtracker.domain.edits.edit import Part
from adtracker.domain.records.sign import Sign
from adtracker.domain.sheet.spec import SheetSpec


class Doses(NamedTuple):
    """How many doses of a treatment were marked as taken, and as skipped."""

    taken: int
    skipped: int = 0


# 0 to 10 for itch, sleep and a question on a scale, 1 or 0 for one of yes or no; whether woken; what was ticked of the
# signs; the doses of a treatment.
Answer = float | bool | tuple[Sign, ...] | Doses


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """One answer on one day; rows that were left empty have none.

    `part` is the one of the day that an import fills: ("itch", ""), ("sleep_quality", ""), ("woken", ""),
    ("signs", ""), ("answers", key of the question); and ("doses", key of the treatment) beside the day. `sure` goes
    from 0 to 1. Where a person has to say what is meant, `value` is None and `candidates` are what it may be, the
    likeliest first; `crop` is then a picture (PNG) of the row, and empty otherwise.
    """

    day: date
    part: Part
    value: Answer | None
    candidates: tuple[Answer, ...] = ()
    sure: float = 1.0
    crop: bytes = field(default=b"", repr=False)

    @property
    def is_asked(self) -> bool:
        """Whether a person has to say what is meant."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """One sheet as it was read. `spec` says which it is: its number, its days, and the mark of its diary.

    `note` is a picture (PNG) of the line for a note, None where nothing was written there. `unknown` are parts printed
    on the sheet that the diary has no more; nothing of them is in `answers`.
    """

    spec: SheetSpec
    answers: tuple[ReadAnswer, ...]
    note: bytes | None = field(default=None, repr=False)
    unknown: tuple[Part, ...] = ()

    @property
    def clear(self) -> tuple[ReadAnswer, ...]:
        """The answers that need no look."""
        return tuple(one for one in self.answers if not one.is_asked)

    @property
    def asked(self) -> tuple[ReadAnswer, ...]:
        """The answers that a person has to look at."""
        return tuple(one for one in self.answers if one.is_asked)
