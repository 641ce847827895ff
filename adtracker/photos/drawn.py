"""Draws a piece of skin with red patches, to have photos where there is nobody to photograph: for demonstrations.

Plainly drawn, not made to look real. Loading this module loads Pillow.
"""

from __future__ import annotations

import io
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from adtracker.domain.records.photo import CleanPhoto
from adtracker.photos.clean import clean

SIZE = (640, 480)
_SKIN, _SHADE, _RED = (226, 184, 158), (201, 152, 124), (186, 74, 66)
_SEED = 7
_PATCHES = 26
_SOFT = 9


def drawn_skin(redness: float) -> CleanPhoto:
    """The same place with patches as many and as red as `redness` says, from 0 to 1; always the same picture."""
    skin = Image.composite(Image.new("RGB", SIZE, _SKIN), Image.new("RGB", SIZE, _SHADE), _light())
    drawn = Image.composite(Image.new("RGB", SIZE, _RED), skin, _patches(redness))
    out = io.BytesIO()
    drawn.save(out, "PNG", compress_level=1)
    return clean(out.getvalue())


def _light() -> Image.Image:
    """Light from the upper left, as on something round."""
    across = Image.linear_gradient("L").rotate(90).resize(SIZE)
    round_ = ImageChops.invert(Image.radial_gradient("L")).resize(SIZE)
    return Image.blend(across, round_, 0.6)


def _patches(redness: float) -> Image.Image:
    """Where it is red, and how much."""
    random, mask = Random(_SEED), Image.new("L", SIZE, 0)
    draw = ImageDraw.Draw(mask)
    for number in range(_PATCHES):
        x, y = random.gauss(SIZE[0] / 2, SIZE[0] / 8), random.gauss(SIZE[1] / 2, SIZE[1] / 8)
        wide, high = random.uniform(14, 52), random.uniform(10, 36)
        if number < redness * _PATCHES:
            draw.ellipse((x - wide, y - high, x + wide, y + high), fill=round(90 + 120 * redness))
    return mask.filter(ImageFilter.GaussianBlur(_SOFT))
