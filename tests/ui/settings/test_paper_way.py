"""The whole way of a sheet: printed for this diary, filled in, photographed, dropped, looked at, put in, undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.intake.found import Told
from adtracker.domain.records.day import DayEntry, Origin
from adtracker.domain.records.question import Question
from adtracker.domain.sheet.planning import SheetWish
from adtracker.domain.sheet.reading import Doses
from adtracker.domain.sheet.spec import SheetSpec
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.queries.sheet import sheets_wanted
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.settings.bring_in.dialog import BringInDialog
from adtracker.ui.settings.inbox.dialog import InboxDialog
from adtracker.ui.settings.inbox.sorting import What
from tests.sheets.pens import Truth, filled_in
from tests.sheets.printing import printed
from tests.sheets.taking import BAD, CONDITIONS
from tests.ui.conftest import TODAY, Clock
from tests.ui.settings.bringing import own_data, put_in
from tests.ui.settings.test_dropping import let_go
from tests.ui.starting import Started, start

__all__ = ["own_data"]
pytestmark = pytest.mark.slow
DAYS = 7
FIRST = TODAY - timedelta(days=DAYS - 1)


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock) -> Started:
    diary_path.parent.mkdir()
    journal = Journal.open(diary_path, lambda: TODAY)
    journal.save(Question("pain", "Skin pain"))
    journal.save(Treatment("Mometasone", Kind.CREAM, (Plan(FIRST, Daily(2)),)))
    journal.close()
    return start(qtbot, qapp, diary_path, Settings(), now, is_named=True)


def _spec(journal: Journal) -> SheetSpec:
    (spec,) = sheets_wanted(journal, SheetWish(FIRST, DAYS, "one")).sheets
    return spec


def _photo(spec: SheetSpec, condition: str, folder: Path) -> tuple[Path, Truth]:
    random = Random(f"way {condition}")
    page, truth = filled_in(printed(spec), spec, random)
    file = folder / f"{condition}.jpg"
    file.write_bytes({**CONDITIONS, **BAD}[condition](page, random))
    return file, truth


def _opened(qtbot: QtBot, started: Started, file: Path) -> BringInDialog:
    """What was dropped, told to be a sheet, and opened from the list."""
    assert let_go(started, file)
    listed = started.window.findChild(InboxDialog)
    assert listed is not None
    qtbot.waitUntil(lambda: bool(listed.rows), timeout=60_000)
    QApplication.processEvents()
    started.person.click(listed.rows[0].open)
    dialog = listed.findChild(BringInDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.preview is not None, timeout=60_000)
    QApplication.processEvents()
    return dialog


def _expected(truth: Truth, spec: SheetSpec, day: date) -> dict[str, object]:
    """What the pen marked on a day, by the name of the part."""
    names = {field.part: field.asks.value for field in spec.fields}
    return {names[part]: value for (of_day, part), value in truth.items() if of_day == day}


def test_a_photo_of_a_sheet_becomes_days_and_is_taken_back_in_one_step(
    qtbot: QtBot, started: Started, tmp_path: Path
) -> None:
    journal = started.context.journal
    spec = _spec(journal)
    file, truth = _photo(spec, "photo", tmp_path)
    dialog = _opened(qtbot, started, file)
    for row in dialog.look.rows:  # what was asked about is left empty
        started.person.click(row.chips.chip("-"))
    asked = [one.day for one in _asked(dialog)]
    put_in(qtbot, started, dialog)
    (treatment,) = journal.treatments()
    doses = {one.day: Doses(one.taken, one.skipped) for one in journal.doses()}
    entries = {entry.day: entry for entry in journal.entries()}
    for number in range(DAYS):
        day = FIRST + timedelta(days=number)
        expected = _expected(truth, spec, day)
        entry = entries.get(day, DayEntry(day))
        told = {
            "itch": entry.itch,
            "sleep": entry.sleep_quality,
            "woken": entry.woken,
            "signs": entry.signs,
            "scale": entry.answer("pain"),
            "doses": doses.get(day),
        }
        wrong = {name for name, value in told.items() if value is not None and value != expected.get(name)}
        missing = {name for name in expected if told[name] is None}
        assert wrong == set()
        assert len(missing) == asked.count(day)
        assert entry.origin is Origin.PAPER or entry.is_empty
    qtbot.waitUntil(lambda: started.window.findChild(BringInDialog) is None)
    started.window.activateWindow()
    started.person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert journal.entries() == ()
    assert journal.doses() == ()
    assert journal.treatments() == (treatment,)


def _asked(dialog: BringInDialog) -> list[Told]:
    assert dialog.preview is not None
    assert dialog.preview.found is not None
    return [one.offers[0][0] for one in dialog.preview.found.open]


def test_a_sheet_of_another_diary_is_asked_about(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    spec = replace(_spec(started.context.journal), diary="ELSE")
    file, _ = _photo(spec, "scan 300", tmp_path)
    dialog = _opened(qtbot, started, file)
    assert dialog.whose.isVisible()
    assert not dialog.go.isEnabled()
    started.person.click(dialog.whose)
    assert dialog.go.isEnabled()
    dialog.reject()


def test_a_bad_picture_is_refused_in_one_sentence_and_stores_nothing(
    qtbot: QtBot, started: Started, tmp_path: Path
) -> None:
    file, _ = _photo(_spec(started.context.journal), "hard shadow", tmp_path)
    assert let_go(started, file)
    listed = started.window.findChild(InboxDialog)
    assert listed is not None
    qtbot.waitUntil(lambda: bool(listed.rows), timeout=60_000)
    (row,) = listed.rows
    assert "A shadow falls on the sheet." in row.about.text()
    assert not row.open.isVisible()
    listed.reject()
    assert started.context.journal.entries() == ()


def test_what_a_sheet_is_is_known_by_its_codes_and_not_by_its_name(
    qtbot: QtBot, started: Started, tmp_path: Path
) -> None:
    file, _ = _photo(_spec(started.context.journal), "scan 300", tmp_path)
    assert let_go(started, file.rename(tmp_path / "holiday.jpg"))
    listed = started.window.findChild(InboxDialog)
    assert listed is not None
    qtbot.waitUntil(lambda: bool(listed.rows), timeout=60_000)
    assert [one.what for one in listed.known.values()] == [What.SHEET]
    listed.reject()
