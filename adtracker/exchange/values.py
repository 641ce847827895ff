"""Numbers and dates as text, read strictly: what is not clearly meant is refused, never guessed.

Python itself is more generous: it takes "5_0", Arabic digits, "nan" and "20260802". None of these is what a person
meant to write into a table, so none becomes a value here.
"""

from __future__ import annotations

import re
from datetime import date

from adtracker.domain.common.field_reader import read_day, shown
from adtracker.domain.common.problem import Problem

__all__ = ["iso", "read_day", "read_number", "shown", "write_number"]

# Bounded, so that ten million digits are no number rather than a long wait.
_NUMBER = re.compile(r"[+-]?(\d{1,99}(\.\d{0,99})?|\.\d{1,99})(e[+-]?\d{1,4})?", re.ASCII | re.IGNORECASE)


def read_number(name: str, text: str, problems: list[Problem]) -> float | None:
    """A decimal number, with "." and blanks around it allowed; None for an empty text and for one that is no number."""
    text = text.strip()
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        problems.append(Problem(name, "not_a_number", {"text": shown(text)}))
        return None
    return float(text) + 0.0  # "-0" is zero


def write_number(value: float | None) -> str:
    """The shortest text that reads back as the same number; empty for None."""
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def iso(value: date | None) -> str | None:
    """A day or a moment as JSON has it; None stays None."""
    return None if value is None else value.isoformat()
