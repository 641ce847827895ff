"""Shows the words of a diary, and has them saved or printed as the sheet that they are kept on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.report.sheets.recovery_sheet import Sheet
from adtracker.resources import Texts
from adtracker.ui.kit.basics import button, label, set_kind
from adtracker.ui.kit.fields.tick_box import TickBox
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.settings.protection.sheet_saver import SheetSaver
from adtracker.ui.settings.protection.words_grid import WordsGrid


class WordsStep(QWidget):
    """The words of a key; whose diary it is stands on the sheet only if the person ticks that."""

    def __init__(self, diary: Path, name: str, made: date, texts: Texts) -> None:
        super().__init__()
        self._key = b""
        self._name = name
        self._made = made
        self.grid = WordsGrid()
        self.named = TickBox(tr("Put my name on the sheet"))
        self.named.setVisible(bool(name.strip()))
        self.save = button(tr("Save as PDF…"))
        self.print = button(tr("Print…"))
        self._said = label("", "small", wrap=True)
        self.saver = SheetSaver(self, diary, texts, self.sheet)
        self._build()
        self.save.clicked.connect(self.saver.ask_for_pdf)
        self.print.clicked.connect(self.saver.ask_for_printer)
        self.saver.said.connect(self._on_said)

    def show_key(self, key: bytes) -> None:
        """Show the words of a key; an empty one takes them away."""
        self._key = key
        self.grid.show_words(self.sheet().words if key else ())

    def sheet(self) -> Sheet:
        """What is to be on the paper."""
        return Sheet(self._key, self._made, self._name if self.named.isChecked() else "")

    @property
    def said(self) -> str:
        """What came of saving or printing."""
        return self._said.text()

    def take_focus(self) -> None:
        """Put the keyboard on the words."""
        self.grid.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        words = tr(
            "Print this sheet, or write the words down in their order. They open the diary if you forget the password, "
            "and nothing else does. Whoever has them and the diary's file can read it, so keep them like a passport."
        )
        column.addWidget(label(words, wrap=True))
        column.addWidget(self.grid)
        column.addWidget(self.named)
        row = FlowLayout()
        row.addWidget(self.print)
        row.addWidget(self.save)
        column.addLayout(row)
        column.addWidget(self._said)
        column.addStretch(1)

    def _on_said(self, words: str, is_well: bool) -> None:
        set_kind(self._said, "small" if is_well else "caution")
        self._said.setText(words)
        announce(self._said, words)
