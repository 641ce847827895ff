"""What a form of the diary says: its content is the form's data, whatever the file was that it was opened from."""

from __future__ import annotations

import json
from datetime import date

from adtracker.domain.common.period import check_calendar_day
from adtracker.domain.common.problem import Problem, RefusedError, check_number
from adtracker.domain.scores.definition import MOST_DAYS, Definition
from adtracker.domain.scores.questionnaire import Questionnaire
from adtracker.domain.scores.questionnaire_data import instrument_data
from adtracker.domain.scores.questionnaire_reader import read_instrument


def definition_of(instrument: Questionnaire, opened_on: date) -> Definition:
    """A form as it is kept in the diary from a day on."""
    return Definition(instrument.edition, instrument.title, content_of(instrument), opened_on)


def content_of(instrument: Questionnaire) -> str:
    """The text that `instrument_of` reads again; the same form always gives the same text (5 and 5.0 are the same)."""
    same = read_instrument(instrument_data(instrument))
    return json.dumps(instrument_data(same), ensure_ascii=False, separators=(",", ":"))


def questionnaire_of(form: Definition) -> Questionnaire:
    """What a form asks and how it is scored. Raises RefusedError with all that keeps its content from being a form."""
    try:
        data = json.loads(form.content)
    except (ValueError, RecursionError):
        raise RefusedError([Problem("content", "form_unreadable")]) from None
    return read_instrument(data)


def check_definition(form: Definition) -> list[Problem]:
    """What is wrong with a form; empty if it may be stored."""
    problems = check_calendar_day("date", form.opened_on) + check_number("every_days", form.every_days, 1, MOST_DAYS)
    try:
        instrument = questionnaire_of(form)
    except RefusedError as error:
        return [*problems, *error.problems]
    if (form.key, form.title) != (instrument.edition, instrument.title):
        problems.append(Problem("key", "form_misnamed"))
    return problems


def check_same_definition(form: Definition, stored: Definition | None) -> list[Problem]:
    """What is wrong with a form beside the one that is stored under its key: answers belong to the words they met."""
    if stored is None or stored.content == form.content:
        return []
    return [Problem("content", "form_differs", {"title": stored.title})]
