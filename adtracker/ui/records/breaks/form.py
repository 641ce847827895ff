"""Asks about a break: from which to which day nothing was written, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.records.diary_break import WORDS_LIMIT, BreakReason, DiaryBreak
from adtracker.language import tr
from adtracker.ui.kit.basics import keep_end_free
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field, line_edit
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.words.event_words import Names


class BreakForm(FormBody):
    """A break of days that have passed. One that is new begins with a holiday, the reason that fits most of them."""

    def __init__(self, found: DiaryBreak, today: date, names: Names) -> None:
        super().__init__()
        self._break = found
        self.first = DayField(tr("First day"), found.first, today)
        self.last = DayField(tr("Last day"), found.last, today)
        self.reason = Chips(tr("Why nothing was written"), [*names["reason_choices"].items()])
        self.words = line_edit(tr("for example exams, a flood at home"), WORDS_LIMIT)
        self.reason.choose(found.reason.value)
        self.words.setText(found.words)
        self.words.setCursorPosition(0)  # a long text is shown from its beginning
        column = QVBoxLayout(self)
        keep_end_free(column, 8)
        column.setSpacing(12)
        column.addWidget(Field(tr("First day"), self.first, key="date"))
        column.addWidget(Field(tr("Last day"), self.last, key="last"))
        column.addWidget(Field(self.reason.accessibleName(), self.reason))
        hint = tr("Days with an entry stay days kept, also in a break. No number changes.")
        column.addWidget(Field(tr("In your own words, if you like"), self.words, hint, key="words"))

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        return {"first": self.first, "last": self.last, "reason": self.reason, "words": self.words}

    @property
    def record(self) -> DiaryBreak:
        """The break as the form says it."""
        return replace(
            self._break,
            first=self.first.day,
            last=self.last.day,
            reason=BreakReason(self.reason.key or BreakReason.OTHER.value),
            words=self.words.text().strip(),
        )
