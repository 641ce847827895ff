"""Scores from the clinic and questionnaires from a file, by keys and clicks: numbers and answers, never a verdict."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.scores.answer_validation import respond
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition_content import definition_of
from adtracker.storage.journal import Journal
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.kit.fields.answer_field import ChoiceField
from adtracker.ui.kit.fields.answer_fields import NumberAnswer
from adtracker.ui.kit.fields.choice_answers import OwnWordsField, SeveralField
from adtracker.ui.kit.fields.day_answer import DayAnswer
from adtracker.ui.kit.fields.radio_line import RadioLine
from adtracker.ui.records.scores.dialogs import ScoreDialogs
from adtracker.ui.records.scores.list import ScoreList
from adtracker.ui.records.scores.response_form import ResponseDialog, ResponseForm
from adtracker.ui.records.scores.rhythm_form import RhythmForm
from adtracker.ui.records.scores.rhythm_words import rhythm_words
from adtracker.ui.records.scores.score_form import ScoreForm
from adtracker.ui.records.scores.section import ScoreDesk
from adtracker.ui.shell.main_window import MainWindow
from tests.forms import EVENING_FILE, evening
from tests.ui.conftest import TODAY
from tests.ui.recorder import Recorder

CONTROL = Qt.KeyboardModifier.ControlModifier
EVENING = definition_of(evening(), TODAY)
SEVERAL_FILE = Path(__file__).parents[2] / "exchange" / "cases" / "questionnaire-several-and-date.json"


class Patient(Recorder[ScoreList]):
    """A person who keeps scores and fills in questionnaires."""

    @property
    def desk(self) -> ScoreDesk:
        """That part of Today."""
        return self.page.parts.scores

    @property
    def dialogs(self) -> ScoreDialogs:
        """The windows for them."""
        return self.desk.dialogs

    def choose(self, link: str, key: str | bool) -> None:
        """Answer a question by one of its lines."""
        field = self.asked(ResponseForm).fields[link]
        assert isinstance(field, ChoiceField)
        line = field.lines[key]
        self.reach(line)
        self.click(line)

    def take_in(self, file: Path) -> None:
        """Open a questionnaire that is new, and keep it with the rhythm that is offered."""
        self.dialogs.open_file(file)
        self.click(self.form.save)

    def come_back(self) -> None:
        """Open the day anew."""
        self.page.open_day(TODAY - timedelta(days=1))
        self.page.open_day(TODAY)
        QApplication.processEvents()


@pytest.fixture
def person(journal: Journal, qtbot: QtBot, window: MainWindow) -> Patient:
    return Patient(qtbot, window)


def test_until_it_is_wanted_it_is_one_button(person: Patient) -> None:
    assert not person.desk.is_built
    button = person.page.parts.row.button("scores")
    assert (button.text(), button.accessibleName()) == ("Score", "Score or questionnaire")


def test_a_score_is_added_shown_with_what_was_published_and_taken_back(
    person: Patient, journal: Journal, window: MainWindow
) -> None:
    person.unfold("scores")
    person.click(person.desk.card.add_score)
    form = person.asked(ScoreForm)
    assert form.about.startswith("From 0 to 72; lower is better; given at the clinic.")
    assert "0.1 to 5.9 mild" in person.reads(form.bands)
    assert "Source: Chopra 2017" in person.reads(form.bands)
    person.click(person.form.save)
    assert person.form.problem == "Please type the number you were given."
    person.click(form.value)
    QTest.keyClicks(form.value, "72.5")
    person.click(person.form.save)
    assert person.form.problem == "Please give a number from 0 to 72."
    assert form.value.hasFocus(), "the keyboard is where something is to be put right"
    assert journal.scores() == ()
    person.reach(person.form.save)
    QTest.keyClick(person.form.save, Qt.Key.Key_Return)
    assert form.value.hasFocus()
    form.value.selectAll()
    QTest.keyClicks(form.value, "12,3")
    person.reach(form.given_by)
    QTest.keyClicks(form.given_by, "Dr. Osei")
    person.click(person.form.save)
    assert journal.scores() == (ClinicScore(TODAY, "easi", 12.3, "Dr. Osei", key=1),)
    person.back()
    assert person.desk.card.rows[0].words == "EASI\n12.3, from 0 to 72"
    person.click(person.desk.card.rows[0].open)
    assert person.asked(ScoreForm).value.text() == "12.3"
    person.click(person.form.delete)
    assert journal.scores() == ()
    assert window.messages.text == "Deleted: score of 29 November 2026. Ctrl+Z brings it back."
    person.back()
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.scores()[0].value == 12.3


def test_a_questionnaire_is_opened_filled_in_and_scored(person: Patient, journal: Journal, window: MainWindow) -> None:
    person.unfold("scores")
    person.take_in(EVENING_FILE)
    assert person.list.sentence == "“Evening questions” is in your diary now."
    assert person.list.forms[0].words == "Evening questions\nevery week · due"
    person.click(person.list.forms[0].fill)
    assert isinstance(person.form, ResponseDialog)
    assert person.form.progress == "0 of 5 answered"
    sheet = person.asked(ResponseForm)
    assert "Source: Nobody, 2026" in person.reads(sheet)
    assert min(line.height() for line in sheet.findChildren(RadioLine) if line.isVisible()) >= 44
    person.choose("dry", "some")
    tubes = sheet.fields["tubes"]
    assert isinstance(tubes, NumberAnswer)
    assert not tubes.isVisible()
    person.choose("creamed", True)
    assert tubes.isVisible()
    assert person.form.progress == "2 of 6 answered"
    person.reach(tubes.line)
    QTest.keyClicks(tubes.line, "21")
    person.reach(person.form.save)
    person.click(person.form.save)
    assert "20" in person.form.problem
    assert tubes.line.hasFocus()
    tubes.line.selectAll()
    QTest.keyClicks(tubes.line, "1.5")
    person.click(person.form.save)
    (kept,) = journal.filled_forms()
    assert (kept.day, dict(kept.answers), kept.value) == (TODAY, {"creamed": True, "dry": "some", "tubes": 1.5}, None)
    assert window.messages.text == "Saved, not scored: 2 answers missing."
    assert person.list.forms[0].words == "Evening questions\nevery week · next on 6 Dec"
    person.list.table.opened.emit(kept)
    person.choose("sore", "all")
    person.choose("red", "none")
    person.click(person.form.save)
    assert journal.filled_forms()[0].value == 4
    person.back()
    person.come_back()
    assert person.desk.card.rows[0].words == "Evening questions\n4.0, from 0 to 9"


def test_several_answers_a_day_and_own_words_are_given_by_keys_and_stored(person: Patient, journal: Journal) -> None:
    person.unfold("scores")
    person.take_in(SEVERAL_FILE)
    person.click(person.list.forms[0].fill)
    fields = person.asked(ResponseForm).fields
    where, since, helped = fields["q1"], fields["q2"], fields["q3"]
    assert isinstance(where, SeveralField)
    assert isinstance(since, DayAnswer)
    assert isinstance(helped, OwnWordsField)
    assert [box.accessibleDescription() for box in where.boxes.values()] == ["Where?"] * 3
    assert (since.line.accessibleName(), helped.words.accessibleName()) == ("Since when?", "Something else")
    for key in ("neck", "hands"):
        person.reach(where.boxes[key])
        QTest.keyClick(where.boxes[key], Qt.Key.Key_Space)
    person.reach(since.line)
    QTest.keyClicks(since.line, "soon")
    person.click(person.form.save)
    assert "soon" in person.form.problem
    since.line.selectAll()
    QTest.keyClicks(since.line, "2 August 2026")
    person.choose("q3", "cool water")
    QTest.keyClicks(helped.words, "a walk")
    assert not helped.lines["cool water"].isChecked()
    person.click(person.form.save)
    (kept,) = journal.filled_forms()
    assert dict(kept.answers) == {"q1": ("hands", "neck"), "q2": "2026-08-02", "q3": "a walk"}
    person.list.table.opened.emit(kept)
    assert person.asked(ResponseForm).answers == dict(kept.answers)
    person.choose("q3", "cool water")
    assert person.asked(ResponseForm).answers["q3"] == "cool water"
    person.click(person.form.save)
    assert dict(journal.filled_forms()[0].answers)["q3"] == "cool water"


def test_an_answer_is_taken_back_by_a_key(person: Patient, journal: Journal) -> None:
    journal.save(EVENING)
    person.dialogs.fill_in(EVENING, TODAY)
    person.choose("dry", "most")
    QTest.keyClick(person.form.focusWidget(), Qt.Key.Key_Backspace)
    person.click(person.form.save)
    assert person.form.problem == "There is no answer."
    assert person.is_at(person.asked(ResponseForm).fields["dry"])
    assert journal.filled_forms() == ()


def test_a_file_that_is_no_form_says_why_and_where(person: Patient, journal: Journal, tmp_path: Path) -> None:
    person.unfold("scores")
    broken = EVENING_FILE.read_text(encoding="utf-8").replace('type = "yes_no"', 'type = "essay"')
    (tmp_path / "broken.toml").write_text(broken, encoding="utf-8")
    person.dialogs.open_file(tmp_path / "broken.toml")
    assert person.list.sentence.startswith("This form cannot be used as it is")
    assert "questions[1].type" in person.list.sentence
    (tmp_path / "list.json").write_text("[1]", encoding="utf-8")
    person.dialogs.open_file(tmp_path / "list.json")
    assert person.list.sentence
    assert journal.forms() == ()


def test_another_text_of_the_same_version_is_refused_and_a_hidden_one_comes_back(
    person: Patient, journal: Journal, tmp_path: Path
) -> None:
    person.unfold("scores")
    person.take_in(EVENING_FILE)
    other = tmp_path / "other.toml"
    other.write_text(EVENING_FILE.read_text(encoding="utf-8").replace("dry?", "parched?"), encoding="utf-8")
    person.dialogs.open_file(other)
    assert "needs a version of its own" in person.list.sentence
    person.click(person.list.forms[0].hide_button)
    assert journal.forms()[0].hidden
    person.dialogs.open_file(EVENING_FILE)
    assert person.list.sentence == "“Evening questions” was in your diary already."
    assert not journal.forms()[0].hidden


def test_what_a_fhir_file_has_besides_is_told(person: Patient, tmp_path: Path) -> None:
    question = {"linkId": "1", "type": "integer", "text": "How many?", "initial": [{"valueInteger": 3}]}
    form = {"resourceType": "Questionnaire", "status": "active", "url": "https://example.org/f", "version": "1"}
    file = tmp_path / "form.json"
    file.write_text(json.dumps({**form, "title": "A form", "item": [question]}), encoding="utf-8")
    person.unfold("scores")
    person.take_in(file)
    assert person.list.sentence.startswith("“A form” is in your diary now. Left out: “How many?”: The answer")


def test_how_often_a_questionnaire_is_filled_in_is_asked_when_it_is_added_and_changed_later(
    person: Patient, journal: Journal
) -> None:
    person.unfold("scores")
    person.dialogs.open_file(EVENING_FILE)
    QTest.keyClick(person.form, Qt.Key.Key_Escape)
    assert journal.forms() == (), "closed without saving, nothing is added"
    person.dialogs.open_file(EVENING_FILE)
    asked = person.asked(RhythmForm)
    assert (asked.rhythm.key, asked.days.isVisible()) == ("7", False)
    person.click(asked.rhythm.chip("28"))
    person.click(person.form.save)
    assert journal.forms()[0].every_days == 28
    journal.save(respond(evening(), TODAY - timedelta(days=27), {"dry": "some"}))
    person.click(person.list.forms[0].rhythm)
    asked = person.asked(RhythmForm)
    assert asked.rhythm.key == "28"
    person.click(asked.rhythm.chip("days"))
    QTest.keyClicks(asked.days, "10")  # the keyboard is there, over the number that stood
    QTest.keyClick(asked.days, Qt.Key.Key_Return, CONTROL)
    assert journal.forms()[0].every_days == 10
    assert person.list.forms[0].words == "Evening questions\nevery 10 days · due"
    assert person.is_at(person.list.forms[0].rhythm)
    person.click(person.list.forms[0].rhythm)
    assert person.asked(RhythmForm).days.number == 10
    person.click(person.asked(RhythmForm).rhythm.chip("never"))
    person.click(person.form.save)
    assert person.list.forms[0].words == "Evening questions\nwhenever you like"
    person.page.context.writer.undo()
    assert journal.forms()[0].every_days == 10


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "whenever you like"),
        (1, "every day"),
        (7, "every week"),
        (14, "every 2 weeks"),
        (28, "every 4 weeks"),
        (10, "every 10 days"),
    ],
)
def test_a_rhythm_is_told_in_weeks_where_it_has_whole_ones(days: int | None, words: str) -> None:
    assert rhythm_words(days) == words


@pytest.mark.parametrize("percent", [100, 200])
def test_no_word_is_cut_and_a_questionnaire_has_the_height_of_the_window(
    person: Patient, journal: Journal, preferences: Preferences, window: MainWindow, percent: int
) -> None:
    window.resize(1280, 800)
    preferences.change(text_percent=percent)
    journal.save(EVENING)
    journal.save(respond(evening(), TODAY, {"dry": "some"}))
    person.unfold("scores")
    person.dialogs.show_all()
    table = person.list.table
    cell = table.model().index(0, 2)
    assert cell.data() == "not scored: 2 answers missing"
    room = QRect(0, 0, table.columnWidth(2) - 2 * person.page.context.theme.px(8), 0)
    needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, str(cell.data()))
    assert needed.height() < table.rowHeight(0)
    assert needed.width() <= room.width()
    person.click(person.list.forms[0].fill)
    assert person.form.height() > 0.9 * window.height()


def test_a_due_questionnaire_unfolds_on_today_alone(person: Patient, journal: Journal) -> None:
    journal.save(EVENING)
    journal.save(respond(evening(), TODAY - timedelta(days=7), {"dry": "some"}))
    person.come_back()
    assert person.page.parts.is_open("scores")
    assert person.desk.card.forms[0].words == "Evening questions\ndue"
    person.page.open_day(TODAY - timedelta(days=1))
    QApplication.processEvents()
    assert not person.page.parts.is_open("scores")
