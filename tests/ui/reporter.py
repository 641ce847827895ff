"""A person who makes a report: chooses, writes, waits for the pages, and saves."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from adtracker.ui.report.page import ReportPage
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.person import Person


class Reporter(Person):
    """Goes to the report by its key."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        super().__init__(qtbot, window)
        self._qtbot = qtbot
        self.window = window
        self.press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)

    @property
    def report(self) -> ReportPage:
        """The page they look at."""
        page = self.window.pages.currentWidget()
        assert isinstance(page, ReportPage)
        return page

    @property
    def pages(self) -> list[str]:
        """What the pages show, in words."""
        return [label.accessibleDescription() for label in self.report.preview.view.sheets]

    def wait(self) -> list[str]:
        """Wait until the pages are there, without the pauses before they are made; what they show."""
        page = self.report
        page.flush()
        if page._pause.isActive():
            self.hurry()
        self._qtbot.waitUntil(lambda: page.is_settled and bool(page.preview.view.sheets))
        return self.pages

    def hurry(self) -> None:
        """Have the pages begun at once, as if the pause after a choice were over."""
        self.report._pause.stop()
        self.report._pause.timeout.emit()

    def choose_period(self, key: str) -> None:
        """Choose a period by its key."""
        self.click(self.report.form.period.chips.chip(key))

    def write(self, text: str) -> None:
        """Write after the questions that are there, and pause."""
        questions = self.report.form.questions
        self.click(questions.field)
        self.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        self.type(text)
        self._qtbot.waitUntil(lambda: questions.is_written)

    def dialog(self) -> QFileDialog:
        """The dialog that is open."""
        dialog = self.report.findChild(QFileDialog)
        assert dialog is not None, "no dialog is open"
        return dialog

    def save_as(self, file: Path) -> str:
        """Choose a file in the dialog, over what stands there; what the page then says."""
        name = self.dialog().findChild(QLineEdit, "fileNameEdit")
        assert name is not None
        name.setText(str(file))
        QTimer.singleShot(300, _agree)
        QTest.keyClick(name, Qt.Key.Key_Return)
        outcome = self.report.outcome
        outcome.clear()
        self._qtbot.waitUntil(lambda: outcome.text() not in {"", "Saving…"})
        return outcome.text().replace("\u200b", "")


def _agree() -> None:
    """Answer yes if somebody asks."""
    asked = QApplication.activeModalWidget()
    if isinstance(asked, QMessageBox):
        QTest.mouseClick(asked.button(QMessageBox.StandardButton.Yes), Qt.MouseButton.LeftButton)
