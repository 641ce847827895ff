"""Reads the items of a FHIR R4 Questionnaire: what is asked, said and grouped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.questionnaire import (
    Group,
    Item,
    Kind,
    Number,
    OnDay,
    OneOf,
    Question,
    Remark,
    Words,
    YesNo,
)
from adtracker.domain.scores.questionnaire_check import DEPTH_LIMIT, ITEMS_LIMIT, WORDS_LIMIT
from adtracker.exchange.questionnaires.fhir_choices import ELSEWHERE, ValueSets, read_options
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
    DATE = "date"
    DATE_TIME = "dateTime"
    DECIMAL = "decimal"
    DISPLAY = "display"
    GROUP = "group"
    INTEGER = "integer"
    OPEN_CHOICE = "open-choice"
    QUANTITY = "quantity"
    STRING = "string"
    TEXT = "text"
    URL = "url"


_NUMBERS = (_Type.INTEGER, _Type.DECIMAL, _Type.QUANTITY)
# So much of an item tells which one it is.
_SHOWN = 60


class Items:
    """Reads the items. `places` are where they stand, in reading order; `left_out` is what is not asked, and why.

    An item that cannot be asked is left out with all that stands in it, and the rest is read. `is_whole` says that none
    was, but for what a program fills in: only then can points be added up. `words` say what stands in a place.
    """

    def __init__(self, lists: ValueSets) -> None:
        self.places: list[str] = []
        self.left_out: list[Problem] = []
        self.words: dict[str, str] = {}
        self.is_whole = True
        self._lists = lists

    def read(self, fields: FieldReader, depth: int = 0) -> list[Item]:
        """The items within the form, a group or a question."""
        if depth > DEPTH_LIMIT:
            fields.note("", "too_deep", most=DEPTH_LIMIT)
            return []
        found: list[Item] = []
        for one in fields.objects("item", ITEMS_LIMIT):
            if len(self.places) <= ITEMS_LIMIT:  # one more is enough to be refused
                found += self._if_asked(one, depth)
        return found

    def _if_asked(self, fields: FieldReader, depth: int) -> list[Item]:
        """An item, or nothing where it is left out: its problems are then no longer those of the form."""
        before, places = len(fields.problems), len(self.places)
        if any(problem.field == fields.place() for problem in fields.problems):  # no object at all
            return []
        found = self._item(fields, depth)
        wrong = fields.problems[before:]
        if not wrong:
            return found
        del fields.problems[before:], self.places[places:]
        self.leave_out(wrong[:1])
        return []

    def leave_out(self, problems: Iterable[Problem]) -> None:
        """Note what cannot be asked."""
        self.left_out += problems
        self.is_whole = False

    def note_rules(self, fields: FieldReader, extensions: Extensions) -> None:
        """Say that rules between answers are left out."""
        if extensions.has(RULE):
            self._leave_out(fields, "form_rule_left_out")

    def _leave_out(self, fields: FieldReader, rule: str, **values: object) -> None:
        self.left_out.append(Problem(fields.place(), rule, values))

    def _item(self, fields: FieldReader, depth: int) -> list[Item]:
        extensions = Extensions(fields)
        code = _code(fields)
        kind = fields.choice("type", _Type)
        # Nothing points at what is only said or a heading.
        link = fields.text("linkId") if kind in (_Type.DISPLAY, _Type.GROUP) else fields.needed("linkId")
        text = _text(fields)
        self.words[fields.place()] = shown(text or code or link, _SHOWN)
        fields.require("type", kind)
        if self._is_not_asked(fields, extensions):
            self._leave_out(fields, "form_item_left_out", text=shown(text or link))
            return []
        self._check(fields, extensions)
        when = read_when(fields)
        self.places.append(fields.place())
        if kind is _Type.GROUP:
            self._once(fields, bool(fields.flag("repeats")))
            return [Group(text, tuple(self.read(fields, depth + 1)), when)]
        if kind is _Type.DISPLAY or kind is None:
            return [self._with_inner(Remark(text, when), fields, depth)]
        several = bool(fields.flag("repeats"))
        answers = self._answers(fields, kind, extensions, several=several)
        self._once(fields, several and not isinstance(answers, OneOf))
        weight = 1.0 if isinstance(answers, OneOf) and answers.has_scores else None
        question = Question(link, text or code or link, answers, bool(fields.flag("required")), weight, when)
        return [self._with_inner(question, fields, depth)]

    def _answers(self, fields: FieldReader, kind: _Type, extensions: Extensions, *, several: bool) -> Kind:
        """How a question is answered; one with a list that is elsewhere in own words, where the form allows these."""
        options = read_options(fields, self._lists)
        if options is None and kind is _Type.CHOICE:
            fields.note("answerOption", "missing")
        if options is ELSEWHERE and kind is _Type.OPEN_CHOICE:
            self._leave_out(fields, "form_list_left_out")
            return Words()
        if options is ELSEWHERE:
            fields.note("answerValueSet", "form_answers_elsewhere")
        if kind is _Type.DATE_TIME:
            self._leave_out(fields, "form_time_left_out")
        if options is not None:
            return replace(options, several=several, own_words=kind is _Type.OPEN_CHOICE)
        return _kind(fields, kind, extensions)

    def _once(self, fields: FieldReader, repeats: bool) -> None:
        """Say that what may be answered again and again is asked once."""
        if repeats:
            self._leave_out(fields, "form_repeats")

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
        if fields.items("initial") or extensions.has(FILLED_IN):
            self._leave_out(fields, "form_initial_left_out")
        self.note_rules(fields, extensions)


def _text(fields: FieldReader) -> str:
    prefix, text = fields.text("prefix"), fields.text("text")
    return f"{prefix} {text}".strip() if prefix else text


def _code(fields: FieldReader) -> str:
    """What a code says in words, where an item has no text of its own."""
    return next((words for one in fields.objects("code") if (words := one.text("display"))), "")


def _kind(fields: FieldReader, kind: _Type, extensions: Extensions) -> Kind:
    """How a question without choices is answered."""
    if kind in _NUMBERS:
        low, high, unit = extensions.number(LOW), extensions.number(HIGH), extensions.coding(UNIT)
        words = "" if unit is None else unit.text("display") or unit.text("code")
        return Number(low, high, kind is _Type.INTEGER, words)
    if kind in (_Type.DATE, _Type.DATE_TIME):
        return OnDay()
    return YesNo() if kind is _Type.BOOLEAN else Words(_limit(fields.whole("maxLength")))


def _limit(limit: int | None) -> int:
    return Words().limit if limit is None else min(limit, WORDS_LIMIT)
