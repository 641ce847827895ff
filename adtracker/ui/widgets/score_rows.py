"""Scores and questionnaires one line each, with what can be done with them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.form import Form
from adtracker.domain.score_reading import Reading
from adtracker.ui.widgets.basics import button, column, label
from adtracker.ui.widgets.columns import Columns
from adtracker.ui.widgets.flow_layout import FlowLayout
from adtracker.ui.widgets.score_words import due_words, reading_words

_LEAST_WORDS = 180


class ReadingRow(QWidget):
    """One score. `opened` carries its record."""

    opened = Signal(object)

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._record = reading.record
        self.words = f"{reading.name}\n{reading_words(reading)}"
        self.open = button(self.tr("Open"), name=self.tr("Open {}").format(reading.name))
        self.open.clicked.connect(self._on_open)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(label(reading.name, "strong", wrap=True))
        lines.addWidget(label(reading_words(reading), "soft", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(lines, 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)

    def _on_open(self) -> None:
        self.opened.emit(self._record)


class FormRow(QWidget):
    """One questionnaire. `fill_wanted` and `hide_wanted` carry it; it can be hidden where `can_hide`."""

    fill_wanted = Signal(object)
    hide_wanted = Signal(object)

    def __init__(self, form: Form, due: date | None, today: date, *, can_hide: bool) -> None:
        super().__init__()
        self.form = form
        due_line = due_words(due, today, hidden=form.hidden)
        self.words = f"{form.title}\n{due_line}"
        self.fill = button(self.tr("Fill in"), name=self.tr("Fill in: {}").format(form.title))
        said = self.tr("Show again") if form.hidden else self.tr("Hide")
        self.hide_button = button(said, name=f"{said}: {form.title}")
        words, actions = QWidget(), QWidget()
        words.setMinimumWidth(_LEAST_WORDS)
        lines = column(words, 2)
        lines.addWidget(label(form.title, "soft" if form.hidden else "strong", wrap=True))
        lines.addWidget(label(due_line, "soft", wrap=True))
        row = FlowLayout(actions)
        if not form.hidden:
            row.addWidget(self.fill)
        if can_hide:
            row.addWidget(self.hide_button)
        columns = Columns(self)
        columns.add(words, 1)
        columns.add(actions)
        self.fill.clicked.connect(self._on_fill)
        self.hide_button.clicked.connect(self._on_hide)

    def _on_fill(self) -> None:
        self.fill_wanted.emit(self.form)

    def _on_hide(self) -> None:
        self.hide_wanted.emit(self.form)
