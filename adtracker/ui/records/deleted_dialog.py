"""What was deleted and can be brought back, by kind, each with a button that brings it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.common.soft_delete import DAYS_KEPT, USED_DAYS_KEPT, Usage
from adtracker.domain.edits.kinds import Removed
from adtracker.domain.records.photo import Photo
from adtracker.language import tr
from adtracker.ui.kit.basics import button, clear_layout, label, rule
from adtracker.ui.kit.small_picture import small_picture
from adtracker.ui.records.deleted_words import grouped, name_words, until_words
from adtracker.ui.records.list_dialog import ListDialog
from adtracker.ui.words.photo_words import RegionNames


class RemovedRow(QWidget):
    """One record. `restored` carries it when it shall come back."""

    restored = Signal(object)

    def __init__(self, record: Removed, words: str, until: str, thumbnail: bytes | None) -> None:
        super().__init__()
        self.record = record
        self.back = button(tr("Bring back"), name=tr("Bring back: {words}", words=words))
        self.back.clicked.connect(self._on_back)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(label(words, "strong", wrap=True))
        texts.addWidget(label(until, "small", wrap=True))
        texts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        if isinstance(record, Photo):
            row.addWidget(small_picture(thumbnail))
        row.addLayout(texts, 1)
        row.addWidget(self.back)

    def _on_back(self) -> None:
        self.restored.emit(self.record)


class DeletedDialog(ListDialog):
    """`restored` carries a record that shall come back."""

    restored = Signal(object)

    def __init__(self, parent: QWidget, regions: RegionNames) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Recently deleted"))
        self._regions = regions
        self.rows: list[RemovedRow] = []

    def show_records(
        self, records: Sequence[Removed], usage: Usage, thumbnails: Mapping[str, bytes], titles: Mapping[str, str]
    ) -> None:
        """Show what can be brought back now; `thumbnails` are by digest, `titles` as `name_words` has them.

        `usage` says how long it still can.
        """
        place = next((index for index, row in enumerate(self.rows) if row.back.hasFocus()), 0)
        self.close_button.setFocus()  # Qt would look for another place as the rows go, and scroll there
        clear_layout(self.lines)
        self.rows = []
        for heading, some in grouped(records).items():
            self.lines.addWidget(label(heading, "heading"))
            for record in some:
                words = name_words(record, self._regions, titles), until_words(record, usage)
                self._put(record, words, thumbnails)
        self.lines.addStretch(1)
        self.say(self._kept() if records else tr("There is nothing that could be brought back."))
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].back.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why something cannot be shown or brought back."""
        self.say(sentence, "caution")

    def _kept(self) -> str:
        return tr(
            "What you delete is kept here for {days_kept} days, and until you wrote in your diary on {used_days_kept} "
            "days since.",
            days_kept=DAYS_KEPT,
            used_days_kept=USED_DAYS_KEPT,
        )

    def _put(self, record: Removed, words: tuple[str, str], thumbnails: Mapping[str, bytes]) -> None:
        thumbnail = thumbnails.get(record.digest) if isinstance(record, Photo) else None
        row = RemovedRow(record, *words, thumbnail)
        row.restored.connect(self.restored)
        self.rows.append(row)
        self.lines.addWidget(row)
        self.lines.addWidget(rule())
