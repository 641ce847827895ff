"""What is meant by the ink in a row of circles: a mark, none, one that was taken back, or a question."""

from __future__ import annotations

import pytest

from adtracker.domain.records.sign import Sign
from adtracker.domain.sheet.layout import layout_of
from adtracker.domain.sheet.reading import Answer, Doses
from adtracker.domain.sheet.spec import Asks
from adtracker.sheets.answers import answer_of
from tests.domain.sheet.samples import FULL

CROSS, FAINT, STRAY, FILL = 0.25, 0.02, 0.012, 0.8


def read(asks: Asks, ink: dict[int, float], covered: dict[int, float] | None = None, doses: int = 0) -> object:
    rows = [row for row in layout_of(FULL).rows if row.field.asks is asks and row.field.doses == doses]
    amounts = [ink.get(at, 0.0) for at in range(len(rows[0].circles))]
    shares = [(covered or {}).get(at, 0.3 if at in ink else 0.0) for at in range(len(amounts))]
    found = answer_of(rows[0], amounts, shares)
    if found is None:
        return None
    return ("asked", found.candidates) if found.is_asked else found.value


@pytest.mark.parametrize(
    ("asks", "choice", "value"),
    [
        (Asks.ITCH, 0, 0.0),
        (Asks.SLEEP, 10, 10.0),
        (Asks.SCALE, 3, 3.0),
        (Asks.WOKEN, 0, True),
        (Asks.WOKEN, 1, False),
        (Asks.YES_NO, 0, 1.0),
        (Asks.YES_NO, 1, 0.0),
        (Asks.SIGNS, 1, (Sign.FLAKING,)),
        (Asks.SIGNS, 5, ()),
        (Asks.DOSES, 0, Doses(1)),
        (Asks.DOSES, 1, Doses(0, 1)),
    ],
)
def test_one_mark_is_an_answer(asks: Asks, choice: int, value: Answer) -> None:
    assert read(asks, {choice: CROSS}) == value
    assert read(asks, {choice: CROSS, (choice + 1) % 2: STRAY}) == value


def test_an_empty_row_is_no_answer() -> None:
    assert read(Asks.ITCH, {}) is None
    assert read(Asks.SIGNS, {}) is None


def test_two_marks_or_a_faint_one_are_asked_about() -> None:
    assert read(Asks.ITCH, {3: CROSS, 4: 0.9 * CROSS}) == ("asked", (3.0, 4.0))
    assert read(Asks.ITCH, {3: FAINT}) == ("asked", (3.0,))
    assert read(Asks.WOKEN, {0: CROSS, 1: CROSS}) == ("asked", (True, False))


def test_a_circle_that_was_filled_in_to_take_it_back_gives_way_to_a_cross() -> None:
    assert read(Asks.ITCH, {3: FILL, 7: CROSS}, {3: 0.95, 7: 0.35}) == 7.0
    assert read(Asks.ITCH, {3: FILL}, {3: 0.95}) == 3.0
    assert read(Asks.ITCH, {3: FILL, 7: FILL}, {3: 0.95, 7: 0.95}) == ("asked", (3.0, 7.0))


def test_several_signs_are_one_answer_and_none_beside_a_sign_is_asked_about() -> None:
    assert read(Asks.SIGNS, {0: CROSS, 4: CROSS}) == (Sign.DRY, Sign.BLEEDING)
    assert read(Asks.SIGNS, {0: CROSS, 5: CROSS}) == ("asked", ((Sign.DRY,), ()))
    assert read(Asks.SIGNS, {0: CROSS, 1: FAINT}) == (
        "asked",
        ((Sign.DRY, Sign.FLAKING), (Sign.DRY,), (Sign.FLAKING,)),
    )


def test_doses_are_counted_from_the_first_circle_on() -> None:
    assert read(Asks.DOSES, {0: CROSS, 1: CROSS}, doses=2) == Doses(2)
    assert read(Asks.DOSES, {1: CROSS}, doses=2) == ("asked", (Doses(1),))
    assert read(Asks.DOSES, {0: CROSS, 1: CROSS}) == ("asked", (Doses(1), Doses(0, 1)))
