"""Pictures that no day names, each with a day to put it on and, where that is possible, a button that deletes it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.records.photo import LoosePicture
from adtracker.language import tr
from adtracker.ui.kit.basics import button, clear_layout, label, rule, set_kind
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.kit.fields.typed_value import hold_refused
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.small_picture import small_picture
from adtracker.ui.records.list_dialog import ListDialog
from adtracker.ui.records.photos.loose_words import deleted_words


class LooseRow(QWidget):
    """One picture: `put_back` carries it with its day, `deleted` and `kept` the picture alone."""

    put_back = Signal(object, object)
    deleted = Signal(object)
    kept = Signal(object)

    def __init__(self, picture: LoosePicture, number: int, today: date) -> None:
        super().__init__()
        self.picture = picture
        self._name = tr("Picture {number}", number=number)
        self.day = DayField(tr("Day of picture {number}", number=number), today, today)
        self.back = button(tr("Put on this day"), name=tr("Put picture {number} on this day", number=number))
        self.delete = button(tr("Delete"), name=tr("Delete picture {number}", number=number))
        self.keep = button(tr("Keep"), name=tr("Keep picture {number} after all", number=number))
        self.words = label("", "small", wrap=True)
        self._build()
        self.day.refused.connect(self._on_refused)
        self.back.clicked.connect(self._on_back)
        self.delete.clicked.connect(self._on_delete)
        self.keep.clicked.connect(self._on_keep)
        self.show_state(None)

    def show_state(self, goes: date | None) -> None:
        """Show it as one that is kept, or as one that was deleted just now and goes for good on a day."""
        is_kept = goes is None
        self.words.setText(self._kept_words() if goes is None else deleted_words(goes))
        self.day.setEnabled(is_kept)
        self.back.setVisible(is_kept)
        self.delete.setVisible(is_kept and self.picture.own)
        self.keep.setVisible(not is_kept)

    def take_focus(self) -> None:
        """Put the keyboard on what can be done with it."""
        (self.day if self.day.isEnabled() else self.keep).setFocus()

    def _build(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(label(self._name, "strong"))
        texts.addWidget(self.words)
        texts.addStretch(1)
        said, done = QWidget(), QWidget()
        beside = QHBoxLayout(said)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(small_picture(self.picture.thumbnail, self._name))
        beside.addLayout(texts, 1)
        tools = FlowLayout(done)
        for part in (self.day, self.back, self.delete, self.keep):
            tools.addWidget(part)
        row = Columns(self, 12)
        row.add(said, 1)
        row.add(done)

    def _kept_words(self) -> str:
        return "" if self.picture.own else tr("It is of another diary, and is copied into this one.")

    def _on_refused(self, sentence: str) -> None:
        self.words.setText(sentence or self._kept_words())
        set_kind(self.words, "caution" if sentence else "small")

    def _on_back(self) -> None:
        if not hold_refused(self):
            self.put_back.emit(self.picture, self.day.day)

    def _on_delete(self) -> None:
        self.deleted.emit(self.picture)

    def _on_keep(self) -> None:
        self.kept.emit(self.picture)


class LooseDialog(ListDialog):
    """`put_back` carries a picture and the day it shall have, `deleted` one to be deleted, `kept` one that is not."""

    put_back = Signal(object, object)
    deleted = Signal(object)
    kept = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Pictures without a day"))
        self.rows: list[LooseRow] = []

    def show_pictures(self, pictures: Iterable[LoosePicture], today: date) -> None:
        """Show what there is now."""
        place = next((index for index, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget())), 0)
        self.close_button.setFocus()  # Qt would look for another place as the rows go, and scroll there
        clear_layout(self.lines)
        self.rows = []
        for number, picture in enumerate(pictures, start=1):
            row = LooseRow(picture, number, today)
            row.put_back.connect(self.put_back)
            row.deleted.connect(self.deleted)
            row.kept.connect(self.kept)
            self.rows.append(row)
            self.lines.addWidget(row)
            self.lines.addWidget(rule())
        self.lines.addStretch(1)
        self.say(self._explained() if self.rows else tr("Every picture has its day."))
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].take_focus()

    def show_deleted(self, picture: LoosePicture, goes: date | None) -> None:
        """Show that one was deleted just now and when it goes for good, or that it is kept after all."""
        for row in self.rows:
            if row.picture == picture:
                row.show_state(goes)
                row.take_focus()

    def show_problem(self, sentence: str) -> None:
        """Say why something could not be done."""
        self.say(sentence, "caution")

    def _explained(self) -> str:
        return tr("No day of this diary names these pictures: it may be an older copy, or a new diary.")
