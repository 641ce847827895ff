"""All that was found for one lag: a drawn row for each thing, and below it what is missing and what it cannot say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from adtracker.domain.statistics.association import Lag
from adtracker.domain.statistics.findings import Finding, Findings, by_name
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import Card, button, clear_layout, column, label, rule
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.page_area import PageArea
from adtracker.ui.together.histogram import Histogram, ScoreAxis
from adtracker.ui.together.look_words import (
    Look,
    averages,
    days_with,
    days_without,
    difference_and_range,
    factor_words,
    looks,
    notes,
    spoken_scores,
)
from adtracker.ui.together.words import (
    alike_words,
    nothing_stands_out,
    standing_out,
    too_few_heading,
    too_few_words,
)

NAME, DAYS, SCORES, NUMBERS = range(4)
COLUMNS = NUMBERS + 1


class TogetherBoard(PageArea):
    """`how_wanted` asks how it was worked out."""

    how_wanted = Signal()

    def __init__(self, theme: Theme, texts: Mapping[str, Any]) -> None:
        """`texts` is the table "together" of the text catalogue."""
        self._rows = QWidget()
        super().__init__(self._rows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that keys scroll it
        self.setProperty("kind", "scrolled")
        self.setAccessibleName(tr("What happened together, drawn"))
        self._theme = theme
        self._texts = texts
        self._lines = column(self._rows, 12)
        self.show_findings(Findings((), (), ()), Lag.SAME_DAY)

    def show_findings(self, findings: Findings, lag: Lag) -> None:
        """Show what was found at one lag."""
        clear_layout(self._lines)
        rows = [row for row in looks(by_name(findings.compared)) if row.found.lag is lag]
        if rows:
            self._lines.addWidget(self._compared(rows))
        cards = QWidget()
        beside = Columns(cards, 12)
        for card in self._cards(findings):
            beside.add(card, 1)
        self._lines.addWidget(cards)
        self._lines.addStretch(1)
        self.setTabOrder(self, self.how)

    def _compared(self, rows: Sequence[Look]) -> QWidget:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(NAME, 3)
        grid.setColumnStretch(SCORES, 4)
        grid.setColumnStretch(NUMBERS, 4)
        clear = [row for row in rows if row.found.stands_out]
        said = [*map(standing_out, clear)] or [nothing_stands_out()]
        self._head(grid, tr("Happened together more often"), said)
        line = grid.rowCount()
        grid.addWidget(ScoreAxis(self._theme), line, SCORES)
        mark = label(tr("the mark is the average"), "small", wrap=True)
        mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(mark, line, NUMBERS)
        self._put(grid, clear)
        calm = [row for row in rows if not row.found.stands_out]
        if calm:
            self._head(grid, tr("No difference that stood out"), [])
            self._put(grid, calm)
        card.body.addLayout(grid)
        return card

    def _head(self, grid: QGridLayout, heading: str, said: Sequence[str]) -> None:
        grid.addWidget(label(heading, "heading"), grid.rowCount(), NAME, 1, COLUMNS)
        for sentence in said:
            grid.addWidget(label(sentence, wrap=True), grid.rowCount(), NAME, 1, COLUMNS)

    def _put(self, grid: QGridLayout, rows: Sequence[Look]) -> None:
        for number, row in enumerate(rows):
            if number:
                grid.addWidget(rule(), grid.rowCount(), NAME, 1, COLUMNS)
            line = grid.rowCount()
            grid.addLayout(
                _stacked(label(factor_words(row.factor), "strong", wrap=True), *_small(notes(row))), line, NAME
            )
            grid.addLayout(_stacked(label(days_with(row), "small"), label(days_without(row), "small")), line, DAYS)
            grid.addWidget(Histogram(self._theme, row.found, spoken_scores(row)), line, SCORES)
            numbers = [label(averages(row), "strong", wrap=True), *_small(difference_and_range(row))]
            for number_label in numbers:
                number_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addLayout(_stacked(*numbers), line, NUMBERS)

    def _cards(self, findings: Findings) -> Sequence[Card]:
        found = [self._too_few(findings)] if findings.too_few or findings.alike else []
        treatments, limits = Card(tr("Treatments are not compared")), Card(tr("What this cannot say"))
        treatments.body.addWidget(label(self._texts["treatments"], "soft", wrap=True))
        limits.body.addWidget(label(self._texts["limits"], "soft", wrap=True))
        self.how = button(tr("How this was worked out"), "link")
        self.how.clicked.connect(self.how_wanted)
        limits.body.addWidget(self.how, alignment=Qt.AlignmentFlag.AlignLeft)
        for card in (*found, treatments, limits):
            card.body.addStretch(1)
        return (*found, treatments, limits)

    def _too_few(self, findings: Findings) -> Card:
        card = Card(tr("Too few days so far"))
        few: Sequence[Finding] = by_name(findings.too_few)
        if few:
            card.body.addWidget(label(too_few_heading(), "small", wrap=True))
        for sentence in (*map(too_few_words, few), *map(alike_words, findings.alike)):
            card.body.addWidget(label(sentence, "soft", wrap=True))
        return card


def _stacked(*labels: QWidget) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(2)
    made.addStretch(1)
    for one in labels:
        made.addWidget(one)
    made.addStretch(1)
    return made


def _small(sentences: Sequence[str]) -> list[QLabel]:
    return [label(sentence, "small", wrap=True) for sentence in sentences]
