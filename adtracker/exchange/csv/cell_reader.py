"""Values in the cells of a table, read by the same rules as the fields of an object.

An empty cell is "not recorded". Yes and no are `yes` and `no` (or `true`, `false`, `y`, `n`). Days and numbers may
stand as spreadsheets write them (`writing`). A list stands in one cell, its items parted by "; "; `none` is a list
without items. An item that could be taken for something else (one with a ";", with blanks at its ends, beginning with a
quotation mark, or the word none) stands in quotation marks, those inside it written twice. An object stands in one cell
as JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from sys import intern
from typing import Any

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.common.problem import Problem
from adtracker.errors import ExchangeError
from adtracker.exchange.csv.formulas import guarded
from adtracker.exchange.json.text import read_json
from adtracker.exchange.values import write_number
from adtracker.exchange.writing import Writing

# Texts as short as a name stand in many rows of a long table: each is kept once.
_OFTEN = 40
_NONE, _YES, _NO = "none", "yes", "no"
_FLAGS = {_YES: True, "y": True, "true": True, _NO: False, "n": False, "false": False}
_PART = "; "
_QUOTED = r'"([^"]*(?:""[^"]*)*)"'
_ITEM = re.compile(rf"\s*(?:{_QUOTED}\s*|([^\";][^;]*)?)(?:;|\Z)")
_WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)


def cell(value: Any) -> str:
    """A text, number, yes or no, list of texts, object, or nothing, as a cell; what is no number is `guarded`."""
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if value is None or isinstance(value, str):
        return guarded(value or "")
    if isinstance(value, bool):
        return _YES if value else _NO
    return write_number(value) if isinstance(value, int | float) else guarded(list_cell(value))


def list_cell(items: Iterable[str]) -> str:
    """The items of a list in one cell."""
    return _PART.join(map(_item, items)) or _NONE


def _item(text: str) -> str:
    is_plain = text == text.strip() and text[:1] not in ("", '"') and ";" not in text and text.casefold() != _NONE
    return text if is_plain else '"' + text.replace('"', '""') + '"'


def read_list(text: str) -> list[str] | None:
    """The items of a cell that is not empty; None if its quotation marks do not match."""
    if text.strip().casefold() == _NONE:
        return []
    items, position = [], 0
    while position < len(text):
        found = _ITEM.match(text, position)
        if found is None:
            return None
        quoted, plain = found.groups()
        if quoted is not None or plain:
            items.append(plain.strip() if quoted is None else quoted.replace('""', '"'))
        position = found.end()
    return items


class CellReader(FieldReader):
    """The cells of one row by the names of their columns; a problem names the column.

    `writing` knows how the file writes days and numbers.
    """

    def __init__(
        self, row: Mapping[str, str], problems: list[Problem] | None = None, writing: Writing | None = None
    ) -> None:
        super().__init__({name: text for name, text in row.items() if text}, problems=problems)
        self._columns = list(row)
        self._writing = writing or Writing()

    def said(self, *, blank: bool) -> list[str]:
        """The columns whose cells are not blank; all if `blank`."""
        return self._columns if blank else [name for name, text in self._left.items() if text.strip()]

    def day(self, name: str) -> date | None:
        """A day, or None."""
        text = self._take(name)
        found = None if text is None else self._writing.day(name, text, self.problems)
        if text is not None and found is None:
            self._wrong.add(name)
        return found

    def number(self, name: str) -> float | None:
        """A decimal number, or None."""
        text = self._take(name)
        return None if text is None else self._writing.number(name, text, self.problems)

    def is_number(self, name: str) -> bool:
        """Whether a cell that was not read so far begins as a number does."""
        return str(self._left.get(name, "")).strip()[:1].isdecimal()

    def whole(self, name: str) -> int | None:
        """A whole number, or None."""
        text = self._take(name)
        if text is None or _WHOLE.fullmatch(text):
            return None if text is None else int(text)
        self._refuse(name, "not_a_whole_number", text)
        return None

    def text(self, name: str) -> str:
        """A text, letter for letter, with its blanks."""
        text = str(self._left.pop(name, ""))
        return intern(text) if len(text) < _OFTEN else text

    def flag(self, name: str) -> bool | None:
        """Yes or no, or None."""
        text = self._take(name)
        if text is None or text.casefold() in _FLAGS:
            return None if text is None else _FLAGS[text.casefold()]
        self._refuse(name, "not_yes_or_no", text)
        return None

    def texts(self, name: str) -> list[str] | None:
        """The items of a list; None if the cell is empty."""
        text = self._take(name)
        found = None if text is None else read_list(text)
        if text is not None and found is None:
            self.problems.append(Problem(name, "list_quotation_marks", {"text": shown(text)}))
        return found

    def data(self, name: str) -> Any:
        """What the JSON in a cell says; None if the cell is empty or no JSON, which is a problem."""
        text = self._take(name)
        try:
            return None if text is None else read_json(text)
        except ExchangeError:
            self._refuse(name, "not_an_object", text)
            return None

    def items(self, name: str) -> list[Any]:
        """The same, none if the cell is empty."""
        return list(self.texts(name) or [])

    def _take(self, name: str) -> Any:
        """The text of a cell without blanks around it; None if nothing else is there."""
        return str(self._left.pop(name, "")).strip() or None
