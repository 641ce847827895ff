"""Photos side by side: of each place the first and the last of the period.

Typst's Python package takes files in as text alone, so each JPEG goes in within an SVG; in the PDF it is the same JPEG.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from adtracker.domain.records.photo import Photo
from adtracker.domain.views.photo_choice import first_and_last
from adtracker.report.material import Material
from adtracker.report.wording import joined


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


def photo_pairs(material: Material) -> tuple[PhotoPairs | None, tuple[str, ...]]:
    """The pairs with the pictures they are shown with, as SVG; None where there are no pictures."""
    wording, files = material.wording, dict[str, str]()
    photos = [photo for photo in material.around.photos if photo.day in material.period]
    pairs = []
    for pair in first_and_last(photos):
        there = [photo for photo in pair if photo.digest in material.pictures]
        files |= {photo.digest: _svg(photo, material.pictures[photo.digest]) for photo in there}
        if there:
            pairs.append(tuple(_picture(material, photo, list(files)) for photo in there))
    if not pairs:
        return None, ()
    caption = joined((wording.say("photos.caption"), _left_out(material, len(photos) - sum(map(len, pairs)))))
    return PhotoPairs(wording.say("photos.heading"), caption, tuple(pairs)), tuple(files.values())


def _left_out(material: Material, count: int) -> str:
    """How many photos of the period are not shown: nobody is to think that these are all."""
    return material.wording.count("photos.left_out", count) if count else ""


def _svg(photo: Photo, jpeg: bytes) -> str:
    size = f'width="{photo.width}" height="{photo.height}"'
    link = f"data:image/jpeg;base64,{b64encode(jpeg).decode()}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{link}"/></svg>'


def _picture(material: Material, photo: Photo, files: list[str]) -> Picture:
    wording = material.wording
    place = wording.region(photo.region) if photo.region else wording.say("photos.no_place")
    label = wording.say("photos.label", place=place, day=wording.day(photo.day))
    return Picture(files.index(photo.digest), label, wording.say("photos.alt", label=label))
