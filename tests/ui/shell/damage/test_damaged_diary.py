"""A damaged diary: the card in place of the pages, nothing said to be saved, and the ways on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.visit import Visit
from adtracker.settings import Settings
from adtracker.storage.copies.shelf import Shelf
from adtracker.storage.journal import Journal
from adtracker.ui.records.visits.dialogs import HappeningDialogs
from adtracker.ui.records.visits.visit_form import VisitForm
from adtracker.ui.settings.bring_in.dialog import BringInDialog
from adtracker.ui.shell.damage.damaged_page import DamagedPage
from adtracker.ui.shell.navigation import PAGES
from adtracker.ui.shell.refused_page import RefusedPage
from adtracker.ui.today.page import TodayPage
from adtracker.ui.words.day_words import date_words
from tests.ui.conftest import TODAY, Clock
from tests.ui.recorder import in_front
from tests.ui.starting import Started, start


@pytest.fixture
def diary(diary_path: Path) -> Path:
    """A diary of three weeks."""
    diary_path.parent.mkdir()
    journal = Journal.open(diary_path, lambda: TODAY)
    journal.save_all([DayEntry(TODAY - timedelta(days=back), itch=4, note="as ever") for back in range(1, 22)])
    journal.close()
    return diary_path


def _damage(diary: Path) -> bytes:
    """Another number in one row, and a row that is gone."""
    with closing(sqlite3.connect(diary)) as file, file:
        file.execute("UPDATE day SET itch = 9 WHERE day = ?", ((TODAY - timedelta(days=3)).isoformat(),))
        file.execute("DELETE FROM day WHERE day = ?", ((TODAY - timedelta(days=5)).isoformat(),))
    return diary.read_bytes()


def _card(qtbot: QtBot, started: Started) -> DamagedPage:
    qtbot.waitUntil(lambda: isinstance(started.window.pages.currentWidget(), DamagedPage))
    page = started.shown
    assert isinstance(page, DamagedPage)
    qtbot.waitUntil(lambda: "days can be read" in started.person.reads(page))
    return page


@pytest.mark.slow
def test_it_is_found_after_the_start_and_shown_as_a_card(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock
) -> None:
    before = _damage(diary)
    started = start(qtbot, qapp, diary, Settings(), now)
    page = _card(qtbot, started)
    assert "20 of 21 days can be read" in started.person.reads(page)
    assert "It stays as it is, byte for byte" in started.person.reads(page)
    assert not any(started.window.navigation.button(key).isEnabled() for key in PAGES)
    started.person.click(page.list_button)
    assert f"Days: {date_words(TODAY - timedelta(days=5))}" in started.person.reads(page)
    started.opener.close()
    assert diary.read_bytes() == before
    assert [file.name for file in diary.parent.iterdir()] == [diary.name]


def test_a_button_below_its_words_is_no_wider_than_it_needs_to_be(qtbot: QtBot) -> None:
    page = DamagedPage("mine.diary", "today")
    qtbot.addWidget(page)
    page.resize(340, 900)
    page.show()
    QApplication.processEvents()
    words = page.other_button.parentWidget()
    assert words is not None
    assert page.other_button.y() > words.height() / 2
    assert page.other_button.width() == page.other_button.sizeHint().width()


@pytest.mark.slow
def test_a_file_that_cannot_even_be_opened_gets_the_same_card(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock
) -> None:
    data = bytearray(diary.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    diary.write_bytes(data)
    started = start(qtbot, qapp, diary, Settings(), now)
    assert isinstance(started.shown, DamagedPage)
    started.opener.close()
    assert diary.read_bytes() == data


@pytest.mark.slow
def test_what_is_given_before_the_look_is_over_is_never_said_to_be_saved_on_it(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, tmp_path: Path
) -> None:
    started = start(qtbot, qapp, diary, Settings(), now)
    assert isinstance(started.shown, TodayPage)
    with started.context.journal._database.transaction() as connection:  # the disk changes under an open diary
        connection.exec_driver_sql("UPDATE day SET itch = 9")
    assert not all(list(started.context.journal.look_for_damage()))
    saved: list[object] = []
    started.context.events.saved.connect(lambda edit, _when: saved.append(edit))
    started.person.type("7")
    assert saved == []
    page = _card(qtbot, started)
    assert "21 days in it may not be what you wrote" in started.person.reads(page)
    started.person.click(page.save_button)
    new = tmp_path / "new.diary"
    started.pick(new)
    qtbot.waitUntil(lambda: isinstance(started.window.pages.currentWidget(), TodayPage))
    assert started.context.journal.path == new
    assert started.context.journal.entry(TODAY).itch == 7  # what was given goes along
    assert "could not be read" in started.window.messages.text
    assert "21 of those saved may not be what you wrote" in started.window.messages.text
    assert started.preferences.value.diary == str(new)


@pytest.mark.slow
def test_a_file_that_is_looked_at_meanwhile_does_not_stay_over_the_card(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, tmp_path: Path
) -> None:
    file = tmp_path / "days.csv"
    file.write_text("date,itch\n2026-11-01,4\n")
    _damage(diary)
    started = start(qtbot, qapp, diary, Settings(), now)
    started.window.incoming.bring_in(file)
    assert started.window.findChild(BringInDialog) is not None
    _card(qtbot, started)
    assert not [dialog for dialog in started.window.findChildren(QDialog) if dialog.isVisible()]


def test_a_sound_diary_is_looked_through_to_its_end_and_nothing_is_said(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock
) -> None:
    started = start(qtbot, qapp, diary, Settings(), now)
    watch = started.opener._watch
    assert watch is not None
    with qtbot.waitSignal(watch.finished):
        started.person.type("7")
    assert isinstance(started.shown, TodayPage)
    assert started.context.journal.entry(TODAY).itch == 7


@pytest.mark.slow
def test_the_last_good_copy_is_offered_and_gone_back_to(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock
) -> None:
    with closing(Journal.open(diary, now.today)) as journal:
        Shelf(diary).back_up(journal, now())
        before = journal.entries()
    damaged = _damage(diary)
    started = start(qtbot, qapp, diary, Settings(), now)
    page = _card(qtbot, started)
    qtbot.waitUntil(page.restore_button.isVisible)
    assert "21 days to 28 November 2026" in started.person.reads(page)
    started.person.click(page.restore_button)
    qtbot.waitUntil(lambda: isinstance(started.window.pages.currentWidget(), TodayPage))
    assert started.context.journal.path == diary
    assert started.context.journal.entries() == before
    (aside,) = diary.parent.glob(f"set aside/*/{diary.name}")
    assert aside.read_bytes() == damaged
    assert "set aside" in started.window.messages.text
    started.person.type("7")
    assert started.context.journal.entry(TODAY).itch == 7


def test_without_a_copy_none_is_offered(qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock) -> None:
    _damage(diary)
    started = start(qtbot, qapp, diary, Settings(), now)
    page = _card(qtbot, started)
    started.opener._damaged._tasks.wait()  # type: ignore[union-attr]
    qtbot.wait(50)
    assert not page.restore_button.isVisible()


@pytest.mark.slow
@pytest.mark.parametrize("harm", [b"nonsense" * 2000, b"", None])
def test_what_is_no_diary_any_more_has_the_same_way_back(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, harm: bytes | None
) -> None:
    with closing(Journal.open(diary, now.today)) as journal:
        Shelf(diary).back_up(journal, now())
        before = journal.entries()
    diary.unlink()
    if harm is not None:
        diary.write_bytes(harm)
    started = start(qtbot, qapp, diary, Settings(diary=str(diary)), now)
    page = started.shown
    assert isinstance(page, RefusedPage)
    qtbot.waitUntil(page.go_back.isVisible)
    assert "21 days to 28 November 2026. Nothing is deleted." in page.copy.text()
    started.person.click(page.go_back)
    qtbot.waitUntil(lambda: isinstance(started.window.pages.currentWidget(), TodayPage))
    assert started.context.journal.entries() == before
    kept = [file.read_bytes() for file in diary.parent.glob(f"set aside/*/{diary.name}")]
    assert kept == ([] if harm is None else [harm])


def test_where_a_copy_is_no_help_none_is_offered(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, tmp_path: Path
) -> None:
    with closing(Journal.open(diary, now.today)) as journal:
        Shelf(diary).back_up(journal, now())
    diary.parent.rename(tmp_path / "away")  # the stick is not in
    started = start(qtbot, qapp, diary, Settings(diary=str(diary)), now)
    page = started.shown
    assert isinstance(page, RefusedPage)
    started.opener._damaged._tasks.wait()  # type: ignore[union-attr]
    QCoreApplication.processEvents()
    assert not page.go_back.isVisible()
    assert not diary.parent.exists()


def _who(visits: HappeningDialogs) -> QLineEdit:
    form = in_front(visits.form).form
    assert isinstance(form, VisitForm)
    return form.who


@pytest.mark.slow
@pytest.mark.parametrize("is_salvaged", [True, False])
def test_what_stands_in_a_form_when_damage_is_found_is_there_when_it_is_opened_again(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, tmp_path: Path, is_salvaged: bool
) -> None:
    with closing(Journal.open(diary, now.today)) as journal:
        Shelf(diary).back_up(journal, now())
    started = start(qtbot, qapp, diary, Settings(), now)
    with started.context.journal._database.transaction() as connection:  # the disk changes under an open diary
        connection.exec_driver_sql("UPDATE day SET itch = 9")
    visits = HappeningDialogs(started.context, started.window)
    visits.show(Visit(TODAY))
    QTest.keyClicks(_who(visits), "Dr. Weber")
    assert not all(list(started.context.journal.look_for_damage()))
    started.context.writer.save(DayEntry(TODAY, itch=7))  # which fails
    page = _card(qtbot, started)
    if is_salvaged:
        started.person.click(page.save_button)
        started.pick(tmp_path / "new.diary")
    else:
        qtbot.waitUntil(page.restore_button.isVisible)
        started.person.click(page.restore_button)
    qtbot.waitUntil(lambda: isinstance(started.window.pages.currentWidget(), TodayPage))
    again = HappeningDialogs(started.context, started.window)
    again.show(Visit(TODAY))
    assert _who(again).text() == "Dr. Weber"
    assert started.context.journal.entry(TODAY).itch == 7


@pytest.mark.slow
@pytest.mark.parametrize("is_changed_again", [True, False])
def test_what_a_form_tried_to_store_goes_along_as_a_record_or_as_a_draft_and_not_as_both(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, tmp_path: Path, is_changed_again: bool
) -> None:
    started = start(qtbot, qapp, diary, Settings(), now)
    with started.context.journal._database.transaction() as connection:  # the disk changes under an open diary
        connection.exec_driver_sql("UPDATE day SET itch = 9")
    visits = HappeningDialogs(started.context, started.window)
    visits.show(Visit(TODAY))
    who = _who(visits)
    QTest.keyClicks(who, "Dr. Weber")
    started.context.drafts.flush()  # as it does while somebody types
    assert not all(list(started.context.journal.look_for_damage()))
    for _ in range(2):
        QTest.keyClick(who, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    if is_changed_again:
        QTest.keyClicks(who, "s")
    started.person.click(_card(qtbot, started).save_button)
    started.pick(tmp_path / "new.diary")
    qtbot.waitUntil(lambda: isinstance(started.window.pages.currentWidget(), TodayPage))
    again = HappeningDialogs(started.context, started.window)
    again.show(Visit(TODAY))
    records, draft = ([], "Dr. Webers") if is_changed_again else (["Dr. Weber"], "")
    assert [visit.who for visit in started.context.journal.visits()] == records
    assert _who(again).text() == draft


@pytest.mark.slow
def test_what_was_given_is_still_there_when_a_copy_could_not_be_gone_back_to(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, tmp_path: Path
) -> None:
    shelf = Shelf(diary)
    with closing(Journal.open(diary, now.today)) as journal:
        shelf.back_up(journal, now())
    started = start(qtbot, qapp, diary, Settings(), now)
    with started.context.journal._database.transaction() as connection:  # the disk changes under an open diary
        connection.exec_driver_sql("UPDATE day SET itch = 9")
    assert not all(list(started.context.journal.look_for_damage()))
    started.context.writer.save(DayEntry(TODAY, itch=7))  # which fails
    page = _card(qtbot, started)
    qtbot.waitUntil(page.restore_button.isVisible)
    (copy,) = shelf.copies()
    copy.file.write_bytes(b"nonsense" * 2000)  # meanwhile
    started.person.click(page.restore_button)
    qtbot.waitUntil(lambda: isinstance(started.shown, DamagedPage) and started.shown is not page)
    page = _card(qtbot, started)
    assert started.window.messages.text, "why it could not be"
    started.person.click(page.save_button)
    started.pick(tmp_path / "new.diary")
    qtbot.waitUntil(lambda: isinstance(started.window.pages.currentWidget(), TodayPage))
    assert started.context.journal.entry(TODAY).itch == 7
