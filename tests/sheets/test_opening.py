"""Files that sheets come in: pictures of all kinds, PDF of many pages, and what means harm; a sentence for each."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from adtracker.errors import AdtrackerError, PhotoError, SheetError
from adtracker.resources import Texts
from adtracker.sheets.apart import SheetProcess
from adtracker.sheets.opening import MOST_PAGES, read_sheets, said_of
from tests.domain.sheet.samples import USUAL
from tests.photos.hostile import png_of
from tests.photos.samples import encoded
from tests.sheets.counting import wrong_ones
from tests.sheets.pens import Truth, filled_in
from tests.sheets.printing import printed


@pytest.fixture(scope="module")
def sheet() -> tuple[Image.Image, Truth]:
    """A sheet that is filled in, at 150 points an inch."""
    page, truth = filled_in(printed(USUAL), USUAL, Random(3))
    return page.resize((1240, 1754), Image.Resampling.BOX), truth


def pdf_of(*pages: Image.Image) -> bytes:
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    return out.getvalue()


def said(file: Path) -> str:
    """Why a file is not read, as a person is told."""
    with pytest.raises(AdtrackerError) as caught:
        read_sheets(file)
    return Texts().error(caught.value)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["png", "heic"])
def test_a_sheet_may_be_a_picture_of_any_usual_kind(
    sheet: tuple[Image.Image, Truth], tmp_path: Path, form: str
) -> None:
    file = tmp_path / "sheet"
    file.write_bytes(encoded(sheet[0].convert("RGB"), form))
    (page,) = read_sheets(file)
    assert page.sheet is not None
    assert not wrong_ones(page.sheet, sheet[1])


@pytest.mark.slow
def test_pages_of_a_pdf_are_read_one_by_one_and_empty_ones_are_named(
    sheet: tuple[Image.Image, Truth], tmp_path: Path
) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(pdf_of(sheet[0], Image.new("L", (1240, 1754), 255)))
    first, second = read_sheets(file)
    assert first.sheet is not None
    assert not wrong_ones(first.sheet, sheet[1])
    assert (first.page, second.page, second.sheet) == (1, 2, None)
    error = said_of(second)
    assert error is not None
    assert Texts().error(error).startswith("No sheet can be seen")
    assert said_of(first) is None


def test_a_pdf_of_300_pages_is_refused_before_any_is_drawn(tmp_path: Path) -> None:
    file = tmp_path / "book.pdf"
    file.write_bytes(pdf_of(*[Image.new("1", (8, 8), 1)] * 300))
    assert f"has 300 pages; at most {MOST_PAGES}" in said(file)


@pytest.mark.parametrize("content", [b"%PDF-1.7 and nothing else", b"%PDF-", pdf_of(Image.new("L", (9, 9)))[:200]])
def test_a_damaged_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.pdf"
    file.write_bytes(content)
    assert "damaged" in said(file)


def test_a_page_of_a_pdf_that_is_endless_or_tiny_is_no_sheet(tmp_path: Path) -> None:
    file = tmp_path / "odd.pdf"
    file.write_bytes(pdf_of(Image.new("1", (1, 4000), 1), Image.new("1", (1, 1), 1)))
    assert [page.problem[0] for page in read_sheets(file)] == ["sheet.none", "sheet.none"]


def test_a_picture_made_to_harm_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bomb.png"
    file.write_bytes(png_of(100_000, 100_000))
    with pytest.raises(PhotoError):
        read_sheets(file)


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("itch 6")
    assert "not a picture" in said(file)
    file.write_bytes(b"")
    assert "Nothing" in said(file)
    assert "cannot be read" in said(tmp_path / "none.png")
    assert "not a file" in said(tmp_path)


@pytest.mark.slow
def test_a_second_process_reads_the_same(sheet: tuple[Image.Image, Truth], tmp_path: Path) -> None:
    file = tmp_path / "sheet.png"
    sheet[0].save(file)
    assert SheetProcess()(file) == read_sheets(file)


@pytest.mark.slow
def test_what_a_second_process_cannot_read_is_said_by_it(tmp_path: Path) -> None:
    file = tmp_path / "empty.png"
    Image.new("L", (600, 800), 255).save(file)
    (page,) = SheetProcess()(file)
    assert page.problem[0] == "sheet.none"
    with pytest.raises(SheetError, match=r"sheet.cannot_read"):
        SheetProcess()(tmp_path / "none.png")
    file.write_bytes(png_of(100_000, 100_000))
    with pytest.raises(PhotoError):
        SheetProcess()(file)


def test_a_second_process_that_was_stopped_reads_nothing(tmp_path: Path) -> None:
    process = SheetProcess()
    process.stop()
    with pytest.raises(SheetError, match=r"sheet.failed"):
        process(tmp_path / "any.png")
