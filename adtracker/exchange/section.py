"""One kind of record in the formats of the diary: all that a kind has to say to be exported, imported and merged."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from adtracker.domain.edits import Record
from adtracker.domain.fields import Fields
from adtracker.domain.period import Period
from adtracker.domain.problem import Problem
from adtracker.exchange.contents import Contents, Diary
from adtracker.exchange.parsed import Parsed, Place

R = TypeVar("R", bound=Record)
# An object of JSON; where a kind has a table of its own, also one row of it: no object or list of objects in it.
Data = dict[str, Any]


def _never(_record: object) -> bool:
    return False


def _differ(before: object, after: object) -> bool:
    return before != after


def _itself(record: R, _keys: Mapping[int, int]) -> R:
    return record


@dataclass(frozen=True, slots=True)
class Section(Generic[R]):
    """How one kind of record goes out and comes in.

    `name` is that of its list in JSON, of its table, and of its sentences below `import` in `cli.toml`.
    `fetch` reads the records of a diary; of a period, where there may be one a day. `write` and `read` are opposites;
    what cannot be read is noted in the fields and left out. `columns` are the names that `write` gives, for kinds that
    are a table as they are. `check` says what else is wrong with a record, and
    `checks_all` whether it can also look at one with such gaps. `identity` tells which record of the diary a record of
    a file stands for. `twice` is the problem if one file has two of the same identity; without it they are two.
    `is_empty` is for records that say nothing: they are left out. `is_new` says whether a record of a file (the second)
    tells more than the diary's. `point` makes a record point at numbers in the diary in place of those it came with.
    `named` is what a record is called in a list of those replaced.
    """

    name: str
    kind: type[R]
    fetch: Callable[[Diary, Period | None], Sequence[R]]
    write: Callable[[R, Contents], Data]
    read: Callable[[Fields, Parsed], R]
    check: Callable[[R, Parsed], list[Problem]]
    identity: Callable[[R], Hashable]
    named: Callable[[R], str]
    columns: Sequence[str] = ()
    twice: Callable[[R], Problem] | None = None
    checks_all: bool = True
    is_empty: Callable[[R], bool] = _never
    is_new: Callable[[R, R], bool] = _differ
    point: Callable[[R, Mapping[int, int]], R] = _itself

    def take(self, parsed: Parsed, place: Place, fields: Fields) -> None:
        """Read one object or row, and add it to what was found or refuse it."""
        record = self.read(fields, parsed)
        self.add(parsed, place, record, fields.finish())

    def add(self, parsed: Parsed, place: Place, record: R, problems: Sequence[Problem] = ()) -> None:
        """Add a record, or refuse it for the problems found so far and those found here; an empty one is neither."""
        found = list(problems)
        if self.checks_all or not found:
            found += self.check(record, parsed)
        found += self._twice(parsed, record, found)
        if found:
            parsed.refuse(place, found)
        elif not self.is_empty(record):
            parsed.add(record)

    def _twice(self, parsed: Parsed, record: R, found: Sequence[Problem]) -> list[Problem]:
        """Whether it stands further up already; not asked where what tells it apart could not be read."""
        if self.twice is None:
            return []
        problem = self.twice(record)
        unreadable = any(other.field == problem.field for other in found)
        return [] if unreadable or parsed.is_first(self.kind, self.identity(record)) else [problem]
