"""Asks where a file shall be saved: without holding up the window, and with a name that needs no typing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def save_dialog(parent: QWidget, title: str, kind: str, name: str, folder: Path | None = None) -> QFileDialog:
    """A dialog to be opened by `open()`; `fileSelected` carries the path, and the dialog then goes.

    `kind` says what is saved, such as "PDF"; the end of `name` is given to a name that has none. Without a folder it
    begins in the person's documents.
    """
    suffix = Path(name).suffix
    dialog = QFileDialog(parent, title, str(folder or documents()), f"{kind} (*{suffix})")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    return dialog


def documents() -> Path:
    """The person's folder of documents, or their home if they have none."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()
