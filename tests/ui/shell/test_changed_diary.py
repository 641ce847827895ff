"""Another program changes the file under the window: nothing is written, and one card keeps what the person gave."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.visit import Visit
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.kit.changed_dialog import ChangedDialog
from adtracker.ui.records.visits.dialogs import HappeningDialogs
from adtracker.ui.settings.lines.dialog import LinesDialog
from tests.storage.test_photos import pixels
from tests.ui.conftest import TODAY, Clock
from tests.ui.starting import Started, start

YESTERDAY = TODAY - ONE_DAY


@pytest.fixture
def copy(diary_path: Path, tmp_path: Path) -> Path:
    """The copy of a diary that a sync program has, made before the window is opened."""
    journal = Journal.open(diary_path, lambda: TODAY)
    journal.save(Profile("Nora"))
    journal.save(DayEntry(YESTERDAY, itch=5, note="before"))
    journal.close()
    return Path(shutil.copy(diary_path, tmp_path / "elsewhere.diary"))


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, copy: Path, diary_path: Path, now: Clock) -> Started:
    return start(qtbot, qapp, diary_path, Settings(), now)


def _write_over(path: Path, copy: Path) -> None:
    with path.open("r+b") as file:
        file.truncate()
        file.write(copy.read_bytes())


def _put_over(path: Path, copy: Path) -> None:
    draft = path.with_name("sync.tmp")
    shutil.copy(copy, draft)
    draft.replace(path)


Way = Callable[[Path, Path], None]
ways = pytest.mark.parametrize("way", [_write_over, _put_over])


def _written_elsewhere(copy: Path, *entries: DayEntry) -> Path:
    journal = Journal.open(copy, lambda: TODAY, create=False)
    journal.save_all(entries)
    journal.close()
    return copy


def _card(started: Started) -> ChangedDialog:
    QApplication.processEvents()
    found = [card for card in started.window.findChildren(ChangedDialog) if card.isVisible()]
    assert len(found) == 1, "one card, and only one"
    return found[0]


def _go(started: Started, button: str) -> None:
    """Take one of the ways of the card, after which nothing asks any more."""
    started.person.click(getattr(_card(started), button))
    QApplication.processEvents()
    assert not [card for card in started.window.findChildren(ChangedDialog) if card.isVisible()]


def _stored(path: Path) -> dict[str, DayEntry]:
    """What stands in a file, read from a copy of it."""
    look = Path(shutil.copy(path, path.with_name("looked-at.diary")))
    journal = Journal.open(look, lambda: TODAY, create=False)
    found = {"today": journal.entry(TODAY), "yesterday": journal.entry(YESTERDAY)}
    journal.close()
    return found


@ways
def test_the_answers_go_into_the_file_as_it_is_now(started: Started, diary_path: Path, copy: Path, way: Way) -> None:
    started.person.type("74")
    elsewhere = DayEntry(YESTERDAY, itch=2, note="on the other computer")
    way(diary_path, _written_elsewhere(copy, elsewhere, DayEntry(TODAY, note="there")))
    before = diary_path.read_bytes()
    started.person.click(started.person.page.woken.yes)
    card = _card(started)
    assert diary_path.read_bytes() == before, "nothing is written before the person has chosen"
    assert str(diary_path) in card.text
    _go(started, "join_button")
    journal = started.context.journal
    today = journal.entry(TODAY)
    assert (today.itch, today.sleep_quality, today.woken, today.note) == (7, 4, True, "there")
    assert journal.entry(YESTERDAY).note == "on the other computer"
    assert journal.check() == []
    assert "Your answers are in the file now." in started.window.messages.text
    assert started.person.page.itch.value == 7, "Today shows the day as it is now"
    started.person.type("1")
    assert _stored(diary_path)["today"].itch == 1, "and it is written to again"


@ways
def test_what_both_changed_stays_as_it_is_there_and_is_said(
    started: Started, diary_path: Path, copy: Path, way: Way
) -> None:
    started.person.type("7")
    way(diary_path, _written_elsewhere(copy, DayEntry(TODAY, itch=2)))
    started.person.type("4")
    _go(started, "join_button")
    today = started.context.journal.entry(TODAY)
    assert (today.itch, today.sleep_quality) == (2, 4)
    assert "Worst itch was changed elsewhere" in started.window.messages.text


@ways
def test_mine_is_kept_as_another_file_and_theirs_stays(
    started: Started, diary_path: Path, copy: Path, way: Way
) -> None:
    started.person.type("7")
    way(diary_path, _written_elsewhere(copy, DayEntry(TODAY, itch=2)))
    before = diary_path.read_bytes()
    started.person.type("4")
    _go(started, "keep_button")
    journal = started.context.journal
    assert journal.path == diary_path.with_name("mine.mine.diary")
    today = journal.entry(TODAY)
    assert (today.itch, today.sleep_quality) == (7, 4)
    assert journal.profile() == Profile("Nora")
    assert journal.check() == []
    assert diary_path.read_bytes() == before
    assert started.preferences.value.diary == str(journal.path)
    assert str(journal.path) in started.window.messages.text


def test_what_is_being_typed_goes_along(started: Started, diary_path: Path, copy: Path) -> None:
    page = started.person.page
    started.person.type("7")
    started.person.click(page.note.field)
    started.person.type("a bad night")
    _write_over(diary_path, _written_elsewhere(copy, DayEntry(YESTERDAY, note="there")))
    assert not page.note.is_written
    started.person.click(page.itch.number(3))
    _go(started, "join_button")
    today = started.context.journal.entry(TODAY)
    assert (today.itch, today.note) == (3, "a bad night")


def test_keys_that_were_meant_for_a_note_choose_no_way(started: Started, diary_path: Path, copy: Path) -> None:
    started.person.type("7")
    _put_over(diary_path, _written_elsewhere(copy, DayEntry(TODAY, note="there")))
    before = diary_path.read_bytes()
    started.person.type("4")
    card = _card(started)
    for key in (Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_1):
        QTest.keyClick(_with_keyboard(card), key)
    assert _card(started) is card, "it still asks"
    assert diary_path.read_bytes() == before
    QTest.keyClick(_with_keyboard(card), Qt.Key.Key_Tab)
    QTest.keyClick(_with_keyboard(card), Qt.Key.Key_Return)
    QApplication.processEvents()
    today = started.context.journal.entry(TODAY)
    assert (today.itch, today.sleep_quality, today.note) == (7, 4, "there"), "who means a way gets there by key"


def _with_keyboard(card: ChangedDialog) -> QWidget:
    return card.focusWidget()


def test_later_asks_again_with_the_next_answer(started: Started, diary_path: Path, copy: Path) -> None:
    started.person.type("7")
    _write_over(diary_path, _written_elsewhere(copy, DayEntry(YESTERDAY, note="there")))
    started.person.type("4")
    _go(started, "later_button")
    assert "Another program has changed" in started.person.page.saved.text
    started.person.click(started.person.page.saved.again_button)
    _go(started, "join_button")
    today = started.context.journal.entry(TODAY)
    assert (today.itch, today.sleep_quality) == (7, 4)


def test_what_was_put_in_can_be_taken_back(started: Started, diary_path: Path, copy: Path) -> None:
    started.person.type("7")
    _put_over(diary_path, _written_elsewhere(copy, DayEntry(YESTERDAY, note="there")))
    started.person.type("4")
    _go(started, "join_button")
    assert started.context.writer.undo()
    assert started.context.journal.entry(TODAY) == DayEntry(TODAY)
    assert started.context.journal.entry(YESTERDAY).note == "there"


def test_a_second_change_asks_again_and_loses_nothing(started: Started, diary_path: Path, copy: Path) -> None:
    started.person.type("7")
    other = Path(shutil.copy(copy, copy.with_name("third.diary")))
    for theirs in (copy, other):
        _write_over(diary_path, _written_elsewhere(theirs, DayEntry(YESTERDAY, note=theirs.stem)))
        started.context.writer.save(replace(started.context.journal.entry(TODAY), sleep_quality=4))
        _go(started, "join_button")
    today = started.context.journal.entry(TODAY)
    assert (today.itch, today.sleep_quality) == (7, 4)
    assert _stored(diary_path)["today"] == today


def test_new_records_and_photos_that_were_refused_go_in_too(started: Started, diary_path: Path, copy: Path) -> None:
    writer = started.context.writer
    started.person.type("7")
    _write_over(diary_path, _written_elsewhere(copy, DayEntry(YESTERDAY, note="there")))
    visits = [Visit(TODAY, "Dr. Osei"), Visit(TODAY, "Dr. Lind")]
    for visit in visits:
        assert not writer.save(visit)
    assert not writer.add_photo(pixels(), TODAY)
    _go(started, "join_button")
    journal = started.context.journal
    assert [visit.who for visit in journal.visits()] == ["Dr. Osei", "Dr. Lind"]
    assert journal.picture(journal.photos()[0]) == pixels().jpeg
    assert journal.check() == []


def test_a_form_that_is_open_is_found_again_as_it_was(started: Started, diary_path: Path, copy: Path) -> None:
    started.person.type("7")
    forms = HappeningDialogs(started.context, started.window)
    forms.show(Visit(TODAY))
    assert forms.form is not None
    _write_over(diary_path, _written_elsewhere(copy, DayEntry(YESTERDAY, note="there")))
    QTest.keyClicks(forms.form.form.inputs["who"], "Dr. Osei")
    started.context.drafts.flush()  # as it does while somebody types
    content = forms.form.form.content
    _go(started, "join_button")
    again = HappeningDialogs(started.context, started.window)
    again.show(Visit(TODAY))
    assert again.form is not None
    assert "Dr. Osei" in content.values()
    assert again.form.form.content == content


@pytest.mark.parametrize("button", ["join_button", "keep_button"])
@pytest.mark.parametrize("is_given_up", [True, False])
def test_a_form_that_was_tried_again_and_again_is_stored_once_or_given_up(
    started: Started, diary_path: Path, copy: Path, button: str, is_given_up: bool
) -> None:
    forms = HappeningDialogs(started.context, started.window)
    forms.show(Visit(TODAY))
    form = forms.form
    assert form is not None
    QTest.keyClicks(form.form.inputs["who"], "Dr. Osei")
    started.context.drafts.flush()  # as it does while somebody types
    _write_over(diary_path, _written_elsewhere(copy, DayEntry(YESTERDAY, note="there")))
    for _ in range(3):
        started.person.click(form.save)
        _card(started).reject()
    if is_given_up:
        started.person.click(form.cancel)
    started.context.writer.save(DayEntry(TODAY, itch=7))
    _go(started, button)
    journal = started.context.journal
    assert [visit.who for visit in journal.visits()] == ([] if is_given_up else ["Dr. Osei"])
    assert is_given_up or journal.draft("visit") is None
    assert journal.entry(TODAY).itch == 7


def test_pasted_lines_are_kept_and_their_window_goes_with_the_file_of_before(
    started: Started, diary_path: Path, copy: Path
) -> None:
    started.person.type("7")
    started.window.commands.phone.trigger()
    lines = started.window.findChild(LinesDialog)
    assert lines is not None
    _write_over(diary_path, _written_elsewhere(copy, DayEntry(YESTERDAY, note="there")))
    QTest.keyClicks(lines.field, "28.11. itch 6")
    started.context.drafts.flush()
    _go(started, "join_button")
    assert not [dialog for dialog in started.window.findChildren(QDialog) if dialog.isVisible()]
    started.window.commands.phone.trigger()
    (again,) = [dialog for dialog in started.window.findChildren(LinesDialog) if dialog.isVisible()]
    assert again.field.text() == "28.11. itch 6"


def test_another_adtracker_that_writes_is_no_reason_to_ask(started: Started, diary_path: Path) -> None:
    started.person.type("7")
    other = Journal.open(diary_path, lambda: TODAY, create=False)
    other.save(DayEntry(YESTERDAY, note="imported"))
    other.close()
    started.person.type("4")
    assert not started.window.findChildren(ChangedDialog)
    assert started.context.journal.entry(YESTERDAY).note == "imported"
    assert started.context.journal.entry(TODAY).sleep_quality == 4
