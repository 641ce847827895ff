"""Begins a diary with a password: three steps over the welcome, and only then is it made, encrypted from the first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from adtracker import paths
from adtracker.resources import Texts
from adtracker.storage.encryption.protecting import Protection, measured_cost
from adtracker.ui.settings.protection.protect_dialog import ProtectDialog
from adtracker.ui.shell.meanwhile import Meanwhile

if TYPE_CHECKING:
    from adtracker.ui.shell.welcome_page import Beginning


class ProtectedBeginning(QObject):
    """`begun` carries the Beginning with the key of a diary that is there now, and empty; `failed` an AdtrackerError:
    there is none. Whoever leaves the steps is at the welcome again, with all answers.
    """

    begun = Signal(object)
    failed = Signal(object)

    def __init__(self, welcome: QWidget, beginning: Beginning, today: date, texts: Texts) -> None:
        super().__init__(welcome)
        self._welcome = welcome
        self._beginning = beginning
        self.dialog = ProtectDialog(welcome, beginning.place, beginning.name, today, texts)
        self.dialog.wanted.connect(self._on_wanted)

    def start(self) -> None:
        """Ask."""
        self.dialog.open()

    def _on_wanted(self, key: bytes, password: str) -> None:
        self._welcome.setEnabled(False)
        protection = Protection(self._beginning.place, paths.settings_file().parent)
        work = Meanwhile(self, partial(_begin, protection, key, password))
        work.done.connect(partial(self._on_made, key))
        work.failed.connect(self._on_failed)
        work.start()

    def _on_made(self, key: bytes, _given: object) -> None:
        self.begun.emit(replace(self._beginning, key=key))

    def _on_failed(self, error: object) -> None:
        self._welcome.setEnabled(True)
        self.failed.emit(error)


def _begin(protection: Protection, key: bytes, password: str) -> None:
    protection.begin(key, password, measured_cost())
