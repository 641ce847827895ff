"""What happens while a file is looked at and put in: it is stopped, others write, the file goes, a day begins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.settings.bring_in.dialog import BringInDialog
from tests.ui.conftest import TODAY, Clock
from tests.ui.settings.bringing import GERMAN, brought, own_data, put_in, table
from tests.ui.starting import Started, start

__all__ = ["own_data"]
FIRST, SECOND = date(2026, 11, 1), date(2026, 11, 28)
HERE = DayEntry(FIRST, itch=7, note="mine")
LONG = date(2000, 1, 1)
ROWS = 30_000


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock) -> Started:
    diary_path.parent.mkdir()
    journal = Journal.open(diary_path, lambda: TODAY)
    journal.save(HERE)
    journal.close()
    return start(qtbot, qapp, diary_path, Settings(), now, is_named=True)


def _beside(started: Started, write: Callable[[Journal], object]) -> None:
    """Another program writes to the same diary."""
    other = Journal.open(started.context.journal.path, lambda: TODAY)
    write(other)
    other.close()


@pytest.mark.slow
@pytest.mark.parametrize("by_key", [False, True])
def test_what_is_stopped_while_it_is_stored_is_taken_back(
    qtbot: QtBot, started: Started, tmp_path: Path, by_key: bool
) -> None:
    days = (LONG + timedelta(number) for number in range(ROWS))
    rows = "".join(f"{day:%d.%m.%Y};{number % 11};8000\n" for number, day in enumerate(days))
    dialog = brought(qtbot, started, table(tmp_path, f"Datum;Juckreiz;Schritte\n{rows}"))
    before = started.context.journal.entries(), started.context.journal.questions()
    started.person.click(dialog.go)
    qtbot.waitUntil(lambda: "being written: " in dialog.state.text(), timeout=30_000)
    assert dialog.cancel.text() == "Stop"
    if by_key:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        started.person.click(dialog.cancel)
    qtbot.waitUntil(lambda: dialog.state.text() == "Stopped. Nothing was put into the diary.", timeout=30_000)
    assert (started.context.journal.entries(), started.context.journal.questions()) == before
    assert not started.context.writer.can_undo
    assert (dialog.cancel.text(), dialog.go.isEnabled()) == ("Cancel", True)
    assert started.person.is_at(dialog.go)
    with qtbot.waitSignal(dialog.rejected):
        started.person.click(dialog.cancel)


def test_an_answer_that_another_program_changed_is_shown_before_anything_is_stored(
    qtbot: QtBot, started: Started, tmp_path: Path
) -> None:
    dialog = brought(qtbot, started, table(tmp_path))
    _beside(started, lambda other: other.save(DayEntry(SECOND, itch=1, note="from the laptop")))
    started.person.click(dialog.go)
    qtbot.waitUntil(lambda: "was changed meanwhile" in dialog.state.text() and dialog.go.isEnabled())
    assert started.context.journal.entry(SECOND).sleep_quality is None
    shown = [[chips.chip(key).text() for key in chips.keys] for chips in dialog.fate.rows.values()]
    assert ["mine: 1", "theirs: 7"] in shown
    put_in(qtbot, started, dialog)
    second = started.context.journal.entry(SECOND)
    assert (second.itch, second.sleep_quality, second.note) == (1, 6, "from the laptop")


def test_what_another_program_wrote_to_another_day_stays(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    dialog = brought(qtbot, started, table(tmp_path))
    _beside(started, lambda other: other.save(DayEntry(TODAY, itch=1)))
    put_in(qtbot, started, dialog)
    journal = started.context.journal
    assert (journal.entry(TODAY).itch, journal.entry(SECOND).itch) == (1, 7)


@pytest.mark.parametrize("is_gone", [True, False])
def test_what_was_shown_is_put_in_whatever_becomes_of_the_file(
    qtbot: QtBot, started: Started, tmp_path: Path, is_gone: bool
) -> None:
    file = table(tmp_path)
    dialog = brought(qtbot, started, file)
    if is_gone:
        file.unlink()
    else:
        table(tmp_path, GERMAN.replace("28.11.2026;70", "28.11.2026;10"))
    dialog.columns.becomes["Schritte"].chosen.emit("nothing")  # an answer reads the table anew: as it was shown
    qtbot.waitUntil(lambda: dialog.go.isEnabled() and dialog.columns.becomes["Schritte"].currentData() == "nothing")
    put_in(qtbot, started, dialog)
    assert started.context.journal.entry(SECOND).itch == 7


def test_a_file_that_is_gone_before_it_is_read_anew_is_said(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    file = table(tmp_path)
    dialog = brought(qtbot, started, file)
    file.unlink()
    dialog.found.separator.chosen.emit(",")
    qtbot.waitUntil(lambda: "itch-2026.csv" in dialog.state.text() and "cannot" in dialog.state.text())
    assert not dialog.go.isEnabled()
    with qtbot.waitSignal(dialog.rejected):
        started.person.click(dialog.cancel)
    assert [entry.day for entry in started.context.journal.entries()] == [FIRST]


def test_a_day_that_begins_meanwhile_asks_to_press_once_more(
    qtbot: QtBot, started: Started, tmp_path: Path, now: Clock
) -> None:
    dialog = brought(qtbot, started, table(tmp_path))
    now.pass_days(1)
    started.person.click(dialog.go)
    qtbot.waitUntil(lambda: "A new day has begun" in dialog.state.text() and dialog.go.isEnabled())
    assert started.context.journal.entry(SECOND) == DayEntry(SECOND)
    put_in(qtbot, started, dialog)
    assert started.context.journal.entry(SECOND).itch == 7


def test_the_same_file_again_says_nothing_new(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    put_in(qtbot, started, brought(qtbot, started, table(tmp_path)))
    qtbot.waitUntil(lambda: started.window.findChild(BringInDialog) is None)
    again = brought(qtbot, started, table(tmp_path))
    qtbot.waitUntil(lambda: again.go.text() == "Nothing is new")
    assert not again.go.isEnabled()
