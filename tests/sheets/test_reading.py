"""Sheets that are printed, filled in, taken and read: few of each kind here, a thousand by `dev.py read-sheets`."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from random import Random

import numpy as np
import pytest
import segno
from PIL import Image

from adtracker.domain.sheet import code
from adtracker.domain.sheet.code import write_code
from adtracker.domain.sheet.layout import Box, layout_of
from adtracker.domain.sheet.reading import ReadSheet
from adtracker.domain.sheet.spec import SheetSpec
from adtracker.errors import SheetError
from adtracker.photos.pixels import light_of
from adtracker.sheets.opening import read_sheets
from adtracker.sheets.page import read_page
from tests.domain.sheet.samples import FULL, USUAL
from tests.sheets.counting import wrong_ones
from tests.sheets.examples import EXAMPLES, FOLDER, MARKED, said
from tests.sheets.pens import POINTS, PPI, Truth, filled_in
from tests.sheets.printing import printed, scaled
from tests.sheets.taking import BAD, CONDITIONS


def taken(spec: SheetSpec, seed: int) -> tuple[Image.Image, Truth]:
    """A page that is filled in."""
    return filled_in(printed(spec), spec, Random(seed))


def read(page: Image.Image) -> ReadSheet:
    """What is read off it, as from a perfect scanner of 150 points an inch."""
    return read_page(np.asarray(page.reduce(2)))


def refused(page: Image.Image) -> str:
    with pytest.raises(SheetError) as caught:
        read(page)
    return caught.value.key


def without(page: Image.Image, box: Box) -> Image.Image:
    """The page with a coffee cup on a part of it."""
    shown = page.copy()
    ends = [round(end * POINTS) for end in (box.x - 1, box.y - 1, box.x + box.width + 1, box.y + box.height + 1)]
    shown.paste(235, (ends[0], ends[1], ends[2], ends[3]))
    return shown


def with_code(page: Image.Image, text: str, box: Box) -> Image.Image:
    """The page with another code in a corner."""
    drawn = io.BytesIO()
    segno.make_qr(text, error="m").save(drawn, kind="png", border=0, scale=10)
    shown = without(page, box)
    wide = round(box.width * POINTS)
    square = Image.open(drawn).convert("L").resize((wide, wide))
    shown.paste(square, (round(box.x * POINTS), round(box.y * POINTS)))
    return shown


@pytest.mark.slow
@pytest.mark.parametrize("condition", CONDITIONS)
def test_what_was_marked_is_read_or_asked_about(condition: str) -> None:
    random = Random(f"suite {condition}")
    page, truth = filled_in(printed(FULL), FULL, random)
    found = read_page(light_of(CONDITIONS[condition](scaled(page, 0.97), random), 4000))
    assert found.spec == FULL
    assert not wrong_ones(found, truth)
    assert len(found.asked) <= 0.03 * len(truth) + 1


@pytest.mark.slow
@pytest.mark.parametrize("spoilt", BAD)
def test_a_spoilt_picture_is_refused(spoilt: str) -> None:
    random = Random(f"suite {spoilt}")
    page, _ = filled_in(printed(FULL), FULL, random)
    with pytest.raises(SheetError):
        read_page(light_of(BAD[spoilt](page, random), 4000))


def test_an_empty_sheet_says_nothing() -> None:
    found = read(printed(USUAL))
    assert (found.answers, found.note) == ((), None)


@pytest.mark.slow
@pytest.mark.parametrize("corner", range(4))
def test_three_corners_are_enough(corner: int) -> None:
    page, truth = taken(USUAL, 5)
    found = read(without(page, layout_of(USUAL).codes[corner]))
    assert found.spec == USUAL
    assert not wrong_ones(found, truth)


def test_two_corners_are_not() -> None:
    codes = layout_of(USUAL).codes
    assert refused(without(without(printed(USUAL), codes[0]), codes[2])) == "sheet.corners"


@pytest.mark.slow
@pytest.mark.parametrize("turn", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270])
def test_a_sheet_may_lie_any_way_round(turn: Image.Transpose) -> None:
    page, truth = taken(USUAL, 6)
    assert not wrong_ones(read(page.transpose(turn)), truth)


def test_a_row_of_two_marks_is_asked_about_with_its_picture() -> None:
    page, _ = filled_in(printed(USUAL), USUAL, Random(7))
    row = layout_of(USUAL).rows[0]
    shown = np.array(page)
    for circle in (row.circles[2], row.circles[6]):
        y, x = (round(at * POINTS) for at in (circle.y, circle.x))
        shown[y - 25 : y + 25, x - 6 : x + 6] = 30
        shown[y - 6 : y + 6, x - 25 : x + 25] = 30
    found = next(one for one in read(Image.fromarray(shown)).answers if (one.day, one.part) == (row.day, ("itch", "")))
    assert found.is_asked
    assert {2.0, 6.0} <= set(found.candidates)
    crop = Image.open(io.BytesIO(found.crop))
    assert crop.size[0] > 4 * crop.size[1] > 100


def test_the_line_for_a_note_is_a_picture_where_something_is_written() -> None:
    page = printed(USUAL).copy()
    note = layout_of(USUAL).note
    shown = np.array(page)
    for step in range(400):
        x = round((note.x + 8) * POINTS) + step
        y = round((note.y + note.height / 2) * POINTS + 20 * np.sin(step / 12))
        shown[y - 3 : y + 3, x - 3 : x + 3] = 40
    found = read(Image.fromarray(shown))
    assert found.note is not None
    picture = np.asarray(Image.open(io.BytesIO(found.note)))
    assert picture.shape[1] > 8 * picture.shape[0]
    assert (picture < 120).mean() > 0.003


def test_a_picture_without_a_sheet_is_refused() -> None:
    assert refused(Image.new("L", (1200, 1700), 240)) == "sheet.none"


def test_a_code_of_somebody_else_is_named_as_one() -> None:
    page = Image.new("L", (2480, 3508), 255)
    assert refused(with_code(page, "https://example.org/menu", layout_of(USUAL).codes[0])) == "sheet.foreign"


def test_two_sheets_in_one_picture_are_refused() -> None:
    other = replace(USUAL, number="OTHR")
    page = printed(USUAL)
    assert refused(with_code(page, write_code(other, 1), layout_of(USUAL).codes[1])) == "sheet.several"


def test_a_sheet_of_a_newer_version_is_named_as_one() -> None:
    body = "ADT3" + write_code(USUAL, 0)[4:-3]
    text = body + code._check_letters(body)
    page = Image.new("L", (2480, 3508), 255)
    assert refused(with_code(page, text, layout_of(USUAL).codes[0])) == "sheet.newer"


def test_a_sheet_of_another_diary_is_read_and_says_whose_it_is() -> None:
    codes, page = layout_of(USUAL).codes, printed(USUAL)
    for corner in range(4):
        page = with_code(page, write_code(replace(USUAL, diary="OTHR"), corner), codes[corner])
    assert read(page).spec.diary == "OTHR"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda page: page.point(lambda value: value // 9),
        lambda page: page.point(lambda value: min(255, value // 8 + 222)),
    ],
    ids=["dark", "pale"],
)
def test_too_little_light_and_too_much_are_refused(spoil: Callable[[Image.Image], Image.Image]) -> None:
    assert refused(spoil(printed(USUAL))) in {"sheet.none", "sheet.dark", "sheet.pale"}


def test_pages_are_printed_as_large_as_they_say() -> None:
    assert printed(USUAL).width == pytest.approx(210 / 25.4 * PPI, abs=1)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in EXAMPLES if "refused" not in name])
def test_sheets_once_printed_are_read_for_ever(name: str) -> None:
    (page,) = read_sheets(FOLDER / f"{name}.jpg")
    assert page.sheet is not None
    assert not page.sheet.asked
    found = {(one.day, one.part): one.value for one in page.sheet.clear if one.value is not None}
    assert said(found) == json.loads(MARKED.read_text(encoding="utf-8"))[name]


def test_the_example_in_a_shadow_is_refused() -> None:
    (page,) = read_sheets(FOLDER / "5-shadow-refused.jpg")
    assert (page.sheet, page.problem[0]) == (None, "sheet.shadow")


@pytest.mark.slow
def test_codes_of_a_sheet_that_lie_anywhere_are_no_sheet() -> None:
    random = Random(5)
    for _ in range(4):
        page = Image.new("L", (random.choice([900, 1600]) * 2, random.choice([900, 2000]) * 2), 250)
        for corner in random.sample(range(4), random.choice([3, 4])):
            place = Box(
                random.uniform(5, page.width / POINTS - 25), random.uniform(5, page.height / POINTS - 25), 15, 15
            )
            page = with_code(page, write_code(USUAL, corner), place)
        with pytest.raises(SheetError):
            read(page)
