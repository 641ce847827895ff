"""A form as objects, lists, texts and numbers: the app's own format, as TOML in a file and as JSON in the diary.

id = "https://example.org/evening"      # with the version it names the text that was answered
version = "1"
title = "Evening questions"
licence = "CC0-1.0"
source = "https://example.org/evening.pdf"
language = "en"

[choices]                               # answers that several questions share
days = [{ key = "0", text = "no days", score = 0 }, { key = "1", text = "some days", score = 1 }]

[[questions]]
id = "dry"
type = "choice"                         # or number, yes_no, text, day; group and remark, which have no id
text = "On how many days was your skin dry?"
choices = "days"                        # a shared list, or a list of its own
required = true
several = false                         # as many of them as apply
own_words = false                       # or something else, in the person's own words

[[questions]]
id = "hours"
type = "number"
text = "How many hours was it dry?"
low = 0
high = 24
whole = true
unit = "hours"
weight = 0.5                            # choices with scores count once (0 is not at all), others only with a weight
when = { all = [{ question = "dry", is = "=", value = "1" }] }      # or any

[scoring]
method = "sum"                          # or mean
range = [0, 13]
direction = "lower"                     # lower is better, or higher
most_missing = 0                        # with more answers missing there is no score
fill = "scaled"                         # a missing answer is the mean of the others; or zero
decimals = 1

[[bands]]
source = "A paper, 2026"
address = "https://example.org/paper"
ranges = [{ low = 0, high = 5, label = "mild" }, { low = 5.5, high = 13, label = "more than mild" }]
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from adtracker.domain.scores.band import BandSet
from adtracker.domain.scores.questionnaire import (
    Group,
    Item,
    Kind,
    Number,
    OnDay,
    OneOf,
    Questionnaire,
    Remark,
    Scoring,
    When,
    Words,
)


class ItemType(Enum):
    """What an item is."""

    CHOICE = "choice"
    NUMBER = "number"
    YES_NO = "yes_no"
    TEXT = "text"
    DAY = "day"
    GROUP = "group"
    REMARK = "remark"


def instrument_data(instrument: Questionnaire) -> dict[str, Any]:
    """The form; `instrument_reader.read_instrument` makes the same form of it again."""
    data: dict[str, Any] = {
        "id": instrument.id,
        "version": instrument.version,
        "title": instrument.title,
        "licence": instrument.licence,
        "source": instrument.source,
        "language": instrument.language,
        "questions": [_item_data(item) for item in instrument.items],
    }
    if instrument.scoring is not None:
        data["scoring"] = _scoring_data(instrument.scoring)
    if instrument.bands:
        data["bands"] = [_band_set_data(one) for one in instrument.bands]
    return data


def _item_data(item: Item) -> dict[str, Any]:
    when = {} if item.when is None else {"when": _when_data(item.when)}
    if isinstance(item, Group):
        inner = [_item_data(one) for one in item.items]
        return {"type": ItemType.GROUP.value, "title": item.title, "questions": inner, **when}
    if isinstance(item, Remark):
        return {"type": ItemType.REMARK.value, "text": item.text, **when}
    return {
        "id": item.link,
        "text": item.text,
        **_kind_data(item.kind),
        "required": item.required,
        "weight": item.weight or 0,
        **when,
    }


def _kind_data(kind: Kind) -> dict[str, Any]:
    if isinstance(kind, OneOf):
        choices = [{"key": choice.key, "text": choice.text, "score": choice.score} for choice in kind.choices]
        more = {name: True for name, is_so in (("several", kind.several), ("own_words", kind.own_words)) if is_so}
        return {"type": ItemType.CHOICE.value, "choices": choices, **more}
    if isinstance(kind, Number):
        low, high = kind.low, kind.high
        return {"type": ItemType.NUMBER.value, "low": low, "high": high, "whole": kind.whole, "unit": kind.unit}
    if isinstance(kind, Words):
        return {"type": ItemType.TEXT.value, "limit": kind.limit}
    if isinstance(kind, OnDay):
        return {"type": ItemType.DAY.value}
    return {"type": ItemType.YES_NO.value}


def _when_data(when: When) -> dict[str, Any]:
    conditions = [
        {"question": condition.link, "is": condition.comparison.value, "value": condition.value}
        for condition in when.conditions
    ]
    return {"all" if when.every else "any": conditions}


def _scoring_data(scoring: Scoring) -> dict[str, Any]:
    return {
        "method": scoring.method.value,
        "range": [scoring.minimum, scoring.maximum],
        "direction": None if scoring.direction is None else scoring.direction.value,
        "most_missing": scoring.most_missing,
        "fill": scoring.fill.value,
        "decimals": scoring.decimals,
    }


def _band_set_data(one: BandSet) -> dict[str, Any]:
    ranges = [{"low": band.low, "high": band.high, "label": band.label} for band in one.bands]
    return {"source": one.source, "address": one.address, "ranges": ranges}
