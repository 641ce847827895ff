"""A questionnaire to be filled in: its questions in order, those that do not apply left out as the answers go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.answer_validation import respond
from adtracker.domain.scores.answering import asked, visible
from adtracker.domain.scores.questionnaire import Answer, Group, Item, Question, Questionnaire, nested
from adtracker.domain.scores.response import Response
from adtracker.language import in_a_line, tr
from adtracker.ui.kit.basics import column, keep_end_free, label, leave_room, rule
from adtracker.ui.kit.fields.answer_field import AnswerField
from adtracker.ui.kit.fields.answer_fields import answer_field
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.kit.tab_order import read_in_order
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.scores.bands_panel import BandsPanel

_INDENT = 16


class ResponseForm(FormBody):
    """`progressed` says how many questions of those that are asked have an answer."""

    progressed = Signal(int, int)

    def __init__(self, instrument: Questionnaire, filled: Response, today: date) -> None:
        super().__init__()
        self._instrument, self._filled = instrument, filled
        self.day = DayField(tr("Day"), filled.day, today)
        self.fields: dict[str, AnswerField] = {}
        self._items: list[tuple[Item, QWidget]] = []
        rows = column(self, 14)
        keep_end_free(rows, 8)
        rows.addWidget(Field(tr("Day"), self.day))
        self._build(rows)
        bands = BandsPanel()
        rows.addWidget(bands)
        bands.show_bands(instrument.bands)
        if about := in_a_line((instrument.licence, instrument.source), " · "):
            rows.addWidget(rule())
            rows.addWidget(label(about, "small", wrap=True))
        self._show_asked()

    def _build(self, rows: QVBoxLayout) -> None:
        given = self._filled.by_link
        for depth, item in nested(self._instrument.items):
            made = self._made(item, given.get(item.link) if isinstance(item, Question) else None)
            leave_room(made, _INDENT * depth, 0, 0, 0)
            self._items.append((item, made))
            rows.addWidget(made)

    def _made(self, item: Item, answer: Answer | None) -> QWidget:
        if isinstance(item, Question):
            field = self.fields[item.link] = answer_field(item, answer)
            field.changed.connect(self._show_asked)
            return field
        if isinstance(item, Group):
            return label(item.title, "heading", wrap=True)
        return label(item.text, "soft", wrap=True)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """The day, and what answers each question, also where it is not asked any more."""
        return {"day": self.day, **{f"answer/{link}": field.input for link, field in self.fields.items()}}

    @property
    def answers(self) -> dict[str, Answer]:
        """All answers that stand in the form, also those to questions that are not asked any more."""
        found = {link: field.value for link, field in self.fields.items()}
        return {link: value for link, value in found.items() if value is not None}

    @property
    def progress(self) -> tuple[int, int]:
        """How many questions have an answer, and how many are asked."""
        answers = self.answers
        wanted = asked(self._instrument, answers)
        return sum(question.link in answers for question in wanted), len(wanted)

    @property
    def problem(self) -> Problem | None:
        """The first answer that does not fit its question, or that there is none."""
        shown = [self.fields[question.link] for question in asked(self._instrument, self.answers)]
        unfit = next((field.problem for field in shown if field.problem is not None), None)
        if unfit is None and shown and not self.answers:
            return Problem(shown[0].question.link, "answers_missing")
        return unfit

    @property
    def record(self) -> Response:
        """The form as it is filled in."""
        return replace(respond(self._instrument, self.day.day, self.answers), key=self._filled.key)

    def _show_asked(self) -> None:
        shown = {id(one.item) for one in visible(self._instrument, self.answers)}
        for item, made in self._items:
            is_blank = isinstance(item, Group) and not item.title
            made.setVisible(id(item) in shown and not is_blank)
        self.progressed.emit(*self.progress)


class ResponseDialog(FormDialog):
    """The same in a window of its own, which says how far the person has come."""

    def __init__(self, parent: QWidget, title: str, sheet: ResponseForm, *, can_delete: bool) -> None:
        super().__init__(parent, title, sheet, can_delete=can_delete)
        self._progress = label("", "soft", wrap=True)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout), "a form stands in a column"
        layout.insertWidget(3, self._progress)
        read_in_order(self)
        sheet.progressed.connect(self._on_progressed)
        self._on_progressed(*sheet.progress)

    @property
    def progress(self) -> str:
        """How far it says the person has come."""
        return self._progress.text()

    def _on_progressed(self, answered: int, of: int) -> None:
        self._progress.setText(tr("{answered} of {of} answered", answered=answered, of=of))
