"""Reads a FHIR R4 Questionnaire, as clinics and registries give out the forms they are licensed for.

Scores come of choices that have one (`ordinalValue`, `itemWeight`), added up: FHIR has no word for a form's rule, so
numbers are kept but not counted, and which way is better stays open. Whatever would change what is asked and is not
understood is refused with its place; what a form only adds (totals it works out, answers filled in beforehand) is left
out, and said to be.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.questionnaire import Fill, Method, Questionnaire, Scoring
from adtracker.domain.scores.questionnaire_check import check_instrument
from adtracker.domain.scores.questionnaire_reader import placed
from adtracker.domain.scores.score_range import score_range
from adtracker.errors import ExchangeError
from adtracker.exchange.json.text import read_json
from adtracker.exchange.questionnaires.fhir_choices import read_value_sets
from adtracker.exchange.questionnaires.fhir_extensions import Extensions
from adtracker.exchange.questionnaires.fhir_items import Items
from adtracker.exchange.questionnaires.opened import FormError, OpenedQuestionnaire


def read_questionnaire(text: str) -> OpenedQuestionnaire:
    """The form. Raises ExchangeError if the text is no Questionnaire in JSON, FormError if it is one with problems."""
    fields = FieldReader(_questionnaire(text))
    extensions = Extensions(fields)
    items = Items(read_value_sets(fields))
    items.note_rules(fields, extensions)
    instrument = replace(_head(fields, text), items=tuple(items.read(fields)))
    _refuse_any(fields.problems or placed(check_instrument(instrument), items.places))
    instrument = _scored(instrument)
    _refuse_any(placed(check_instrument(instrument), items.places))
    return OpenedQuestionnaire(instrument, tuple(items.left_out))


def _questionnaire(text: str) -> dict[str, object]:
    data = read_json(text)
    if not isinstance(data, dict) or "resourceType" not in data:
        raise ExchangeError("exchange.no_resource_type")
    found = data["resourceType"]
    if found != "Questionnaire":
        raise ExchangeError("exchange.not_a_questionnaire", found=shown(str(found)))
    return data


def _refuse_any(problems: Sequence[Problem]) -> None:
    if problems:
        raise FormError(problems)


def _head(fields: FieldReader, text: str) -> Questionnaire:
    """What the form is called; without a version of its own it goes by its content."""
    url, short, name = fields.text("url"), fields.text("id"), fields.text("name")
    if not (url or short or name):
        fields.require("url", None)
    return Questionnaire(
        id=url or short or name,
        version=fields.text("version") or _digest(text),
        title=fields.text("title") or name or url or short,
        items=(),
        licence=fields.text("copyright"),
        source=fields.text("publisher"),
        language=fields.text("language"),
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def _scored(instrument: Questionnaire) -> Questionnaire:
    if all(question.weight is None for question in instrument.questions):
        return instrument
    low, high = score_range(instrument.items, Method.SUM, 0, Fill.SCALED)
    return replace(instrument, scoring=Scoring(Method.SUM, low, high))
