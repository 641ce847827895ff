"""What surrounds a day is kept as it was given, can be taken back, deleted and brought back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adtracker.domain.common.problem import RefusedError
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import MOST_QUESTIONS, AnswerKind, Better, Question
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import MOST_TRIGGERS, Trigger
from adtracker.domain.records.visit import Visit
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY, open_journal, write_daily
from tests.strategies import questions, side_effects, triggers, visits

DAY = DayEntry(
    TODAY,
    woken=True,
    signs=(Sign.DRY, Sign.BLEEDING),
    context=("Onions", "stress"),
    answers=(("Mood", 6.0), ("Steps", 8000.0)),
)
MOOD = Question("Mood", "Mood", better=Better.HIGHER, position=1)
STEPS = Question("Steps", "Steps", AnswerKind.COUNT, Better.NEITHER, "steps", position=0)
RASH = SideEffect("Red eyes", TODAY - timedelta(days=9), TODAY, Severity.MILD, "Eye drops")
records: st.SearchStrategy[list[Record]] = st.lists(st.one_of(triggers, questions, visits, side_effects()), max_size=6)


def _state(journal: Journal) -> tuple[object, ...]:
    return journal.triggers(), journal.questions(), journal.visits(), journal.side_effects(), journal.entries()


def _events(journal: Journal) -> list[Visit | SideEffect]:
    return [*journal.visits(), *journal.side_effects()]


def test_a_day_keeps_all_that_surrounds_it(journal: Journal) -> None:
    journal.save_all([MOOD, STEPS])
    journal.save(DAY)
    kept = journal.entry(TODAY)
    assert replace(kept, recorded_at=None, recorded_on=None) == DAY
    assert kept.answer("Mood") == 6
    assert kept.answer("Weight") is None
    journal.save(replace(kept, woken=False, signs=(), context=(), answers=()))
    assert replace(journal.entry(TODAY), recorded_at=None, recorded_on=None) == DayEntry(
        TODAY, woken=False, signs=(), context=()
    )
    journal.save(replace(kept, woken=None, signs=None, context=None, answers=()))
    assert journal.entries() == ()  # nothing is recorded any more


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=records)
def test_whatever_is_recorded_is_taken_back_and_done_again(path: Path, wanted: list[Record]) -> None:
    journal = open_journal(path)
    start = _state(journal)
    edits = [journal.save(record) for record in wanted]
    edits += [journal.remove(visit) for visit in journal.visits()[:1]]
    edits += [journal.remove(effect) for effect in journal.side_effects()[:1]]
    end = _state(journal)
    assert journal.check() == []
    for edit in reversed(edits):
        journal.replay(edit.inverse())
    assert _state(journal) == start
    for edit in edits:
        assert set(journal.replay(edit).changes) == set(edit.changes)
    assert _state(journal) == end
    _clear(journal, edits)


def _clear(journal: Journal, edits: list[Edit]) -> None:
    for edit in reversed(edits):
        journal.replay(edit.inverse())
    journal.close()


@pytest.mark.parametrize("record", [Visit(TODAY, "Dr. Osei", "Calmer.", "Swimming?"), RASH])
def test_what_is_deleted_can_be_brought_back_for_thirty_days(journal: Journal, record: Visit | SideEffect) -> None:
    journal.save(record)
    (kept,) = _events(journal)
    journal.remove(kept)
    assert (journal.visits(), journal.side_effects()) == ((), ())
    assert journal.removed() == (replace(kept, removed_on=TODAY),)
    assert not journal.remove(kept)  # it keeps the day it was deleted first
    journal.save(kept)
    assert _events(journal) == [kept]
    journal.remove(kept)
    write_daily(journal.path, range(1, 32))
    assert journal.removed() == ()


def test_a_new_name_leaves_the_days_as_they_are(journal: Journal) -> None:
    journal.save_all([MOOD, STEPS, DAY])
    journal.save(Trigger("Onions", "Onions"))
    journal.save(Trigger("Onions", "Raw onions", hidden=True))
    assert journal.triggers() == (Trigger("Onions", "Raw onions", hidden=True),)
    assert journal.entry(TODAY).context == ("Onions", "stress")


def test_questions_stand_in_their_order(journal: Journal) -> None:
    journal.save(MOOD)
    journal.save(STEPS)
    assert journal.questions() == (STEPS, MOOD)
    swap = journal.save_all([replace(MOOD, position=0), replace(STEPS, position=1)])
    assert [question.key for question in journal.questions()] == ["Mood", "Steps"]
    journal.replay(swap.inverse())
    assert journal.questions() == (STEPS, MOOD)


def test_an_answer_needs_its_question_and_lies_in_its_range(journal: Journal) -> None:
    journal.save_all([MOOD, STEPS])
    refused = [("Mood", 10.5), ("Steps", 1.5), ("Weight", 3.0)]
    for answer in refused:
        with pytest.raises(RefusedError) as caught:
            journal.save(DayEntry(TODAY, itch=3, answers=(answer,)))
        assert "{" not in Texts().error(caught.value)
    assert journal.entries() == ()
    journal.save(DayEntry(TODAY, answers=(("Mood", 9.5), ("Steps", 8000.0))))
    assert journal.answered() == {"Mood", "Steps"}
    assert journal.check() == []


def test_what_a_damaged_import_left_is_named_with_its_day(journal: Journal) -> None:
    journal.replay(Edit((Change(None, MOOD), Change(None, DayEntry(TODAY, answers=(("Mood", 11.0), ("Weight", 3.0)))))))
    named = {(problem.field, problem.rule) for problem in journal.check()}
    assert named == {(f"{TODAY} Mood", "number_range"), (f"{TODAY} Weight", "question_unknown")}


def test_how_a_question_is_answered_can_change_until_it_is(journal: Journal) -> None:
    journal.save(MOOD)
    journal.save(replace(MOOD, kind=AnswerKind.COUNT))
    journal.save(MOOD)
    journal.save(DayEntry(TODAY, answers=(("Mood", 6.0),)))
    with pytest.raises(RefusedError):
        journal.save(replace(MOOD, kind=AnswerKind.COUNT))
    journal.save(replace(MOOD, text="Mood in the evening", hidden=True))
    assert journal.entry(TODAY).answer("Mood") == 6
    journal.save(DayEntry(TODAY, answers=(("Mood", 7.0),)))  # hidden, still put right


def test_a_day_takes_so_many_questions_and_no_more(journal: Journal) -> None:
    journal.save_all([Question(f"q{number}", "How many?", position=number) for number in range(MOST_QUESTIONS)])
    with pytest.raises(RefusedError):
        journal.save(MOOD)
    journal.save(replace(journal.questions()[0], hidden=True))
    journal.save(MOOD)


@pytest.mark.parametrize(
    "many",
    [
        [Question(f"q{number}", "How many?", position=number) for number in range(MOST_QUESTIONS + 1)],
        [Trigger(f"t{number}", "Dust") for number in range(MOST_TRIGGERS + 1)],
    ],
    ids=["questions", "triggers"],
)
def test_no_way_in_brings_more_than_fits_on_a_day(journal: Journal, many: Sequence[Question | Trigger]) -> None:
    with pytest.raises(RefusedError):
        journal.save_all(many)
    first, *others = many
    journal.save_all(others)
    with pytest.raises(RefusedError):
        journal.take_in(Edit((Change(None, first), Change(None, DayEntry(TODAY, itch=3)))))
    assert journal.entry(TODAY) == DayEntry(TODAY)
    journal.take_in(Edit((Change(None, replace(first, hidden=True)),)))
    assert journal.check() == []
    journal.replay(Edit((Change(replace(first, hidden=True), first),)))
    assert [problem.rule.split("_")[:2] for problem in journal.check()] == [["too", "many"]]
    journal.save(replace(others[0], hidden=True))
    assert journal.check() == []


@pytest.mark.parametrize(
    "record",
    [
        Trigger("Onions", "  "),
        Trigger("", "Onions"),
        Trigger("Onions", "o" * 61),
        Question("Mood", ""),
        Question("Mood", "Mood", unit="u" * 21),
        Visit(TODAY, "w" * 201),
        Visit(TODAY, notes="n" * 10_001),
        Visit(TODAY.replace(year=3000)),
        SideEffect("", TODAY),
        SideEffect("Rash", TODAY + timedelta(days=1)),
        SideEffect("Rash", TODAY, TODAY - timedelta(days=1)),
        DayEntry(TODAY, answers=(("Mood", float("nan")),)),
        DayEntry(TODAY, answers=(("Mood", -1.0),)),
        DayEntry(TODAY, context=("stress", "stress")),
        DayEntry(TODAY, context=("s\0",)),
    ],
    ids=repr,
)
def test_what_cannot_be_is_refused_and_nothing_is_written(journal: Journal, record: Record) -> None:
    before = _state(journal)
    with pytest.raises(RefusedError) as refused:
        journal.save(record)
    assert refused.value.problems
    assert _state(journal) == before
