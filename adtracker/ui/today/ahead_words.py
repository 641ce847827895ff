"""The lines at the foot of Today: how the days before the next visit are kept, and what a young diary can say yet."""

from __future__ import annotations

from datetime import date

from adtracker.domain.views.first_days import BeforeVisit, FirstDays, before_visit, first_days
from adtracker.language import tr, tr_count
from adtracker.ui.today.read_days import ReadDays
from adtracker.ui.words.day_words import short_day_words


def visit_words(read: ReadDays, today: date) -> str:
    """How the days before the next visit are kept; empty without one."""
    found = before_visit(read.visit, read.lately)
    return "" if found is None else visit_line(found, today)


def young_words(read: ReadDays, today: date, minimum: int) -> str:
    """What a young diary can say; empty for any other. `minimum` is how many days of seven make an average."""
    found = first_days(read.lately, read.begun_on, today, minimum) if read.period.last == today else None
    return "" if found is None else _young(found)


def visit_line(found: BeforeVisit, today: date) -> str:
    """Such as "Visit on Thu 14 Jan. 19 of the 28 days before it are written."."""
    day = short_day_words(found.visit.day, today)
    if found.days.first > today:
        first = short_day_words(found.days.first, today)
        return tr(
            "Visit on {day}. The {length} days before it begin on {first}.",
            day=day,
            length=found.days.length,
            first=first,
        )
    return tr_count(
        "Visit on {day}. {count} of the {length} days before it is written.",
        "Visit on {day}. {count} of the {length} days before it are written.",
        found.written,
        day=day,
        length=found.days.length,
    )


def _young(found: FirstDays) -> str:
    count, needs = found.count, found.needs
    average = tr("{count} days are written. An average needs {minimum} of 7 days.", count=count, minimum=found.minimum)
    if found.has_average:
        average = tr("{count} days are written, so this week has an average.", count=count)
    change = {
        3: tr("Whether itch changed cannot be said yet."),
        7: tr("What itch did in 4 weeks needs {needs} of 14 days at their beginning, and at their end.", needs=needs),
        14: tr("Trends says what itch did in 4 weeks, with {needs} of 14 days at either end.", needs=needs),
    }[found.stage]
    return f"{average} {change}"
