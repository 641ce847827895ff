"""All that is in a diary, as one value: what an export writes and what an import is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Protocol

from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry
from adtracker.domain.dose import DayDoses
from adtracker.domain.photo import Photo
from adtracker.domain.profile import Profile
from adtracker.domain.treatment import Treatment


class Contents(NamedTuple):
    """What a diary holds, or the part of it that matters; doses name their treatment by its key.

    `pictures` are the JPEGs of photos by digest, those that are there.
    """

    profile: Profile
    courses: Sequence[Course] = ()
    entries: Sequence[DayEntry] = ()
    treatments: Sequence[Treatment] = ()
    doses: Sequence[DayDoses] = ()
    photos: Sequence[Photo] = ()
    pictures: Mapping[str, bytes] = MappingProxyType({})


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

    def photos(self) -> Sequence[Photo]:
        """All photos, without those that were deleted."""

    def picture(self, photo: Photo) -> bytes | None:
        """A photo's JPEG, None if it is not there."""


def read_contents(diary: Diary, *, with_pictures: bool = False) -> Contents:
    """Everything that a diary holds; pictures, which take room, only if asked for. Raises what the diary raises."""
    photos = diary.photos()
    found = {photo.digest: diary.picture(photo) for photo in photos} if with_pictures else {}
    return Contents(
        diary.profile(),
        diary.courses(),
        diary.entries(),
        diary.treatments(),
        diary.doses(),
        photos,
        {digest: jpeg for digest, jpeg in found.items() if jpeg is not None},
    )
