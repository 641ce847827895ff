"""Opens pictures with the libraries that know them: pixels in sRGB, upright, no larger than is kept.

Loading this module loads Pillow, which only adding a photo needs.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Mapping
from math import ceil
from typing import Any

import pi_heif
from PIL import Image, ImageCms, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from adtracker.domain.records.photo import LONGEST_SIDE
from adtracker.errors import PhotoError
from adtracker.photos import heic
from adtracker.photos.envelope import Envelope, Kind, check_size

UPRIGHT = 1
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_TAG, _SHORT = 0x0112, 3


def orientation(exif: bytes) -> int:
    """1 to 8 as in the EXIF standard (CIPA DC-008, 4.6.4); 1, upright, if the block does not say or cannot be read."""
    order = _ORDERS.get(exif[:4])
    if order is None:
        return UPRIGHT
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        entries = (struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * index) for index in range(count))
        found = next((value for tag, kind, _, value in entries if (tag, kind) == (_TAG, _SHORT)), UPRIGHT)
    except struct.error:
        return UPRIGHT
    return found if found in range(UPRIGHT, 9) else UPRIGHT


# A JPEG is decoded at a fraction of its size, at least this many times what will be shown: not even 200 million pixels
# then take more than 64 MB, and no difference can be seen.
REDUCING_GAP = 1.25
LARGEST_PROFILE = 1_000_000

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def decoded(envelope: Envelope, longest_side: int = LONGEST_SIDE) -> Image.Image:
    """The picture in an envelope, in mode RGB, no larger than asked.

    Raises PhotoError, and whatever else its decoder stumbles over.
    """
    picture = _DECODERS[envelope.kind](envelope.picture)
    profile = picture.info.get("icc_profile", b"")
    if envelope.kind is not Kind.HEIC and picture.size != (envelope.width, envelope.height):
        raise PhotoError("photo.unreadable")
    picture = _resizable(picture)
    picture.thumbnail(_frame(*picture.size, longest_side), Image.Resampling.LANCZOS, reducing_gap=REDUCING_GAP)
    return _upright(_in_srgb(_opaque(picture), profile), envelope)


def _frame(width: int, height: int, longest_side: int) -> tuple[int, int]:
    """What the picture is to fit into, in its own shape: a JPEG is decoded so that both its sides fill their share."""
    shrink = longest_side / max(width, height)
    return min(ceil(width * shrink), longest_side), min(ceil(height * shrink), longest_side)


def _decode_heic(data: bytes) -> Image.Image:
    file = pi_heif.open_heif(data, convert_hdr_to_8bit=True)
    picture = file[file.primary_index]
    width, height = picture.size
    check_size(width, height, heic.MOST_PIXELS)
    image: Image.Image = picture.to_pillow()
    return image


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
