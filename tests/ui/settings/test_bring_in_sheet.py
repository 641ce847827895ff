"""A sheet and lines go through the importer's own preview: looked at, picked by one key, put in by one Edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.edits.edit import Part
from adtracker.domain.intake.lines.line_proposal import Doubt, LineProposal
from adtracker.domain.records.day import DayEntry, Origin
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.sign import Sign
from adtracker.domain.sheet.reading import Doses, ReadAnswer, ReadSheet
from adtracker.domain.sheet.spec import SheetSpec
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.exchange.intake.sheet_found import SheetsRead
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.kit.room.wide_table import WideTable
from adtracker.ui.settings.bring_in.dialog import BringInDialog
from adtracker.ui.settings.bring_in.readers import Readers
from tests.ui.conftest import TODAY, Clock
from tests.ui.settings.bringing import own_data, put_in
from tests.ui.starting import Started, start

__all__ = ["own_data"]
FIRST = TODAY - timedelta(days=13)
ITCH: Part = ("itch", "")
SLEEP: Part = ("sleep_quality", "")
KEPT = DayEntry(FIRST + timedelta(days=2), itch=9)


def _picture(width: int = 400, height: int = 40) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#eeeeee"))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def _sheet() -> ReadSheet:
    """Two weeks: itch and sleep on each day, two answers to look at, and a note."""
    days = [FIRST + timedelta(days=number) for number in range(14)]
    answers = [ReadAnswer(day, SLEEP, 7) for day in days[:10] + days[11:]]
    answers += [ReadAnswer(day, ITCH, 4) for day in days[:5] + days[6:]]
    answers.append(ReadAnswer(days[5], ITCH, None, (5, 6), 0.4, _picture()))
    answers.append(ReadAnswer(days[10], SLEEP, None, (7,), 0.3, _picture()))
    spec = SheetSpec("ABCD", "EFGH", FIRST, 14, ())
    return ReadSheet(spec, tuple(answers), note=_picture(300, 30))


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock) -> Started:
    diary_path.parent.mkdir()
    journal = Journal.open(diary_path, lambda: TODAY)
    journal.save(KEPT)
    journal.close()
    return start(qtbot, qapp, diary_path, Settings(), now, is_named=True)


@pytest.fixture
def opened(qtbot: QtBot, started: Started, tmp_path: Path) -> Callable[[str, bytes, Readers], BringInDialog]:
    def _open(name: str, content: bytes, readers: Readers) -> BringInDialog:
        file = tmp_path / name
        file.write_bytes(content)
        dialog = BringInDialog(started.window, started.context, file, readers)
        dialog.open()
        qtbot.waitUntil(lambda: dialog.preview is not None and dialog.go.isEnabled(), timeout=30_000)
        QApplication.processEvents()
        return dialog

    return _open


Opens = Callable[[str, bytes, Readers], BringInDialog]


def test_a_sheet_is_looked_at_picked_by_keys_put_in_and_taken_back(
    qtbot: QtBot, started: Started, opened: Opens
) -> None:
    dialog = opened("sheet.png", _picture(), Readers(sheets=lambda _: SheetsRead((_sheet(),))))
    journal, person = started.context.journal, started.person
    assert [row.title.text() for row in dialog.look.rows] == [
        "Sat 21 Nov 2026, Worst itch",
        "Thu 26 Nov 2026, Sleep quality",
    ]
    assert "Two circles are marked. Which one counts?" in person.reads(dialog.look)
    assert dialog.go.text() == "Put 14 days into the diary"
    chips = dialog.look.rows[0].chips
    assert [chips.chip(key).text() for key in chips.keys] == ["A: 5", "B: 6", "0: leave empty"]
    chips.chip(chips.keys[0]).setFocus()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_B)
    assert person.is_at(dialog.look.rows[1].chips)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    assert dialog.look.picks == {0: 1, 1: 0}
    assert journal.entry(FIRST) == DayEntry(FIRST)  # nothing before the button
    put_in(qtbot, started, dialog)
    days = {entry.day: entry for entry in journal.entries()}
    assert len(days) == 14
    assert days[FIRST] == DayEntry(FIRST, itch=4, sleep_quality=7, origin=Origin.PAPER)
    assert days[FIRST + timedelta(days=5)].itch == 6
    kept = days[KEPT.day]
    assert (kept.itch, kept.sleep_quality, kept.origin) == (9, 7, Origin.PAPER)
    (note,) = journal.photos()
    assert (note.day, note.note) == (TODAY, "Written by hand on a paper sheet")
    qtbot.waitUntil(lambda: started.window.findChild(BringInDialog) is None)
    started.window.activateWindow()
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [entry.day for entry in journal.entries()] == [KEPT.day]
    assert journal.entry(KEPT.day).origin is Origin.TYPED
    assert journal.photos() == ()


def test_an_answer_that_stands_is_replaced_only_where_it_is_ticked(
    qtbot: QtBot, started: Started, opened: Opens
) -> None:
    dialog = opened("sheet.png", _picture(), Readers(sheets=lambda _: SheetsRead((_sheet(),))))
    (conflict,) = dialog.fate.rows
    started.person.click(dialog.fate.rows[conflict].chip("theirs"))
    put_in(qtbot, started, dialog)
    assert started.context.journal.entry(KEPT.day).itch == 4


def test_what_is_left_open_stays_empty(qtbot: QtBot, started: Started, opened: Opens) -> None:
    dialog = opened("sheet.png", _picture(), Readers(sheets=lambda _: SheetsRead((_sheet(),))))
    chips = dialog.look.rows[0].chips
    started.person.click(chips.chip("1"))
    assert dialog.look.picks == {0: 1}
    chips.chip("1").setFocus()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_0)
    assert dialog.look.picks == {}
    put_in(qtbot, started, dialog)
    assert started.context.journal.entry(FIRST + timedelta(days=5)).itch is None


def test_a_letter_is_all_it_takes_and_tab_goes_on_as_it_stands(started: Started, opened: Opens) -> None:
    dialog = opened("sheet.png", _picture(), Readers(sheets=lambda _: SheetsRead((_sheet(),))))
    first, second = dialog.look.rows
    assert started.person.is_at(first.chips)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_B)
    assert dialog.look.picks == {0: 1}
    (mine,) = dialog.fate.rows.values()
    for stop in (second.chips, dialog.fate.all_mine, dialog.fate.all_theirs, mine, dialog.go, dialog.cancel):
        assert started.person.is_at(stop)
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Tab)
    assert started.person.is_at(first.chips)
    dialog.reject()


def test_what_was_picked_stays_where_the_sheet_is_looked_at_again(
    qtbot: QtBot, started: Started, opened: Opens, now: Clock
) -> None:
    dialog = opened("sheet.png", _picture(), Readers(sheets=lambda _: SheetsRead((_sheet(),))))
    started.person.click(dialog.look.rows[0].chips.chip("1"))
    now.pass_days(1)
    started.person.click(dialog.go)
    qtbot.waitUntil(lambda: "A new day has begun" in dialog.state.text() and dialog.go.isEnabled())
    assert dialog.look.rows[0].chips.key == "1"
    put_in(qtbot, started, dialog)
    assert started.context.journal.entry(FIRST + timedelta(days=5)).itch == 6


def test_own_questions_and_treatments_are_called_as_the_person_calls_them(
    qtbot: QtBot, started: Started, opened: Opens
) -> None:
    journal = started.context.journal
    journal.save(Question("hands", "Gloves at work?", AnswerKind.YES_NO))
    journal.save(DayEntry(FIRST, answers=(("hands", 0.0),)))
    journal.save(Treatment("Mometasone", Kind.CREAM, (Plan(FIRST, Daily(2)),)))
    (treatment,) = journal.treatments()
    hands, doses = ("answers", "hands"), ("doses", str(treatment.key))
    second = FIRST + timedelta(days=1)
    answers = (
        ReadAnswer(FIRST, hands, 1.0),
        ReadAnswer(second, hands, None, (1.0, 0.0), 0.4, _picture()),
        ReadAnswer(second, doses, None, (Doses(1), Doses(2)), 0.4, _picture()),
    )
    dialog = opened(
        "sheet.png", _picture(), Readers(sheets=lambda _: SheetsRead((replace(_sheet(), answers=answers),)))
    )
    assert [row.title.text() for row in dialog.look.rows] == [
        "Tue 17 Nov 2026, Gloves at work?",
        "Tue 17 Nov 2026, Mometasone",
    ]
    chips = dialog.look.rows[0].chips
    assert [chips.chip(key).text() for key in chips.keys] == ["A: yes", "B: no", "0: leave empty"]
    (mine,) = dialog.fate.rows.values()
    assert [mine.chip(key).text() for key in mine.keys] == ["mine: no", "theirs: yes"]
    seen = started.person.reads(dialog.last)
    assert "Gloves at work?" in seen
    assert "no" in seen.split()
    dialog.reject()


def test_the_days_of_a_sheet_do_not_scroll_where_there_is_room_beside_them(started: Started, opened: Opens) -> None:
    started.window.resize(1280, 800)
    long = [ReadAnswer(FIRST + timedelta(days=number), ("woken", ""), True) for number in range(14)]
    sheet = _sheet()
    wide = replace(sheet, answers=(*sheet.answers, *long, ReadAnswer(FIRST, ("signs", ""), (Sign.DRY, Sign.CRACKED))))
    dialog = opened("sheet.png", _picture(), Readers(sheets=lambda _: SheetsRead((wide,))))
    table = dialog.last.findChild(WideTable)
    assert table is not None
    assert table.horizontalScrollBar().maximum() == 0
    assert dialog.look.y() == dialog.last.y()
    dialog.reject()


def _lines(_text: str) -> Sequence[LineProposal]:
    return [
        LineProposal(1, "28.11. itch 6", (date(2026, 11, 28),), {ITCH: 6.0}),
        LineProposal(2, "itch 5", (date(2026, 11, 27), date(2026, 11, 26)), {ITCH: 5.0}, doubts=(Doubt.NO_DAY,)),
        LineProposal(3, "bought new cream"),
        LineProposal(4, "Mon itch 4 blah", (date(2026, 11, 23),), {ITCH: 4.0}, rest="blah", doubts=(Doubt.REST,)),
    ]


def test_every_line_stays_in_sight(qtbot: QtBot, started: Started, opened: Opens) -> None:
    dialog = opened("me.txt", b"whatever", Readers(lines=_lines))
    seen = started.person.reads(dialog)
    for words in (
        "“itch 5”",
        "Which day is it?",
        "1 not read",
        "“bought new cream”",
        "“Mon itch 4 blah”",
        "lines of text",
    ):
        assert words in seen
    assert dialog.go.text() == "Put 1 day into the diary"
    started.person.click(dialog.look.rows[0].chips.chip("1"))
    assert dialog.go.text() == "Put 2 days into the diary"
    partly = dialog.look.rows[1].chips
    assert [partly.chip(key).text() for key in partly.keys] == [
        "A: Mon 23 Nov 2026, 4",
        "B: Mon 23 Nov 2026, 4, blah",
        "0: leave empty",
    ]
    started.person.click(partly.chip("1"))
    assert dialog.go.text() == "Put 3 days into the diary"
    put_in(qtbot, started, dialog)
    entry = started.context.journal.entry(date(2026, 11, 26))
    assert (entry.itch, entry.origin) == (5, Origin.PASTED)
    with_note = started.context.journal.entry(date(2026, 11, 23))
    assert (with_note.itch, with_note.note) == (4, "blah")


def test_a_picture_without_a_sheet_is_named(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    file = tmp_path / "cat.png"
    file.write_bytes(_picture())
    dialog = BringInDialog(started.window, started.context, file, Readers(sheets=lambda _: SheetsRead()))
    dialog.open()
    qtbot.waitUntil(lambda: "is a picture" in dialog.state.text())
    assert not dialog.go.isEnabled()
    dialog.reject()
