"""The last seven days of a gap, itch and sleep in two rows: a number and Tab, and only what one is sure of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from adtracker.domain.common.measure import PLAIN, Measure
from adtracker.domain.records.day import DayEntry
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.fields.typed_value import hold_refused
from adtracker.ui.today.coming_back.score_field import ScoreField
from adtracker.ui.words.day_words import brief_day, day_words, qt_date
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
        self.fields: dict[tuple[date, str], ScoreField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACING)
        self._grid.setVerticalSpacing(6)
        self.problem = label("", "caution", wrap=True)
        self.problem.hide()

    def show_days(self, days: Sequence[date], today: date, stored: Mapping[date, DayEntry]) -> None:
        """Ask about these days, with what is stored of them; what is being typed stays."""
        self._stored = stored
        if [day for day, _ in self.fields][:: len(PLAIN)] != list(days):
            self._build(days, today)
        by_key = {measure.key: measure for measure in PLAIN}
        for (day, key), field in self.fields.items():
            entry = stored.get(day)
            field.show_score(None if entry is None else _shown(entry, by_key[key]))

    def restyle(self) -> None:
        """Take over the text size."""
        self._grid.setColumnMinimumWidth(0, self._theme.px(_NAME_WIDTH))

    @property
    def entries(self) -> tuple[DayEntry, ...]:
        """The days whose numbers are other than what is stored, as they are to be."""
        found: list[DayEntry] = []
        for day in dict.fromkeys(day for day, _ in self.fields):
            before = self._stored.get(day, DayEntry(day))
            fields = {measure: self.fields[day, measure.key] for measure in PLAIN}
            new: dict[str, Any] = {
                one.key: field.score for one, field in fields.items() if field.score != _shown(before, one)
            }
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
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        for row, measure in enumerate(PLAIN):
            self._grid.addWidget(self._name(measure), row + 1, 0)
        for column, day in enumerate(days, 1):
            self._grid.addWidget(_head(day), 0, column)
            for row, measure in enumerate(PLAIN):
                self._grid.addWidget(self._field(day, today, measure), row + 1, column)
            self._grid.setColumnStretch(column, 1)
        self.restyle()

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
        self.fields[day, measure.key] = made
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
    weekday = QLocale().toString(qt_date(day), "ddd")
    for row, part in enumerate((label(weekday, "strong"), label(brief_day(day), "small"))):
        lines.addWidget(part, row, 0, Qt.AlignmentFlag.AlignHCenter)
    return made


def _shown(entry: DayEntry, measure: Measure) -> float | None:
    """A score as a field shows it: one that lies between two numbers, from a file, as the nearer of them."""
    value = entry.value(measure)
    return None if value is None else float(round(value))
