"""Questionnaires, and what was answered to them.

{"form": {…}, "opened_on": "2026-10-25", "every_days": 7, "hidden": false}
{"date": "2026-10-25", "form": "https://example.org/evening|2", "answers": {"dry": "some", "tubes": 1.5}, "value": 4}

What is in a form is said in `domain.instrument_data`; answers name theirs by its id and version. In a table, a form and
its answers stand in one cell each, as JSON.
"""

from __future__ import annotations

import json
from datetime import date

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.common.problem import Problem, RefusedError
from adtracker.domain.scores.definition import DEFINITION, Definition
from adtracker.domain.scores.definition_content import (
    check_definition,
    check_same_definition,
    definition_of,
)
from adtracker.domain.scores.questionnaire_reader import read_instrument
from adtracker.domain.scores.response import RESPONSE, Response
from adtracker.exchange.codec import Data, RecordCodec
from adtracker.exchange.import_result import DATE, ImportResult
from adtracker.exchange.snapshot import Snapshot


def _day(fields: FieldReader, parsed: ImportResult) -> date:
    day = fields.day(DATE)
    fields.require(DATE, day)
    return day or parsed.today


def _form_data(form: Definition, _contents: Snapshot) -> Data:
    return {
        "form": json.loads(form.content),
        "opened_on": form.opened_on.isoformat(),
        "every_days": form.every_days,
        "hidden": form.hidden,
    }


def _form(fields: FieldReader, parsed: ImportResult) -> Definition:
    opened_on = fields.day("opened_on") or parsed.today
    every_days, hidden = fields.whole("every_days"), fields.flag("hidden") or False
    place = fields.place("form")
    try:
        instrument = read_instrument(fields.data("form"))
    except RefusedError as error:
        fields.problems += [Problem(f"{place}.{one.field}".rstrip("."), one.rule, one.values) for one in error.problems]
        return Definition("", "", "", opened_on)
    found = definition_of(instrument, opened_on)
    return Definition(found.key, found.title, found.content, opened_on, every_days, hidden)


def _check_form(form: Definition, parsed: ImportResult) -> list[Problem]:
    return check_definition(form) + check_same_definition(form, parsed.known.forms.get(form.key))


def _form_twice(form: Definition) -> Problem:
    return Problem("form", "name_taken", {"text": shown(form.title)})


def _filled_data(filled: Response, _contents: Snapshot) -> Data:
    return {
        DATE: filled.day.isoformat(),
        "form": filled.form,
        "answers": {link: list(one) if isinstance(one, tuple) else one for link, one in filled.answers},
        "value": filled.value,
    }


def _filled(fields: FieldReader, parsed: ImportResult) -> Response:
    day, form, value = _day(fields, parsed), fields.needed("form"), fields.number("value")
    answers = FieldReader(fields.data("answers"), f"{fields.place('answers')}.", fields.problems)
    found = ((link, answers.plain_or_texts(link)) for link in sorted(answers.names()))
    return Response(day, form, tuple((link, answer) for link, answer in found if answer is not None), value)


FORMS = RecordCodec(
    of=DEFINITION,
    write=_form_data,
    read=_form,
    check=_check_form,
    columns=("form", "opened_on", "every_days", "hidden"),
    called={"form": ("title", "content")},
    checks_all=False,
    twice=_form_twice,
)
FILLED_FORMS = RecordCodec(
    of=RESPONSE,
    write=_filled_data,
    read=_filled,
    columns=(DATE, "form", "answers", "value"),
    checks_all=False,
)
