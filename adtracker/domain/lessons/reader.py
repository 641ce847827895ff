"""Reads the tables of a lesson file key by key, so that a complaint names the file, the line and the key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import TypeVar

from adtracker.domain.lessons.text import Text, on_one_line, parse_text, readable

Choice = TypeVar("Choice", bound=Enum)
Kind = TypeVar("Kind", str, int, bool)

_KINDS = {str: "a text", int: "a whole number", bool: "true or false"}
_MONTH = re.compile(r"([1-9][0-9]{3})-(0[1-9]|1[0-2])")


class Reader:
    """One table. Each method takes the value of a key out of it; `finish` refuses keys that are left."""

    def __init__(self, table: Mapping[str, object], where: str, lines: Sequence[str] = ()) -> None:
        self._left = dict(table)
        self._where = where
        self._lines = lines

    def error(self, key: str, what: str) -> ValueError:
        """A complaint about one key."""
        return ValueError(f"{self._where}: {key} {what}")

    def has(self, key: str) -> bool:
        """Whether a key is still to be read."""
        return key in self._left

    def text(self, key: str, default: str | None = None) -> str:
        """A plain text, not empty, put on one line; `default` makes it optional."""
        if default is not None and not self.has(key):
            return default
        return self._line(key, self._take(key, str))

    def markup(self, key: str) -> Text:
        """A running text with bold words and terms."""
        return self._markup(key, self._take(key, str))

    def number(self, key: str) -> int:
        """A whole number."""
        return self._take(key, int)

    def flag(self, key: str) -> bool:
        """True or false; false if it is not there."""
        return self._take(key, bool) if self.has(key) else False

    def month(self, key: str) -> date:
        """A month written as "2026-03"; the value is its first day."""
        match = _MONTH.fullmatch(self.text(key))
        if not match:
            raise self.error(key, "must be a month such as 2026-03")
        return date(int(match[1]), int(match[2]), 1)

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """One of the values of an enumeration."""
        word = self.text(key)
        try:
            return choices(word)
        except ValueError:
            raise self.error(key, f"must be one of {_listed(item.value for item in choices)}") from None

    def names(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty if it is not there."""
        return tuple(self._line(key, item) for item in self._items(key)) if self.has(key) else ()

    def markups(self, key: str) -> tuple[Text, ...]:
        """A list of running texts, at least one."""
        return tuple(self._markup(key, item) for item in self._some(key))

    def rows(self, key: str, width: int) -> tuple[tuple[Text, ...], ...]:
        """Rows of `width` running texts, at least one row."""
        rows = []
        for number, row in enumerate(self._some(key), 1):
            if not isinstance(row, list) or len(row) != width:
                raise self.error(f"{key}, row {number},", f"must have {width} cells")
            rows.append(tuple(self._markup(key, cell) for cell in row))
        return tuple(rows)

    def tables(self, key: str) -> tuple[Reader, ...]:
        """The tables of a list, each knowing its place; none if the key is not there."""
        items = self._items(key) if self.has(key) else []
        return tuple(self._table(key, number, item) for number, item in enumerate(items, 1))

    def finish(self) -> None:
        """Raise ValueError if a key was not read: most likely it is misspelt."""
        if self._left:
            raise ValueError(f"{self._where}: unknown key {_listed(self._left)}")

    def _table(self, key: str, number: int, item: object) -> Reader:
        header = re.compile(rf"\s*\[\[{key}\]\]\s*(#.*)?")
        headers = [line for line, words in enumerate(self._lines, 1) if header.fullmatch(words)]
        line = f"line {headers[number - 1]}, " if number <= len(headers) else ""
        if not isinstance(item, dict):
            raise self.error(key, "must be a list of tables")
        return Reader(item, f"{self._where}, {line}{key} {number}")

    def _take(self, key: str, kind: type[Kind]) -> Kind:
        if key not in self._left:
            raise self.error(key, "is missing")
        return self._as(key, self._left.pop(key), kind)

    def _as(self, key: str, value: object, kind: type[Kind]) -> Kind:
        if type(value) is not kind:
            raise self.error(key, f"must be {_KINDS[kind]}")
        return value

    def _items(self, key: str) -> list[object]:
        value = self._left.pop(key, None)
        if not isinstance(value, list):
            raise self.error(key, "is missing" if value is None else "must be a list")
        return value

    def _some(self, key: str) -> list[object]:
        items = self._items(key)
        if not items:
            raise self.error(key, "is empty")
        return items

    def _line(self, key: str, value: object) -> str:
        line = on_one_line(self._as(key, value, str))
        if not readable(line):
            raise self.error(key, "is empty or has signs that cannot be seen")
        return line

    def _markup(self, key: str, value: object) -> Text:
        words = self._as(key, value, str)
        try:
            return parse_text(words)
        except ValueError as error:
            raise self.error(key, str(error)) from None


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
