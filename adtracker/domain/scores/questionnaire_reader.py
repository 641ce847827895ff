"""Reads a form from its data (see `instrument_data`), strictly: a name that is not known is most likely misspelt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.common.measure import Direction
from adtracker.domain.common.problem import Problem, RefusedError
from adtracker.domain.scores.band_reader import read_band_sets, read_range
from adtracker.domain.scores.questionnaire import (
    Choice,
    Condition,
    Fill,
    Group,
    Item,
    Kind,
    Method,
    Number,
    OnDay,
    OneOf,
    Operator,
    Question,
    Questionnaire,
    Remark,
    Scoring,
    When,
    Words,
    YesNo,
)
from adtracker.domain.scores.questionnaire_check import (
    CHOICES_LIMIT,
    CONDITIONS_LIMIT,
    DEPTH_LIMIT,
    ITEMS_LIMIT,
    check_instrument,
)
from adtracker.domain.scores.questionnaire_data import ItemType

Choices = Mapping[str, OneOf]


def read_instrument(data: object) -> Questionnaire:
    """The form. Raises RefusedError with all that is wrong, the field of each problem its place in the data."""
    fields = FieldReader(data)
    places: list[str] = []
    choices = _shared_choices(fields)
    instrument = Questionnaire(
        id=fields.needed("id"),
        version=fields.needed("version"),
        title=fields.needed("title"),
        licence=fields.text("licence"),
        source=fields.text("source"),
        language=fields.text("language"),
        items=tuple(_items(fields, choices, places)),
        scoring=_scoring(fields.inner("scoring")),
        bands=read_band_sets(fields),
    )
    if problems := fields.finish() or placed(check_instrument(instrument), places):
        raise RefusedError(problems)
    return instrument


def placed(problems: Sequence[Problem], places: Sequence[str]) -> list[Problem]:
    """The problems of `check_instrument`, each with the place in the file where its item stands."""
    where = {f"items[{index}]": place for index, place in enumerate(places)}
    return [Problem(where.get(problem.field, problem.field), problem.rule, problem.values) for problem in problems]


def _shared_choices(fields: FieldReader) -> Choices:
    inner = fields.inner("choices")
    if inner is None:
        return {}
    found = {name: _choices(inner, name) for name in inner.names()}
    inner.finish()
    return found


def _choices(fields: FieldReader, name: str) -> OneOf:
    found = []
    for one in fields.objects(name, CHOICES_LIMIT):
        found.append(Choice(one.needed("key"), one.needed("text"), one.number("score")))
        one.finish()
    return OneOf(tuple(found))


def _items(fields: FieldReader, shared: Choices, places: list[str], depth: int = 0) -> list[Item]:
    """The items, with their places in the order in which `nested` gives them."""
    if depth > DEPTH_LIMIT:
        fields.note("", "too_deep", most=DEPTH_LIMIT)
        fields.items("questions")
        return []
    found = []
    for one in fields.objects("questions", ITEMS_LIMIT):
        if len(places) <= ITEMS_LIMIT:  # one more is enough to be refused
            found.append(_item(one, shared, places, depth))
    return found


def _item(fields: FieldReader, shared: Choices, places: list[str], depth: int) -> Item:
    places.append(fields.place())
    kind = fields.choice("type", ItemType)
    fields.require("type", kind)
    when = _when(fields.inner("when"))
    if kind is ItemType.GROUP:
        item: Item = Group(fields.text("title"), tuple(_items(fields, shared, places, depth + 1)), when)
    elif kind is ItemType.REMARK:
        item = Remark(fields.needed("text"), when)
    else:
        item = _question(fields, _kind(fields, kind, shared), when)
    if kind is not None:  # else none of its names would be known
        fields.finish()
    return item


def _question(fields: FieldReader, kind: Kind, when: When | None) -> Question:
    scored = isinstance(kind, OneOf) and kind.has_scores
    weight = fields.number("weight")
    return Question(
        link=fields.needed("id"),
        text=fields.needed("text"),
        kind=kind,
        required=bool(fields.flag("required")),
        weight=(1.0 if scored else None) if weight is None else weight or None,
        when=when,
    )


def _kind(fields: FieldReader, kind: ItemType | None, shared: Choices) -> Kind:
    if kind is ItemType.CHOICE:
        found = _one_of(fields, shared)
        return replace(found, several=bool(fields.flag("several")), own_words=bool(fields.flag("own_words")))
    if kind is ItemType.NUMBER:
        return Number(fields.number("low"), fields.number("high"), bool(fields.flag("whole")), fields.text("unit"))
    if kind is ItemType.TEXT:
        limit = fields.whole("limit")
        return Words() if limit is None else Words(limit)
    return OnDay() if kind is ItemType.DAY else YesNo()


def _one_of(fields: FieldReader, shared: Choices) -> OneOf:
    if not fields.is_text("choices"):
        return _choices(fields, "choices")
    name = fields.text("choices")
    if name not in shared:
        fields.note("choices", "not_a_choice", text=shown(name), known=", ".join(shown(known) for known in shared))
    return shared.get(name, OneOf(()))


def _when(fields: FieldReader | None) -> When | None:
    if fields is None:
        return None
    every = not fields.has("any")
    conditions = tuple(_condition(one) for one in fields.objects("all" if every else "any", CONDITIONS_LIMIT))
    fields.finish()
    return When(conditions, every)


def _condition(fields: FieldReader) -> Condition:
    comparison, value = fields.choice("is", Operator), fields.plain("value")
    fields.require("is", comparison)
    fields.require("value", value)
    condition = Condition(fields.needed("question"), comparison or Operator.SAME, "" if value is None else value)
    fields.finish()
    return condition


def _scoring(fields: FieldReader | None) -> Scoring | None:
    if fields is None:
        return None
    method = fields.choice("method", Method)
    fields.require("method", method)
    low, high = read_range(fields)
    most_missing, decimals = fields.whole("most_missing"), fields.whole("decimals")
    scoring = Scoring(
        method=method or Method.SUM,
        minimum=low,
        maximum=high,
        direction=fields.choice("direction", Direction),
        most_missing=most_missing or 0,
        fill=fields.choice("fill", Fill) or Fill.SCALED,
        decimals=2 if decimals is None else decimals,
    )
    fields.finish()
    return scoring
