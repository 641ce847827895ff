"""The field for pasted lines, which also takes the text of a file that is dropped on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal

from adtracker.errors import ExchangeError
from adtracker.exchange.intake.text_lines import text_of
from adtracker.ui.core.dropped import dropped_file
from adtracker.ui.kit.fields.text_card import TextField

# Twenty years of a chat with oneself.
LIMIT = 2_000_000
_SUFFIX = ".txt"


class LinesField(TextField):
    """`unreadable` carries the ExchangeError of a file; `taken` says that one was taken."""

    unreadable = Signal(object)
    taken = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, LIMIT)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, and a file of it."""
        return _text_file(source) is not None or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop a text, or what is in a file of it."""
        file = _text_file(source)
        if file is None:
            super().insertFromMimeData(source)
            return
        try:
            text = text_of(file)
        except ExchangeError as error:
            self.unreadable.emit(error)
            return
        held = QMimeData()
        held.setText(text)
        super().insertFromMimeData(held)
        self.taken.emit()


def _text_file(source: QMimeData) -> Path | None:
    file = dropped_file(source)
    return file if file is not None and file.suffix.casefold() == _SUFFIX else None
