"""A sheet out of focus is named as one; skin, spots and nothing at all are not taken for a sheet."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from adtracker.domain.sheet.spec import SheetSpec
from adtracker.errors import SheetError
from adtracker.photos.drawn import drawn_skin
from adtracker.photos.pixels import light_of
from adtracker.sheets.blobs import looks_like_sheet
from adtracker.sheets.page import read_page
from tests.domain.sheet.samples import LARGE, USUAL
from tests.sheets.pens import filled_in
from tests.sheets.printing import printed
from tests.sheets.taking import BAD


@pytest.mark.slow
@pytest.mark.parametrize("spec", [USUAL, LARGE], ids=["usual", "large"])
def test_a_sheet_of_which_no_code_can_be_read_is_no_photo_of_something_else(spec: SheetSpec) -> None:
    random = Random(f"blobs {spec.number}")
    page, _ = filled_in(printed(spec), spec, random)
    with pytest.raises(SheetError, match=r"sheet\.blurred"):
        read_page(light_of(BAD["blur"](page, random), 4000))


def _spotted(seed: int) -> Image.Image:
    """Skin with spots, of about one size and about round."""
    random = Random(seed)
    picture = Image.new("L", (600, 800), random.randint(120, 230))
    draw = ImageDraw.Draw(picture)
    size = random.uniform(8, 50)
    for _ in range(random.choice([3, 4, 5, 6, 8, 12, 20, 40, 120])):
        x, y, wide = random.uniform(0, 600), random.uniform(0, 800), size * random.uniform(0.6, 1.5)
        high = wide * random.uniform(0.7, 1.4)
        draw.ellipse([x - wide / 2, y - high / 2, x + wide / 2, y + high / 2], fill=random.randint(40, 140))
    return picture.filter(ImageFilter.GaussianBlur(random.uniform(0, 4)))


@pytest.mark.slow
def test_skin_and_spots_are_no_sheet() -> None:
    skin = [light_of(drawn_skin(redness).jpeg, 4000) for redness in (0.0, 0.5, 0.9)]
    spots = [np.asarray(_spotted(seed)) for seed in range(60)]
    assert not any(map(looks_like_sheet, [*skin, *spots]))


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (40, 3), (700, 900)])
def test_a_picture_of_any_shape_with_nothing_on_it_is_no_sheet(size: tuple[int, int]) -> None:
    assert not looks_like_sheet(np.full(size, 240, np.uint8))
    assert not looks_like_sheet(np.zeros(size, np.uint8))
