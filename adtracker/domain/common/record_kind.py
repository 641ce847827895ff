"""What a kind of record is, said once: table, files, checks, words, undo and its place in time follow from it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import MISSING, dataclass
from dataclasses import fields as fields_of
from datetime import date
from types import MappingProxyType
from typing import Any, Generic, Protocol, TypeVar

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import Period
from adtracker.domain.common.problem import Problem
from adtracker.domain.common.record_field import Day, Field, check_fields

R = TypeVar("R")
Together = tuple[tuple[str, ...], ...]


class Lookup(Protocol):
    """What records name elsewhere: in the diary, in the file they come from, in the program."""

    def question(self, key: str, /) -> Any:
        """The own question of a key, or None."""

    def questionnaire(self, key: str, /) -> Any:
        """What the form of a key asks; None if there is none, or none that can be read."""

    @property
    def scales(self) -> Mapping[str, Any]:
        """The scales that scores are given on, by key."""


class _Nothing:
    """Where nothing can be named."""

    scales: Mapping[str, Any] = MappingProxyType({})

    def question(self, _key: str) -> None:
        """None."""

    def questionnaire(self, _key: str) -> None:
        """None."""


NOTHING = _Nothing()


@dataclass(frozen=True, slots=True)
class EventOf(Generic[R]):
    """How a record stands on a time axis: its days, and what the person wrote."""

    kind: EventKind
    period: Callable[[R], Period]
    title: Callable[[R], str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RecordKind(Generic[R]):
    """One kind of record.

    `name` is that of its list in JSON, of its table in CSV, and of its sentences in `records.toml`; `table` that of its
    table in the diary, where it is another one. `fields` are all but the key and `removed_on`; a kind that is more than
    one row says none, and brings its own table, repository and codec. `order` are the fields its records stand by.

    `identity` tells which record here a record of a file stands for. `called` is what the person calls it, empty where
    it has no name, `day` its first day. `own_check` stands in place of that of each field alone; `check_all` says what
    is wrong with all records together. Fields that are `together` are undone as one, those that are `inseparable` are
    one in an import too. `completed` gives what a file left open. The day of a kind that says no fields may lie ahead
    when it is typed, if it `is_planned`.
    """

    of: type[R]
    name: str
    identity: Callable[[R], Hashable]
    called: Callable[[R], str]
    day: Callable[[R], date] | None = None
    fields: tuple[Field, ...] = ()
    table: str = ""
    order: tuple[str, ...] = ()
    own_check: Callable[[R, Lookup], list[Problem]] | None = None
    check_all: Callable[[Iterable[R]], list[Problem]] | None = None
    together: Together = ()
    inseparable: Together = ()
    completed: Callable[[R], R] | None = None
    event: EventOf[R] | None = None
    is_planned: bool = False

    def check(self, record: R, named: Lookup = NOTHING) -> list[Problem]:
        """What is wrong with a record; empty if a diary may have it, on any day."""
        if self.own_check is not None:
            return self.own_check(record, named)
        return check_fields(self.fields, record)

    def days(self, record: R) -> tuple[date, ...]:
        """The days that a record says something happened on; what is only planned, such as a visit, has none."""
        if self.fields:
            found = (getattr(record, one.name) for one in self._recorded)
            return tuple(day for day in found if day is not None)
        return (self.day(record),) if self.day is not None and self.is_dated else ()

    @property
    def is_dated(self) -> bool:
        """Whether its records say that something happened on a day."""
        return bool(self._recorded) if self.fields else self.day is not None and not self.is_planned

    @property
    def _recorded(self) -> tuple[Day, ...]:
        return tuple(one for one in self.fields if isinstance(one, Day) and not one.is_planned)

    @property
    def defaults(self) -> Mapping[str, Any]:
        """What a record says in each field, in their order, if nothing is given; None where it must be given."""
        found = {one.name: one.default for one in fields_of(self.of)}  # type: ignore[arg-type]  # it is a dataclass
        return {name: None if default is MISSING else default for name, default in found.items()}

    @property
    def is_removable(self) -> bool:
        """Whether a record can be deleted and brought back."""
        return "removed_on" in self.defaults

    @property
    def has_own_key(self) -> bool:
        """Whether the record's own words tell it apart, and not a number that the diary gives."""
        return any(one.name == "key" for one in self.fields)
