"""The last seven days of a gap, itch and sleep in two rows: a number and Tab, and only what one is sure of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from adtracker.domain.common.measure import PLAIN, Measure
from adtracker.domain.records.day import DayEntry
from adtracker.language import begun
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.fields.typed_value import hold_refused
from adtracker.ui.today.coming_back.score_field import ScoreField
from adtracker.ui.words.day_words import brief_day, day_words, short_weekday
from adtracker.ui.words.entry_words import Names

_NAME_WIDTH = 150
SPACING = 10


class RememberedGrid(QWidget):
    """`changed` says that another number stands in a field, also before it is stored."""

    changed = Signal()

    def __init__(self, theme: Theme, names: Names) -> None:
        super().__init__()
        self._theme = theme
        self._names = names
        self._stored: Mapping[date, DayEntry] = {}
        self._days: tuple[date, ...] = ()
        self._heads: list[QWidget] = []
        self._names_shown: list[QWidget] = []
        self._is_wide = True
        self.fields: dict[tuple[date, Measure], ScoreField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACING)
        self._grid.setVerticalSpacing(6)
        self.problem = label("", "caution", wrap=True)
        self.problem.hide()

    def show_days(self, days: Sequence[date], today: date, stored: Mapping[date, DayEntry]) -> None:
        """Ask about these days, with what is stored of them; what was typed and is not stored yet stays."""
        before, self._stored = self._stored, stored
        if self._days != tuple(days):
            self._build(days, today)
            before = {}
        for (day, measure), field in self.fields.items():
            new = _shown(stored.get(day, DayEntry(day)), measure)
            if new != _shown(before.get(day, DayEntry(day)), measure):
                field.show_score(new)

    def restyle(self) -> None:
        """Take over the text size."""
        self._arrange(again=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Days stand side by side where there is room, else below each other."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the names and two fields, whatever stands side by side now."""
        width = self._theme.px(_NAME_WIDTH) + len(PLAIN) * (self._field_width + SPACING)
        return QSize(width, super().minimumSizeHint().height())

    @property
    def entries(self) -> tuple[DayEntry, ...]:
        """The days whose numbers are other than what is stored, as they are to be."""
        found: list[DayEntry] = []
        for day in self._days:
            before = self._stored.get(day, DayEntry(day))
            scores = {measure: self.fields[day, measure].score for measure in PLAIN}
            new: dict[str, Any] = {one.key: score for one, score in scores.items() if score != _shown(before, one)}
            if new:
                found.append(replace(before, **new))
        return tuple(found)

    def settle(self) -> bool:
        """Take what is typed as if each field were left; whether all of it can be."""
        return not hold_refused(self)

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, days: Sequence[date], today: date) -> None:
        for widget in (*self._heads, *self._names_shown, *self.fields.values()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._days = tuple(days)
        self._heads = [_head(day) for day in days]
        self._names_shown = [self._name(measure) for measure in PLAIN]
        self.fields = {(day, measure): self._field(day, today, measure) for day in days for measure in PLAIN}
        self._arrange(again=True)

    @property
    def _field_width(self) -> int:
        return max((field.minimumSizeHint().width() for field in self.fields.values()), default=0)

    def _arrange(self, *, again: bool = False) -> None:
        """Put names, days and fields into rows or columns, as the width has room."""
        is_wide = self.width() >= self._theme.px(_NAME_WIDTH) + len(self._days) * (self._field_width + SPACING)
        if not self._days or (is_wide == self._is_wide and not again):
            return
        self._is_wide = is_wide
        for line in range(len(self._days) + 1):
            self._grid.setColumnStretch(line, 0)
        for number, measure in enumerate(PLAIN, 1):
            self._put(self._names_shown[number - 1], number, 0)
            for place, day in enumerate(self._days, 1):
                self._put(self.fields[day, measure], number, place)
        for place, head in enumerate(self._heads, 1):
            self._put(head, 0, place)
        for line in range(1, (len(self._days) if is_wide else len(PLAIN)) + 1):
            self._grid.setColumnStretch(line, 1)
        self._grid.setColumnMinimumWidth(0, self._theme.px(_NAME_WIDTH))
        self.updateGeometry()

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(widget, *((row, column) if self._is_wide else (column, row)))

    def _name(self, measure: Measure) -> QWidget:
        names = self._names[measure.key]
        made = QWidget()
        lines = QGridLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setVerticalSpacing(0)
        lines.addWidget(label(names["label"], f"{measure.colour}_name"), 0, 0)
        lines.addWidget(label(names["scale"], "small", wrap=True), 1, 0)
        return made

    def _field(self, day: date, today: date, measure: Measure) -> ScoreField:
        made = ScoreField(f"{self._names[measure.key]['label']}, {day_words(day, today)}")
        made.setAccessibleDescription(self._names[measure.key]["scale"])
        made.setProperty("measure", measure.colour)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.picked.connect(self.changed)
        made.textEdited.connect(self._on_typed)
        made.refused.connect(self._on_refused)
        return made

    def _on_typed(self) -> None:
        """A number counts for what the buttons say as soon as it stands there."""
        self.changed.emit()

    def _on_refused(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))


def _head(day: date) -> QWidget:
    made = QWidget()
    lines = QGridLayout(made)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setVerticalSpacing(0)
    weekday = begun(short_weekday(day.isoweekday()))
    for row, part in enumerate((label(weekday, "strong"), label(brief_day(day), "small"))):
        lines.addWidget(part, row, 0, Qt.AlignmentFlag.AlignHCenter)
    return made


def _shown(entry: DayEntry, measure: Measure) -> float | None:
    """A score as a field shows it: one that lies between two numbers, from a file, as the nearer of them."""
    value = entry.value(measure)
    return None if value is None else float(round(value))
