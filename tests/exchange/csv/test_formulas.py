"""What a spreadsheet would take for a formula stands marked in a table, and comes back as it was."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.exchange.csv.cell_reader import CellReader, cell
from adtracker.exchange.csv.formulas import guarded, unguarded
from adtracker.exchange.csv.rows import Table, one_of, read_rows
from adtracker.exchange.csv.text import write_rows
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.references import References
from adtracker.exchange.text_file import lines_in
from tests.strategies import REGIONS, SITES, TODAY

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 -- the full-width forms are meant
formulas = st.builds(
    lambda before, sign, rest: before + sign + rest,
    st.text(alphabet="' \u00a0", max_size=3),
    st.sampled_from(SIGNS),
    st.text(max_size=8),
)
texts = st.one_of(st.text(max_size=12), formulas)


@pytest.mark.parametrize("begin", [*SIGNS, " =", "\u00a0=", "\t=", "  ＝"])  # noqa: RUF001 -- as above
def test_no_cell_begins_as_a_formula_does(begin: str) -> None:
    text = f"{begin}cmd|' /C calc'!A1"
    assert cell(text) == f"'{text}"
    assert cell([text]).lstrip()[0] not in SIGNS


@given(texts)
def test_every_text_comes_back_letter_for_letter(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text).lstrip()[:1] not in SIGNS or not text.lstrip()


@given(st.lists(texts.filter(str.strip), min_size=1, max_size=4), texts)
def test_so_do_texts_and_lists_through_a_table(items: list[str], text: str) -> None:
    table = write_rows(["key", "items", "text"], [["1", cell(items), cell(text)]])
    parsed = ImportResult(TODAY, References(REGIONS, SITES))
    columns = ("key", "items", "text")
    ((_, row),) = read_rows(Table("t.csv", lines_in(table)), one_of(columns), "key", columns, parsed)
    read = CellReader(row)
    assert (read.texts("items"), read.text("text")) == (items, text)


@given(st.floats(-1e9, 1e9, allow_nan=False))
def test_a_number_stays_a_number(value: float) -> None:
    ((found,),) = csv.reader(io.StringIO(cell(value)))
    assert float(found) == value


def test_an_apostrophe_before_anything_else_is_the_persons_own() -> None:
    for text in ("'twas itchy", "'", "''", "'7"):
        assert (cell(text), unguarded(text)) == (text, text)
