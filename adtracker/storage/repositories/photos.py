"""What is recorded about photos, by their number; a new one has none until it is stored. The pixels are elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from adtracker.domain.common.period import Period
from adtracker.domain.records.photo import Photo
from adtracker.storage.repositories.repository import Row, Values, day_of, day_text, ends, readable
from adtracker.storage.repositories.rows import RowRepository
from adtracker.storage.schema import PHOTO

_ALL = select(*PHOTO.c).order_by(PHOTO.c.day, PHOTO.c.id)
_FIND = _ALL.where(PHOTO.c.day.between(bindparam("first"), bindparam("last")))
_BY_KEY = _ALL.where(PHOTO.c.id.in_(bindparam("keys", expanding=True)))
_DIGESTS = select(PHOTO.c.digest).distinct()
_COUNTS = select(func.count(PHOTO.c.id) - func.count(PHOTO.c.removed_on), func.count(PHOTO.c.removed_on))


class Photos(RowRepository[Photo]):
    """The shelf of photos, deleted ones included; there can be thousands."""

    def __init__(self) -> None:
        super().__init__(PHOTO, ["day"], photo_of, photo_values)

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


def photo_of(row: Row) -> Photo:
    """A photo from a row of `photo`."""
    return Photo(
        day=date.fromisoformat(row["day"]),
        digest=row["digest"],
        width=row["width"],
        height=row["height"],
        region=row["region"],
        note=row["note"],
        removed_on=day_of(row["removed_on"]),
        key=row["id"],
    )


def photo_values(photo: Photo) -> Values:
    """The columns of `photo` but its number."""
    return {
        "day": photo.day.isoformat(),
        "region": photo.region,
        "width": photo.width,
        "height": photo.height,
        "digest": photo.digest,
        "note": photo.note,
        "removed_on": day_text(photo.removed_on),
    }


_readable = readable(photo_of)
PHOTOS = Photos()
