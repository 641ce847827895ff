"""A screen reader says with each number which row it is in: the first cell of a row is its header, none is empty."""

from typing import Any

import pytest
from pypdf import PdfReader

from adtracker.report.row_heads import with_row_heads
from tests.report.samples import demo_request, printed, read_pdf, report_of


@pytest.fixture(scope="module")
def reader() -> PdfReader:
    return read_pdf(printed(report_of(demo_request())))


def _elements(reader: PdfReader, kind: str) -> list[Any]:
    """The elements of a kind in the tree of tags, in order."""
    root: Any = reader.trailer["/Root"]
    found, waiting = [], [root["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop(0)
        if element.get("/S") == kind:
            found.append(element)
        kids = element.get("/K", [])
        below = [one.get_object() for one in (kids if isinstance(kids, list) else [kids])]
        waiting[:0] = [one for one in below if hasattr(one, "get")]
    return found


def _scope(cell: Any) -> str | None:
    facts = [one.get_object() for one in cell["/A"]]
    return next((str(one["/Scope"]) for one in facts if "/Scope" in one), None)


def _cells(row: Any) -> list[Any]:
    return [one.get_object() for one in row["/K"]]


def test_the_first_cell_of_each_row_is_the_header_of_its_row(reader: PdfReader) -> None:
    bodies = _elements(reader, "/TBody")
    rows = [_cells(one.get_object()) for body in bodies for one in body["/K"]]
    assert len(bodies) >= 2
    assert len(rows) > 20
    assert all((cells[0]["/S"], _scope(cells[0])) == ("/TH", "/Row") for cells in rows)
    assert all(cell["/S"] == "/TD" for cells in rows for cell in cells[1:])


def test_columns_have_headers_that_are_not_empty(reader: PdfReader) -> None:
    heads = [_cells(one.get_object()) for head in _elements(reader, "/THead") for one in head["/K"]]
    assert all(_scope(cell) == "/Column" and cell["/K"] for cells in heads for cell in cells)


def test_pictures_are_one_sentence_and_hardly_a_loose_number(reader: PdfReader) -> None:
    figures = _elements(reader, "/Figure")
    (days,) = (one for one in figures if one["/Alt"].startswith("Worst itch day by day"))
    assert len(days["/K"]) == 1
    charts = [one for one in figures if "weekly averages go" in one["/Alt"].lower()]
    assert len(charts) == 3
    assert all(len(one["/K"]) == 1 for one in charts)


def test_no_byte_moves_and_what_is_no_such_pdf_stays_as_it_is() -> None:
    document = printed(report_of(demo_request()))
    assert with_row_heads(document) == document
    assert with_row_heads(b"%PDF-1.7 cut off") == b"%PDF-1.7 cut off"
