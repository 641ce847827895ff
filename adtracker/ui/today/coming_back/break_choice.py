"""Why the days that are left are empty: one press on a reason, and one on the button that names the days."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.records.diary_break import WORDS_LIMIT, BreakReason, DiaryBreak
from adtracker.language import tr
from adtracker.ui.kit.basics import button, column
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import line_edit
from adtracker.ui.words.day_words import brief_day, brief_day_before
from adtracker.ui.words.event_words import Names


class BreakChoice(QWidget):
    """`wanted` says that the days are to be marked; the `mark` button can be pressed once a reason is chosen."""

    wanted = Signal()

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._left: Sequence[Period] = ()
        self.mark = button("")
        self.reason = Chips(tr("Why nothing was written"), [*names["reason_choices"].items()])
        self.reason.choose(None)
        self.words = line_edit(tr("in your own words, if you like"), WORDS_LIMIT)
        self.words.setAccessibleName(tr("Why nothing was written, in your own words"))
        self.words.hide()
        lines = column(self, 8)
        lines.addWidget(self.reason)
        lines.addWidget(self.words)
        self.reason.chosen.connect(self._on_chosen)
        self.mark.clicked.connect(self.wanted)

    def show_left(self, left: Sequence[Period]) -> None:
        """Name the days that are left on the button."""
        self._left = left
        self.mark.setText(self._in_words())
        self._fit()

    def forget(self) -> None:
        """Nothing is chosen: other days are asked about."""
        self.reason.choose(None)
        self.words.clear()
        self.words.hide()
        self._fit()

    @property
    def breaks(self) -> tuple[DiaryBreak, ...]:
        """The days that are left, with the reason that was chosen."""
        if self.reason.key is None:
            return ()
        reason, words = BreakReason(self.reason.key), self.words.text().strip() if not self.words.isHidden() else ""
        return tuple(DiaryBreak(run.first, run.last, reason, words) for run in self._left)

    def _in_words(self) -> str:
        if not self._left:
            return tr("No day is left")
        first, last = self._left[0].first, self._left[-1].last
        if first == last:
            return tr("Mark {day}", day=brief_day(first))
        return tr("Mark {first} to {last}", first=brief_day_before(first, last), last=brief_day(last))

    def _fit(self) -> None:
        self.mark.setEnabled(bool(self._left) and self.reason.key is not None)

    def _on_chosen(self, key: str) -> None:
        """A reason of their own is asked for in words."""
        is_own = key == BreakReason.OTHER.value
        self.words.setVisible(is_own)
        if is_own:
            self.words.setFocus()
        self._fit()
