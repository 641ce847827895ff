"""What a picture file says about itself, read before anything is decoded, and the parts of it that make the picture.

Pictures come from anywhere. The libraries that decode them believe what a header says, and unfold whatever metadata
they find: 64 kB of crafted EXIF become 300 MB. So they get nothing but a picture of a checked size.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from adtracker.errors import PhotoError

# Headers, tables and metadata; a photo has some dozens.
MOST_PARTS = 300
# A decoded picture takes 4 bytes a pixel, while it is made smaller up to 8.
MOST_PIXELS = 25_000_000


class Kind(Enum):
    """The formats that are taken in."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"
    HEIC = "HEIC"


@dataclass(frozen=True, slots=True)
class Envelope:
    """A file of a known kind: `picture` is what a decoder gets, `exif` the TIFF block of the EXIF data, if any.

    `width` and `height` are in pixels; both are 0 where only the decoder's library can tell.
    """

    kind: Kind
    picture: bytes
    width: int = 0
    height: int = 0
    exif: bytes = b""


def check_size(width: int, height: int, most_pixels: int = MOST_PIXELS) -> None:
    """Raises PhotoError for a picture without any pixels, or with more than can be decoded without harm."""
    if width <= 0 or height <= 0:
        raise PhotoError("photo.unreadable")
    if width * height > most_pixels:
        raise PhotoError("photo.too_many_pixels", width=width, height=height, megapixels=most_pixels // 1_000_000)


def check_parts(count: int, most: int = MOST_PARTS) -> None:
    """Raises PhotoError for a file in more parts than a photo has: each costs time, and millions fit into a file."""
    if count > most:
        raise PhotoError("photo.unreadable")
