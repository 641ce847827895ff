"""A questionnaire as it was filled in for a day: the answers, the text they were given to, and the score of then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from adtracker.domain.answering import Answers, asked, check_answers
from adtracker.domain.day import check_day
from adtracker.domain.instrument import Answer, Edition, Instrument
from adtracker.domain.problem import Problem, check_number
from adtracker.domain.scoring import Score, score

# Forms like these ask about the last week (POEM, RECAP, ADCT, DLQI), so one a week overlaps with none.
RHYTHM = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The answers to one edition of a form, as (link, answer) pairs sorted by link; a question left out has none.

    `value` is the score they had by the form's rule when they were given, None if the form has none or was incomplete.
    `removed_on` is the diary day it was deleted.
    """

    day: date
    edition: Edition
    answers: tuple[tuple[str, Answer], ...]
    value: float | None = None
    removed_on: date | None = None
    key: int | None = None

    @property
    def by_link(self) -> Answers:
        """The answers by the link of their question."""
        return dict(self.answers)


def fill(instrument: Instrument, day: date, answers: Answers) -> FilledForm:
    """A form filled in; answers to questions that are not asked (any more) are left out of it."""
    links = sorted(question.link for question in asked(instrument, answers) if question.link in answers)
    found = score(instrument, answers)
    kept = tuple((link, answers[link]) for link in links)
    return FilledForm(day, instrument.edition, kept, found.value if isinstance(found, Score) else None)


def due_day(days: Iterable[date], today: date) -> date:
    """The day on which a form is to be filled in next, given the days on which it was; today if it never was."""
    return max((day + RHYTHM for day in days), default=today)


def check_filled_form(form: FilledForm, instrument: Instrument, today: date) -> list[Problem]:
    """What is wrong with a form filled in, `instrument` being its edition; empty if it may be stored."""
    problems = check_day(form.day, today) + check_answers(instrument, form.by_link)
    links = [link for link, _ in form.answers]
    if not links:
        problems.append(Problem("answers", "answers_missing"))
    if links != sorted(set(links)):
        problems.append(Problem("answers", "answers_order"))
    if instrument.scoring is not None:
        return problems + check_number("value", form.value, instrument.scoring.minimum, instrument.scoring.maximum)
    return problems if form.value is None else [*problems, Problem("value", "form_unscored")]
