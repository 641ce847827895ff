"""What was found in a file from elsewhere: what to take in, and every row that cannot be, with place and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry, check_entry
from adtracker.domain.problem import Problem
from adtracker.domain.profile import Profile

DATE = "date"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands: its `line` (1-based) in a table, or its `path` ("days[17]") in JSON."""

    line: int | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """One row that was not taken, and why: at least one problem."""

    place: Place
    problems: Sequence[Problem]


class Parsed:
    """The content of a file, gathered row by row. If anything is `refused`, nothing of it may be stored.

    `profile` stays None and `courses` empty where a format does not carry them. `today` is the last day that may have
    an entry.
    """

    def __init__(self, today: date) -> None:
        self.today = today
        self.entries: list[DayEntry] = []
        self.courses: list[Course] = []
        self.profile: Profile | None = None
        self.refused: list[Refused] = []
        self._days: set[date] = set()

    def take(self, place: Place, entry: DayEntry, problems: Sequence[Problem]) -> None:
        """Add a day, or refuse its row for the problems found so far and those found here; an empty day is neither.

        If its date could not be read, the problems say so, and `entry.day` is not looked at.
        """
        found = [*problems, *check_entry(entry, self.today)]
        if not any(problem.field == DATE for problem in problems):
            if entry.day in self._days:
                found.append(Problem(DATE, "day_twice", {"day": entry.day}))
            self._days.add(entry.day)
        if found:
            self.refuse(place, found)
        elif not entry.is_empty:
            self.entries.append(entry)

    def refuse(self, place: Place, problems: Sequence[Problem]) -> None:
        """Note a row that cannot be taken."""
        self.refused.append(Refused(place, problems))
