"""The printed sheet: a page each, its codes where they are looked for, and words of a person as they are."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PIL import Image

from adtracker.domain.sheet.layout import layout_of
from adtracker.domain.sheet.spec import Asks, SheetField, SheetSpec
from adtracker.report.sheets.paper_sheet import PaperSheets, paper_sheets_pdf, paper_sheets_pictures
from adtracker.resources import Texts
from adtracker.sheets.corners import find_corners
from adtracker.sheets.plane import homography, projected
from tests.domain.sheet.samples import ALL, DUE, FULL, SHORT, USUAL
from tests.press import press
from tests.report.samples import read_pdf, text_of

MADE = date(2026, 11, 28)


def words_of(*sheets: SheetSpec, names: dict[tuple[str, str], str] | None = None) -> str:
    return " ".join(text_of(paper_sheets_pdf(PaperSheets(sheets, MADE, names or {}), Texts(), press)).split())


@pytest.mark.parametrize("spec", ALL.values(), ids=ALL)
def test_the_codes_stand_where_they_are_looked_for(spec: SheetSpec) -> None:
    (page,) = paper_sheets_pictures(PaperSheets([spec], MADE), Texts(), 110, press)
    found = find_corners(np.asarray(Image.open(io.BytesIO(page)).convert("L")))
    assert (found.spec, found.count) == (spec, 4)
    layout = layout_of(spec)
    ends = projected(homography(found.places, found.points), np.array([(0, 0), (layout.width, layout.height)]))
    assert np.allclose(ends / 110 * 25.4, [(0, 0), (layout.width, layout.height)], atol=0.3)


def test_each_sheet_is_a_page_and_says_its_days() -> None:
    other = replace(USUAL, number="OTHR", first=date(2026, 12, 14))
    document = read_pdf(paper_sheets_pdf(PaperSheets([USUAL, other], MADE, name="Nora"), Texts(), press))
    assert len(document.pages) == 2
    words = words_of(USUAL, other)
    assert "30 November 2026 to 13 December 2026" in words
    assert "14 December 2026 to 27 December 2026" in words
    assert "sheet OTHR, printed 28 November 2026" in words


def test_one_day_is_called_one_day() -> None:
    words = words_of(SHORT)
    assert "One day on paper" in words
    assert "Sleep" not in words, "what is not asked is not explained"


def test_only_what_is_on_the_sheet_is_explained() -> None:
    fields = (SheetField(Asks.ITCH), SheetField(Asks.YES_NO, "AAA"), SheetField(Asks.DOSES, "BBB"))
    words = words_of(replace(SHORT, fields=fields)).replace("\u00a0", " ")
    assert "Y yes, N no." in words
    assert "T taken, S skipped." in words
    assert "a circle for each dose" not in words


def test_names_of_a_person_are_no_markup_and_long_ones_stay_on_the_page() -> None:
    names = {(FULL.number, "AB2"): "#panic() *x*", (FULL.number, "CD3"): "How very sore is it " * 6}
    wanted = PaperSheets([FULL], MADE, names, "W" * 120)
    document = paper_sheets_pdf(wanted, Texts(), press)
    assert len(read_pdf(document).pages) == 1
    assert "#panic()" in text_of(document)


def test_a_name_that_cannot_be_parted_by_syllables_is_parted_and_not_cut_off() -> None:
    words = words_of(FULL, names={(FULL.number, "EF4"): "Tacrolimus", (FULL.number, "GH5"): "Xzqwrtpsdf"})
    parts = words.replace("\u00ad", "-")
    assert "Tacro- limus" in parts or "Tacro-limus" in parts
    assert "Xzqwr- tpsdf" in parts or "Xzqwr-tpsdf" in parts
    assert "A treatment has circles on the days it is due." not in words


def test_that_a_treatment_has_no_circles_on_some_days_is_explained() -> None:
    assert "A treatment has circles on the days it is due." in words_of(DUE)
