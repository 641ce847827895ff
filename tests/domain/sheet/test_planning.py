"""Which sheets are printed, and whose the answers are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from adtracker.domain.common.problem import RefusedError
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.sheet.planning import SheetWish, called, named, sheets_for
from adtracker.domain.sheet.reading import Doses, ReadAnswer, ReadSheet
from adtracker.domain.sheet.spec import Asks, short_key
from adtracker.domain.treatments.schedule import Daily, Every, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment

FIRST = date(2026, 11, 30)
PAIN = Question("pain", "How sore?")
GLOVES = Question("gloves", "Gloves?", AnswerKind.YES_NO)
STEPS = Question("steps", "Steps", AnswerKind.COUNT)
CREAM = Treatment("Mometasone", Kind.CREAM, (Plan(date(2026, 1, 1), Daily(2)),), key=4)
OLD = Treatment("Old", Kind.CREAM, (Plan(date(2026, 1, 1), Daily(1)),), key=5).stopped_after(date(2026, 2, 1))
NEEDED = Treatment("Tablet", Kind.TABLET, (Plan(date(2026, 1, 1), WhenNeeded()),), key=6)
ONCE = Treatment("Injection", Kind.INJECTION, (Plan(date(2026, 1, 1), Daily(1)),), key=7)


def test_a_sheet_asks_what_circles_can_answer_and_what_is_in_use() -> None:
    (spec,) = sheets_for(SheetWish(FIRST, 5, "now"), "abc", [PAIN, GLOVES, STEPS], [CREAM, OLD, NEEDED, ONCE])
    asked = [(one.asks, one.doses) for one in spec.fields[4:]]
    assert asked == [(Asks.SCALE, 0), (Asks.YES_NO, 0), (Asks.DOSES, 2), (Asks.DOSES, 3), (Asks.DOSES, 0)]


WEEKLY = Treatment("Weekly", Kind.INJECTION, (Plan(date(2026, 1, 5), Every(1, Unit.WEEKS, date(2026, 1, 5))),), key=8)
LATE = Treatment("Late", Kind.CREAM, (Plan(date(2026, 12, 3), Daily(1)),), key=9)
RARE = Treatment("Rare", Kind.INJECTION, (Plan(date(2026, 1, 5), Every(24, Unit.WEEKS, date(2026, 1, 5))),), key=10)


def test_a_treatment_is_asked_about_on_the_days_on_which_it_is_due() -> None:
    used = [CREAM.stopped_after(date(2026, 12, 1)), WEEKLY, LATE, RARE, NEEDED]
    (spec,) = sheets_for(SheetWish(FIRST, 5, "now"), "abc", [], used)
    assert [one.due for one in spec.fields[4:]] == [(0, 1), (0,), (3, 4), ()]
    assert spec.layout == 2


def test_a_sheet_on_which_all_is_due_each_day_is_printed_as_ever() -> None:
    (spec,) = sheets_for(SheetWish(FIRST, 5, "now"), "abc", [PAIN], [CREAM, NEEDED, ONCE, RARE])
    assert {one.due for one in spec.fields} == {()}
    assert (len(spec.fields), spec.layout) == (8, 1)


def test_each_page_counts_its_own_days() -> None:
    monthly = replace(WEEKLY, plans=(Plan(date(2026, 1, 6), Every(4, Unit.WEEKS, date(2026, 1, 6))),), key=11)
    first, second = sheets_for(SheetWish(FIRST, 14, "now", large=True), "abc", [PAIN, GLOVES], [WEEKLY, monthly])
    assert (first.first, second.first) == (FIRST, date(2026, 12, 7))
    assert [[field.due for field in one.fields if field.asks is Asks.DOSES] for one in (first, second)] == [
        [(0,)],
        [(0,), (1,)],
    ]


def test_more_than_a_page_has_room_for_goes_on_to_pages_of_the_same_length() -> None:
    sheets = sheets_for(SheetWish(FIRST, 14, "now"), "abc", [PAIN, GLOVES], [CREAM])
    assert [(one.first, one.days) for one in sheets] == [(FIRST, 7), (date(2026, 12, 7), 7)]
    assert len({one.number for one in sheets}) == 2
    assert len({one.diary for one in sheets}) == 1


@pytest.mark.parametrize("days", [0, 15])
def test_a_sheet_has_up_to_two_weeks(days: int) -> None:
    with pytest.raises(RefusedError):
        sheets_for(SheetWish(FIRST, days, "now"), "abc", [], [])


def test_another_diary_has_another_mark() -> None:
    wish = SheetWish(FIRST, 5, "now")
    assert sheets_for(wish, "abc", [], [])[0].diary != sheets_for(wish, "abd", [], [])[0].diary


def test_what_was_read_gets_the_names_of_the_diary() -> None:
    (spec,) = sheets_for(SheetWish(FIRST, 5, "now"), "abc", [PAIN], [CREAM])
    pain, cream = spec.fields[-2].part, spec.fields[-1].part
    answers = (ReadAnswer(FIRST, ("itch", ""), 4.0), ReadAnswer(FIRST, pain, 3.0), ReadAnswer(FIRST, cream, Doses(2)))
    found = named(ReadSheet(spec, answers), [PAIN, STEPS], [CREAM, OLD])
    assert [one.part for one in found.answers] == [("itch", ""), ("answers", "pain"), ("doses", "4")]
    assert not found.unknown


def test_what_the_diary_has_no_more_is_named_and_never_put_elsewhere() -> None:
    (spec,) = sheets_for(SheetWish(FIRST, 5, "now"), "abc", [PAIN], [])
    pain = spec.fields[-1].part
    found = named(ReadSheet(spec, (ReadAnswer(FIRST, pain, 3.0),)), [GLOVES], [])
    assert (found.answers, found.unknown) == ((), (pain,))


def test_fields_are_called_as_in_the_diary() -> None:
    assert called("ABCD", [PAIN], [CREAM]) == {
        ("ABCD", short_key("ABCD", "pain")): "How sore?",
        ("ABCD", short_key("ABCD", "4")): "Mometasone",
    }
