"""Days that lie ahead, as Today meets them: those that have something open like any other, the rest are not yet."""

from __future__ import annotations

from datetime import date

from adtracker.domain.common.problem import Problem
from adtracker.ui.core.context import Context
from adtracker.ui.words.day_words import day_words


def days_ahead(context: Context) -> frozenset[date]:
    """The days after today that have something: the clock was put right, or somebody flew west."""
    return context.read(context.journal.days_ahead) or frozenset()


def not_yet_words(context: Context, day: date, today: date) -> str:
    """That a day has not come yet."""
    return context.texts.problem(Problem("date", "future_day", {"day": day_words(day, today)}))
