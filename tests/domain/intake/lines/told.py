"""What a line was read as, in words that a table of lines can have."""

from typing import Any

from adtracker.domain.intake.lines.line_proposal import LineProposal
from adtracker.domain.records.day import Extent

_NAMES = {"sleep_quality": "sleep", "extent": "skin"}


def told(one: LineProposal) -> tuple[str, str, str, str]:
    """Its fate, its days, its answers, and what is open: "asked", "2026-11-28", "itch 6|7, sleep 4", "range"."""
    answers = {part: (value,) for part, value in one.parts.items()} | dict(one.choices)
    said = sorted(f"{key or _NAMES.get(name, name)} {_values(held)}" for (name, key), held in answers.items())
    return (
        one.fate.value,
        ", ".join(day.isoformat() for day in one.days),
        ", ".join(said),
        ", ".join(doubt.value for doubt in one.doubts),
    )


def _values(held: tuple[Any, ...]) -> str:
    return "|".join(_value(value) for value in held)


def _value(value: Any) -> str:
    if isinstance(value, Extent):
        return f"{value.percent:g} %" if value.palms is None else f"{value.palms:g} palms"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return " ".join(one.value for one in value)
    return value if isinstance(value, str) else f"{value:g}"
