"""What is recorded about photos, by their number; a new one has none until it is stored. The pixels are elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, bindparam, delete, func, select

from adtracker.domain.period import Period
from adtracker.domain.photo import Photo
from adtracker.storage.schema import PhotoRow
from adtracker.storage.shelves.shelf import Row, Values, day_of, day_text, readable, upsert

# The table, not its mapped class: a select of that sets up the whole mapping first, for rows that are read as rows.
_PHOTO = PhotoRow.__table__.c
_ALL = select(*_PHOTO).order_by(_PHOTO.day, _PHOTO.id)
_FIND = _ALL.where(_PHOTO.day.between(bindparam("first"), bindparam("last")))
_REMOVED = _ALL.where(_PHOTO.removed_on.is_not(None))
_BY_KEY = _ALL.where(_PHOTO.id.in_(bindparam("keys", expanding=True)))
_DIGESTS = select(_PHOTO.digest).distinct()
_COUNTS = select(func.count(_PHOTO.id) - func.count(_PHOTO.removed_on), func.count(_PHOTO.removed_on))
_PUT = upsert(PhotoRow).returning(PhotoRow.id)
_DROP = delete(PhotoRow).where(PhotoRow.id == bindparam("of_id"))


class Photos:
    """The shelf of photos, deleted ones included."""

    def key(self, record: Photo) -> int | None:
        """The number."""
        return record.key

    def between(self, connection: Connection, period: Period) -> tuple[Photo, ...]:
        """All photos of a period, by day, then in the order they were added."""
        ends = {"first": period.first.isoformat(), "last": period.last.isoformat()}
        return tuple(photo_of(row) for row in connection.execute(_FIND, ends))

    def digests(self, connection: Connection) -> frozenset[str]:
        """The names of all pixels that a photo needs."""
        return frozenset(connection.execute(_DIGESTS).scalars())

    def counts(self, connection: Connection) -> tuple[int, int]:
        """How many there are, and how many deleted ones."""
        kept, removed = connection.execute(_COUNTS).one()
        return kept, removed

    def removed(self, connection: Connection) -> tuple[Photo, ...]:
        """Those that were deleted, by day."""
        return tuple(photo_of(row) for row in connection.execute(_REMOVED))

    def find(self, connection: Connection, like: Sequence[Photo]) -> Sequence[Photo]:
        """The photos of the same numbers."""
        keys = [photo.key for photo in like if photo.key is not None]
        return [photo_of(row) for row in connection.execute(_BY_KEY, {"keys": keys})]

    def put(self, connection: Connection, records: Sequence[Photo]) -> Sequence[Photo]:
        """Store photos; new ones get their number."""
        return [replace(photo, key=_put(connection, photo)) for photo in records]

    def drop(self, connection: Connection, records: Iterable[Photo]) -> None:
        """Take photos out, as if they had never been there."""
        connection.execute(_DROP, [{"of_id": photo.key} for photo in records])


def _put(connection: Connection, photo: Photo) -> int:
    return connection.execute(_PUT, photo_values(photo)).scalar_one()


@readable
def photo_of(row: Row) -> Photo:
    """A photo from the columns of `photo`, in their order."""
    key, day, region, width, height, digest, note, removed_on = row
    return Photo(date.fromisoformat(day), digest, width, height, region, note, day_of(removed_on), key)


def photo_values(photo: Photo) -> Values:
    """The columns of `photo`; a new one leaves its number to the file."""
    values: Values = {
        "day": photo.day.isoformat(),
        "region": photo.region,
        "width": photo.width,
        "height": photo.height,
        "digest": photo.digest,
        "note": photo.note,
        "removed_on": day_text(photo.removed_on),
    }
    return values if photo.key is None else {"id": photo.key, **values}
