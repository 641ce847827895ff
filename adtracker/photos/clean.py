"""Makes of any picture an upright JPEG of at most 1600 pixels that carries nothing but its pixels.

Everything is written anew from the pixels, so EXIF, places, XMP, IPTC, comments, profiles, small pictures inside the
picture and bytes after its end are gone. Loading this module loads Pillow, which only adding a photo needs.
"""

from __future__ import annotations

import hashlib
import io
import logging
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pillow_heif
from PIL import Image, ImageCms, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from adtracker.domain.photo import LONGEST_SIDE, CleanPhoto
from adtracker.errors import PhotoError
from adtracker.photos import heic, jpeg, png, webp
from adtracker.photos.envelope import Envelope, Kind, check_size
from adtracker.photos.orientation import orientation

THUMBNAIL_SIDE = 256
# Rashes are a matter of shades of red: full colour resolution, at a quality that shows no blocks.
QUALITY, FULL_COLOUR = 85, 0
# A JPEG is decoded at a fraction of its size, at least this many times what will be shown: not even 200 million pixels
# then take more than 64 MB, and no difference can be seen.
REDUCING_GAP = 1.25
LARGEST_PROFILE = 1_000_000

_log = logging.getLogger(__name__)
# Where in a JPEG of ours the size stands, and where the pixels begin: three colours, eight bits each.
_FRAME, _SCAN = b"\xff\xc0\x00\x11\x08", b"\xff\xda\x00\x0c\x03"
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def clean(data: bytes) -> CleanPhoto:
    """The photo in a file's bytes; the same bytes give the same photo. Takes about a second for 12 million pixels.

    Raises PhotoError for what is no JPEG, PNG, WebP or HEIC picture, is damaged, moves, or is too large.
    """
    envelope = open_envelope(data)
    with _refusing():
        picture = _upright(_decoded(envelope), envelope)
        return _photo(_encoded(picture), picture)


def take_back(data: bytes) -> CleanPhoto:
    """The photo in bytes that `clean` has made before, with the very same JPEG; anything else is cleaned as ever.

    Written anew each time, a diary that is exported and imported would fade. Raises PhotoError as `clean` does.
    """
    if not _is_ours(open_envelope(data), data):
        return clean(data)
    with _refusing():
        return _photo(data, _opener(JpegImagePlugin.JpegImageFile)(data))


def _photo(jpeg: bytes, picture: Image.Image) -> CleanPhoto:
    small = picture.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    return CleanPhoto(jpeg, *picture.size, _encoded(small), hashlib.sha256(jpeg).hexdigest())


@contextmanager
def _refusing() -> Iterator[None]:
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


def _decoded(envelope: Envelope) -> Image.Image:
    """The pixels as the file has them, in sRGB, made small enough."""
    picture = _DECODERS[envelope.kind](envelope.picture)
    profile = picture.info.get("icc_profile", b"")
    if envelope.kind is not Kind.HEIC and picture.size != (envelope.width, envelope.height):
        raise PhotoError("photo.unreadable")
    picture = _resizable(picture)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=REDUCING_GAP)
    return _in_srgb(_opaque(picture), profile)


def _decode_heic(data: bytes) -> Image.Image:
    file = pillow_heif.open_heif(data, convert_hdr_to_8bit=True)
    picture = file[file.primary_index]
    check_size(*picture.size, heic.MOST_PIXELS)
    return picture.to_pillow()


def _opener(reader: Callable[[io.BytesIO], Image.Image]) -> Callable[[bytes], Image.Image]:
    """One reader and no other: `Image.open` would try all that Pillow knows, and pictures within pictures."""
    return lambda data: reader(io.BytesIO(data))


_DECODERS: Mapping[Kind, Callable[[bytes], Image.Image]] = {
    Kind.JPEG: _opener(JpegImagePlugin.JpegImageFile),
    Kind.PNG: _opener(PngImagePlugin.PngImageFile),
    Kind.WEBP: _opener(WebPImagePlugin.WebPImageFile),
    Kind.HEIC: _decode_heic,
}


def _resizable(picture: Image.Image) -> Image.Image:
    """The same picture in numbers that can be averaged: neither a palette nor 16 bits."""
    if picture.mode.startswith("I"):
        return picture.point(_to_8_bits).convert("L")  # by itself it would cut off all above 255
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture.convert("RGB") if picture.mode in ("1", "P") else picture


def _to_8_bits(level: Any) -> Any:
    """For Pillow, which asks this once with a formula in place of a number."""
    return level * (1 / 257)


def _opaque(picture: Image.Image) -> Image.Image:
    """What is transparent becomes white."""
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Colours as every screen shows them. A profile that does not fit the picture is left out of account."""
    if not 0 < len(profile) <= LARGEST_PROFILE:
        return picture.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture.convert("RGB")
    assert made is not None, "it is not done in place"
    return made


def _upright(picture: Image.Image, envelope: Envelope) -> Image.Image:
    turn = _TURNS.get(orientation(envelope.exif))
    return picture if turn is None else picture.transpose(turn)


def _encoded(picture: Image.Image) -> bytes:
    picture.info = {}  # Pillow would write a comment that it found there
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, subsampling=FULL_COLOUR)
    return out.getvalue()
