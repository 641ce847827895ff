"""What is wrong with an answer, as a value: which field, which rule, and the numbers for its sentence."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from adtracker.errors import AdtrackerError

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken rule. `rule` names a sentence in `resources/text/en/problems.toml`, `values` fill its gaps."""

    field: str
    rule: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)


class RefusedError(AdtrackerError):
    """What was to be stored is not a valid answer, for the reasons in `problems`; nothing was changed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("refused")
        self.problems = tuple(problems)


def check_text(name: str, text: str, limit: int) -> list[Problem]:
    """A free text may hold anything a person can type, up to `limit` characters, on any number of lines.

    NUL and lone surrogates are no text: SQLite would cut or refuse them later, when it is too late to say so.
    """
    problems = []
    if len(text) > limit:
        problems.append(Problem(name, "text_too_long", {"limit": limit, "length": len(text)}))
    if "\0" in text or not (text.isascii() or _LONE_SURROGATE.search(text) is None):
        problems.append(Problem(name, "text_unreadable"))
    return problems


def bounds(low: float, high: float) -> Mapping[str, str]:
    """Between what a number lies, for a sentence: written out, also a million."""
    return {"low": f"{low:.15g}", "high": f"{high:.15g}"}


def check_number(name: str, value: float | None, low: float, high: float, rule: str = "number_range") -> list[Problem]:
    """A number may be missing; if it is there it lies within `low..high` (NaN lies nowhere), or `rule` is broken."""
    if value is None or low <= value <= high:
        return []
    return [Problem(name, rule, bounds(low, high))]
