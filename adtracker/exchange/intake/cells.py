"""What the cells of one column say: each different text is read once, however often it stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from adtracker.domain.common.field_reader import shown
from adtracker.domain.common.problem import Problem, bounds, check_number
from adtracker.domain.intake.column import Becomes, Column
from adtracker.domain.intake.scale import TIMES, Scale, converted, lowest_and_highest
from adtracker.domain.records.sign import Sign
from adtracker.exchange.codecs.own import trigger_key
from adtracker.exchange.csv.cell_reader import read_list
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.intake.numbers import Decimals, read_decimal, read_hours
from adtracker.exchange.intake.words import flags, none_of_these, nothing
from adtracker.exchange.screen_words import folded

# What was read, or why it cannot be; None where nothing stands in the cell.
Read = Callable[[str], Any]
_MOST_KEPT = 20_000
_PARTED = re.compile(r"\s*[|,]\s*")


class CellsOf:
    """The cells of one column; of what was read before, `known` has what it says.

    `has_refused` says that one of them could not be read.
    """

    def __init__(self, column: Column, decimals: Decimals, parsed: ImportResult) -> None:
        assert column.part is not None, "a column that becomes nothing is not read"
        self.column, self.part = column, column.part
        self._decimals, self._parsed = decimals, parsed
        self.known: dict[str, Any] = {"": None}
        self.has_refused = False
        self._read = self._reader(column)

    def read_all(self, texts: Iterable[str]) -> Sequence[Any]:
        """What some cells say, as `read` tells it of each."""
        known, read = self.known, self.read
        return [known[text] if text in known else read(text) for text in texts]

    def read(self, text: str) -> Any:
        """What a cell says; a Problem if it cannot be read, None if it says nothing."""
        plain = text.strip()
        says_nothing = not plain or (word := folded(plain)) in nothing() or word in self.column.empty
        value = None if says_nothing else self._read(plain)
        self.has_refused = self.has_refused or isinstance(value, Problem)
        if len(self.known) < _MOST_KEPT:
            self.known[text] = value
        return value

    def _reader(self, column: Column) -> Read:
        if column.is_number:
            return self._flag if column.scale is Scale.YES_NO else self._number
        readers: dict[Becomes, Read] = {
            Becomes.WOKEN: self._woken,
            Becomes.SIGNS: self._signs,
            Becomes.TRIGGERS: self._triggers,
        }
        return readers.get(column.becomes, self._note)

    def _number(self, text: str) -> float | Problem:
        """A number as the diary has it. What lies outside the scale is refused, not cut off."""
        column = self.column
        value = column.words.get(folded(text)) if column.words else None
        if value is not None:
            return value
        read = read_hours if column.scale in TIMES and column.scale is Scale.HOURS else read_decimal
        value = read(text, self._decimals)
        if value is None:
            return Problem(column.name, "not_a_number", {"text": shown(text)})
        ends = lowest_and_highest(column.scale)
        if ends is not None and not ends[0] <= value <= ends[1]:
            return Problem(column.name, "number_range", bounds(*ends))
        found = converted(value, column.scale, turned=column.turned)
        if column.question is not None:
            problems = check_number(column.name, found, 0, column.question.highest)
            return problems[0] if problems else found
        return found

    def _flag(self, text: str) -> float | Problem:
        known = self.column.words.get(folded(text)) if self.column.words else None
        if known is not None:
            return known
        said = flags().get(folded(text))
        return Problem(self.column.name, "not_yes_or_no", {"text": shown(text)}) if said is None else float(said)

    def _woken(self, text: str) -> bool | Problem:
        said = self._flag(text)
        return said if isinstance(said, Problem) else bool(said)

    def _note(self, text: str) -> str:
        return text

    def _items(self, text: str) -> list[str] | Problem:
        """The items of a list, parted by ; or | or a comma."""
        if folded(text) in none_of_these():
            return []
        found = read_list(text)
        if found is None:
            return Problem(self.column.name, "list_quotation_marks", {"text": shown(text)})
        return [one for one in _PARTED.split(found[0]) if one] if len(found) == 1 else found

    def _signs(self, text: str) -> tuple[Sign, ...] | Problem:
        items = self._items(text)
        if isinstance(items, Problem):
            return items
        known = {sign.value: sign for sign in Sign}
        found = [self._parsed.known.words.key("signs", one) for one in items]
        wrong = next((one for one in found if one not in known), None)
        if wrong is not None:
            return Problem(self.column.name, "not_a_choice", {"text": shown(wrong), "known": ", ".join(known)})
        return tuple(sign for sign in Sign if sign.value in found)

    def _triggers(self, text: str) -> tuple[str, ...] | Problem:
        items = self._items(text)
        if isinstance(items, Problem):
            return items
        return tuple(dict.fromkeys(trigger_key(self._parsed, one) for one in items))
