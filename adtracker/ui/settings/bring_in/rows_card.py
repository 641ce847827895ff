"""The last days of a file as they will stand in the diary, with whose answers were chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest

from PySide6.QtCore import Qt

from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.parts import parts_of
from adtracker.domain.intake.found import Found
from adtracker.domain.records.day import DayEntry
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.kit.basics import Card, clear_layout, label, rule
from adtracker.ui.kit.room.wide_table import WideTable
from adtracker.ui.settings.bring_in.own_words import OwnWords
from adtracker.ui.settings.bring_in.words import value_of
from adtracker.ui.words.day_words import listed_day_words

_SHOWN, _MOST_PARTS = 5, 5
_MOST_FOUND = 60
# Numbers have the colour of their measure.
_KINDS = {name: f"value-{name}" for name in ("itch", "sleep_quality", "extent")}
_LEFT_OUT = ("day", "recorded_at", "recorded_on", "origin")


class RowsCard(Card):
    """A small table: a day a row, an answer a column."""

    def __init__(self, texts: Texts, own: OwnWords) -> None:
        super().__init__()
        self._texts, self._own = texts, own
        self.heading.show()
        self.table = WideTable()
        self.grid = self.table.grid
        self.grid.setHorizontalSpacing(18)
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def show_days(
        self, entries: Iterable[DayEntry], found: Found | None = None, picks: Mapping[int, int] | None = None
    ) -> None:
        """Show the last of them; of a sheet, or of lines that were `found`, all with how many have to be looked at."""
        most = _SHOWN if found is None else _MOST_FOUND
        last = sorted(nlargest(most, entries, key=lambda one: one.day), key=lambda one: one.day)
        self.heading.setText(tr("The last days, as they will stand") if found is None else self._counted(found))
        waiting = frozenset() if found is None else found.waiting(picks or {})
        clear_layout(self.grid)
        self.table.setVisible(bool(last))  # no heading stands over nothing
        parts = _parts(last)
        self.grid.addWidget(label(tr("Day"), "small"), 0, 0)
        right = Qt.AlignmentFlag.AlignRight
        for place, part in enumerate(parts, start=1):
            self.grid.addWidget(label(self._own.called(part, self._texts), "small"), 0, place, right)
        for number, entry in enumerate(last):
            row = 2 * number + 2
            self.grid.addWidget(rule(), row - 1, 0, 1, len(parts) + 1)
            self.grid.addWidget(label(listed_day_words(entry.day)), row, 0)
            told = parts_of(entry, apart=True)
            for place, part in enumerate(parts, start=1):
                is_open, value = (entry.day, part) in waiting, told.get(part)
                words = tr("look") if is_open and value is None else self._answer(part, value)
                kind = "caution" if is_open and value is None else _KINDS.get(part[0], "strong")
                self.grid.addWidget(label(words, kind), row, place, right)

    def _answer(self, part: Part, value: object) -> str:
        return value_of(self._own.answer(part, value), self._texts)

    def _counted(self, found: Found) -> str:
        days = {told.day for told in found.told} | found.open_days
        return tr(
            "Days: {count}. Clear: {clear}. To look at: {open}.",
            count=len(days),
            clear=len(days - found.open_days),
            open=len(found.open),
        )


def _parts(entries: Sequence[DayEntry]) -> Sequence[Part]:
    """What is told of any of them, the first few."""
    found: dict[Part, None] = {}
    for entry in entries:
        for part, value in parts_of(entry, apart=True).items():
            if value not in (None, "") and part[0] not in _LEFT_OUT:
                found[part] = None
    return list(found)[:_MOST_PARTS]
