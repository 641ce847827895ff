"""Photos side by side: of each place the first and the last of the period."""

from __future__ import annotations

from dataclasses import dataclass

from adtracker.domain.photo import Photo
from adtracker.report.material import Material
from adtracker.report.photo_choice import wanted


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo by the number of its file among the report's pictures, what stands below it, and its words."""

    file: int
    label: str
    alt: str


@dataclass(frozen=True, slots=True)
class PhotoPairs:
    """One or two pictures of each place, the earlier one first."""

    heading: str
    caption: str
    pairs: tuple[tuple[Picture, ...], ...]


def photo_pairs(material: Material) -> tuple[PhotoPairs | None, tuple[bytes, ...]]:
    """The pairs with the JPEGs they are shown with; None where there are no pictures."""
    wording, files = material.wording, list(dict.fromkeys(material.pictures))
    pairs = tuple(
        shown
        for pair in wanted(photo for photo in material.around.photos if photo.day in material.period)
        if (shown := tuple(_picture(material, photo, files) for photo in pair if photo.digest in material.pictures))
    )
    if not pairs:
        return None, ()
    found = PhotoPairs(wording.say("photos.heading"), wording.say("photos.caption"), pairs)
    return found, tuple(material.pictures[digest] for digest in files)


def _picture(material: Material, photo: Photo, files: list[str]) -> Picture:
    wording = material.wording
    place = wording.region(photo.region) if photo.region else wording.say("photos.no_place")
    label = wording.say("photos.label", place=place, day=wording.day(photo.day))
    return Picture(files.index(photo.digest), label, wording.say("photos.alt", label=label))
