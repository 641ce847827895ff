"""Reads an object field by field, by type; what is wrong is gathered, so that one look names all of it.

It serves whatever became objects, lists, texts and numbers: JSON, TOML, and what the diary keeps in that form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from adtracker.domain.common.problem import Problem

E = TypeVar("E", bound=Enum)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SHOWN = 40


def read_day(name: str, text: str, problems: list[Problem]) -> date | None:
    """A date as year-month-day with blanks around it allowed; None, and a problem, if it is not one."""
    text = text.strip()
    try:
        if _DATE.fullmatch(text):
            return _date(text)
    except ValueError:
        pass  # 30 February
    problems.append(Problem(name, "not_a_date", {"text": shown(text)}) if text else Problem(name, "missing"))
    return None


@lru_cache(maxsize=50_000)  # the days of a lifetime; a long file has each many times
def _date(text: str) -> date:
    return date.fromisoformat(text)


def shown(text: str, length: int = _SHOWN) -> str:
    """A text from a file as it may stand in a sentence: short, on one line, nothing a terminal would act on."""
    line = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text[: length + 1])
    return line if len(line) <= length else f"{line[: length - 1]}…"


class FieldReader:
    """The fields of one object. A field that is missing, null or wrong reads as None (a text as "").

    `problems` is what is wrong so far, by full name ("extent.percent").
    """

    def __init__(self, data: object, prefix: str = "", problems: list[Problem] | None = None) -> None:
        self.problems: list[Problem] = [] if problems is None else problems
        self._prefix = prefix
        self._left = dict(data) if isinstance(data, dict) else {}
        self._wrong: set[str] = set()
        if not isinstance(data, dict):
            self.problems.append(Problem(prefix.rstrip("."), "not_an_object"))

    def number(self, name: str) -> float | None:
        """A number, or None."""
        value = self._take(name)
        try:
            if isinstance(value, int | float) and not isinstance(value, bool):
                return float(value) + 0.0  # "-0.0" is zero
        except OverflowError:
            pass
        self._refuse(name, "not_a_number", value)
        return None

    def whole(self, name: str) -> int | None:
        """A whole number, or None."""
        value = self._take(name)
        if type(value) is int:
            return value
        self._refuse(name, "not_a_number", value)
        return None

    def text(self, name: str) -> str:
        """A text, letter for letter."""
        value = self._take(name)
        if isinstance(value, str):
            return value
        self._refuse(name, "not_a_text", value)
        return ""

    def day(self, name: str) -> date | None:
        """A date as year-month-day, or None."""
        value = self._take(name)
        found = None if value is None else read_day(self._prefix + name, _as_text(value), self.problems)
        if value is not None and found is None:
            self._wrong.add(name)
        return found

    def flag(self, name: str) -> bool | None:
        """True or false, or None."""
        value = self._take(name)
        if isinstance(value, bool):
            return value
        self._refuse(name, "not_a_flag", value)
        return None

    def plain(self, name: str) -> str | float | bool | None:
        """A text, a number, true or false; or None."""
        value = self._take(name)
        if isinstance(value, str | int | float):
            return value
        self._refuse(name, "not_plain", value)
        return None

    def plain_or_texts(self, name: str) -> str | float | bool | tuple[str, ...] | None:
        """The same, or a list of texts."""
        if isinstance(self._left.get(name), list):
            return tuple(self.texts(name) or ())
        return self.plain(name)

    def moment(self, name: str) -> datetime | None:
        """A moment with its offset from UTC, given in UTC; or None."""
        value = self._take(name)
        try:
            moment = datetime.fromisoformat(value)
            if moment.tzinfo is not None:
                return moment.astimezone(UTC)
        except (TypeError, ValueError, OverflowError):
            pass
        self._refuse(name, "not_a_moment", value)
        return None

    def choice(self, name: str, kind: type[E], meant: Callable[[str], str] = str) -> E | None:
        """One of the values of an enumeration, or None; `meant` gives the value that other words stand for."""
        value = self._take(name)
        wanted = meant(value) if isinstance(value, str) else value
        for member in kind:
            if member.value == wanted:
                return member
        self._refuse(name, "not_a_choice", value, known=", ".join(member.value for member in kind))
        return None

    def inner(self, name: str) -> FieldReader | None:
        """An object within this one, or None; its problems are noted with this one's."""
        value = self._take(name)
        return None if value is None else FieldReader(value, f"{self._prefix}{name}.", self.problems)

    def data(self, name: str) -> Any:
        """Whatever stands there, for a reader of its own; None if it is missing."""
        return self._take(name)

    def items(self, name: str) -> list[Any]:
        """The items of a list, whatever they are; none if it is missing."""
        value = self._take(name)
        if isinstance(value, list):
            return value
        self._refuse(name, "not_a_list", value)
        return []

    def texts(self, name: str) -> list[str] | None:
        """The texts of a list, which may be empty; None if it is missing."""
        if self._left.get(name) is None:
            return self._take(name)  # type: ignore[no-any-return]  # None
        found = self.items(name)
        for item in found:
            if not isinstance(item, str):
                self._refuse(name, "not_a_text", "null" if item is None else item)
        return [item for item in found if isinstance(item, str)]

    def objects(self, name: str, most: int | None = None) -> list[FieldReader]:
        """The objects of a list; their problems are noted with this one's.

        With `most`, of a longer list only one more than that: enough to be refused, and no file takes long.
        """
        items = enumerate(self.items(name)[: None if most is None else most + 1])
        return [FieldReader(item, f"{self._prefix}{name}[{index}].", self.problems) for index, item in items]

    def keys(self, name: str, known: Collection[str], meant: Callable[[str], str] = str) -> list[str]:
        """The items of a list of names, each of them known; `meant` gives the name that other words stand for."""
        found = []
        for item in self.items(name):
            if isinstance(item, str) and meant(item) in known:
                found.append(meant(item))
            else:
                self._refuse(name, "not_a_choice", "null" if item is None else item, known=", ".join(known))
        return found

    def names(self) -> list[str]:
        """The names not read so far, in the file's order."""
        return list(self._left)

    def said(self, *, blank: bool) -> list[str]:
        """The names not read so far of what is not null, an empty text or list; those too if `blank`."""
        return [name for name, value in self._left.items() if blank or value not in (None, "", [])]

    def inside(self, name: str) -> list[str]:
        """The names in an object that was not read so far; none if it is no object."""
        value = self._left.get(name)
        return list(value) if isinstance(value, dict) else []

    def has(self, name: str) -> bool:
        """Whether a field is there that was not read so far."""
        return name in self._left

    def is_text(self, name: str) -> bool:
        """Whether a field that was not read so far is a text."""
        return isinstance(self._left.get(name), str)

    def place(self, name: str = "") -> str:
        """The full name of a field, or of the object itself."""
        return (self._prefix + name).rstrip(".")

    def needed(self, name: str) -> str:
        """A text that must be there."""
        text = self.text(name)
        self.require(name, text or None)
        return text

    def note(self, name: str, rule: str, **values: object) -> None:
        """Note a problem with a field, or with the object itself if `name` is empty."""
        self._wrong.add(name)
        self.problems.append(Problem(self.place(name), rule, values))

    def require(self, name: str, value: object) -> None:
        """Note that a field which must be there is missing, unless it is None because it was wrong."""
        if value is None and name not in self._wrong:
            self.note(name, "missing")

    def finish(self) -> list[Problem]:
        """All problems, with those names added that nobody asked for."""
        self.problems += [Problem(self._prefix + shown(name), "unknown_name") for name in self._left]
        return self.problems

    def _take(self, name: str) -> Any:
        return self._left.pop(name, None)

    def _refuse(self, name: str, rule: str, value: object, **values: object) -> None:
        """Note a value of the wrong kind; null is "not recorded", whatever the field."""
        if value is not None:
            self.note(name, rule, text=shown(_as_text(value)), **values)


def _as_text(value: object) -> str:
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    return str(value)
