"""Scores that somebody gave, questionnaires, and what was answered to them.

{"date": "2026-10-25", "scale": "easi", "value": 12.3, "given_by": "Dr. Weber", "note": "…"}
{"form": {…}, "opened_on": "2026-10-25", "every_days": 7, "hidden": false}
{"date": "2026-10-25", "form": "https://example.org/evening|2", "answers": {"dry": "some", "tubes": 1.5}, "value": 4}

What is in a form is said in `domain.instrument_data`; answers name theirs by its id and version. In a table, a form and
its answers stand in one cell each, as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Sequence
from datetime import date

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.common.problem import Problem, RefusedError
from adtracker.domain.scores.answer_validation import check_response
from adtracker.domain.scores.clinic_score import ClinicScore, check_clinic_score
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.definition_content import (
    check_definition,
    check_same_definition,
    definition_of,
    questionnaire_of,
)
from adtracker.domain.scores.questionnaire_reader import read_instrument
from adtracker.domain.scores.response import Response
from adtracker.exchange.codec import Data, RecordCodec
from adtracker.exchange.import_result import DATE, ImportResult
from adtracker.exchange.snapshot import Diary, Snapshot
from adtracker.resources import scales


def _fetch_scores(diary: Diary, _period: object) -> Sequence[ClinicScore]:
    return diary.scores()


def _score_data(score: ClinicScore, _contents: Snapshot) -> Data:
    return {
        DATE: score.day.isoformat(),
        "scale": score.scale,
        "value": score.value,
        "given_by": score.given_by,
        "note": score.note,
    }


def _score(fields: FieldReader, parsed: ImportResult) -> ClinicScore:
    day, value = _day(fields, parsed), fields.number("value")
    scale = parsed.known.words.key("scales", fields.needed("scale"))
    fields.require("value", value)
    return ClinicScore(day, scale, value or 0.0, fields.text("given_by"), fields.text("note"))


def _day(fields: FieldReader, parsed: ImportResult) -> date:
    day = fields.day(DATE)
    fields.require(DATE, day)
    return day or parsed.today


def _check_score(score: ClinicScore, _parsed: ImportResult) -> list[Problem]:
    return check_clinic_score(score, scales())


def _score_identity(score: ClinicScore) -> Hashable:
    return score.day, score.scale


def _day_words(record: ClinicScore | Response) -> str:
    return record.day.isoformat()


def _fetch_forms(diary: Diary, _period: object) -> Sequence[Definition]:
    return diary.forms()


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


def _key(form: Definition) -> str:
    return form.key


def _title(form: Definition) -> str:
    return form.title


def _fetch_filled(diary: Diary, _period: object) -> Sequence[Response]:
    return diary.filled_forms()


def _filled_data(filled: Response, _contents: Snapshot) -> Data:
    return {
        DATE: filled.day.isoformat(),
        "form": filled.form,
        "answers": dict(filled.answers),
        "value": filled.value,
    }


def _filled(fields: FieldReader, parsed: ImportResult) -> Response:
    day, form, value = _day(fields, parsed), fields.needed("form"), fields.number("value")
    answers = FieldReader(fields.data("answers"), f"{fields.place('answers')}.", fields.problems)
    found = ((link, answers.plain(link)) for link in sorted(answers.names()))
    return Response(day, form, tuple((link, answer) for link, answer in found if answer is not None), value)


def _check_filled(filled: Response, parsed: ImportResult) -> list[Problem]:
    form = parsed.called(Definition, filled.form) or parsed.known.forms.get(filled.form)
    if form is None:
        return [Problem("form", "form_unknown")]
    return check_response(filled, questionnaire_of(form))


def _filled_identity(filled: Response) -> Hashable:
    return filled.day, filled.form


CLINIC_SCORES = RecordCodec(
    name="clinic_scores",
    kind=ClinicScore,
    fetch=_fetch_scores,
    write=_score_data,
    read=_score,
    check=_check_score,
    identity=_score_identity,
    named=_day_words,
    columns=(DATE, "scale", "value", "given_by", "note"),
    checks_all=False,
)
FORMS = RecordCodec(
    name="forms",
    kind=Definition,
    fetch=_fetch_forms,
    write=_form_data,
    read=_form,
    check=_check_form,
    identity=_key,
    named=_title,
    columns=("form", "opened_on", "every_days", "hidden"),
    called={"form": ("title", "content")},
    checks_all=False,
    twice=_form_twice,
)
FILLED_FORMS = RecordCodec(
    name="filled_forms",
    kind=Response,
    fetch=_fetch_filled,
    write=_filled_data,
    read=_filled,
    check=_check_filled,
    identity=_filled_identity,
    named=_day_words,
    columns=(DATE, "form", "answers", "value"),
    checks_all=False,
)
