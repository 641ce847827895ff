"""Starts the program in this process, up to the point where a person sits before it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from adtracker.resources import Texts
from adtracker.settings import Settings
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.shell.diary_opener import DiaryOpener
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.starting.single_instance import SingleInstance
from tests.ui.conftest import Clock
from tests.ui.person import Person


@dataclass
class Started:
    """A program that was started, and the person before it."""

    person: Person
    window: MainWindow
    opener: DiaryOpener
    preferences: Preferences

    @property
    def shown(self) -> QWidget:
        """What stands in the middle of the window."""
        shown = self.window.pages.currentWidget()
        assert shown is not None
        return shown

    @property
    def context(self) -> Context:
        """What the pages of the open diary work with."""
        context = self.window.pages.context
        assert context is not None, "no diary is open"
        return context

    def pick(self, file: Path) -> None:
        """Choose a file in the dialog that is open."""
        dialog = self.window.findChild(QFileDialog)
        assert dialog is not None, "no dialog is open"
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert name is not None
        name.setText(str(file))
        QTest.keyClick(name, Qt.Key.Key_Return)


def start(
    qtbot: QtBot, app: QApplication, place: Path, settings: Settings, now: Clock, *, is_named: bool = False
) -> Started:
    """Start on a diary, as `run_window` does, and wait until its first page is there.

    It `is_named` on the command line, or the settings name one.
    """
    preferences = Preferences(None, settings)
    theme, texts = Theme(app, preferences), Texts()
    window = MainWindow(theme, preferences, texts)
    instance = SingleInstance(place)
    assert instance.take()
    is_named = is_named or settings.diary is not None
    opener = DiaryOpener(window, theme, preferences, texts, now, instance, is_named=is_named)
    qtbot.addWidget(window, before_close_func=lambda _: opener.close())
    instance.watch()
    window.show()
    with qtbot.waitSignal(opener.usable):
        opener.start()
    return Started(Person(qtbot, window), window, opener, preferences)
