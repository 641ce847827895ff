"""What was found in a file from elsewhere: what to take in, and every row that cannot be, with place and reasons."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from adtracker.domain.photo import CleanPhoto
from adtracker.domain.problem import Problem
from adtracker.exchange.contents import Records
from adtracker.exchange.known import Known

DATE = "date"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: its `line` (1-based) in a table, or its `path` ("days[17]") in JSON.

    `table` is the file's name where it is not the file that was asked for but a table beside it.
    """

    line: int | None = None
    path: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """One row that was not taken, and why: at least one problem."""

    place: Place
    problems: Sequence[Problem]


class Parsed(Records):
    """The content of a file, gathered row by row. If anything is `refused`, nothing of it may be stored.

    Treatments are new ones, with keys below zero that their doses point at. `pictures` are those of the photos, by
    digest. `today` is the last day that may have an entry, `known` what the file may name.
    """

    def __init__(self, today: date, known: Known | None = None) -> None:
        super().__init__()
        self.today = today
        self.known = known or Known()
        self.pictures: dict[str, CleanPhoto] = {}
        self.refused: list[Refused] = []
        self._seen: set[Hashable] = set()
        self._numbers = count(-1, -1)

    def new_number(self) -> int:
        """A number for a record that others of the file point at; below zero, which no stored one is."""
        return next(self._numbers)

    def is_first(self, kind: type[Any], identity: Hashable) -> bool:
        """Whether nothing of this kind and identity stood further up; from now on something does."""
        name = kind, identity
        if name in self._seen:
            return False
        self._seen.add(name)
        return True

    def refuse(self, place: Place, problems: Sequence[Problem]) -> None:
        """Note a row that cannot be taken."""
        self.refused.append(Refused(place, problems))
