"""An open line is asked about until nothing is open, and is taken as the person says."""

from __future__ import annotations

from datetime import date

from adtracker.domain.intake.lines.answering import Ask, Said, all_as_said, as_said, next_ask
from adtracker.domain.intake.lines.line_proposal import LineProposal
from adtracker.domain.intake.lines.reading import read_lines
from tests.domain.intake.lines.habits import habits
from tests.domain.intake.lines.told import told

DAY = date(2026, 11, 28)
ITCH, NOTE = ("itch", ""), ("note", "")


def _line(text: str) -> LineProposal:
    return read_lines(text, habits())[0]


def test_a_clear_line_is_taken_without_a_word() -> None:
    line = _line("28.11. itch 6")
    assert next_ask(line, Said()) is None
    assert as_said(line, Said()) == line
    assert as_said(line, Said(is_left_out=True)) is None


def test_a_line_without_a_day_is_asked_for_it() -> None:
    line = _line("itch 6")
    assert next_ask(line, Said()) == (Ask.DAY, None)
    assert as_said(line, Said()) is None
    taken = as_said(line, Said(day=DAY))
    assert taken is not None
    assert told(taken) == ("clear", "2026-11-28", "itch 6", "")


def test_of_a_range_one_number_is_chosen_after_the_day() -> None:
    line = _line("itch 6-7 sleep 4")
    assert next_ask(line, Said()) == (Ask.DAY, None)
    assert next_ask(line, Said(day=DAY)) == (Ask.VALUE, ITCH)
    taken = as_said(line, Said(day=DAY, values={ITCH: 7.0}))
    assert taken is not None
    assert told(taken) == ("clear", "2026-11-28", "itch 7, sleep 4", "")


def test_what_was_half_understood_is_taken_if_it_is_meant_and_the_rest_may_be_the_note() -> None:
    line = _line("28.11. itch 6 hands sore")
    assert next_ask(line, Said()) == (Ask.MEANT, None)
    without, with_note = as_said(line, Said(is_meant=True)), as_said(line, Said(is_meant=True, rest_is_note=True))
    assert without is not None
    assert with_note is not None
    assert NOTE not in without.parts
    assert with_note.parts[NOTE] == "hands sore"


def test_of_several_lines_those_are_taken_that_leave_nothing_open() -> None:
    lines = read_lines("28.11. itch 6\nitch 5\nhello\n27.11. 6\n", habits())
    assert [one.line for one in all_as_said(lines, {})] == [1]
    said = {2: Said(day=DAY), 3: Said(day=DAY, is_meant=True), 4: Said(is_meant=True)}
    assert [one.line for one in all_as_said(lines, said)] == [1, 2, 4]
