"""The text of the corner codes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.sheet.code import CodeError, Corner, NewerLayoutError, _check_letters, read_code, write_code
from adtracker.domain.sheet.spec import LETTERS, Asks, SheetField, SheetPaper, SheetSpec
from tests.domain.sheet.samples import ALL, DUE, FULL, USUAL

KEYS = st.text(LETTERS, min_size=3, max_size=3)
MARKS = st.text(LETTERS, min_size=4, max_size=4)
PLAIN = st.sets(st.sampled_from([Asks.ITCH, Asks.SLEEP, Asks.WOKEN, Asks.SIGNS]), min_size=1)
QUESTIONS = st.lists(st.builds(SheetField, st.sampled_from([Asks.SCALE, Asks.YES_NO]), KEYS), max_size=5)
DOSES = st.lists(st.builds(SheetField, st.just(Asks.DOSES), KEYS, st.integers(0, 6)), max_size=5)


@st.composite
def specs(draw: st.DrawFn) -> SheetSpec:
    plain = draw(PLAIN)
    kept = [SheetField(asks) for asks in (Asks.ITCH, Asks.SLEEP, Asks.WOKEN, Asks.SIGNS) if asks in plain]
    first = draw(st.dates(date(2000, 1, 1), date(2179, 1, 1)))
    days, paper, layout = draw(st.integers(1, 14)), draw(st.sampled_from(SheetPaper)), draw(st.sampled_from([1, 2]))
    due = st.sets(st.integers(0, days - 1)).map(sorted).map(tuple) if layout == 2 else st.just(())
    doses = [replace(field, due=draw(due)) for field in draw(DOSES)]
    fields = (*kept, *draw(QUESTIONS), *doses)
    return SheetSpec(draw(MARKS), draw(MARKS), first, days, fields, paper, draw(st.booleans()), layout=layout)


@given(specs(), st.integers(0, 3))
def test_what_is_written_is_read(spec: SheetSpec, corner: int) -> None:
    assert read_code(write_code(spec, corner)) == Corner(spec, corner)


@given(st.text(max_size=60) | st.text(LETTERS, max_size=60).map("ADT1".__add__))
def test_no_other_text_is_taken_for_one(text: str) -> None:
    with pytest.raises(CodeError):
        read_code(text)


@given(specs(), st.data())
def test_one_wrong_letter_is_noticed(spec: SheetSpec, data: st.DataObject) -> None:
    text = write_code(spec, 0)
    place = data.draw(st.integers(3, len(text) - 1))
    letter = data.draw(st.sampled_from([one for one in LETTERS if one != text[place]]))
    with pytest.raises(CodeError):
        read_code(f"{text[:place]}{letter}{text[place + 1 :]}")


def test_codes_once_printed_are_read_for_ever() -> None:
    assert read_code("ADT1CX4DA2AEJGM3IHQAG74") == Corner(USUAL, 0)
    assert read_code("ADT2A5BEQ2AEJGMZQHSAB2NSC6AGH5SAEE7MSDGG") == Corner(DUE, 0)
    assert {name: write_code(spec, 3)[:4] for name, spec in ALL.items()} == {
        name: "ADT2" if name == "due" else "ADT1" for name in ALL
    }


def test_a_sheet_of_a_newer_version_is_known_as_one() -> None:
    body = "ADT3" + write_code(USUAL, 0)[4:-3]
    with pytest.raises(NewerLayoutError):
        read_code(body + _check_letters(body))


def test_a_usual_code_is_small() -> None:
    assert len(write_code(FULL, 0)) <= 38, "a square of 25 fields holds no more"


def test_what_a_code_has_no_room_for_is_refused() -> None:
    many = (SheetField(Asks.ITCH), *(SheetField(Asks.SCALE, "AAA") for _ in range(6)))
    with pytest.raises(ValueError, match="ask"):
        write_code(replace(USUAL, fields=many), 0)
    (*others, cream) = DUE.fields
    for wrong in (replace(DUE, layout=1), replace(DUE, fields=(*others, replace(cream, due=(3, 7))))):
        with pytest.raises(ValueError, match="ask"):
            write_code(wrong, 0)
    with pytest.raises(ValueError, match="day"):
        write_code(replace(USUAL, first=date(1999, 1, 1)), 0)
