"""Asks what a day becomes of which a table has several rows, and until when a row belongs to the day before."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.intake.several import CHOICES, Several
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.intake.recipe import Recipe
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.settings import DAY_STARTS
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.pickers import Choice
from adtracker.ui.kit.room.flow_layout import FlowLayout

_MIXED = ""  # a recipe may say it column by column


class SeveralRow(QWidget):
    """Is there where a file asks for it. `several_said` carries a Several, `day_start_said` a time."""

    several_said = Signal(object)
    day_start_said = Signal(object)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        words = texts.table("intake")["several"]
        choices = [(one.value, str(words[one.value])) for one in CHOICES]
        self.several = Choice(tr("Several rows of one day"), [*choices, (_MIXED, tr("as the recipe says"))])
        self.day_start = Choice(tr("A day begins at"), [(start, start) for start in DAY_STARTS])
        self._fields = [Field(choice.accessibleName(), choice) for choice in (self.several, self.day_start)]
        layout = FlowLayout(self)
        for field in self._fields:
            layout.addWidget(field)
        self.several.chosen.connect(self._on_several)
        self.day_start.chosen.connect(lambda key: self.day_start_said.emit(time.fromisoformat(key)))
        self.hide()

    def show_result(self, recipe: Recipe, parsed: ImportResult, day_start: time) -> None:
        """Show what is answered so far; `day_start` is the diary's own."""
        has_choice = bool(parsed.several_days and recipe.severals)
        self._fields[0].setVisible(has_choice)
        self._fields[1].setVisible(parsed.has_times)
        self.several.choose(next(iter(recipe.severals)).value if len(recipe.severals) == 1 else _MIXED)
        start = recipe.day_start if recipe.day_start is not None else day_start
        self.day_start.choose(f"{start:%H:%M}")
        self.setVisible(has_choice or parsed.has_times)

    def _on_several(self, key: str) -> None:
        if key != _MIXED:
            self.several_said.emit(Several(key))
