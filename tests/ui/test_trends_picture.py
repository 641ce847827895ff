"""The picture of the charts: what is in it, where it lands, and what happens when the disk refuses."""

import sys
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from adtracker.storage.journal import Journal
from adtracker.ui.context import Context
from adtracker.ui.main_window import MainWindow
from adtracker.ui.pages.trends import TrendsPage
from adtracker.ui.widgets.chart_picture import framed
from tests.ui.looking_back import open_trends


@pytest.fixture
def trends(demo_journal: Journal, window: MainWindow) -> TrendsPage:
    return open_trends(window)


def _save_as(qtbot: QtBot, page: TrendsPage, name: str) -> None:
    """Press the button and answer the dialog."""
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is not None)
    dialog = cast(QFileDialog, page.findChild(QFileDialog))
    assert dialog.isVisible()
    dialog.fileSelected.emit(name)
    dialog.close()


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_it_is_saved_whole_at_twice_the_size(
    qtbot: QtBot, trends: TrendsPage, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "chart.png"
    _save_as(qtbot, trends, str(file))
    qtbot.waitUntil(lambda: window.messages.text != "")
    assert window.messages.text == "The picture was saved as chart.png."
    image = QImage(str(file))
    assert image.width() >= 2 * trends.card.chart.width()
    assert image.height() > 2 * trends.card.chart.height()
    theme = trends.context.theme
    assert {theme.color(token).name() for token in ("card", "itch", "sleep", "extent")} <= _colours(image)
    assert [path.name for path in tmp_path.glob("*.png*")] == ["chart.png"]


def test_neither_the_cursor_nor_the_screen_is_changed_by_it(trends: TrendsPage) -> None:
    trends.card.chart.point_at(50)
    before = trends.card.chart.grab().toImage()
    with_cursor = trends.card.chart.picture()
    trends.card.chart.point_at(None)
    assert trends.card.chart.picture() == with_cursor
    trends.card.chart.point_at(50)
    assert trends.card.chart.grab().toImage() == before


def test_the_words_around_it_wrap_and_take_their_room(context: Context) -> None:
    chart = QImage(400, 200, QImage.Format.Format_RGB32)
    chart.fill(Qt.GlobalColor.white)
    one = framed(chart, "Skin diary", "2 to 8 August 2026", "Short.", context.theme)
    long = framed(chart, "Skin diary", "2 to 8 August 2026", "A long sentence. " * 40, context.theme)
    assert long.width() == one.width()
    assert long.height() > one.height() + 50


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
    QTest.mouseClick(trends.save, Qt.MouseButton.LeftButton)
    dialog = cast(QFileDialog, trends.findChild(QFileDialog))
    assert Path(dialog.directory().absolutePath()) == tmp_path
    assert dialog.selectedFiles() == [str(tmp_path / "trends-2026-11-29.png")]
