"""Photos: what is recorded about each; the pictures are files in a folder beside.

    {"date": "2026-08-02", "region": "left_inner_elbow", "note": "…", "file": "2026-08-02-0f0f0f0f0f0f0f0f.jpg",
     "digest": "0f0f…", "width": 1600, "height": 1200}

`file` is null where there was no picture to write; `digest` (SHA-256 of the JPEG, in hex), `width` and `height` say
which picture it was. Where there is a file, what is in it counts.
"""

from __future__ import annotations

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.records.photo import PHOTO, CleanPhoto, Photo
from adtracker.errors import PhotoError
from adtracker.exchange.codec import Data, RecordCodec
from adtracker.exchange.import_result import DATE, ImportResult
from adtracker.exchange.snapshot import Snapshot

_SEPARATORS = set("/\\:\0")  # those of every system: the file may come from another one


def picture_name(photo: Photo) -> str:
    """The name of a photo's picture in the folder of pictures."""
    return f"{photo.day.isoformat()}-{photo.digest[:16]}.jpg"


def _data(photo: Photo, contents: Snapshot) -> Data:
    return {
        DATE: photo.day.isoformat(),
        "region": photo.region,
        "note": photo.note,
        "file": picture_name(photo) if photo.digest in contents.pictures else None,
        "digest": photo.digest,
        "width": photo.width,
        "height": photo.height,
    }


def _photo(fields: FieldReader, parsed: ImportResult) -> Photo:
    """The photo; its picture is put with the others found, which are stored only if nothing was refused."""
    day = fields.day(DATE)
    fields.require(DATE, day)
    region = parsed.known.words.key("regions", fields.text("region"))
    note, file = fields.text("note"), fields.text("file")
    digest, width, height = fields.text("digest"), fields.whole("width"), fields.whole("height")
    picture = _picture(file, fields, parsed) if file else None
    if picture is not None:
        digest, width, height = picture.digest, picture.width, picture.height
        parsed.pictures[digest] = picture
    return Photo(day or parsed.today, digest, width or 0, height or 0, region or None, note)


def _picture(file: str, fields: FieldReader, parsed: ImportResult) -> CleanPhoto | None:
    """The picture of a plain name; any other could lead out of the folder."""
    if file in (".", "..") or _SEPARATORS & set(file):
        fields.note("file", "not_a_file_name", text=shown(file))
        return None
    try:
        return parsed.known.load(file)
    except PhotoError as error:
        rule = "no_picture_file" if error.key == "photo.cannot_read" else "picture_unusable"
        fields.note("file", rule, text=shown(file))
    return None


PHOTOS = RecordCodec(
    of=PHOTO,
    write=_data,
    read=_photo,
    columns=(DATE, "region", "note", "file", "digest", "width", "height"),
    checks_all=False,
)
