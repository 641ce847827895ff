"""Reads the items of a FHIR R4 Questionnaire: what is asked, said and grouped."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.questionnaire import Group, Item, Kind, Number, OneOf, Question, Remark, Words, YesNo
from adtracker.domain.scores.questionnaire_check import DEPTH_LIMIT, ITEMS_LIMIT, WORDS_LIMIT
from adtracker.exchange.questionnaires.fhir_choices import ValueSets, read_options
from adtracker.exchange.questionnaires.fhir_conditions import read_when
from adtracker.exchange.questionnaires.fhir_extensions import (
    ASKED_BY_EXPRESSION,
    CALCULATED,
    FILLED_IN,
    HIDDEN,
    HIGH,
    LOW,
    RULE,
    UNIT,
    Extensions,
)


class _Type(Enum):
    """The types of items that can be asked here."""

    BOOLEAN = "boolean"
    CHOICE = "choice"
    DECIMAL = "decimal"
    DISPLAY = "display"
    GROUP = "group"
    INTEGER = "integer"
    STRING = "string"
    TEXT = "text"


class Items:
    """Reads the items. `places` are where they stand, in reading order; `left_out` is what is not asked, and why."""

    def __init__(self, lists: ValueSets) -> None:
        self.places: list[str] = []
        self.left_out: list[Problem] = []
        self._lists = lists

    def read(self, fields: FieldReader, depth: int = 0) -> list[Item]:
        """The items within the form, a group or a question."""
        if depth > DEPTH_LIMIT:
            fields.note("", "too_deep", most=DEPTH_LIMIT)
            return []
        found: list[Item] = []
        for one in fields.objects("item", ITEMS_LIMIT):
            if len(self.places) <= ITEMS_LIMIT:  # one more is enough to be refused
                found += self._item(one, depth)
        return found

    def note_rules(self, fields: FieldReader, extensions: Extensions) -> None:
        """Say that rules between answers are left out."""
        if extensions.has(RULE):
            self._leave_out(fields, "form_rule_left_out")

    def _leave_out(self, fields: FieldReader, rule: str, **values: object) -> None:
        self.left_out.append(Problem(fields.place(), rule, values))

    def _item(self, fields: FieldReader, depth: int) -> list[Item]:
        extensions = Extensions(fields)
        kind = fields.choice("type", _Type)
        fields.require("type", kind)
        link, text = fields.needed("linkId"), _text(fields)
        if self._is_not_asked(fields, extensions):
            self._leave_out(fields, "form_item_left_out", text=shown(text or link))
            return []
        self._check(fields, extensions)
        when = read_when(fields)
        self.places.append(fields.place())
        if kind is _Type.GROUP:
            return [Group(text, tuple(self.read(fields, depth + 1)), when)]
        if kind is _Type.DISPLAY or kind is None:
            return [self._with_inner(Remark(text, when), fields, depth)]
        answers = _kind(fields, kind, extensions, self._lists)
        weight = 1.0 if isinstance(answers, OneOf) and answers.has_scores else None
        question = Question(link, text, answers, bool(fields.flag("required")), weight, when)
        return [self._with_inner(question, fields, depth)]

    def _with_inner(self, item: Question | Remark, fields: FieldReader, depth: int) -> Item:
        """An item; with those that stand inside it, it becomes a group without a heading."""
        if not fields.has("item"):
            return item
        self.places.append(fields.place())
        return Group("", (replace(item, when=None), *self.read(fields, depth + 1)), item.when)

    def _is_not_asked(self, fields: FieldReader, extensions: Extensions) -> bool:
        """Whether the form keeps the item from the person: it is filled in by a program."""
        read_only = fields.flag("readOnly")
        return bool(read_only) or extensions.is_set(HIDDEN) or extensions.has(CALCULATED)

    def _check(self, fields: FieldReader, extensions: Extensions) -> None:
        if extensions.has(ASKED_BY_EXPRESSION):
            fields.note("", "form_expression")
        if fields.flag("repeats"):
            fields.note("repeats", "form_repeats")
        if fields.items("initial") or extensions.has(FILLED_IN):
            self._leave_out(fields, "form_initial_left_out")
        self.note_rules(fields, extensions)


def _text(fields: FieldReader) -> str:
    prefix, text = fields.text("prefix"), fields.text("text")
    return f"{prefix} {text}" if prefix else text


def _kind(fields: FieldReader, kind: _Type, extensions: Extensions, lists: ValueSets) -> Kind:
    options = read_options(fields, lists)
    if options is None and kind is _Type.CHOICE:
        fields.note("answerOption", "missing")
    if options is not None or kind is _Type.CHOICE:
        return options or OneOf(())
    if kind in (_Type.INTEGER, _Type.DECIMAL):
        low, high, unit = extensions.number(LOW), extensions.number(HIGH), extensions.coding(UNIT)
        words = "" if unit is None else unit.text("display") or unit.text("code")
        return Number(low, high, kind is _Type.INTEGER, words)
    return YesNo() if kind is _Type.BOOLEAN else Words(_limit(fields.whole("maxLength")))


def _limit(limit: int | None) -> int:
    return Words().limit if limit is None else min(limit, WORDS_LIMIT)
