"""Stands in for a diary whose file is damaged: what happened, that nothing more is written, and the ways on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from adtracker.language import tr, tr_count
from adtracker.ui.kit.basics import Card, button, label, scrolled
from adtracker.ui.kit.fields.field import selectable
from adtracker.ui.kit.messages import announce
from adtracker.ui.words.day_words import date_words

if TYPE_CHECKING:
    from adtracker.storage.salvage.salvaging import Place, Salvage

_WIDTH = 760
_NARROW = 52  # letters
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class DamagedPage(QWidget):
    """A card for each way on. `restore` asks for the last good copy, where there is one, `save` for what can be read in
    a new diary, `other` for another diary.

    `found` says when the damage was found, in words.
    """

    restore = Signal()
    save = Signal()
    other = Signal()
    leave = Signal()

    def __init__(self, file: str, found: str) -> None:
        super().__init__()
        self._file, self._found = file, found
        title = label(tr("This diary file is damaged"), "title", wrap=True)
        self._promise = label(tr("Nothing more is written to it. It stays as it is, byte for byte."), wrap=True)
        self._facts = label(tr("{file} · found {when}", file=file, when=found), "soft", wrap=True)
        self._readable = label(tr("Each record is read by itself. What cannot be read is named."), "soft", wrap=True)
        self.save_button = button(tr("Save what is left…"), "primary")
        self.other_button = button(tr("Choose…"), name=tr("Choose another diary"))
        self.list_button = button(tr("Show what cannot be read"), "link")
        self.quit_button = button(tr("Quit"), "link")
        self._list = selectable("")
        self._card = Card()
        for line in (title, self._promise, self._facts):
            self._card.body.addWidget(line)
        self._copy = label("", "soft", wrap=True)
        self.restore_button = button(tr("Go back to it…"), name=tr("Go back to the last good copy"))
        self._rows: list[tuple[QHBoxLayout, QPushButton]] = []
        self._restoring = self._way(tr("Go back to the last good copy"), self._copy, self.restore_button)
        self._restoring.hide()
        self._card.body.addWidget(self._restoring)
        self._card.body.addWidget(self._way(tr("Save what can be read"), self._readable, self.save_button))
        others = label(tr("One that you had open before, or a file you choose."), "soft", wrap=True)
        self._card.body.addWidget(self._way(tr("Open another diary"), others, self.other_button))
        self._build()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window each button stands below its words: beside it there would be one word a line."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW * self.fontMetrics().averageCharWidth()
        for row, go in self._rows:
            row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
            row.setAlignment(go, Qt.AlignmentFlag.AlignLeading if is_narrow else Qt.AlignmentFlag(0))

    def take_focus(self) -> None:
        """Put the keyboard on the first way on, and say what happened."""
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.text)

    @property
    def text(self) -> str:
        """What it says at its top."""
        lines = (tr("This diary file is damaged"), self._promise.text(), self._facts.text())
        return ". ".join(line.rstrip(".") for line in lines) + "."

    def show_survey(self, found: Salvage) -> None:
        """Say how much of it can be read, once that is known."""
        days, all_days = found.days, found.days + found.lost_days
        self._facts.setText(
            tr(
                "{file} · {days} of {all} days can be read · found {when}",
                file=self._file,
                days=days,
                all=all_days,
                when=self._found,
            )
        )
        if found.lost_days == 1:
            words = tr("What can be read goes into a new diary. The one day that cannot is named.")
        elif found.lost_days:
            words = tr_count(
                "1 day goes into a new diary. The {lost} others are listed by date.",
                "{count} days go into a new diary. The {lost} others are listed by date.",
                days,
                lost=found.lost_days,
            )
        elif found.lost:
            words = tr_count(
                "The one day goes into a new diary. What else cannot be read is listed.",
                "All {count} days go into a new diary. What else cannot be read is listed.",
                days,
            )
        else:
            words = tr_count("The one day goes into a new diary.", "All {count} days go into a new diary.", days)
        said = [words]
        if found.changed_days:
            changed = tr_count(
                "1 day in it may not be what you wrote, and is listed.",
                "{count} days in it may not be what you wrote, and are listed.",
                found.changed_days,
            )
            said.append(changed)
        self._readable.setText(" ".join(said))

    def show_copy(self, made: str, held: str) -> None:
        """Offer a copy that was checked: when it was made, and how much is in it."""
        self._copy.setText(
            tr(
                "Made {made}, checked just now: {held}. The damaged file is set aside, not deleted.",
                made=made,
                held=held,
            )
        )
        self._restoring.show()

    def show_lost(self, lost: Sequence[str], changed: Sequence[str]) -> None:
        """Have these to be listed when somebody asks: what cannot be read, and what may not be what was written."""
        parts = [(tr("Cannot be read:"), lost), (tr("May not be what you wrote:"), changed)]
        self._list.setText("\n\n".join("\n".join((head, *lines)) for head, lines in parts if lines))
        self.list_button.setVisible(bool(lost or changed))

    def _build(self) -> None:
        self._list.hide()
        self.list_button.hide()
        self._card.setMaximumWidth(_WIDTH)
        self._card.setAccessibleDescription(self.text)
        foot = QHBoxLayout()
        foot.addWidget(self.list_button)
        foot.addStretch(1)
        foot.addWidget(self.quit_button)
        self._card.body.addLayout(foot)
        self._card.body.addWidget(self._list)
        content = QWidget()
        row = QHBoxLayout()
        row.addWidget(self._card)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))

    def _way(self, heading: str, more: QLabel, go: QPushButton) -> Card:
        """One way on: what it is, more about it, and the button for it at the right."""
        made = Card()
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(label(heading, "strong", wrap=True))
        words.addWidget(more)
        row.addLayout(words, 1)
        row.addWidget(go)
        made.body.addLayout(row)
        self._rows.append((row, go))
        return made

    def _connect(self) -> None:
        self.restore_button.clicked.connect(self.restore)
        self.save_button.clicked.connect(self.save)
        self.other_button.clicked.connect(self.other)
        self.quit_button.clicked.connect(self.leave)
        self.list_button.clicked.connect(self._list.show)


def named(places: Sequence[Place], names: dict[str, str]) -> list[str]:
    """Records in words: the name of their kind, and their day or number."""
    return [tr("{what}: {fact}", what=names[place.kind], fact=_DAY.sub(_in_words, place.where)) for place in places]


def _in_words(written: re.Match[str]) -> str:
    try:
        return date_words(date.fromisoformat(written[0]))
    except ValueError:  # of a damaged file: it is named as it stands there
        return written[0]
