"""The one profile; until something is stored it is an empty one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from adtracker.domain.common.period import Period
from adtracker.domain.records.profile import Profile
from adtracker.storage.repositories.repository import Values, day_of, day_text, upsert
from adtracker.storage.schema import PERSON

_ROW = 1
_NAMES = ("name", "birth_year", "questions", "birth_date", "clinic_number", "weekly_on")
_FIND = select(*(PERSON.c[name] for name in _NAMES))
_PUT = upsert(PERSON)


class Person:
    """The repository that holds one profile."""

    def key(self, _record: Profile) -> int:
        """There is only one."""
        return _ROW

    def only(self, connection: Connection) -> Profile:
        """The profile."""
        row = connection.execute(_FIND).mappings().first()
        return Profile() if row is None else Profile(**{**row, "birth_date": day_of(row["birth_date"])})

    def all(self, connection: Connection) -> Sequence[Profile]:
        """The profile; it is always there."""
        return [self.only(connection)]

    def between(self, connection: Connection, _period: Period) -> Sequence[Profile]:
        """The same."""
        return self.all(connection)

    def standing(self, connection: Connection, _period: Period) -> Sequence[Profile]:
        """The same."""
        return self.all(connection)

    def find(self, connection: Connection, _like: Sequence[Profile]) -> Sequence[Profile]:
        """The same: there is only one."""
        return self.all(connection)

    def at(self, connection: Connection, _key: int) -> Profile:
        """The same."""
        return self.only(connection)

    def put(self, connection: Connection, records: Sequence[Profile]) -> Sequence[Profile]:
        """Store the profile."""
        connection.execute(_PUT, [profile_values(profile) for profile in records])
        return records

    def drop(self, connection: Connection, _records: Sequence[Profile]) -> None:
        """Make the profile an empty one again."""
        self.put(connection, [Profile()])


def profile_values(profile: Profile) -> Values:
    """The columns of `person`."""
    values = {name: getattr(profile, name) for name in _NAMES}
    return {"id": _ROW, **values, "birth_date": day_text(profile.birth_date)}
