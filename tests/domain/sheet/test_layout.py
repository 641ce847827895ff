"""Where everything stands on a sheet: within the paper, apart from each other, and for ever where it once stood."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

from adtracker import resources
from adtracker.domain.sheet.layout import Layout, layout_of, most_days
from adtracker.domain.sheet.letters import LANGUAGES, LETTERS_IN, in_circles, printed_ink
from adtracker.domain.sheet.spec import SheetPaper, SheetSpec
from adtracker.language import ENGLISH
from adtracker.resources import Texts
from tests.domain.sheet.samples import ALL, DUE, FULL, PLAIN, USUAL

FROZEN = Path(__file__).parent / "frozen"


def places(layout: Layout) -> dict[str, object]:
    """All that a reader goes by, in hundredths of a millimetre."""
    return {
        "paper": [round(100 * layout.width), round(100 * layout.height)],
        "diameter": round(100 * layout.diameter),
        "codes": [[round(100 * at) for at in (box.x, box.y, box.width, box.height)] for box in layout.codes],
        "note": [round(100 * at) for at in (layout.note.x, layout.note.y, layout.note.width, layout.note.height)],
        "rows": [
            [row.day.isoformat(), row.field.asks.value, [[round(100 * c.x), round(100 * c.y)] for c in row.circles]]
            for row in layout.rows
        ],
    }


@pytest.mark.parametrize("name", ALL)
def test_a_layout_is_where_it_was_when_it_was_first_printed(name: str) -> None:
    frozen = json.loads((FROZEN / f"layout-{ALL[name].layout}-{name}.json").read_text(encoding="utf-8"))
    assert places(layout_of(ALL[name])) == frozen


@pytest.mark.parametrize("spec", ALL.values(), ids=ALL)
def test_nothing_lies_on_anything_else(spec: SheetSpec) -> None:
    layout = layout_of(spec)
    middles = [(one.x, one.y) for row in layout.rows for one in row.circles]
    assert min((dist(*pair) for pair in combinations(middles, 2)), default=99) >= layout.diameter + 0.9
    half = layout.diameter / 2
    assert all(x - half > 0 and x + half < layout.width - 5 for x, _ in middles)
    lowest = max(y for _, y in middles) + half
    assert lowest < layout.note.y - 4
    assert lowest < layout.codes[2].y - 2


def test_a_treatment_has_circles_on_the_days_on_which_it_is_due_where_it_would_have_them_on_all() -> None:
    on_all = layout_of(replace(DUE, fields=tuple(replace(field, due=()) for field in DUE.fields), layout=1))
    asked = {(row.day, row.field.key) for row in layout_of(DUE).rows if row.field.key in ("GH5", "IJ6")}
    days = [DUE.first + timedelta(days=number) for number in range(7)]
    assert asked == {(days[2], "GH5"), (days[0], "IJ6"), (days[3], "IJ6"), (days[6], "IJ6")}
    places = {(row.day, row.field.key, row.field.asks): row.circles for row in on_all.rows}
    assert all(places[row.day, row.field.key, row.field.asks] == row.circles for row in layout_of(DUE).rows)


@pytest.mark.parametrize("spec", ALL.values(), ids=ALL)
def test_circles_are_large_enough_for_a_hand_that_hurts(spec: SheetSpec) -> None:
    assert layout_of(spec).diameter >= (7 if spec.large else 5)


@pytest.mark.parametrize("paper", SheetPaper)
def test_two_weeks_fit_on_one_page_where_nothing_own_is_asked(paper: SheetPaper) -> None:
    assert most_days(PLAIN, paper, large=False) == 14
    assert most_days(PLAIN, paper, large=True) >= 7


def test_what_has_no_room_is_refused() -> None:
    with pytest.raises(ValueError, match="room"):
        layout_of(replace(FULL, days=14))
    with pytest.raises(ValueError, match="known"):
        layout_of(replace(USUAL, layout=3))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_row_has_letters_that_differ_and_that_a_reader_knows_the_ink_of(language: str) -> None:
    for field in FULL.fields:
        letters = in_circles(field, language)
        assert len(set(letters)) == len(letters) == field.circles
        assert all(0.02 <= printed_ink(letter) <= 0.08 for letter in letters)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_explains_the_letters_of_its_language(language: str) -> None:
    resources.speak(language)
    legend = " ".join(Texts().table("paper")["legend"].values())
    resources.speak(ENGLISH)
    letters = LETTERS_IN[language]
    assert all(f"{letter}\u00a0" in legend for letter in (*letters.signs, letters.yes, letters.no))
    assert all(f"{letter}\u00a0" in legend for letter in (letters.taken, letters.skipped))
