"""The part of the settings that keeps a diary safe: copies, password and lock, ways in and out, all diaries here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.kit.basics import Card, button, column, label
from adtracker.ui.kit.diaries.diary_list import DiaryList, KnownDiary
from adtracker.ui.kit.fields.field import Field, selectable
from adtracker.ui.kit.room.columns import side_by_side
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.save_dialog import documents
from adtracker.ui.kit.tab_order import follow, tab_stops
from adtracker.ui.settings.archive_card import ArchiveCard
from adtracker.ui.settings.inbox.card import InboxCard
from adtracker.ui.settings.known_diaries import known_diaries
from adtracker.ui.settings.protection.card import ProtectionCard
from adtracker.ui.settings.safety import CopiesCard


class SafetyPart(QWidget):
    """Its cards refresh themselves when asked; `name` is whose the open diary is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._name = ""
        self.copies = CopiesCard(context)
        self.archive = ArchiveCard(context)
        self.inbox = InboxCard(context)
        self.protection = ProtectionCard(context)
        self.place = selectable("")
        self.diaries = DiaryList()
        self.other = button(tr("Open another diary…"))
        self.new = button(tr("New diary…"))
        self.report = button(tr("Report and export…"))
        self.bring = button(tr("Import…"))
        self.phone = button(tr("From my phone…"), name=tr("Lines from my phone"))
        left = _stacked(self.copies, self._ways())
        side_by_side(self, left, _stacked(self.protection, self._diaries(), self.inbox, self.archive))
        self._connect()

    def refresh(self, name: str) -> None:
        """Show how it is now."""
        self._name = name
        path = self._context.journal.path
        self.place.setText(str(path))
        self.place.setAccessibleName(tr("File of the diary: {path}", path=path))
        self.copies.refresh()
        self.archive.refresh()
        self.inbox.refresh()
        self.protection.refresh()
        self._look_for_diaries()

    def _ways(self) -> Card:
        card = Card(tr("Bring in, take out"))
        words = tr(
            "A report for your dermatologist, a table for a spreadsheet, or everything with photos. "
            "What you save that way has no password. Bring in a table, an export, a report, another diary, or "
            "sleep from a phone: choose the file, or drop it anywhere on the window."
        )
        card.body.addWidget(label(words, "soft", wrap=True))
        row = FlowLayout()
        row.addWidget(self.report)
        row.addWidget(self.bring)
        row.addWidget(self.phone)
        card.body.addLayout(row)
        return card

    def _diaries(self) -> Card:
        card = Card(tr("Diaries on this computer"))
        card.body.addWidget(self.diaries)
        row = FlowLayout()
        row.addWidget(self.other)
        row.addWidget(self.new)
        card.body.addLayout(row)
        card.body.addWidget(Field(tr("File of the diary"), self.place))
        return card

    def _connect(self) -> None:
        events = self._context.events
        self.other.clicked.connect(events.choose_diary)
        self.new.clicked.connect(events.new_diary)
        self.bring.clicked.connect(self._on_bring)
        self.phone.clicked.connect(events.paste_lines)
        self.report.clicked.connect(partial(events.open_page.emit, "report"))
        self.diaries.wanted.connect(events.open_diary)
        self.diaries.unwanted.connect(self._on_unwanted)

    def _on_bring(self) -> None:
        """Ask which file; the same comes of dropping one on the window."""
        dialog = QFileDialog(self, self.bring.text().removesuffix("…"), str(documents()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._context.events.bring_in.emit(Path(name)))
        dialog.open()

    def _look_for_diaries(self) -> None:
        """Read whose the others are off the window's thread: a stick or a network folder may take its time."""
        context = self._context
        others = partial(known_diaries, context.preferences.value.known, context.journal.path, self._name)
        context.tasks.run(others).done.connect(self._show_diaries)

    def _show_diaries(self, diaries: Sequence[KnownDiary]) -> None:
        self.diaries.show_diaries(diaries)
        follow(tab_stops(self))  # Tab would reach new rows last

    def _on_unwanted(self, file: Path) -> None:
        known = self._context.preferences.value.known
        self._context.preferences.change(known=tuple(one for one in known if one != str(file)))
        self._look_for_diaries()


def _stacked(*cards: Card) -> QWidget:
    made = QWidget()
    rows: QVBoxLayout = column(made, 14)
    for card in cards:
        rows.addWidget(card)
    rows.addStretch(1)
    return made
