"""Recipes as TOML: written so that a person can read and change them, and read strictly.

    name = "itch table"
    source = "Fitbit"            # only of a device or another program
    matches = ["Datum", "Juckreiz"]
    dates = "day-first"          # only where the person said it
    decimals = ","               # the same
    separator = ";"              # the same
    day_starts = "03:00"         # the same: until then it is still the day before

    [[columns]]
    name = "Juckreiz (0-100)"
    becomes = "itch"
    scale = "0-100"
    turned = false
    several = "worst"

A column that becomes a question says `question`, `kind`, `better` and `unit`; `words` are numbers for words in its
cells, `empty` words that stand where nothing was answered. `[long]` with `names` and `value` is for tables with one row
an answer, with `label` where a word follows a number behind that sign; `[others]` is for all columns not named. `files`
are names of files that such tables have where their columns tell too little.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import time
from enum import Enum
from typing import Any, TypeVar

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.intake.column import Becomes, Column
from adtracker.domain.intake.scale import Scale
from adtracker.domain.intake.several import Several
from adtracker.domain.records.question import TEXT_LIMIT, AnswerKind, Better, Question
from adtracker.errors import ExchangeError
from adtracker.exchange.intake.numbers import Decimals
from adtracker.exchange.intake.recipe import Long, Recipe
from adtracker.exchange.screen_words import folded

E = TypeVar("E", bound=Enum)


def write_recipe(recipe: Recipe) -> str:
    """A recipe as text."""
    lines = [f"name = {_quoted(recipe.name)}"]
    facts = {"source": recipe.source, "separator": recipe.separator}
    facts["day_starts"] = f"{recipe.day_start:%H:%M}" if recipe.day_start is not None else ""
    facts["dates"] = recipe.order.value if recipe.order else ""
    facts["decimals"] = recipe.decimals.value if recipe.decimals else ""
    lines += [f"{name} = {_quoted(value)}" for name, value in facts.items() if value]
    lines.append(f"matches = {_list(recipe.matches)}")
    if recipe.files:
        lines.append(f"files = {_list(recipe.files)}")
    if recipe.long is not None:
        lines += ["", "[long]", f"names = {_list(recipe.long.names)}", f"value = {_quoted(recipe.long.value)}"]
        lines += [f"label = {_quoted(recipe.long.label)}"] if recipe.long.label else []
    if recipe.others is not None:
        lines += ["", "[others]", *_column(recipe.others)]
    for column in recipe.columns:
        lines += ["", "[[columns]]", *_column(column)]
    return "\n".join(lines) + "\n"


def _column(column: Column) -> Iterator[str]:
    yield f"name = {_quoted(column.name)}"
    yield f"becomes = {_quoted(column.becomes.value)}"
    if column.is_number:
        yield f"scale = {_quoted(column.scale.value)}"
        yield f"turned = {'true' if column.turned else 'false'}"
        yield f"several = {_quoted(column.several.value)}"
    if column.words:
        yield "words = { " + ", ".join(f"{_quoted(word)} = {value!r}" for word, value in column.words.items()) + " }"
    if column.empty:
        yield f"empty = {_list(sorted(column.empty))}"
    if column.becomes is Becomes.QUESTION and column.question is not None:
        question = column.question
        yield f"question = {_quoted(question.text)}"
        yield f"key = {_quoted(question.key)}"
        yield f"kind = {_quoted(question.kind.value)}"
        yield f"better = {_quoted(question.better.value)}"
        yield f"unit = {_quoted(question.unit)}"


def _quoted(text: str) -> str:
    """A text as TOML has it: as JSON does, but for one sign."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def read_recipe(text: str, file: str) -> Recipe:
    """The recipe in a text. Raises ExchangeError, which names the `file`, if it is none."""
    try:
        data = tomllib.loads(text)
        return _recipe(data)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise ExchangeError("exchange.not_a_recipe", file=file) from None


def _recipe(data: Mapping[str, Any]) -> Recipe:
    source = _text(data.get("source", ""))
    long, others = data.get("long"), data.get("others")
    return Recipe(
        name=_text(data["name"]),
        columns=tuple(_read_column(one, source) for one in data.get("columns", [])),
        source=source,
        matches=tuple(map(_text, data.get("matches", []))),
        files=tuple(map(_text, data.get("files", []))),
        order=_one(DateOrder, data.get("dates")),
        decimals=_one(Decimals, data.get("decimals")),
        separator=_text(data.get("separator", "")),
        day_start=time.fromisoformat(data["day_starts"]) if "day_starts" in data else None,
        long=None if long is None else _long(long),
        others=None if others is None else _read_column({"name": "", **others}, source),
    )


def _long(data: Mapping[str, Any]) -> Long:
    return Long(tuple(map(_text, data["names"])), _text(data["value"]), _text(data.get("label", "")))


def _read_column(data: Mapping[str, Any], source: str) -> Column:
    becomes = _one(Becomes, data["becomes"]) or Becomes.NOTHING
    column = Column(
        name=_text(data["name"]),
        becomes=becomes,
        scale=_one(Scale, data.get("scale")) or (Scale.PER_CENT if becomes is Becomes.SKIN else Scale.TEN),
        turned=bool(data.get("turned", False)),
        several=_one(Several, data.get("several")) or Several.WORST,
        words={folded(word): float(value) for word, value in data.get("words", {}).items()},
        empty=frozenset(map(folded, data.get("empty", []))),
        question=_question(data, source) if becomes is Becomes.QUESTION else None,
    )
    if column.is_number and column.scale not in column.scales:
        raise ValueError(f"a column that becomes {becomes.value} cannot be on the scale {column.scale.value}")
    return column


def _question(data: Mapping[str, Any], source: str) -> Question:
    text = _text(data.get("question", data["name"]))[:TEXT_LIMIT]
    return Question(
        key=_text(data.get("key") or (f"{text} ({source})" if source else text))[:TEXT_LIMIT],
        text=text,
        kind=_one(AnswerKind, data["kind"]) or AnswerKind.AMOUNT,
        better=_one(Better, data.get("better")) or Better.NEITHER,
        unit=_text(data.get("unit", "")),
        hidden=bool(source),
        source=source,
    )


def _one(among: type[E], word: Any) -> E | None:
    return None if word is None else among(word)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a recipe has a text here")
    return value
