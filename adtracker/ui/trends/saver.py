"""Saves what Trends shows: as a picture, as a drawing, or its numbers as a table.

Loaded when a person wants that.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker.exchange.created_file import write_created
from adtracker.exchange.csv.numbers import numbers_csv
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.kit.save_dialog import save_dialog
from adtracker.ui.trends.card import TrendCard
from adtracker.ui.trends.chart_picture import Caption, ChartSheet, png
from adtracker.ui.words.day_words import span_words

PNG, SVG, CSV = "png", "svg", "csv"


class TrendSaver(QObject):
    """Works for one card. The next dialog begins in the folder of the last file."""

    def __init__(self, context: Context, card: TrendCard, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._card = card
        self._over = over
        self._folder: Path | None = None

    def save(self, kind: str) -> None:
        """Ask where a `PNG`, `SVG` or `CSV` shall be, and write it there."""
        name = tr("trends-{isoformat}", isoformat=self._context.gate.today().isoformat())
        titles = {
            PNG: (tr("Save picture"), tr("Picture")),
            SVG: (tr("Save drawing"), tr("Drawing")),
            CSV: (tr("Save numbers"), tr("Table")),
        }
        dialog = save_dialog(self._over, *titles[kind], f"{name}.{kind}", self._folder)
        dialog.fileSelected.connect(partial(self._on_file, kind))
        dialog.open()

    def _on_file(self, kind: str, name: str) -> None:
        file, diary = Path(name), self._context.journal.path
        self._folder = file.parent
        task = self._context.tasks.run(partial(_write, self._made(kind), file, diary))
        task.done.connect(self._on_saved)
        task.failed.connect(self._context.events.failed)

    def _made(self, kind: str) -> Callable[[], bytes]:
        """What is left to do elsewhere: pictures of widgets are drawn on the window's thread."""
        if kind == CSV:
            numbers = self._card.numbers
            return partial(numbers_csv, numbers.columns, numbers.rows)
        sheet = ChartSheet(self._card.chart, self._caption(), self._context.theme)
        if kind == PNG:
            return partial(png, sheet.image())
        return partial(bytes, sheet.svg())

    def _caption(self) -> Caption:
        legend = self._card.legend.text()
        lines = tr("Each line is a 7-day average.")
        what = lines if legend else tr("Dots are days. Each line is a 7-day average.")
        below = f"{what} {self._context.texts.say('disclaimer.short')}"
        above = legend or span_words(self._card.chart.shown)
        return Caption(tr("Skin diary"), above, below)

    def _on_saved(self, file: Path) -> None:
        self._context.events.hint.emit(tr("Saved as {name}.", name=file.name))


def _write(made: Callable[[], bytes], file: Path, diary: Path) -> Path:
    return write_created(file, made(), diary)
