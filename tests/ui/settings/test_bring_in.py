"""A file is brought in through the window: dropped or chosen, looked at, put in, and taken back by one Undo."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker import resources
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.exchange.export import export
from adtracker.exchange.snapshot import Snapshot
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.core.copies import own_shelf
from adtracker.ui.settings.bring_in.dialog import BringInDialog
from adtracker.ui.settings.inbox.dialog import InboxDialog
from adtracker.ui.settings.page import SettingsPage
from tests.ui.conftest import TODAY, Clock
from tests.ui.room import cut
from tests.ui.settings.bringing import GERMAN, brought, drop, own_data, put_in, table
from tests.ui.starting import Started, start

__all__ = ["own_data"]
FIRST, SECOND = date(2026, 11, 1), date(2026, 11, 28)
HERE = DayEntry(FIRST, itch=7, note="mine")


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock) -> Started:
    diary_path.parent.mkdir()
    journal = Journal.open(diary_path, lambda: TODAY)
    journal.save(HERE)
    journal.close()
    return start(qtbot, qapp, diary_path, Settings(), now, is_named=True)


def test_a_german_table_is_dropped_looked_at_put_in_and_taken_back(
    qtbot: QtBot, started: Started, tmp_path: Path
) -> None:
    dialog = brought(qtbot, started, table(tmp_path))
    qtbot.waitUntil(lambda: "; semicolon" in started.person.reads(dialog))
    seen = started.person.reads(dialog)
    for words in ("7,5 comma", "Western (Windows-1252)", "2 rows, 1 to 28 November 2026", "Juckreiz (0-100)", "8,123"):
        assert words in seen
    (chips,) = dialog.fate.rows.values()
    assert [chips.chip(key).text() for key in chips.keys] == ["mine: 7", "theirs: 6.5"]
    journal = started.context.journal
    before = journal.entry(FIRST)
    assert before.itch == HERE.itch
    assert before.extent is None
    assert dialog.go.text() == "Put 2 days into the diary"
    put_in(qtbot, started, dialog)
    first = journal.entry(FIRST)
    assert (first.itch, first.sleep_quality, first.note) == (7, 7, "mine")
    assert first.extent == Extent(25.5, ExtentMethod.PERCENT)
    assert dict(first.answers) == {"Schritte": 8123}
    assert journal.entry(SECOND).itch == 7
    assert own_shelf(started.context).copies()
    qtbot.waitUntil(lambda: started.window.findChild(BringInDialog) is None)
    started.window.activateWindow()
    started.person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert journal.entry(FIRST) == before
    assert journal.entry(SECOND) == DayEntry(SECOND)
    assert journal.questions() == ()


def test_what_a_column_becomes_is_read_whole_however_narrow_the_window(
    qtbot: QtBot, started: Started, tmp_path: Path
) -> None:
    started.context.preferences.change(text_percent=200)
    started.window.resize(640, 400)
    dialog = brought(qtbot, started, table(tmp_path))
    choices = [*dialog.columns.becomes.values(), *dialog.columns.scales.values()]
    assert {one.currentText() for one in choices} >= {"Worst itch", "New question: Schritte"}
    assert not [one.toolTip() for one in choices if one.toolTip()]
    assert not [fault for one in choices for fault in cut(one)]


@pytest.mark.parametrize(
    ("text", "asked", "said"),
    [
        ('{"adtracker": 4, "days": [], "visits": [{"date": "2026-12-11", "who": "A"}]}', "Put it into", "The file was"),
        (
            '{"adtracker": 4, "days": [{"date": "2026-11-11", "itch": 3}], "visits": [{"date": "2026-12-11"}]}',
            "Put 1 day into",
            "1 day was",
        ),
    ],
)
def test_the_button_and_what_is_said_after_it_count_the_same_days(
    qtbot: QtBot, started: Started, tmp_path: Path, text: str, asked: str, said: str
) -> None:
    file = tmp_path / "all.json"
    file.write_text(text)
    dialog = brought(qtbot, started, file)
    assert dialog.go.text() == f"{asked} the diary"
    put_in(qtbot, started, dialog)
    assert started.window.messages.text.startswith(f"{said} put into the diary.")


def test_theirs_stands_where_it_is_chosen(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    dialog = brought(qtbot, started, table(tmp_path))
    (conflict,) = dialog.fate.rows
    qtbot.waitUntil(lambda: "Sun 1 Nov 2026" in started.person.reads(dialog.last))
    assert "6.5" not in started.person.reads(dialog.last)  # as it will stand: mine, until the file's is chosen
    started.person.click(dialog.fate.rows[conflict].chip("theirs"))
    qtbot.waitUntil(lambda: "6.5" in started.person.reads(dialog.last))
    put_in(qtbot, started, dialog)
    assert started.context.journal.entry(FIRST).itch == 6.5


@pytest.mark.parametrize("code", ["en", "de"])
def test_what_is_no_day_is_called_what_a_person_calls_it(
    qtbot: QtBot, started: Started, tmp_path: Path, code: str
) -> None:
    started.context.journal.save(Visit(SECOND, who="A", notes="mine"))
    file = tmp_path / "all.json"
    said = {"date": SECOND.isoformat(), "who": "A", "notes": "theirs"}
    file.write_text(json.dumps({"adtracker": 4, "days": [], "visits": [said]}))
    resources.speak(code)
    try:
        dialog = brought(qtbot, started, file)
        (row,) = dialog.fate.rows.values()
        assert row.accessibleName() == ("Termin vom 28. November 2026" if code == "de" else "visit of 28 November 2026")
    finally:
        resources.speak("en")


def test_an_answer_for_a_column_changes_what_isput_in(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    dialog = brought(qtbot, started, table(tmp_path))
    choice = dialog.columns.becomes["Schritte"]
    choice.choose("nothing")
    choice.chosen.emit("nothing")
    qtbot.waitUntil(lambda: dialog.go.isEnabled() and dialog.columns.becomes["Schritte"].currentData() == "nothing")
    scale = dialog.columns.scales["Schlafstörung"]
    scale.chosen.emit("0-10")
    qtbot.waitUntil(lambda: dialog.go.isEnabled() and dialog.columns.scales["Schlafstörung"].currentData() == "0-10")
    put_in(qtbot, started, dialog)
    first = started.context.journal.entry(FIRST)
    assert (first.sleep_quality, first.answers) == (3, ())


def test_cancel_stores_nothing(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    dialog = brought(qtbot, started, table(tmp_path))
    with qtbot.waitSignal(dialog.rejected):
        started.person.click(dialog.cancel)
    assert started.context.journal.entry(SECOND) == DayEntry(SECOND)


def test_a_kept_recipe_knows_the_next_month(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    dialog = brought(qtbot, started, table(tmp_path))
    started.person.click(dialog.keep)
    dialog.name.setText("itch table")
    put_in(qtbot, started, dialog)
    qtbot.waitUntil(lambda: started.window.findChild(BringInDialog) is None)
    again = brought(qtbot, started, table(tmp_path, GERMAN.replace("2026", "2025")))
    qtbot.waitUntil(lambda: "itch table" in started.person.reads(again))


def test_an_open_order_of_days_is_asked_for_once(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    file = table(tmp_path, "Date,Itching\n1/11/2026,3\n2/11/2026,4\n")
    assert drop(started.window, file)
    dialog = started.window.findChild(BringInDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "1/11/2026" in dialog.state.text())
    assert not dialog.go.isEnabled()
    dialog.found.order.chosen.emit("day-first")
    qtbot.waitUntil(lambda: dialog.preview is not None)
    started.person.click(dialog.fate.all_theirs)
    put_in(qtbot, started, dialog)
    assert started.context.journal.entry(FIRST).itch == 3


def test_a_table_that_nothing_tells_apart_is_taken_by_a_recipe(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    dialog = brought(qtbot, started, table(tmp_path, "Date,Swim,Read,\n2026-11-28,2,0,\n2026-11-27,0,2,\n"))
    started.person.click(dialog.found.change)
    dialog.found.recipe.chosen.emit("Loop Habit Tracker")
    qtbot.waitUntil(lambda: "Loop Habit Tracker" in started.person.reads(dialog) and dialog.go.isEnabled())
    put_in(qtbot, started, dialog)
    assert dict(started.context.journal.entry(SECOND).answers) == {"Swim (Loop)": 1, "Read (Loop)": 0}


def test_a_conflict_copy_is_brought_in(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    copy = tmp_path / "mine.sync-conflict.diary"
    shutil.copy(started.context.journal.path, copy)
    theirs = Journal.open(copy, lambda: TODAY)
    theirs.save(DayEntry(SECOND, itch=2, note="on the laptop"))
    theirs.close()
    dialog = brought(qtbot, started, copy)
    qtbot.waitUntil(lambda: "another diary" in started.person.reads(dialog))
    put_in(qtbot, started, dialog)
    assert started.context.journal.entry(SECOND).note == "on the laptop"


def test_what_cannot_be_brought_in_is_said(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    file = tmp_path / "thing.diary"
    file.write_bytes(b"SQLite format 3\0" + bytes(84))
    assert drop(started.window, file)
    dialog = started.window.findChild(BringInDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "database of another program" in dialog.state.text())
    assert not dialog.go.isEnabled()


def test_a_picture_is_still_a_photo(started: Started, tmp_path: Path) -> None:
    file = tmp_path / "skin.jpg"
    file.write_bytes(b"\xff\xd8\xff")
    assert drop(started.window, file)  # listed, with sheets told from photos: test_dropping
    assert started.window.findChild(BringInDialog) is None
    assert started.window.findChild(InboxDialog) is not None


def test_a_file_is_chosen_in_the_settings(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    file = table(tmp_path)
    page = started.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    started.person.click(page.parts.chip("safety"))
    started.person.click(page.safety.bring)
    started.pick(file)
    dialog = started.window.findChild(BringInDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert dialog.go.text() == "Put 2 days into the diary"


def test_several_rows_of_one_day_are_asked_about(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    rows = "28.11.2026;08:00;4\n28.11.2026;20:00;8\n29.11.2026;02:30;3\n"
    dialog = brought(qtbot, started, table(tmp_path, f"Datum;Uhrzeit;Juckreiz\n{rows}"))
    assert dialog.several.isVisible()
    assert (dialog.several.several.currentText(), dialog.several.day_start.currentText()) == ("the worst", "04:00")
    for chosen, key, shown in ((dialog.several.several, "last", "3"), (dialog.several.day_start, "00:00", "8")):
        chosen.choose(key)
        chosen.chosen.emit(key)
        qtbot.waitUntil(lambda: dialog.go.isEnabled() and shown in started.person.reads(dialog.last).splitlines())  # noqa: B023 -- it is asked at once
    put_in(qtbot, started, dialog)
    journal = started.context.journal
    assert (journal.entry(SECOND).itch, journal.entry(TODAY).itch) == (8, 3)


def test_a_table_with_one_row_a_day_asks_nothing(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    assert not brought(qtbot, started, table(tmp_path)).several.isVisible()


def test_the_sheet_of_scores_that_stays_out_is_named(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    words = "The sheet “Scores” stays out: JSON and CSV bring scores back."
    for scores in ([], [ClinicScore(FIRST, "easi", 12.3)]):
        file = tmp_path / "diary.xlsx"
        file.write_bytes(export(Snapshot([DayEntry(SECOND, itch=5), *scores]), "xlsx"))
        dialog = brought(qtbot, started, file)
        assert (words in started.person.reads(dialog)) == bool(scores)
        started.person.click(dialog.cancel)
        qtbot.waitUntil(lambda: started.window.findChild(BringInDialog) is None)
