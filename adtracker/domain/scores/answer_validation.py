"""Filling in a questionnaire: what is kept of the answers and what may be stored."""

from __future__ import annotations

from datetime import date

from adtracker.domain.common.period import check_calendar_day
from adtracker.domain.common.problem import Problem, check_number
from adtracker.domain.scores.answering import Answers, asked, check_answers
from adtracker.domain.scores.questionnaire import Questionnaire
from adtracker.domain.scores.response import Response
from adtracker.domain.scores.scoring import Score, score


def respond(instrument: Questionnaire, day: date, answers: Answers) -> Response:
    """A form filled in; answers to questions that are not asked (any more) are left out of it."""
    links = sorted(question.link for question in asked(instrument, answers) if question.link in answers)
    found = score(instrument, answers)
    kept = tuple((link, answers[link]) for link in links)
    return Response(day, instrument.edition, kept, found.value if isinstance(found, Score) else None)


def check_response(form: Response, instrument: Questionnaire) -> list[Problem]:
    """What is wrong with a form filled in, `instrument` being its edition; empty if it may be stored."""
    problems = check_calendar_day("date", form.day) + check_answers(instrument, form.by_link)
    links = [link for link, _ in form.answers]
    if not links:
        problems.append(Problem("answers", "answers_missing"))
    if links != sorted(set(links)):
        problems.append(Problem("answers", "answers_order"))
    if instrument.scoring is not None:
        return problems + check_number("value", form.value, instrument.scoring.minimum, instrument.scoring.maximum)
    return problems if form.value is None else [*problems, Problem("value", "form_unscored")]
