"""What was found in a file before anything is asked, and what can be said otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from adtracker.domain.common.date_order import DateOrder
from adtracker.exchange.intake.numbers import Decimals
from adtracker.exchange.intake.opening import Opened, OpenTable
from adtracker.exchange.intake.text_grid import SEPARATORS
from adtracker.language import tr, tr_count
from adtracker.resources import Texts
from adtracker.ui.kit.basics import Card, button, clear_layout, label
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.pickers import Choice
from adtracker.ui.kit.tab_order import read_in_order
from adtracker.ui.words.number_words import written_number

_WIDTH = 260


class FoundCard(Card):
    """`recipe_said` carries the name of a recipe, `separator_said` what parts cells, `decimals_said` and
    `order_said` how numbers and days are written.
    """

    separator_said = Signal(str)
    decimals_said = Signal(object)
    order_said = Signal(object)
    recipe_said = Signal(str)

    def __init__(self, file: str, texts: Texts, recipes: Sequence[str] = ()) -> None:
        super().__init__(file)
        self._texts = texts
        self.rows = label("", "soft", wrap=True)
        self.body.addWidget(self.rows)
        self.facts = QGridLayout()
        self.body.addLayout(self.facts)
        self.why = label("", "small", wrap=True)
        self.why.hide()
        self.body.addWidget(self.why)
        self.change = button(tr("Change what was found"), "link")
        self.change.clicked.connect(self._on_change)
        self.body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self._choices(recipes)
        self.body.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """No word is cut, however large the letters are."""
        return super().minimumSizeHint().expandedTo(QSize(_WIDTH, 0))

    def _choices(self, recipes: Sequence[str]) -> None:
        words = self._texts.table("intake")
        self.separator = Choice(tr("Between cells"), [(one, words["separators"][one]) for one in SEPARATORS])
        self.decimals = Choice(tr("Decimals"), list(words["decimals"].items()))
        self.order = Choice(tr("Date"), list(words["orders"].items()))
        named = [(name, name) for name in recipes]
        self.recipe = Choice(tr("Recipe"), [("", tr("None: as the columns seem to be")), *named])
        self._fields: list[QWidget] = []
        for choice in (self.recipe, self.separator, self.decimals, self.order):
            field = Field(choice.accessibleName(), choice)
            field.hide()
            self._fields.append(field)
            self.body.addWidget(field)
        self.recipe.chosen.connect(self.recipe_said)
        self.separator.chosen.connect(self.separator_said)
        self.decimals.chosen.connect(lambda key: self.decimals_said.emit(Decimals(key)))
        self.order.chosen.connect(lambda key: self.order_said.emit(DateOrder(key)))

    def show_opened(self, opened: Opened, days: str) -> None:
        """Show what it is; `days` says which days it is about."""
        table = opened.table
        self.rows.setVisible(table is not None or bool(days))  # what says nothing takes no room
        if table is None:
            self.rows.setText(days)
            self._show_facts([(tr("What it is"), self._texts.say(f"intake.kinds.{opened.kind.value}"))])
            self.change.hide()
            return
        rows = written_number(table.findings.rows, 0)
        said = tr_count("1 row", "{count} rows", table.findings.rows, count=rows)
        self.rows.setText(f"{said}, {days}" if days else said)
        self._show_facts(self._told(table))
        self._show_why(table)
        self.recipe.choose(table.recipe.name)
        self.separator.choose(table.grid.separator)
        self.decimals.choose(table.decimals.value)
        self.order.choose(table.order.value if table.order is not None else "")

    def ask_order(self, example: str) -> str:
        """Ask which comes first in a day that could be two; the question."""
        words = tr("Dates such as {example} can be two days. Which is first?", example=example)
        self.why.setText(words)
        self.why.show()
        self._fields[-1].show()
        self.order.setCurrentIndex(-1)
        self.order.setFocus()
        return words

    def _told(self, table: OpenTable) -> Sequence[tuple[str, str]]:
        words, grid = self._texts.table("intake"), table.grid
        facts = [
            (tr("Recipe"), table.recipe.name),
            (tr("Between cells"), words["separators"].get(grid.separator, grid.separator)),
            (tr("Decimals"), words["decimals"][table.decimals.value]),
            (tr("Letters"), words["encodings"].get(grid.encoding, "")),
            (tr("Sheet"), grid.sheet),
            (tr("Date"), "" if table.order is None else words["orders"][table.order.value]),
        ]
        return [(name, str(fact)) for name, fact in facts if fact]

    def _show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        clear_layout(self.facts)
        for row, (name, fact) in enumerate(facts):
            self.facts.addWidget(label(name, "soft", wrap=True), row, 0)
            self.facts.addWidget(label(fact, "strong", wrap=True), row, 1)
        self.facts.setColumnStretch(1, 1)
        read_in_order(self)

    def _show_why(self, table: OpenTable) -> None:
        """Say why the order of days is sure, or ask for it."""
        day = table.recipe.day_column
        look = None if day is None else table.findings.column(day.name)
        shown = sum(look.first_orders.values()) if look is not None else 0
        words = ""
        if table.day_example:
            words = self.ask_order(table.day_example)
        elif shown:
            words = tr("{count} dates have a day over 12, so the order is sure.", count=shown)
        self.why.setText(words)
        self.why.setVisible(bool(words))

    def _on_change(self) -> None:
        self.change.hide()
        for field in self._fields:
            field.show()
        self.recipe.setFocus()
