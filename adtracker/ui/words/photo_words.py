"""What a photo is called: the place it shows and its day."""

from __future__ import annotations

from collections.abc import Mapping

from adtracker.domain.records.photo import Photo
from adtracker.language import tr
from adtracker.ui.words.day_words import date_words

RegionNames = Mapping[str, str]


def region_words(region: str | None, names: RegionNames) -> str:
    """The place, such as "Left inner elbow"; a diary of another version may name one that this map does not have."""
    if region is None:
        return tr("Place not named")
    return names.get(region, region)


def photo_words(photo: Photo, names: RegionNames) -> str:
    """Such as "Left inner elbow, 22 November 2026"."""
    return tr("{place}, {day}", place=region_words(photo.region, names), day=date_words(photo.day))
