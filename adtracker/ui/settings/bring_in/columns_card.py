"""A row for each column of a table: what it becomes, on which scale, and what its last value is in the diary then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from adtracker.domain.intake.column import ONCE, Becomes, Column
from adtracker.domain.intake.scale import Scale
from adtracker.domain.records.question import Question
from adtracker.exchange.intake.guessing import as_question
from adtracker.exchange.intake.opening import OpenTable
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.kit.basics import Card, clear_layout, label, rule
from adtracker.ui.kit.fields.pickers import Choice
from adtracker.ui.kit.room.wide_table import WideTable
from adtracker.ui.settings.bring_in.words import TURNED, becomes_choices, scale_choices

_LETTERS = 24
_CHOICE_LETTERS, _MOST_LETTERS = 16, 40


class ColumnsCard(Card):
    """`answered` carries a Column with another answer."""

    answered = Signal(object)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._table: OpenTable | None = None
        self._questions: Mapping[str, Question] = {}
        table = WideTable()
        self.grid = table.grid
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(4)
        self.body.addWidget(table)
        self.body.addStretch(1)
        self.becomes: dict[str, Choice] = {}
        self.scales: dict[str, Choice] = {}

    def show_table(self, table: OpenTable, questions: Mapping[str, Question], last: Mapping[str, str]) -> None:
        """Show its columns; `last` is what the last row of each becomes, by the column's name."""
        self._table, self._questions = table, questions
        focused = self._focused()
        clear_layout(self.grid)
        self.becomes, self.scales = {}, {}
        line, cells = table.findings.last[-1]
        heads = (tr("In your file"), tr("Row {line}", line=line), tr("Becomes"))
        for place, head in enumerate((*heads, tr("Scale and direction"), tr("In the diary"))):
            side = Qt.AlignmentFlag.AlignRight if place == 4 else Qt.AlignmentFlag.AlignLeft
            self.grid.addWidget(label(head, "small"), 0, place, side)
        for place, column in enumerate(table.recipe.columns):
            look = table.findings.column(column.name)
            if look is not None and not look.is_empty:
                cell = cells[place] if place < len(cells) else ""
                self._add_row(self.grid.rowCount(), column, cell, last.get(column.name, ""))
        for choices in (self.becomes.values(), self.scales.values()):
            _widen(list(choices))
        for place, stretch in enumerate((1, 1, 4, 4, 1)):
            self.grid.setColumnStretch(place, stretch)
        self._focus_again(focused)

    def _add_row(self, row: int, column: Column, cell: str, becomes: str) -> None:
        self.grid.addWidget(rule(), row, 0, 1, 5)
        row += 1
        asked = {key: one.text for key, one in self._questions.items()}
        choice = Choice(tr("{column} becomes", column=column.name), becomes_choices(column, self._texts, asked))
        choice.choose(self._key(column))
        choice.chosen.connect(lambda key: self._on_becomes(column, key))
        self.becomes[column.name] = choice
        self.grid.addWidget(label(_short(column.name), "strong"), row, 0)
        self.grid.addWidget(label(_short(cell), "soft"), row, 1)
        self.grid.addWidget(choice, row, 2)
        scales = scale_choices(column, self._texts)
        if scales:
            scale = Choice(tr("Scale of {column}", column=column.name), scales)
            scale.choose(f"{column.scale.value}{TURNED if column.turned else ''}")
            scale.chosen.connect(lambda key: self._on_scale(column, key))
            scale.setEnabled(len(scales) > 1)
            self.scales[column.name] = scale
            self.grid.addWidget(scale, row, 3)
        self.grid.addWidget(label(becomes, "strong"), row, 4, Qt.AlignmentFlag.AlignRight)

    def _key(self, column: Column) -> str:
        if column.becomes is not Becomes.QUESTION or column.question is None:
            return column.becomes.value
        return f"question:{column.question.key}" if column.question.key in self._questions else "new"

    def _on_becomes(self, column: Column, key: str) -> None:
        """Take another answer; of what there can be one only, the other column is left out then."""
        assert self._table is not None, "a table is shown"
        table = self._table
        look = table.findings.column(column.name)
        if key == "new":
            made = as_question(column.name, look, table.decimals, table.recipe.source)
        elif key.startswith("question:"):
            known = self._questions[key.removeprefix("question:")]
            made = replace(column, becomes=Becomes.QUESTION, question=known)
        else:
            made = replace(column, becomes=Becomes(key))
        if made.scales and made.scale not in made.scales:
            made = replace(made, scale=made.scales[0], turned=False)
        for other in table.recipe.columns:
            if made.becomes in ONCE and other.becomes is made.becomes and other.name != made.name:
                self.answered.emit(replace(other, becomes=Becomes.NOTHING))
        self.answered.emit(made)

    def _on_scale(self, column: Column, key: str) -> None:
        scale = Scale(key.removesuffix(TURNED))
        self.answered.emit(replace(column, scale=scale, turned=key.endswith(TURNED)))

    def _focused(self) -> tuple[str, str]:
        for kind, choices in (("becomes", self.becomes), ("scales", self.scales)):
            for name, choice in choices.items():
                if choice.hasFocus():
                    return kind, name
        return "", ""

    def _focus_again(self, focused: tuple[str, str]) -> None:
        kind, name = focused
        choices = self.becomes if kind == "becomes" else self.scales
        if name in choices:
            choices[name].setFocus()


def _widen(choices: Sequence[Choice]) -> None:
    """Give the lists of a column room for what is chosen in them, not for their longest words; all alike, as the
    narrowest would say how wide the column may be."""
    letters = max((len(one.currentText()) for one in choices), default=0)
    for one in choices:
        one.setSizeAdjustPolicy(one.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        one.setMinimumContentsLength(max(_CHOICE_LETTERS, letters))
        one.keep_whole(_MOST_LETTERS)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LETTERS else f"{line[: _LETTERS - 1]}…"
