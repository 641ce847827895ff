"""A symbol in the tray, for who wants one and has a tray: everything it does can be done without it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from adtracker import resources
from adtracker.language import tr
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.quick.answers import QuickAnswers
from adtracker.ui.shell.quick.window import QuickWindow


class Tray(QObject):
    """Belongs to one window, and goes with it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.quick: QuickWindow | None = None
        self.menu = QMenu()
        self.open = self.menu.addAction(tr("Open the diary"), window.come_forward)
        self.write = self.menu.addAction(tr("Write today in two numbers"), self.ask)
        self.lock = self.menu.addAction(tr("Lock"), window.commands.lock.trigger)
        self.menu.addSeparator()
        self.leave = self.menu.addAction(tr("Quit"), self._on_leave)
        self.menu.aboutToShow.connect(self._show_state)
        self.icon = QSystemTrayIcon(QIcon(str(resources.path("icons", "app.png"))), self)
        self.icon.setToolTip("adtracker")
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.show()

    def stop(self) -> None:
        """Take it out of the tray."""
        self.icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def ask(self) -> None:
        """Ask for the two numbers in the small window; where the day is written already, show it."""
        context = self._window.pages.context
        if context is None:
            self._window.come_forward()
            return
        if self.quick is not None and self.quick.isVisible():
            self.quick.raise_()
            self.quick.activateWindow()
            return
        quick = QuickWindow(context.theme, context.texts)
        answers = QuickAnswers(quick, context.gate.today())
        if not answers.open(context):
            answers.let_go()
            quick.deleteLater()
            self._show_today()
            return
        self.quick = quick
        quick.setWindowIcon(self.icon.icon())
        quick.open_wanted.connect(quick.reject)
        quick.open_wanted.connect(self._show_today)
        quick.finished.connect(answers.let_go)
        quick.finished.connect(quick.deleteLater)
        quick.finished.connect(self._on_finished)
        quick.show()
        quick.take_focus()

    def _on_finished(self) -> None:
        self.quick = None

    def _show_today(self) -> None:
        self._window.come_forward()
        self._window.commands.today.trigger()

    def _show_state(self) -> None:
        self.write.setEnabled(self._window.pages.context is not None)
        self.lock.setVisible(self._window.commands.lock.isVisible())

    def _on_leave(self) -> None:
        self._window.close()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._window.come_forward()
