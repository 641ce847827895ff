"""A photo of the skin, kept for looking back. Nothing is worked out from its pixels."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_SIDE = 1600


@dataclass(frozen=True, slots=True)
class CleanPhoto:
    """The pixels of a photo and nothing else: an upright JPEG in sRGB, and the same picture small.

    `width` and `height` are those of `jpeg`, in pixels, at most `LONGEST_SIDE`.
    """

    jpeg: bytes
    width: int
    height: int
    thumbnail: bytes
