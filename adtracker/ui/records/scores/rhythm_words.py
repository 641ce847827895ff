"""How often a questionnaire is filled in, in words."""

from __future__ import annotations

from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.language import tr, tr_count


def rhythm_words(every_days: int | None) -> str:
    """A form's rhythm in days: "every week", "every 4 weeks", "every 10 days"; None is "whenever you like"."""
    if every_days is None:
        return tr("whenever you like")
    weeks, days = divmod(every_days, DAYS_A_WEEK)
    if days:
        return tr_count("every day", "every {count} days", every_days)
    return tr_count("every week", "every {count} weeks", weeks)
