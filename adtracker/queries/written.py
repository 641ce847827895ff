"""Whether what is asked of a day is written: for whoever is reminded of it, or asked at log-in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.records.recall import Recall
from adtracker.domain.views.rhythm import answer_of, asking_week

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which a program that is asked for its version does not need
    from adtracker.storage.journal import Journal


def is_written(journal: Journal, day: date) -> bool:
    """Whether there is anything of the day or, for those who write once a week, of the week it lies in; or whether it
    lies in a break, on which nothing is asked. Raises DiaryError.
    """
    if any(one.first <= day <= one.last for one in journal.breaks()):
        return True
    weekly_on = journal.profile().weekly_on
    if weekly_on is not None:
        week = asking_week(weekly_on, day)
        if answer_of(journal.standing(Recall, week), week) is not None:
            return True
    return not journal.entry(day).is_empty
