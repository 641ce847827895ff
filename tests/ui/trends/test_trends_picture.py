"""What is saved of the charts: what is in it, where it lands, and what happens when the disk refuses."""

import csv
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.storage.journal import Journal
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.trends.chart_picture import Caption, ChartSheet
from adtracker.ui.trends.page import TrendsPage
from tests.ui.conftest import COURSE_START, TODAY
from tests.ui.looking_back import choose, open_trends


@pytest.fixture
def trends(demo_journal: Journal, window: MainWindow) -> TrendsPage:
    return open_trends(window)


def _choose(page: TrendsPage, kind: str) -> None:
    """Choose from the menu of the button what is to be saved."""
    choose(page.head.more, {"png": "Save as a picture", "svg": "Save as a drawing", "csv": "Save the numbers"}[kind])


def _save_as(qtbot: QtBot, page: TrendsPage, name: str, kind: str = "png") -> None:
    """Choose from the menu and answer the dialog."""
    _choose(page, kind)
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is not None)
    dialog = cast(QFileDialog, page.findChild(QFileDialog))
    assert dialog.isVisible()
    dialog.fileSelected.emit(name)
    dialog.close()


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


@pytest.mark.slow
def test_it_is_saved_whole_at_twice_the_size(
    qtbot: QtBot, trends: TrendsPage, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "chart.png"
    _save_as(qtbot, trends, str(file))
    qtbot.waitUntil(lambda: window.messages.text != "")
    assert window.messages.text == "Saved as chart.png."
    image = QImage(str(file))
    assert image.width() >= 2 * trends.card.chart.width()
    assert image.height() > 2 * trends.card.chart.height()
    theme = trends.context.theme
    assert {theme.color(token).name() for token in ("card", "itch", "sleep", "extent")} <= _colours(image)
    assert [path.name for path in tmp_path.glob("*.png*")] == ["chart.png"]


@pytest.mark.slow
def test_a_drawing_is_the_same_picture_in_lines_and_letters(
    qtbot: QtBot, trends: TrendsPage, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "chart.svg"
    _save_as(qtbot, trends, str(file), "svg")
    qtbot.waitUntil(lambda: window.messages.text != "")
    text = file.read_text(encoding="utf-8")
    assert all(words in text for words in ("Worst itch", "baseline", "12 weeks", "Skin diary", "not medical advice"))
    theme = trends.context.theme
    picture = ChartSheet(trends.card.chart, Caption("Skin diary", "", "Short."), theme).image()
    drawn = QImage(picture.size() / 2, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    QSvgRenderer(str(file)).render(painter)
    painter.end()
    assert {theme.color(token).name() for token in ("card", "itch", "sleep", "extent")} <= _colours(drawn)
    # As much ink as on the screen's picture, a quarter of the pixels: neither blank nor full.
    assert 0.5 < 4 * _inked(drawn) / _inked(picture) < 2


def _inked(image: QImage) -> int:
    background = image.pixel(1, 1)
    return sum(image.pixel(x, y) != background for x in range(image.width()) for y in range(image.height()))


def test_neither_the_cursor_nor_the_screen_is_changed_by_it(trends: TrendsPage) -> None:
    sheet = ChartSheet(trends.card.chart, Caption("Skin diary", "2 to 8 August 2026", "Short."), trends.context.theme)
    trends.card.chart.point_at(50)
    before = trends.card.chart.grab().toImage()
    with_cursor = sheet.image()
    trends.card.chart.point_at(None)
    assert sheet.image() == with_cursor
    trends.card.chart.point_at(50)
    assert trends.card.chart.grab().toImage() == before


def test_a_drawing_keeps_name_and_scale_apart_for_letters_that_are_wider_elsewhere(trends: TrendsPage) -> None:
    stack = trends.card.chart.stack
    head = stack.panels[0].head
    beside = head._scale.pos().x()
    stack.begin_picture(1)
    assert head._scale.pos().x() + head._scale.boundingRect().width() == pytest.approx(head.size().width())
    assert head._scale.pos().x() > head._name.boundingRect().width() * 1.5
    stack.end_picture()
    assert head._scale.pos().x() == beside


def test_the_words_around_it_wrap_and_take_their_room(trends: TrendsPage) -> None:
    chart, theme = trends.card.chart, trends.context.theme
    one = ChartSheet(chart, Caption("Skin diary", "2 to 8 August 2026", "Short."), theme)
    long = ChartSheet(chart, Caption("Skin diary", "2 to 8 August 2026", "A long sentence. " * 40), theme)
    assert long.size.width() == one.size.width()
    assert long.size.height() > one.size.height() + 50


def _rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.reader(source))


def test_the_numbers_of_the_table_are_saved_as_they_stand(
    qtbot: QtBot, trends: TrendsPage, window: MainWindow, tmp_path: Path
) -> None:
    trends.head.views.chip("table").click()
    _save_as(qtbot, trends, str(tmp_path / "numbers.csv"), "csv")
    qtbot.waitUntil(lambda: window.messages.text != "")
    head, *rows = _rows(tmp_path / "numbers.csv")
    assert head[:3] == ["day", "Worst itch", "Worst itch, 7-day average"]
    model = trends.card.table.model()
    assert len(rows) == model.rowCount() == 120
    for number, row in enumerate(reversed(rows)):
        assert row[0] == (TODAY - timedelta(days=number)).isoformat()
        for column in range(1, len(head) - 1):
            shown = model.index(number, column).data().removesuffix("\u00a0%")
            assert ("–" if row[column] == "" else float(row[column])) == (  # noqa: RUF001
                shown if shown == "–" else float(shown)  # noqa: RUF001
            )


@pytest.mark.slow
def test_the_course_is_saved_from_the_first_day_of_its_charts(
    qtbot: QtBot, trends: TrendsPage, window: MainWindow, tmp_path: Path
) -> None:
    trends.context.writer.save(DayEntry(COURSE_START - timedelta(days=7), itch=6))  # the baseline week's first day
    _save_as(qtbot, trends, str(tmp_path / "course.csv"), "csv")
    qtbot.waitUntil(lambda: window.messages.text != "")
    days = [date.fromisoformat(row[0]) for row in _rows(tmp_path / "course.csv")[1:]]
    assert days == list(Period(trends.card.chart.shown.first, TODAY))
    assert days[7] == COURSE_START


def test_of_zoomed_charts_the_numbers_in_view_are_saved(
    qtbot: QtBot, trends: TrendsPage, window: MainWindow, tmp_path: Path
) -> None:
    week = Period.starting(date(2026, 8, 9), 7)
    trends.card.chart.show_days(week)
    _save_as(qtbot, trends, str(tmp_path / "week.csv"), "csv")
    qtbot.waitUntil(lambda: window.messages.text != "")
    days = [date.fromisoformat(row[0]) for row in _rows(tmp_path / "week.csv")[1:]]
    shown = trends.card.chart.shown
    assert days == list(shown)
    assert set(week) <= set(days)
    assert len(days) < 10


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such rights there")
def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(
    qtbot: QtBot, trends: TrendsPage, window: MainWindow, tmp_path: Path
) -> None:
    _save_as(qtbot, trends, str(tmp_path / "no" / "such" / "chart.png"))
    qtbot.waitUntil(lambda: window.messages.text != "")
    assert "chart.png cannot be written (No such file or directory). Nothing was changed." in window.messages.text
    assert not list(tmp_path.glob("**/*.png"))


def test_the_diary_itself_is_never_written_over(
    qtbot: QtBot, trends: TrendsPage, window: MainWindow, journal: Journal
) -> None:
    before = journal.path.read_bytes()
    _save_as(qtbot, trends, str(journal.path))
    qtbot.waitUntil(lambda: window.messages.text != "")
    assert "is a diary. It was left as it is" in window.messages.text
    assert journal.path.read_bytes() == before


def test_the_next_dialog_begins_where_the_last_picture_went(
    qtbot: QtBot, trends: TrendsPage, window: MainWindow, tmp_path: Path
) -> None:
    _save_as(qtbot, trends, str(tmp_path / "chart.png"))
    qtbot.waitUntil(lambda: window.messages.text != "")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _choose(trends, "csv")
    dialog = cast(QFileDialog, trends.findChild(QFileDialog))
    assert Path(dialog.directory().absolutePath()) == tmp_path
    assert dialog.selectedFiles() == [str(tmp_path / "trends-2026-11-29.csv")]
