"""Which measures a person looks at on Trends, and in which order; remembered without a word of the diary."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256

from adtracker.domain.common.measure import ANSWER, MEASURES, Direction, Measure
from adtracker.domain.records.question import Question, measures_with
from adtracker.domain.statistics.sign_days import MOST_POINTS

# More panels than this are too low to be read.
MOST_PANELS = 4
# The weekly sum of `domain.sign_days`. No single day has one, so it is not among the measures that are averaged.
SIGN_SUM = Measure("sign_days", 0, MOST_POINTS, Direction.LOWER_IS_BETTER, 0, "", "accent")
_MARK_LENGTH = 16


def offered_measures(questions: Iterable[Question], answered: Collection[str]) -> tuple[Measure, ...]:
    """What can be looked at: what every day has, days with signs, and the questions asked now or answered ever."""
    asked = [question for question in questions if not question.hidden or question.key in answered]
    measures = measures_with(asked)
    return (*MEASURES, SIGN_SUM, *measures[len(MEASURES) :])


def mark(measure: Measure) -> str:
    """What the settings know a measure by. Own words of the diary must not stand there: a question's are hashed."""
    if not measure.key.startswith(ANSWER):
        return measure.key
    return ANSWER + sha256(measure.key.encode()).hexdigest()[:_MARK_LENGTH]


def chosen_measures(marks: Sequence[str], on_offer: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures of these marks in their order, at most `MOST_PANELS`; those of every day if none is on offer."""
    by_mark = {mark(measure): measure for measure in on_offer}
    found = [by_mark[one] for one in dict.fromkeys(marks) if one in by_mark]
    return tuple(found[:MOST_PANELS]) or MEASURES
