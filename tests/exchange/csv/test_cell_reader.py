"""Values in cells: lists come back whatever is in them, and what a person may write otherwise is read as meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.problem import Problem
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.question import Question
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.treatments.dose import DayDoses
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.codecs.treatments import DOSES
from adtracker.exchange.csv.cell_reader import CellReader, cell, list_cell, read_list
from adtracker.exchange.csv.treatments import DOSE_COLUMNS
from adtracker.exchange.snapshot import Snapshot
from tests.strategies import TODAY

AWKWARD = st.text(st.sampled_from('a;" \n\t,'), max_size=6) | st.sampled_from(["none", "None", " none"])


@settings(max_examples=300)
@given(st.lists(st.text(max_size=8) | AWKWARD, max_size=5))
def test_a_list_comes_back_whatever_is_in_it(items: list[str]) -> None:
    assert read_list(list_cell(items)) == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("dry", ["dry"]),
        (" dry ;; cracked; ", ["dry", "cracked"]),
        ('"a; b" ;c', ["a; b", "c"]),
        ('5" long; b', ['5" long', "b"]),
        ('"say ""no"""', ['say "no"']),
        ("NONE", []),
        ('"none"', ["none"]),
        ("none; b", ["none", "b"]),
        ('"open', None),
        ('"a" b', None),
    ],
)
def test_lists_are_read_as_people_write_them(text: str, items: list[str] | None) -> None:
    assert read_list(text) == items


def test_a_list_of_a_million_signs_is_read_at_once() -> None:
    assert read_list('"' * 1_000_001) is None
    assert read_list(";" * 1_000_000) == []


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (True, "yes"), (False, "no"), (3, "3"), (0.5, "0.5"), ([], "none")]
)
def test_values_are_written_in_words(value: object, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize("text", ["1.5", "1e3", "0x5", "\N{ARABIC-INDIC DIGIT FIVE}", "9" * 10_000])
def test_only_whole_numbers_are_whole(text: str) -> None:
    cells = CellReader({"taken": text})
    assert cells.whole("taken") is None
    (problem,) = cells.finish()
    assert (problem.field, problem.rule) == ("taken", "not_a_whole_number")


def test_blanks_are_not_recorded_but_in_a_text() -> None:
    cells = CellReader(dict.fromkeys(("first", "count", "hidden", "kind", "moment", "sites", "note"), " "))
    assert (cells.day("first"), cells.whole("count"), cells.flag("hidden"), cells.texts("sites")) == (None,) * 4
    assert (cells.moment("moment"), cells.items("kind"), cells.text("note")) == (None, [], " ")
    assert cells.finish() == []
    assert CellReader({"mood": "good"}).finish() == [Problem("mood", "unknown_name")]


def test_every_plain_table_has_the_columns_that_are_written() -> None:
    examples = {
        Trigger: Trigger("cats", "Cats"),
        Question: Question("Mood", "Mood"),
        Visit: Visit(TODAY),
        SideEffect: SideEffect("rash", TODAY),
        Photo: Photo(TODAY, "0" * 64, 1, 1),
    }
    for section in CODECS:
        if section.kind in examples:
            assert tuple(section.write(examples[section.kind], Snapshot())) == tuple(section.columns)
    assert ("treatment", *DOSES.write(DayDoses(1, TODAY, 1), Snapshot())) == DOSE_COLUMNS
