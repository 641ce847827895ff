"""Makes of any picture an upright JPEG of at most 1600 pixels that carries nothing but its pixels.

Everything is written anew from the pixels, so EXIF, places, XMP, IPTC, comments, profiles, small pictures inside the
picture and bytes after its end are gone. Loading this module loads Pillow, which only adding a photo needs.
"""

from __future__ import annotations

import hashlib
import io
import logging
import struct
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image

from adtracker.domain.records.photo import LONGEST_SIDE, CleanPhoto
from adtracker.errors import PhotoError
from adtracker.photos import heic, jpeg, png, webp
from adtracker.photos.decode import decoded
from adtracker.photos.envelope import Envelope

THUMBNAIL_SIDE = 256
# Rashes are a matter of shades of red: full colour resolution, at a quality that shows no blocks.
QUALITY, FULL_COLOUR = 85, 0

_log = logging.getLogger(__name__)
# Where in a JPEG of ours the size stands, and where the pixels begin: three colours, eight bits each.
_FRAME, _SCAN = b"\xff\xc0\x00\x11\x08", b"\xff\xda\x00\x0c\x03"


def clean(data: bytes) -> CleanPhoto:
    """The photo in a file's bytes; the same bytes give the same photo. Takes about a second for 12 million pixels.

    Raises PhotoError for what is no JPEG, PNG, WebP or HEIC picture, is damaged, moves, or is too large.
    """
    envelope = open_envelope(data)
    with refusing():
        picture = decoded(envelope)
        return _photo(_encoded(picture), picture)


def take_back(data: bytes) -> CleanPhoto:
    """The photo in bytes that `clean` has made before, with the very same JPEG; anything else is cleaned as ever.

    Written anew each time, a diary that is exported and imported would fade. Raises PhotoError as `clean` does.
    """
    envelope = open_envelope(data)
    if not _is_ours(envelope, data):
        return clean(data)
    with refusing():
        return _photo(data, decoded(envelope))


def _photo(jpeg: bytes, picture: Image.Image) -> CleanPhoto:
    small = picture.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    return CleanPhoto(jpeg, *picture.size, _encoded(small), hashlib.sha256(jpeg).hexdigest())


@contextmanager
def refusing() -> Iterator[None]:
    """Whatever a decoder stumbles over, the file is no picture that can be read."""
    try:
        yield
        return
    except PhotoError:
        raise
    except Exception as error:
        _log.info("a picture could not be decoded: %s", type(error).__name__)
    raise PhotoError("photo.unreadable")  # out here: a decoder's own words may quote the file


def _is_ours(envelope: Envelope, data: bytes) -> bool:
    """Whether all but the size and the pixels is as this module writes it: nothing more can be in such a file."""
    if envelope.picture != data or max(envelope.width, envelope.height) > LONGEST_SIDE:
        return False
    own = _encoded(Image.new("RGB", (8, 8)))
    size = own.index(_FRAME) + len(_FRAME)
    pixels = own.index(_SCAN) + len(_SCAN)
    return data[:size] == own[:size] and data[size + 4 : pixels] == own[size + 4 : pixels]


def open_envelope(data: bytes) -> Envelope:
    """What the file says about itself; the kind is told by the content, never by the name. Raises PhotoError."""
    try:
        if data.startswith(jpeg.MAGIC):
            return jpeg.read(data)
        if data.startswith(png.MAGIC):
            return png.read(data)
        if data.startswith(webp.RIFF) and data[8:12] == webp.WEBP:
            return webp.read(data)
        if data[4:8] == heic.BRAND_BOX:
            return heic.read(data)
    except (struct.error, IndexError):
        raise PhotoError("photo.incomplete") from None
    raise PhotoError("photo.not_a_picture")


def _encoded(picture: Image.Image) -> bytes:
    picture.info = {}  # Pillow would write a comment that it found there
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, subsampling=FULL_COLOUR)
    return out.getvalue()
