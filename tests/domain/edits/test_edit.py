"""Undo and redo as values: an edit knows its inverse, and the history keeps them in order."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.edits.edit import Change, Edit, History, Left
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile

DAY = DayEntry(date(2026, 8, 2), itch=7)
COURSE = Course(date(2026, 8, 2), "Amlitelimab")


def _edit(itch: float) -> Edit:
    return Edit((Change(None, replace(DAY, itch=itch)),))


def test_the_inverse_goes_back_through_the_changes() -> None:
    edit = Edit((Change(None, DAY), Change(DAY, replace(DAY, itch=3)), Change(COURSE, None)))
    assert edit.inverse() == Edit((Change(None, COURSE), Change(replace(DAY, itch=3), DAY), Change(DAY, None)))
    assert edit.inverse().inverse() == edit


def test_an_edit_says_what_it_touched() -> None:
    edit = Edit((Change(None, DAY), Change(COURSE, None)))
    assert edit.days == {DAY.day}
    assert edit.touches(Course)
    assert not edit.touches(Profile)


def test_an_edit_without_changes_did_nothing_and_is_not_remembered() -> None:
    history = History()
    history.push(Edit())
    assert not Edit()
    assert history.next_undo is None


def test_undo_and_redo_walk_the_same_edits() -> None:
    history = History()
    history.push(_edit(1))
    history.push(_edit(2))
    history.undone(_edit(2).inverse())
    assert (history.next_undo, history.next_redo) == (_edit(1), _edit(2))
    history.redone(_edit(2))
    assert (history.next_undo, history.next_redo) == (_edit(2), None)


def test_a_new_edit_ends_what_could_be_done_again() -> None:
    history = History()
    history.push(_edit(1))
    history.undone(_edit(1).inverse())
    history.push(_edit(2))
    assert history.next_redo is None
    assert history.next_undo == _edit(2)


def test_the_oldest_edits_go_first() -> None:
    history = History(limit=2)
    for itch in (1, 2, 3):
        history.push(_edit(itch))
    history.undone(_edit(3).inverse())
    history.undone(_edit(2).inverse())
    assert history.next_undo is None
    assert history.next_redo == _edit(2)


def _typed(before: str, after: str) -> Edit:
    sides = [replace(DAY, note=note) if note else None for note in (before, after)]
    return Edit((Change(*sides),))


def test_what_is_typed_without_a_pause_is_one_step() -> None:
    history = History()
    history.push(_edit(1))
    history.push(_typed("Woke", "Woke tw"))
    history.push(_typed("Woke tw", "Woke twi"), goes_on=True)
    history.push(_typed("Woke twi", "Woke twice"), goes_on=True)
    assert history.next_undo == _typed("Woke", "Woke twice")
    history.undone(_typed("Woke twice", "Woke"))
    assert history.next_undo == _edit(1)
    assert history.next_redo == _typed("Woke", "Woke twice")


def test_what_is_typed_and_taken_out_again_leaves_no_step() -> None:
    history = History()
    history.push(_edit(1))
    history.push(_typed("", "W"))
    history.push(_typed("W", ""), goes_on=True)
    assert history.next_undo == _edit(1)


def test_what_goes_on_with_nothing_or_with_something_else_is_a_step_of_its_own() -> None:
    history = History()
    history.push(_typed("a", "ab"), goes_on=True)
    history.push(Edit((Change(COURSE, None),)), goes_on=True)
    history.push(_typed("", "x"), goes_on=True)
    assert history.next_undo == _typed("", "x")
    history.undone(_typed("x", ""))
    assert history.next_undo == Edit((Change(COURSE, None),))
    history.undone(Edit((Change(None, COURSE),)))
    assert history.next_undo == _typed("a", "ab")


@given(st.lists(st.tuples(st.sampled_from(["", "a", "ab", "b"]), st.booleans()), max_size=20))
def test_undoing_every_step_always_comes_back_to_the_first_text(writes: list[tuple[str, bool]]) -> None:
    history, shown = History(), ""
    for text, goes_on in writes:
        if text != shown:
            history.push(_typed(shown, text), goes_on=goes_on)
            shown = text
    while history.next_undo is not None:
        before, after = history.next_undo.changes[0].before, history.next_undo.changes[0].after
        assert _note(after) == shown
        shown = _note(before)
        history.undone(history.next_undo.inverse())
    assert shown == ""


def _note(side: object) -> str:
    return side.note if isinstance(side, DayEntry) else ""


def test_without_a_past_nothing_can_be_taken_back() -> None:
    history = History()
    assert history.next_undo is None
    with pytest.raises(IndexError):
        history.undone(_edit(1))


def test_what_could_not_be_taken_back_cannot_be_done_again() -> None:
    history = History()
    history.push(_edit(1))
    history.push(_edit(2))
    history.undone(Edit(left=(Left(DAY, (("itch", ""),)),)))
    assert (history.next_undo, history.next_redo) == (_edit(1), None)
    history.undone(Edit(_edit(3).changes))
    assert history.next_redo == _edit(3).inverse()  # just what was taken back


def test_an_edit_is_about_what_it_left_too() -> None:
    edit = Edit(left=(Left(DAY), Left(COURSE)))
    assert not edit
    assert edit.days == {DAY.day}
    assert edit.touches(Course)
    assert edit.inverse() == Edit()


@given(st.lists(st.sampled_from(["new", "undo", "redo"]), max_size=40))
def test_whatever_is_done_the_value_shown_is_the_one_of_the_edit_to_be_undone(steps: list[str]) -> None:
    history, shown, made = History(), [0.0], 0
    for step in steps:
        if step == "new":
            made += 1
            history.push(Edit((Change(replace(DAY, itch=shown[-1]), replace(DAY, itch=float(made))),)))
            shown.append(float(made))
        elif step == "undo" and history.next_undo is not None:
            before = history.next_undo.changes[0].before
            history.undone(history.next_undo.inverse())
            assert isinstance(before, DayEntry)
            shown.append(before.itch or 0.0)
        elif step == "redo" and history.next_redo is not None:
            after = history.next_redo.changes[0].after
            history.redone(history.next_redo)
            assert isinstance(after, DayEntry)
            shown.append(after.itch or 0.0)
        newest = history.next_undo.changes[0].after if history.next_undo else None
        assert shown[-1] == (newest.itch if isinstance(newest, DayEntry) else 0.0)
