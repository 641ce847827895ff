"""The last seven days on Today: four questions, each stored as it is answered, and nothing else to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.recall import Recall
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.kit.basics import button, column, label, scrolled
from adtracker.ui.kit.diaries.diary_card import DiaryCard, actions
from adtracker.ui.records.recalls.questions import RecallQuestions
from adtracker.ui.words.day_words import day_words, span_words

WIDTH = 720


class WeeklyPage(QWidget):
    """Stores each answer at once. `day_wanted` says that the person wants to write the open day too.

    An answer that could not be stored stays on the screen and is tried again with the next one, and when it is left.
    """

    day_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown = Recall(context.today())
        self._stored: Recall | None = None
        self._has_failed = False
        self._build()
        self.questions.answered.connect(self._on_answered)
        self.change.clicked.connect(self._on_change)
        self.write_day.clicked.connect(self.day_wanted)

    def _build(self) -> None:
        self.head = DiaryCard(tr("The last 7 days"))
        self.state = label("", "soft", wrap=True)
        self.change = button(tr("Change the answers"))
        self.head.body.addWidget(self.state)
        self.head.body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.questions = RecallQuestions(self._context.texts)
        self.write_day = button("")
        self._content = QWidget()
        rows = column(self._content, 8)
        for part in (self.head, self.questions, actions(self.write_day)):
            rows.addWidget(part)
        rows.addStretch(1)
        column(self, 0).addWidget(scrolled(self._content))

    def show_week(self, found: Recall | None, day: date, today: date, week: Period, *, fresh: bool) -> None:
        """Ask about the seven days up to `day`; `found` is what was answered in its week, on this day or another one.

        `fresh` says that another day was open before.
        """
        self._content.setMaximumWidth(self._context.theme.px(WIDTH))
        is_elsewhere = found is not None and found.day != day
        self._stored = None if is_elsewhere else found
        self._has_failed = self._has_failed and not fresh
        if not self._has_failed:
            self._shown = self._stored or Recall(day)
        self.write_day.setText(tr("Write today too") if day == today else tr("Write this day too"))
        self.questions.setVisible(not is_elsewhere)
        self.change.setVisible(is_elsewhere)
        self.questions.show_recall(self._shown, fresh=fresh)
        if found is not None and is_elsewhere:
            answered, following = day_words(found.day, today), day_words(week.last + ONE_DAY, today)
            self.state.setText(tr("You answered on {day}. The next time is {next}.", day=answered, next=following))
        else:
            days = span_words(self._shown.period)
            self.state.setText(tr("{days}, from memory. It stands beside your days and is in no average.", days=days))
        self._day = None if found is None else found.day

    def take_focus(self) -> None:
        """Work begins with the first question that has no answer."""
        if self.change.isHidden():
            self.questions.take_focus()
        else:
            self.write_day.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_digit(self, digit: int) -> None:
        """Answer the first question that has no answer."""
        scale = next((one for one in self.questions.scales.values() if one.value is None), None)
        if scale is not None and self.change.isHidden():
            scale.take_focus()
            scale.type_digit(digit)

    def flush(self) -> None:
        """Store what was typed, and what could not be stored before."""
        with self._context.gate.ending():
            self.questions.extent.flush()
            if self._has_failed:
                self._store()

    @property
    def unsaved(self) -> Sequence[str]:
        """Answers that could not be stored, and a share of the skin that is none."""
        if not self._has_failed and self.questions.extent.fault is None:
            return ()
        return [tr("Answers about the last 7 days")]

    def _on_answered(self, name: str, value: float | None) -> None:
        if not self._context.gate.is_open():
            return
        self._shown = self._shown.with_answer(name, value)
        goes_on = any(scale.goes_on for scale in self.questions.scales.values())
        with self._context.writer.going_on(goes_on):
            self._store()

    def _store(self) -> None:
        """Put what is shown into the diary; with its last answer a week goes, and can be brought back."""
        wanted, writer = self._shown, self._context.writer
        self._has_failed = False  # what is shown once it is stored is what the diary has
        if not wanted.is_empty:
            self._has_failed = not writer.save(replace(wanted, key=self._stored.key if self._stored else None))
        elif self._stored is not None:
            self._has_failed = not writer.remove(self._stored)

    def _on_change(self) -> None:
        if self._day is not None:
            self._context.events.open_day.emit(self._day)
