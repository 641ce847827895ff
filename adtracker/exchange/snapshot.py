"""All that is in a diary, as one value: what an export writes and what an import is compared with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from adtracker.domain.common.period import Period
from adtracker.domain.edits.edit import Record
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment

R = TypeVar("R")


class Records:
    """Records of any kinds, those of one kind in the order they came."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._kinds: dict[type[Any], list[Any]] = {}
        self._named: dict[tuple[type[Any], str], Any] = {}
        for record in records:
            self.add(record)

    def add(self, record: Record) -> None:
        """Put one more at the end of its kind."""
        self._kinds.setdefault(type(record), []).append(record)
        if isinstance(key := getattr(record, "key", None), str):
            self._named[type(record), key] = record

    def of(self, kind: type[R]) -> Sequence[R]:
        """All of one kind."""
        return self._kinds.get(kind, [])

    def called(self, kind: type[R], key: str) -> R | None:
        """The one of a kind that has this name as its key."""
        return self._named.get((kind, key))


class Snapshot(Records):
    """What a diary holds, or the part of it that matters; doses name their treatment by its key.

    `pictures` are the JPEGs of photos by digest, those that are there.
    """

    def __init__(self, records: Iterable[Record] = (), pictures: Mapping[str, bytes] = MappingProxyType({})) -> None:
        super().__init__(records)
        self.pictures = pictures


class Diary(Protocol):
    """Where it is read from, without what was deleted; a journal is one."""

    def profile(self) -> Profile:
        """Whose diary it is."""

    def courses(self) -> Sequence[Course]:
        """All courses."""

    def triggers(self) -> Sequence[Trigger]:
        """All triggers the person added or changed."""

    def questions(self) -> Sequence[Question]:
        """All own questions."""

    def entries(self, period: Period | None = None) -> Sequence[DayEntry]:
        """The days of a period, or all."""

    def treatments(self) -> Sequence[Treatment]:
        """All treatments."""

    def doses(self, period: Period | None = None) -> Sequence[DayDoses]:
        """The doses of a period, or all."""

    def visits(self) -> Sequence[Visit]:
        """All visits."""

    def side_effects(self) -> Sequence[SideEffect]:
        """All side effects."""

    def scores(self) -> Sequence[ClinicScore]:
        """All scores that somebody gave."""

    def forms(self) -> Sequence[Definition]:
        """All questionnaires, hidden ones included."""

    def filled_forms(self) -> Sequence[Response]:
        """All that was answered to them."""

    def photos(self) -> Sequence[Photo]:
        """All photos."""

    def picture(self, photo: Photo) -> bytes | None:
        """A photo's JPEG, None if it is not there."""
