"""One questionnaire that can be filled in, with how often and when next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.scores.definition import Definition
from adtracker.language import tr
from adtracker.ui.kit.basics import button, column, label
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.records.scores.rhythm_words import rhythm_words
from adtracker.ui.words.score_words import due_words

_LEAST_WORDS = 180
BETWEEN = " · "


class QuestionnaireRow(QWidget):
    """All its signals carry the form. How often it is filled in and whether it is shown, it says where `can_change`."""

    fill_wanted = Signal(object)
    rhythm_wanted = Signal(object)
    hide_wanted = Signal(object)

    def __init__(self, form: Definition, due: date | None, today: date, *, can_change: bool) -> None:
        super().__init__()
        self.form = form
        details = due_words(due, today, hidden=form.hidden)
        if can_change and due is not None:
            details = BETWEEN.join((rhythm_words(form.every_days), details))
        self.words = f"{form.title}\n{details}"
        self._build()
        self._lay_out(details, can_change=can_change)
        self.fill.clicked.connect(self._on_fill)
        self.rhythm.clicked.connect(self._on_rhythm)
        self.hide_button.clicked.connect(self._on_hide)

    def _build(self) -> None:
        title = self.form.title
        self.fill = button(tr("Fill in"), name=tr("Fill in: {title}", title=title))
        self.rhythm = button(tr("How often"), name=tr("How often: {title}", title=title))
        said, name = tr("Hide"), tr("Hide: {form}", form=title)
        if self.form.hidden:
            said, name = tr("Show again"), tr("Show again: {form}", form=title)
        self.hide_button = button(said, name=name)
        self.buttons = (self.fill, self.rhythm, self.hide_button)

    def _lay_out(self, details: str, *, can_change: bool) -> None:
        words, actions = QWidget(), QWidget()
        lines = column(words, 2)
        lines.addWidget(label(self.form.title, "soft" if self.form.hidden else "strong", wrap=True))
        lines.addWidget(label(details, "soft", wrap=True))
        row = FlowLayout(actions)
        shown = [] if self.form.hidden else [self.fill]
        if can_change:
            shown += [self.hide_button] if self.form.hidden else [self.rhythm, self.hide_button]
        for made in shown:
            row.addWidget(made)
        columns = Columns(self)
        columns.add(words, 1)
        columns.want(words, _LEAST_WORDS)
        columns.add(actions)

    def _on_fill(self) -> None:
        self.fill_wanted.emit(self.form)

    def _on_rhythm(self) -> None:
        self.rhythm_wanted.emit(self.form)

    def _on_hide(self) -> None:
        self.hide_wanted.emit(self.form)
