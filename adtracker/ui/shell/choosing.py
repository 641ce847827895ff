"""Lets the person pick the file of a diary: one that is there, or the place of a new one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from adtracker import paths
from adtracker.language import tr


class Choosing(QObject):
    """`chosen` carries the Path of a diary to open, `placed` that of a new one; `folder` is where the dialogs begin."""

    chosen = Signal(object)
    placed = Signal(object)

    def __init__(self, window: QWidget, folder: Callable[[], Path]) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder

    def choose(self) -> None:
        """Let the person pick a diary to open."""
        dialog = self._dialog(tr("Open diary"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.chosen.emit(Path(file)))
        dialog.open()

    def choose_new(self) -> None:
        """Let the person pick where a new diary goes; it is made when they leave the welcome."""
        dialog = self._dialog(tr("Where shall the diary live?"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a diary that is there is opened, never replaced
        dialog.setDefaultSuffix(paths.DIARY_SUFFIX)
        dialog.fileSelected.connect(lambda file: self.placed.emit(Path(file)))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        names = tr("Diaries") + f" (*{paths.DIARY_SUFFIX})"
        dialog = QFileDialog(self._window, title, str(self._folder()), names)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
