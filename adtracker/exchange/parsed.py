"""What was found in a file from elsewhere: what to take in, and every row that cannot be, with place and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry, check_entry
from adtracker.domain.dose import DayDoses, check_doses
from adtracker.domain.photo import CleanPhoto, Photo, check_photo
from adtracker.domain.problem import Problem
from adtracker.domain.profile import Profile
from adtracker.domain.treatment import Treatment, check_treatment

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

    `profile` stays None and the lists empty where a format does not carry them. Treatments are new ones, with keys
    below zero that their doses point at. `pictures` are those of the photos, by digest. `today` is the last day that
    may have an entry.
    """

    def __init__(self, today: date) -> None:
        self.today = today
        self.entries: list[DayEntry] = []
        self.courses: list[Course] = []
        self.treatments: list[Treatment] = []
        self.doses: list[DayDoses] = []
        self.photos: list[Photo] = []
        self.pictures: dict[str, CleanPhoto] = {}
        self.profile: Profile | None = None
        self.refused: list[Refused] = []
        self._days: set[date] = set()
        self._dose_days: set[tuple[int, date]] = set()

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

    def take_treatment(self, place: Place, treatment: Treatment, problems: Sequence[Problem]) -> int:
        """Add a treatment, or refuse it, for the problems found so far if there are any; the key for its doses."""
        numbered = replace(treatment, key=-1 - len(self.treatments))
        if found := problems or check_treatment(numbered):
            self.refuse(place, found)
        self.treatments.append(numbered)
        return -len(self.treatments)

    def take_doses(self, place: Place, doses: DayDoses, problems: Sequence[Problem]) -> None:
        """Add the doses of a day, or refuse them; empty ones are neither."""
        found = [*problems, *check_doses(doses, self.today)]
        if not any(problem.field == DATE for problem in problems):
            if (doses.treatment, doses.day) in self._dose_days:
                found.append(Problem(DATE, "day_twice", {"day": doses.day}))
            self._dose_days.add((doses.treatment, doses.day))
        if found:
            self.refuse(place, found)
        elif not doses.is_empty:
            self.doses.append(doses)

    def take_photo(self, place: Place, photo: Photo, picture: CleanPhoto | None, problems: Sequence[Problem]) -> None:
        """Add a photo with its picture, or refuse it for the problems found so far if there are any."""
        if found := problems or check_photo(photo, self.today):
            self.refuse(place, found)
            return
        self.photos.append(photo)
        if picture is not None:
            self.pictures[photo.digest] = picture

    def refuse(self, place: Place, problems: Sequence[Problem]) -> None:
        """Note a row that cannot be taken."""
        self.refused.append(Refused(place, problems))
