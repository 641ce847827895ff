"""Reads a FHIR R4 Questionnaire, as clinics and registries give out the forms they are licensed for.

Scores come of choices that have one (`ordinalValue`, `itemWeight`), added up: FHIR has no word for a form's rule, so
numbers are kept but not counted, and which way is better stays open. Whatever would change what is asked and is not
understood is left out with its place, as is what a form only adds (totals it works out, answers filled in beforehand),
and said to be; a form of which nothing is left, or that is wrong as a whole, is refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.questionnaire import Fill, Group, Item, Method, Question, Questionnaire, Scoring
from adtracker.domain.scores.questionnaire_check import ITEMS_LIMIT, check_instrument
from adtracker.domain.scores.questionnaire_reader import placed
from adtracker.domain.scores.score_range import score_range
from adtracker.errors import ExchangeError
from adtracker.exchange.json.text import read_json
from adtracker.exchange.questionnaires.fhir_choices import read_value_sets
from adtracker.exchange.questionnaires.fhir_extensions import Extensions
from adtracker.exchange.questionnaires.fhir_items import Items
from adtracker.exchange.questionnaires.opened import FormError, OpenedQuestionnaire
from adtracker.resources import texts

_FILLED_IN = ("form_item_left_out", "form_initial_left_out", "form_rule_left_out")


def read_questionnaire(text: str) -> OpenedQuestionnaire:
    """The form. Raises ExchangeError if the text is no Questionnaire in JSON, FormError if it is one with problems."""
    fields = FieldReader(_questionnaire(text))
    extensions = Extensions(fields)
    items = Items(read_value_sets(fields))
    items.note_rules(fields, extensions)
    instrument = replace(_head(fields, text), items=tuple(items.read(fields)))
    _refuse_any(fields.problems, items)
    instrument = _scored(_asked(instrument, items), items)
    _refuse_any(placed(check_instrument(instrument), items.places), items)
    return OpenedQuestionnaire(instrument, tuple(items.left_out), items.words)


def _asked(instrument: Questionnaire, items: Items) -> Questionnaire:
    """The form without items that have something wrong, until none has; what is wrong with the whole of it stays."""
    while problems := check_instrument(instrument):
        wrong = {int(one.field[6:-1]): one for one in problems if one.field.startswith("items[")}
        if not wrong or len(items.places) > ITEMS_LIMIT:
            break
        items.leave_out(placed(list(wrong.values()), items.places))
        kept, places = _without(instrument.items, set(wrong), items.places, count())
        items.places = places
        instrument = replace(instrument, items=kept)
    return instrument


def _without(
    found: Iterable[Item], wrong: Collection[int], places: Sequence[str], numbers: Iterator[int]
) -> tuple[tuple[Item, ...], list[str]]:
    """Items but for those that are wrong, by their number in reading order, with the places of those that are kept."""
    kept: list[Item] = []
    kept_places: list[str] = []
    for item in found:
        number = next(numbers)
        inner, inner_places = _without(item.items if isinstance(item, Group) else (), wrong, places, numbers)
        if number not in wrong:
            kept.append(replace(item, items=inner) if isinstance(item, Group) else item)
            kept_places += [places[number], *inner_places]
    return tuple(kept), kept_places


def _questionnaire(text: str) -> dict[str, object]:
    data = read_json(text)
    if not isinstance(data, dict) or "resourceType" not in data:
        raise ExchangeError("exchange.no_resource_type")
    found = data["resourceType"]
    if found != "Questionnaire":
        raise ExchangeError("exchange.not_a_questionnaire", found=shown(str(found)))
    return data


def _refuse_any(problems: Sequence[Problem], items: Items) -> None:
    """Refuse a form; where nothing is left of it, for what had to be left out."""
    if problems:
        emptied = [one for one in items.left_out if one.rule not in _FILLED_IN] if _is_empty(problems) else []
        raise FormError(emptied or problems, items.words)


def _is_empty(problems: Sequence[Problem]) -> bool:
    return [one.rule for one in problems] == ["form_empty"]


def _head(fields: FieldReader, text: str) -> Questionnaire:
    """What the form is called: FHIR asks for no name at all. Without a version of its own it goes by its content."""
    url, short, name, title = (fields.text(one) for one in ("url", "id", "name", "title"))
    return Questionnaire(
        id=url or short or name or title or _digest(text),
        version=fields.text("version") or _digest(text),
        title=title or name or url or short or texts().say("errors.exchange.form_untitled"),
        items=(),
        licence=fields.text("copyright"),
        source=fields.text("publisher"),
        language=fields.text("language"),
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def _scored(instrument: Questionnaire, items: Items) -> Questionnaire:
    """The form with its score; where a question is left out, points would not add up to what the form means."""
    if all(question.weight is None for question in instrument.questions):
        return instrument
    if not items.is_whole:
        items.left_out.append(Problem("", "form_score_left_out"))
        return replace(instrument, items=_unscored(instrument.items))
    low, high = score_range(instrument.items, Method.SUM, 0, Fill.SCALED)
    return replace(instrument, scoring=Scoring(Method.SUM, low, high))


def _unscored(items: tuple[Item, ...]) -> tuple[Item, ...]:
    def without(item: Item) -> Item:
        if isinstance(item, Group):
            return replace(item, items=_unscored(item.items))
        return replace(item, weight=None) if isinstance(item, Question) else item

    return tuple(map(without, items))
