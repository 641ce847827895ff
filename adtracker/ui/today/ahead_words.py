"""The line at the foot of Today: how the days before the next visit are kept, and what a young diary can say yet."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from adtracker.domain.views.first_days import BeforeVisit, FirstDays, before_visit, first_days
from adtracker.ui.today.read_days import ReadDays
from adtracker.ui.words.day_words import short_day_words

translate = QCoreApplication.translate


def ahead_words(read: ReadDays, today: date, minimum: int) -> str:
    """Both, a line each; empty where neither is to be said."""
    visit = before_visit(read.visit, read.lately)
    young = first_days(read.lately, read.begun_on, today, minimum)
    lines = ("" if visit is None else visit_line(visit, today), "" if young is None else _young(young))
    return "\n".join(filter(None, lines))


def visit_line(found: BeforeVisit, today: date) -> str:
    """Such as "Visit on Thu 14 Jan. 19 of the 28 days before it are written."."""
    day = short_day_words(found.visit.day, today)
    if found.days.first > today:
        first = short_day_words(found.days.first, today)
        return translate("ahead_words", "Visit on {day}. The {length} days before it begin on {first}.").format(
            day=day, length=found.days.length, first=first
        )
    words = translate("ahead_words", "Visit on {day}. {written} of the {length} days before it are written.")
    if found.written == 1:
        words = translate("ahead_words", "Visit on {day}. {written} of the {length} days before it is written.")
    return words.format(day=day, written=found.written, length=found.days.length)


def _young(found: FirstDays) -> str:
    average = translate("ahead_words", "{count} days are written. An average needs {minimum} of 7 days.")
    if found.has_average:
        average = translate("ahead_words", "{count} days are written, so this week has an average.")
    change = {
        3: translate("ahead_words", "Whether itch changed cannot be said yet."),
        7: translate("ahead_words", "Whether itch changed needs {needs} of 14 days, and that twice."),
        14: translate("ahead_words", "Whether itch changed is said in Trends from {needs} of 14 days on, twice."),
    }[found.stage]
    values = {"count": found.count, "minimum": found.minimum, "needs": found.needs}
    return f"{average} {change}".format(**values)
