"""Undo and redo reach everything from any page: at least 50 steps back and forth, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.common.soft_delete import Usage
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import Record, Removed
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.recall import Recall
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.photos.picture_file import clean_bytes
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.records.deleted_words import grouped, name_words, until_words
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.navigation import PAGES, SETTINGS
from adtracker.ui.words.answer_changes import Called
from adtracker.ui.words.edit_words import deleted_words, record_words, undone_words
from tests.photos.samples import encoded
from tests.ui.conftest import TODAY
from tests.ui.person import Person

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
STEPS = 50


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def everything(journal: Journal) -> tuple[object, ...]:
    """All that a person can see of the diary, deleted or not."""
    few = (journal.profile(), journal.courses(), journal.treatments(), journal.triggers(), journal.questions())
    return (*few, journal.visits(), journal.side_effects(), journal.photos(), journal.removed(), *_days(journal))


def _days(journal: Journal) -> tuple[object, ...]:
    return journal.entries(), journal.doses()


def _pixels(shade: int) -> bytes:
    return encoded(Image.new("RGB", (30, 20), (shade, 90, 80)), "png")


def _write_everything(context: Context) -> int:
    """Make, change, delete and bring back records of every kind; how many edits that was."""
    writer, journal, count = context.writer, context.journal, 0

    def save(record: Record) -> None:
        nonlocal count
        count += 1
        assert writer.save(record)

    def live(number: int, day: date) -> None:
        """What may be done to each kind of record in a round; `number` makes the rounds differ."""
        entry = DayEntry(day, itch=number, sleep_quality=5, woken=number % 2 == 0, signs=(Sign.DRY,))
        save(Trigger(f"wool {number}", "Wool"))
        save(Trigger(f"wool {number}", "Wool", hidden=True))
        save(Question(f"pain {number}", "Pain", AnswerKind.SCALE))
        save(replace(entry, context=(f"wool {number}",), answers=((f"pain {number}", 3.0),)))
        save(replace(journal.entry(day), note="Windy."))
        save(Treatment(f"Cream {number}", Kind.CREAM, (Plan(day, Daily()),)))
        cream = journal.treatments()[-1]
        assert cream.key is not None
        save(DayDoses(cream.key, day, taken=1))
        save(DayDoses(cream.key, day, skipped=1, reason="Forgot"))
        save(cream.stopped_after(day, "Enough"))
        save(Visit(day, f"Dr. {number}", questions="Why?"))
        save(SideEffect("Sore arm", day, None, Severity.MILD))
        save(Course(day, f"Course {number}"))
        save(Profile(f"A. {number}", 1988))

    for number in range(1, 4):
        live(number, TODAY - number * ONE_DAY)
        assert writer.add_photo(clean_bytes(_pixels(40 * number)), TODAY - number * ONE_DAY)
        kinds = (journal.treatments(), journal.visits(), journal.side_effects(), journal.courses(), journal.photos())
        for records in kinds:
            assert writer.remove(records[-1])
        assert writer.restore(journal.removed()[0])
        count += 2 + len(kinds)
    return count


def _press(person: Person, window: MainWindow, times: int, keys: Qt.KeyboardModifier) -> None:
    """Undo or redo, on one page after the other."""
    pages = [page for page in (*PAGES, SETTINGS) if page != "report"]  # it would be made anew at every step
    for number in range(times):
        if number % 11 == 0:
            window.show_page(pages[number // 11 % len(pages)])
        person.press(Qt.Key.Key_Z, keys)


@pytest.mark.slow
def test_all_is_undone_and_done_again_across_the_pages(
    person: Person, window: MainWindow, context: Context, journal: Journal
) -> None:
    journal.save(DayEntry(TODAY - timedelta(days=40), itch=4, note="Before all this."))
    before = everything(journal)
    count = _write_everything(context)
    assert count >= STEPS
    after = everything(journal)
    assert after != before
    _press(person, window, count, CONTROL)
    assert everything(journal) == before
    assert not context.writer.can_undo
    _press(person, window, count, CONTROL | SHIFT)
    assert everything(journal) == after
    assert not context.writer.can_redo
    assert journal.check() == []


def test_what_was_undone_is_said_until_something_else_is_saved(
    person: Person, window: MainWindow, context: Context
) -> None:
    context.writer.save(Visit(TODAY, "Dr. Weber"))
    window.show_page(SETTINGS)
    person.press(Qt.Key.Key_Z, CONTROL)
    context.writer.save(Course(TODAY))
    assert window.messages.text == ""
    person.press(Qt.Key.Key_Z, CONTROL)
    window.messages.error("The diary could not be read.")
    context.writer.save(Course(TODAY))
    assert window.messages.text == "The diary could not be read."


def test_a_page_without_a_line_of_its_own_says_it_in_the_strip(
    person: Person, window: MainWindow, context: Context
) -> None:
    context.writer.save(Visit(TODAY, "Dr. Weber"))
    window.show_page(SETTINGS)
    person.press(Qt.Key.Key_Z, CONTROL)
    assert window.messages.text == "Undone: visit of 29 November 2026."
    person.press(Qt.Key.Key_T, CONTROL)
    window.messages.clear()
    person.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert person.page.saved.text.endswith("Done again: visit of 29 November 2026.")
    assert window.messages.text == ""


PHOTO = Photo(TODAY, "0" * 64, 30, 20, "nape")
CREAM = Treatment("Mometasone", Kind.CREAM, (Plan(TODAY, Daily()),))
SAMPLES: dict[type, Record] = {
    DayEntry: DayEntry(TODAY, itch=4),
    Profile: Profile("A. B."),
    Trigger: Trigger("wool", "Wool"),
    Question: Question("pain", "Skin pain"),
    DayDoses: DayDoses(1, TODAY, 1),
    Course: Course(TODAY),
    Treatment: CREAM,
    Photo: PHOTO,
    Visit: Visit(TODAY, "Dr. {Weber}"),
    ClinicScore: ClinicScore(TODAY, "easi", 12.3),
    Definition: Definition("f|1", "Evening questions", "{}", TODAY),
    Response: Response(TODAY, "f|1", (("dry", "some"),)),
    SideEffect: SideEffect("Sore {arm}", TODAY),
    Recall: Recall(TODAY, 8),
    DiaryBreak: DiaryBreak(TODAY, TODAY, BreakReason.ILL, "{Flu}"),
}


def test_what_is_brought_back_is_said_in_place_of_how_to_bring_it_back(
    window: MainWindow, context: Context, journal: Journal
) -> None:
    context.writer.save(Visit(TODAY, "Dr. Osei"))
    context.writer.remove(journal.visits()[0])
    assert "Ctrl+Z brings it back" in window.messages.text
    context.writer.restore(journal.removed()[0])
    assert window.messages.text == "Brought back: visit of 29 November 2026."


@pytest.mark.parametrize("key", ["today", "settings"])
def test_how_to_bring_it_back_goes_with_the_next_save_and_with_the_undo(
    window: MainWindow, context: Context, journal: Journal, key: str
) -> None:
    window.show_page(key)
    context.writer.save(Visit(TODAY, "Dr. Osei"))
    context.writer.remove(journal.visits()[0])
    assert "Ctrl+Z brings it back" in window.messages.text
    context.writer.undo()
    assert "Ctrl+Z" not in window.messages.text
    context.writer.remove(journal.visits()[0])
    context.writer.save(DayEntry(TODAY, itch=4))
    assert window.messages.text == "", "Ctrl+Z would bring back the day before it"


@pytest.mark.parametrize("kind", get_args(Record))
def test_every_kind_of_record_has_words(kind: type) -> None:
    of_days = {DayEntry: "Itch 4 is taken back on 29 Nov.", DayDoses: "Dose taken is taken back on 29 Nov."}
    undone = undone_words(Edit((Change(None, SAMPLES[kind]),)))
    assert undone == of_days[kind] if kind in of_days else record_words(SAMPLES[kind]) in undone


@pytest.mark.parametrize("kind", get_args(Removed))
def test_every_kind_that_can_be_deleted_has_words_for_that(kind: type) -> None:
    sample = SAMPLES[kind]
    assert isinstance(sample, Removed)
    gone = replace(sample, removed_on=TODAY)
    ((heading, some),) = grouped([gone]).items()
    assert heading
    assert some == [gone]
    assert name_words(gone, {"nape": "Nape"}, {}).endswith("29 November 2026")
    until = "Deleted on 29 November 2026. Deleted for ever on 30 December 2026 or later."
    assert until_words(gone, Usage(TODAY)) == until
    assert "Ctrl+Z brings it back." in deleted_words(gone)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, DayEntry(TODAY, itch=4, note="x"), "answers of 29 November 2026"),
        (Profile("A."), Profile("A.", questions="Why?"), "questions for your visit"),
        (Profile("A."), Profile("B."), "what you said about yourself"),
        (Course(TODAY), None, "course from 29 November 2026"),
        (CREAM, replace(CREAM, name="{0}"), "treatment {0}"),
    ],
)
def test_the_part_that_changed_is_named(before: Record | None, after: Record | None, words: str) -> None:
    assert undone_words(Edit((Change(before, after),))) == f"Undone: {words}."


def test_of_many_changes_the_first_is_named_and_the_others_are_counted() -> None:
    edit = Edit((Change(None, CREAM), Change(None, DayDoses(1, TODAY, 1)), Change(None, PHOTO)))
    assert undone_words(edit) == "Undone: treatment Mometasone, and 2 more."


@pytest.mark.slow
def test_all_kinds_come_back_from_settings(
    person: Person, window: MainWindow, context: Context, journal: Journal, qtbot: QtBot
) -> None:
    _write_everything(context)
    for records in (journal.courses(), journal.treatments(), journal.visits(), journal.side_effects()):
        for record in records:
            journal.remove(record)
    page = window.show_page(SETTINGS)
    assert isinstance(page, SettingsPage)
    person.click(page.removed)
    dialog = page.deleted.dialog
    assert dialog is not None
    words = person.reads(dialog)
    for heading in ("Courses", "Treatments, with their doses", "Visits", "Side effects", "Photos"):
        assert heading in words
    kept = journal.photos()
    while dialog.rows:
        qtbot.waitUntil(dialog.rows[0].back.isVisible)
        left = len(dialog.rows)
        person.click(dialog.rows[0].back)
        assert len(dialog.rows) == left - 1
    assert dialog.sentence.startswith("Brought back: ")
    assert journal.removed() == ()
    assert [len(some) for some in (journal.courses(), journal.treatments(), journal.visits())] == [3, 3, 3]
    assert len(journal.photos()) >= len(kept)
    dialog.accept()
    assert context.writer.undo()
    assert len(journal.removed()) == 1


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (DayEntry(TODAY, itch=4), DayEntry(TODAY, itch=4, note="x"), "Note is taken back on 29 Nov."),
        (None, DayEntry(TODAY, note="x"), "Note is taken back on 29 Nov."),
        (DayEntry(TODAY, note="y"), DayEntry(TODAY, note="x"), "Note is as it was before on 29 Nov."),
        (DayEntry(TODAY, itch=4), None, "Itch is 4 again on 29 Nov."),
        (DayEntry(TODAY, itch=4), DayEntry(TODAY, itch=7), "Itch 7 is 4 again on 29 Nov."),
        (DayEntry(TODAY, woken=True), DayEntry(TODAY, woken=False), "Woken no is yes again on 29 Nov."),
        (
            DayEntry(TODAY, answers=(("{pain}", 2.0),)),
            DayEntry(TODAY, answers=(("{pain}", 3.5),)),
            "“{pain}” 3.5 is 2 again on 29 Nov.",
        ),
    ],
)
def test_undo_of_one_answer_says_what_is_back(before: DayEntry | None, after: DayEntry | None, words: str) -> None:
    assert undone_words(Edit((Change(before, after),))) == words


CALLED = Called(
    {"pain": Question("pain", "Skin pain"), "out": Question("out", "Went out", AnswerKind.YES_NO)}, {1: "Wet"}
)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, DayEntry(TODAY, answers=(("pain", 3.0),)), "“Skin pain” 3 is taken back on 29 Nov."),
        (
            DayEntry(TODAY, answers=(("out", 0.0),)),
            DayEntry(TODAY, answers=(("out", 1.0),)),
            "“Went out” yes is no again on 29 Nov.",
        ),
        (DayDoses(1, TODAY, 1), DayDoses(1, TODAY, 2), "“Wet” 2 taken is taken again on 29 Nov."),
        (DayDoses(1, TODAY, 1), None, "“Wet” is taken again on 29 Nov."),
        (None, DayDoses(1, TODAY, 1, 2), "“Wet” 1 taken and 2 skipped is taken back on 29 Nov."),
        (
            DayDoses(1, TODAY, skipped=1),
            DayDoses(1, TODAY, skipped=1, reason="Ill"),
            "What you wrote about it is taken back on 29 Nov.",
        ),
        (DayEntry(TODAY, signs=()), None, "Skin signs are as they were before on 29 Nov."),
    ],
)
def test_answers_and_doses_have_the_names_that_the_person_gave(
    before: Record | None, after: Record | None, words: str
) -> None:
    assert undone_words(Edit((Change(before, after),)), CALLED) == words


def test_that_there_is_nothing_to_undo_is_said_no_longer_once_there_is(person: Person, window: MainWindow) -> None:
    person.page.itch.take_focus()
    person.type("5")
    person.press(Qt.Key.Key_Z, CONTROL, times=2)
    assert window.messages.text == "There is nothing to undo."
    person.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert person.page.context.journal.entry(TODAY).itch == 5
    assert window.messages.text == ""
