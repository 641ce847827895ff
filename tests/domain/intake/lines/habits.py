"""Habits of a person whose lines are read in tests, with an own question of each kind."""

from datetime import date, time

from adtracker import resources
from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.intake.lines.habits import LineHabits
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.exchange.intake.line_words import line_words

TODAY = date(2026, 11, 29)  # a Sunday
QUESTIONS = (
    Question("Stress at work", "Stress at work"),
    Question("Swam", "Swam", AnswerKind.YES_NO),
    Question("Steps", "Steps", AnswerKind.COUNT, unit="steps"),
    Question("Sport", "Sport", AnswerKind.AMOUNT, unit="h"),
)
LANGUAGES = ("en", "de", "es", "fr")
ORDERS = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, None)


def habits(
    order: DateOrder | None = DateOrder.DAY_FIRST, language: str = "en", *, written: date | None = TODAY
) -> LineHabits:
    """Those of a person whose day begins at four."""
    made = LineHabits(line_words(), resources.body(), TODAY, written, order, time(4), language)
    return made.with_questions(QUESTIONS)
