"""Photos in the JSON of a diary: what is recorded about each; the pictures are files beside it.

    {"date": "2026-08-02", "region": "left_inner_elbow", "note": "…", "file": "2026-08-02-0f0f0f0f0f0f0f0f.jpg",
     "digest": "0f0f…", "width": 1600, "height": 1200}

`file` is null where there was no picture to write; `digest` (SHA-256 of the JPEG, in hex), `width` and `height` say
which picture it was. Where there is a file, what is in it counts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from adtracker.domain.photo import CleanPhoto, Photo
from adtracker.domain.problem import Problem
from adtracker.errors import PhotoError
from adtracker.exchange.json_fields import Fields
from adtracker.exchange.parsed import DATE, Parsed, Place
from adtracker.exchange.values import shown

# The picture of a name. Raises PhotoError.
Load = Callable[[str], CleanPhoto]
_SEPARATORS = set("/\\:\0")  # those of every system: the file may come from another one


def photo_data(photo: Photo, file: str | None) -> dict[str, Any]:
    """One photo."""
    return {
        DATE: photo.day.isoformat(),
        "region": photo.region,
        "note": photo.note,
        "file": file,
        "digest": photo.digest,
        "width": photo.width,
        "height": photo.height,
    }


def take_photo(place: Place, item: object, load: Load, parsed: Parsed) -> None:
    """Add a photo and its picture to what was found."""
    fields = Fields(item)
    day = fields.day(DATE)
    fields.require(DATE, day)
    region, note, file = fields.text("region"), fields.text("note"), fields.text("file")
    digest, width, height = fields.text("digest"), fields.whole("width"), fields.whole("height")
    problems = fields.finish()
    picture = _picture(file, load, problems) if file else None
    if picture is not None:
        digest, width, height = picture.digest, picture.width, picture.height
    photo = Photo(day or parsed.today, digest, width or 0, height or 0, region or None, note)
    parsed.take_photo(place, photo, picture, problems)


def _picture(file: str, load: Load, problems: list[Problem]) -> CleanPhoto | None:
    """The picture of a plain name; any other could lead out of the folder."""
    if file in (".", "..") or _SEPARATORS & set(file):
        problems.append(Problem("file", "not_a_file_name", {"text": shown(file)}))
        return None
    try:
        return load(file)
    except PhotoError as error:
        rule = "no_picture_file" if error.key == "photo.cannot_read" else "picture_unusable"
        problems.append(Problem("file", rule, {"text": shown(file)}))
    return None
