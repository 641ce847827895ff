"""What is recorded about photos, by their number; a new one has none until it is stored. The pixels are elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, select

from adtracker.domain.common.period import Period
from adtracker.domain.records.photo import PHOTO, Photo
from adtracker.storage.repositories.repository import ends, readable
from adtracker.storage.repositories.rows import RowRepository, row_reader, row_writer
from adtracker.storage.schema import ROW_TABLES

_TABLE = ROW_TABLES[PHOTO.name]
_ALL = select(*_TABLE.c).order_by(_TABLE.c.day, _TABLE.c.id)
_FIND = _ALL.where(_TABLE.c.day.between(bindparam("first"), bindparam("last")))
_BY_KEY = _ALL.where(_TABLE.c.id.in_(bindparam("keys", expanding=True)))
_DIGESTS = select(_TABLE.c.digest).distinct()
_COUNTS = select(func.count(_TABLE.c.id) - func.count(_TABLE.c.removed_on), func.count(_TABLE.c.removed_on))


class Photos(RowRepository[Photo]):
    """The repository of photos, deleted ones included; there can be thousands."""

    def __init__(self) -> None:
        super().__init__(_TABLE, PHOTO.order, row_reader(PHOTO), row_writer(PHOTO))

    def between(self, connection: Connection, period: Period) -> tuple[Photo, ...]:
        """All photos of a period, by day, then in the order they were added."""
        return tuple(map(_readable, connection.execute(_FIND, ends(period)).mappings()))

    def digests(self, connection: Connection) -> frozenset[str]:
        """The names of all pixels that a photo needs."""
        return frozenset(connection.execute(_DIGESTS).scalars())

    def counts(self, connection: Connection) -> tuple[int, int]:
        """How many there are, and how many deleted ones."""
        kept, removed = connection.execute(_COUNTS).one()
        return kept, removed

    def find(self, connection: Connection, like: Sequence[Photo]) -> Sequence[Photo]:
        """The photos of the same numbers."""
        keys = [photo.key for photo in like if photo.key is not None]
        return list(map(_readable, connection.execute(_BY_KEY, {"keys": keys}).mappings()))


_readable = readable(row_reader(PHOTO))
PHOTOS = Photos()
