"""The diaries that were opened on this computer, by whose they are: one click goes to another one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import button, column, label
from adtracker.ui.kit.diaries.whose_diary import owner_words


@dataclass(frozen=True, slots=True)
class KnownDiary:
    """One diary: its file, and the name in it; None where it cannot be read now, as on a stick that is not in."""

    file: Path
    name: str | None
    is_open: bool = False
    is_protected: bool = False  # by a password; nobody sees whose it is

    @property
    def words(self) -> str:
        """What it is called here."""
        return owner_words(self.name or "", self.file) or self.file.name


class DiaryList(QWidget):
    """A row for each diary. `wanted` carries the Path of one to open, `unwanted` of one to leave out from now on."""

    wanted = Signal(object)
    unwanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._column = column(self, 8)
        self.diaries: tuple[KnownDiary, ...] = ()

    def show_diaries(self, diaries: Iterable[KnownDiary]) -> None:
        """Show these, in their order."""
        shown = tuple(diaries)
        if shown == self.diaries:
            return
        self.diaries = shown
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(diary) for diary in shown]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, diary: KnownDiary) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(diary.words, "strong", wrap=True))
        words.addWidget(label(self._state(diary), "small", wrap=True))
        row.addLayout(words, 1)
        if not diary.is_open:
            name = tr("Leave {diary} out of this list", diary=_whole(diary))
            row.addWidget(self._button(tr("Leave out"), name, diary, self.unwanted))
        if not diary.is_open and diary.name is not None:
            name = tr("Open {diary}", diary=_whole(diary))
            row.addWidget(self._button(tr("Open"), name, diary, self.wanted))
        return made

    def _state(self, diary: KnownDiary) -> str:
        if diary.is_open:
            return tr("Open now")
        if diary.is_protected:
            return tr("Has a password: {file}", file=diary.file)
        return str(diary.file) if diary.name is not None else tr("Not there now: {file}", file=diary.file)

    def _button(self, text: str, name: str, diary: KnownDiary, signal: SignalInstance) -> QWidget:
        made = button(text, name=name)
        made.clicked.connect(partial(signal.emit, diary.file))
        return made


def _whole(diary: KnownDiary) -> str:
    return f"{diary.words}, {diary.file}"
