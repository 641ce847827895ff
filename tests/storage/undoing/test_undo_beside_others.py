"""Undo while another process writes into the same file: two open diaries, each with its own past."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adtracker.domain.common.problem import RefusedError
from adtracker.domain.common.progress import StoppedError
from adtracker.domain.edits.edit import Change, Edit, Left
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Stopped
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from tests.storage.samples import NOW, TODAY, open_journal, start

CREAM = Treatment("Mometasone", Kind.CREAM, (Plan(TODAY, Daily(2)),))
WRITE_A_NOTE = """
import sys
from datetime import date
from dataclasses import replace
from pathlib import Path
from adtracker.storage.journal import Journal
journal = Journal.open(Path(sys.argv[1]), lambda: date(2026, 11, 22))
journal.save(replace(journal.entry(date(2026, 11, 22)), note="from elsewhere", sleep_quality=5))
journal.close()
"""


@pytest.fixture
def other(path: Path, journal: Journal) -> Iterator[Journal]:
    """The same diary, opened by somebody else."""
    opened = open_journal(path)
    yield opened
    opened.close()


def _stored(edit: Edit) -> Treatment:
    (change,) = edit.changes
    assert isinstance(change.after, Treatment)
    return change.after


def test_a_note_of_another_process_is_there_after_undo_and_redo(journal: Journal, path: Path) -> None:
    journal.save(DayEntry(TODAY, itch=4))
    edit = journal.save(replace(journal.entry(TODAY), itch=7, note="mine"))
    with start(WRITE_A_NOTE, path) as process:
        assert process.wait(60) == 0
    undone = journal.replay(edit.inverse())
    assert [left.parts for left in undone.left] == [(("note", ""),)]
    assert journal.entry(TODAY) == DayEntry(
        TODAY, itch=4, sleep_quality=5, note="from elsewhere", recorded_at=NOW, recorded_on=TODAY
    )
    journal.replay(undone.inverse())
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).note) == (7, "from elsewhere")


def test_the_first_answer_of_a_day_is_taken_back_alone(journal: Journal, other: Journal) -> None:
    edit = journal.save(DayEntry(TODAY, itch=7))
    other.save(replace(other.entry(TODAY), note="from elsewhere"))
    assert not journal.replay(edit.inverse()).left
    assert journal.entry(TODAY) == DayEntry(TODAY, note="from elsewhere", recorded_at=NOW, recorded_on=TODAY)


def test_answers_to_own_questions_are_taken_back_one_by_one(journal: Journal, other: Journal) -> None:
    journal.save_all([Question("Mood", "Mood"), Question("Pain", "Pain")])
    edit = journal.save(DayEntry(TODAY, answers=(("Mood", 3.0),)))
    other.save(other.entry(TODAY).with_answer("Pain", 1.0))
    journal.replay(edit.inverse())
    assert journal.entry(TODAY).answers == (("Pain", 1.0),)


def test_a_visit_that_another_wrote_into_does_not_go(journal: Journal, other: Journal) -> None:
    edit = journal.save(Visit(TODAY, "Dr. Weber"))
    other.save(replace(other.visits()[0], notes="all is well"))
    undone = journal.replay(edit.inverse())
    assert not undone
    assert [type(left.record) for left in undone.left] == [Visit]
    assert [visit.notes for visit in journal.visits()] == ["all is well"]


def test_a_treatment_stays_while_another_recorded_doses_of_it(journal: Journal, other: Journal) -> None:
    edit = journal.save(CREAM)
    cream = _stored(edit)
    assert cream.key is not None
    doses = other.save(DayDoses(cream.key, TODAY, taken=1))
    undone = journal.replay(edit.inverse())
    assert (undone.changes, undone.left) == ((), (Left(cream),))
    other.replay(doses.inverse())
    assert journal.replay(edit.inverse())
    assert journal.treatments() == ()
    assert other.replay(doses).left == (Left(doses.changes[0].record),)  # there is nothing left that was taken
    assert journal.check() == []


def test_plans_that_another_changed_stay_and_the_name_goes_back(journal: Journal, other: Journal) -> None:
    cream = _stored(journal.save(CREAM))
    edit = journal.save(replace(cream, name="Cream", plans=(Plan(TODAY, Daily(1)),)))
    other.save(other.treatments()[0].with_plan(Plan(TODAY + timedelta(days=9), Stopped())))
    undone = journal.replay(edit.inverse())
    assert [left.parts for left in undone.left] == [(("plans", ""),)]
    (stored,) = journal.treatments()
    assert (stored.name, len(stored.plans)) == ("Mometasone", 2)


def test_a_question_stays_as_it_is_once_another_answered_it(journal: Journal, other: Journal) -> None:
    asked = journal.save(Question("Mood", "Mood", AnswerKind.YES_NO))
    changed = journal.save(Question("Mood", "My mood", AnswerKind.SCALE))
    other.save(DayEntry(TODAY, answers=(("Mood", 7.0),)))
    assert len(journal.replay(changed.inverse()).left) == 1
    assert len(journal.replay(asked.inverse()).left) == 1
    assert journal.questions() == (Question("Mood", "My mood", AnswerKind.SCALE),)
    assert journal.check() == []


def test_a_questionnaire_stays_while_there_are_answers_to_it(journal: Journal) -> None:
    form = Definition("f|1", "Evening", "{}", TODAY)
    edit = journal.replay(Edit((Change(None, form),)))
    filled = journal.replay(Edit((Change(None, Response(TODAY, "f|1", (("dry", "some"),))),)))
    assert journal.replay(edit.inverse()).left == (Left(form),)
    both = Edit((*filled.inverse().changes, *edit.inverse().changes))
    assert not journal.replay(both).left
    assert (journal.forms(), journal.filled_forms()) == ((), ())
    assert len(journal.replay(filled).left) == 1


def test_what_somebody_else_deleted_stays_deleted(journal: Journal, other: Journal) -> None:
    journal.save(Visit(TODAY, "Dr. Weber"))
    edit = journal.save(replace(journal.visits()[0], who="Dr. Busch"))
    other.remove(other.visits()[0])
    journal.replay(edit.inverse())
    assert journal.visits() == ()
    (gone,) = journal.removed()
    assert (gone.removed_on, getattr(gone, "who", "")) == (TODAY, "Dr. Weber")


def test_the_profile_goes_back_field_by_field(journal: Journal, other: Journal) -> None:
    edit = journal.save(Profile("A. B."))
    other.save(replace(other.profile(), birth_year=1988, questions="May I swim?"))
    journal.replay(edit.inverse())
    assert journal.profile() == Profile("", 1988, "May I swim?")


def test_what_was_worked_out_for_another_state_of_the_diary_is_not_taken_in(journal: Journal, other: Journal) -> None:
    planned = Edit((Change(None, Visit(TODAY)), Change(None, DayEntry(TODAY, itch=3))))
    other.save(DayEntry(TODAY, itch=7))
    with pytest.raises(RefusedError) as caught:
        journal.take_in(planned)
    assert "changed the diary just now" in Texts().error(caught.value)
    assert (journal.entry(TODAY).itch, journal.visits()) == (7, ())
    profile = Edit((Change(None, Profile("A.")),))  # an empty one was there, which is none
    assert journal.take_in(profile)
    assert journal.profile() == Profile("A.")


def test_what_is_stopped_on_the_way_leaves_nothing(journal: Journal) -> None:
    days = [TODAY - timedelta(days=number) for number in range(5_001)]  # more than one step
    planned = Edit((Change(None, Visit(TODAY)), *(Change(None, DayEntry(day, itch=3)) for day in days)))
    told: list[float] = []

    def goes_on(share: float) -> bool:
        told.append(share)
        return len(told) < 2  # all is written by then, and nothing kept

    with pytest.raises(StoppedError):
        journal.take_in(planned, goes_on=goes_on)
    assert (len(told), told[-1]) == (2, 1)
    assert (journal.entries(), journal.visits(), journal.check()) == ((), (), [])
    used = journal.usage()
    journal.save(DayEntry(TODAY, itch=1))  # the first write that is kept says that the diary was used today
    assert journal.usage() != used


@pytest.mark.slow
def test_of_many_records_all_or_none_are_taken_in_and_nothing_is_kept_to_undo_them(
    journal: Journal, other: Journal
) -> None:
    days = [TODAY - timedelta(days=number) for number in range(10_001)]  # more than one step
    planned = Edit(tuple(Change(None, DayEntry(day, itch=3)) for day in days))
    other.save(DayEntry(days[-1], itch=7))
    with pytest.raises(RefusedError):
        journal.take_in(planned, undoable=False)
    assert [entry.itch for entry in journal.entries()] == [7]
    other.save(DayEntry(days[-1]))
    assert not journal.take_in(planned, undoable=False)
    assert {entry.itch for entry in journal.entries()} == {3}
    assert len(journal.entries()) == len(days)


fields = st.fixed_dictionaries(
    {},
    optional={
        "itch": st.sampled_from([None, 1.0, 2.0]),
        "sleep_quality": st.sampled_from([None, 3.0, 4.0]),
        "note": st.sampled_from(["", "a", "b"]),
        "woken": st.sampled_from([None, True]),
    },
)


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mine=st.lists(fields, min_size=1, max_size=4), theirs=st.lists(fields, max_size=4))
def test_what_another_wrote_last_is_never_lost(
    journal: Journal, other: Journal, mine: list[dict[str, object]], theirs: list[dict[str, object]]
) -> None:
    journal.save(DayEntry(TODAY))
    mark = "theirs"
    edits = []
    for number, values in enumerate(mine):
        edits.append(journal.save(replace(journal.entry(TODAY), **values)))  # type: ignore[arg-type]
        for written in theirs[number : number + 1]:
            noted = replace(other.entry(TODAY), **written)  # type: ignore[arg-type]
            other.save(replace(noted, note=f"{mark} {number}"))
    expected = journal.entry(TODAY).note
    undone = [journal.replay(edit.inverse()) for edit in reversed(edits)]
    if expected.startswith(mark):
        assert journal.entry(TODAY).note == expected
    for edit in reversed(undone):
        journal.replay(edit.inverse())
    if expected.startswith(mark):
        assert journal.entry(TODAY).note == expected
