"""All that is in a diary, as one value: what an export writes and what an import is compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from adtracker.domain.common.period import Period
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.photo import Photo

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

    def with_pictures_that(self, fit: Callable[[str, bytes], bool]) -> Snapshot:
        """The same without pictures that do not fit, told by digest and JPEG; their photos stay."""
        pictures = {digest: jpeg for digest, jpeg in self.pictures.items() if fit(digest, jpeg)}
        return Snapshot(chain.from_iterable(self._kinds.values()), pictures)


class Diary(Protocol):
    """Where it is read from, without what was deleted; a journal is one."""

    def standing(self, kind: type[R], period: Period | None = None) -> Sequence[R]:
        """All records of a kind; of kinds that can have one a day, only those of a period if one is given."""

    def picture(self, photo: Photo) -> bytes | None:
        """A photo's JPEG, None if it is not there."""
