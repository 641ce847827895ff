"""All that is in a diary, as one value: what an export writes and what an import is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry
from adtracker.domain.dose import DayDoses
from adtracker.domain.profile import Profile
from adtracker.domain.treatment import Treatment


class Contents(NamedTuple):
    """What a diary holds, or the part of it that matters; doses name their treatment by its key."""

    profile: Profile
    courses: Sequence[Course] = ()
    entries: Sequence[DayEntry] = ()
    treatments: Sequence[Treatment] = ()
    doses: Sequence[DayDoses] = ()


class Diary(Protocol):
    """Where it is read from; a journal is one."""

    def profile(self) -> Profile:
        """Whose diary it is."""

    def courses(self) -> Sequence[Course]:
        """All courses."""

    def entries(self) -> Sequence[DayEntry]:
        """All days."""

    def treatments(self) -> Sequence[Treatment]:
        """All treatments."""

    def doses(self) -> Sequence[DayDoses]:
        """All doses."""


def read_contents(diary: Diary) -> Contents:
    """Everything that a diary holds. Raises what the diary raises."""
    return Contents(diary.profile(), diary.courses(), diary.entries(), diary.treatments(), diary.doses())
