"""One kind of record in the formats of the diary: all that a kind has to say to be exported, imported and merged."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from typing import Any, Generic, TypeVar

from adtracker.domain.common.field_reader import FieldReader
from adtracker.domain.common.problem import Problem
from adtracker.domain.common.record_kind import RecordKind
from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.kinds import Record
from adtracker.domain.edits.parts import ANSWERS
from adtracker.exchange.import_result import ImportResult, Place, Said
from adtracker.exchange.snapshot import Snapshot

R = TypeVar("R", bound=Record)
# An object of JSON; where a kind has a table of its own, also one row of it: no object or list of objects in it.
Data = dict[str, Any]


def _never(_record: object) -> bool:
    return False


def _equal(here: object, file: object) -> bool:
    return here == file


def _no_answers(_fields: FieldReader, _parsed: ImportResult) -> Iterable[str]:
    return ()


def _as_it_is(_here: R, file: R) -> R:
    return file


def _itself(record: R, _keys: Mapping[int, int]) -> R:
    return record


@dataclass(frozen=True, slots=True)
class RecordCodec(Generic[R]):
    """How one kind of record goes out and comes in.

    `of` is the kind, which gives its name, its check and what tells records apart. `write` and `read` are opposites;
    what cannot be read is noted in the fields and left out. `columns` are the names that `write` gives, for kinds that
    are a table as they are. `checks_all` says whether a check can also look at a record with such gaps, `check` stands
    in place of the kind's where more is asked of a file. `twice` is the problem if one file has two of the same
    identity; without it they are two. `is_empty` is for records that say nothing: they are left out. `point` makes a
    record point at numbers in the diary in place of those it came with. `named` is what a record is called in a list of
    those that differ, where that is not what the person calls it.

    `called` are the fields of a record that go by another name in files, `answered` the own questions that an object
    has an answer to. `over` completes a record of a file (the second) by the diary's where the file leaves open what
    is inside a part. `same` says whether a part in the file (the second) tells no more than the diary's.
    """

    of: RecordKind[R]
    write: Callable[[R, Snapshot], Data]
    read: Callable[[FieldReader, ImportResult], R]
    check: Callable[[R, ImportResult], list[Problem]] | None = None
    named: Callable[[R], str] | None = None
    columns: Sequence[str] = ()
    twice: Callable[[R], Problem] | None = None
    checks_all: bool = True
    is_empty: Callable[[R], bool] = _never
    point: Callable[[R, Mapping[int, int]], R] = _itself
    called: Mapping[str, Sequence[str]] = field(default_factory=dict)
    answered: Callable[[FieldReader, ImportResult], Iterable[str]] = _no_answers
    over: Callable[[R, R], R] = _as_it_is
    same: Callable[[Any, Any], bool] = _equal

    @property
    def name(self) -> str:
        """That of its list in JSON, of its table, and of its sentences in `records.toml`."""
        return self.of.name

    @property
    def kind(self) -> type[R]:
        """The type of its records."""
        return self.of.of

    def identity(self, record: R) -> Hashable:
        """Which record of the diary a record of a file stands for."""
        return self.of.identity(record)

    def take(self, parsed: ImportResult, place: Place, fields: FieldReader) -> None:
        """Read one object or row, and add it to what was found or refuse it."""
        said = self.said(fields, parsed)
        record = self.read(fields, parsed)
        self.add(parsed, place, record, fields.finish(), said)

    def said(self, fields: FieldReader, parsed: ImportResult) -> frozenset[Part]:
        """The parts of a record that an object says something of, before it is read."""
        known = {one.name for one in fields_of(self.kind)}
        names = fields.said(blank=parsed.clear_blank)
        meant = (name for said in names for name in self.called.get(said, (said,)))
        answers = ((ANSWERS, key) for key in self.answered(fields, parsed))
        return frozenset({*((name, "") for name in meant if name in known), *answers})

    def add(
        self, parsed: ImportResult, place: Place, record: R, problems: Sequence[Problem] = (), said: Said = None
    ) -> None:
        """Add a record, or refuse it for the problems found so far and those found here; an empty one is neither."""
        found = list(problems)
        if self.checks_all or not found:
            found += self.problems(parsed, record)
        found += self._twice(parsed, record, found)
        if found:
            parsed.refuse(place, found)
        elif parsed.clear_blank or not self.is_empty(record):
            parsed.add(record, said)

    def problems(self, parsed: ImportResult, record: R) -> list[Problem]:
        """What is wrong with a record of a file."""
        return self.of.check(record, parsed) if self.check is None else self.check(record, parsed)

    def _twice(self, parsed: ImportResult, record: R, found: Sequence[Problem]) -> list[Problem]:
        """Whether it stands further up already; not asked where what tells it apart could not be read."""
        if self.twice is None or (not found and parsed.is_first(self.kind, self.identity(record))):
            return []
        problem = self.twice(record)
        if not found:
            return [problem]
        unreadable = any(other.field == problem.field for other in found)
        return [] if unreadable or parsed.is_first(self.kind, self.identity(record)) else [problem]
