"""A fact of the last seven days that their average does not tell: the worst day, nights with itch, palms of skin."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from adtracker.domain.common.measure import EXTENT, SLEEP
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.summary import KeyNumbers
from adtracker.language import tr, tr_count
from adtracker.resources import body
from adtracker.ui.words.number_words import n_of_seven, value_words


def week_fact(numbers: KeyNumbers, entries: Mapping[date, DayEntry], today: date) -> str:
    """One sentence, empty where there is nothing to say. `entries` hold the week up to `today`."""
    week = [entries[day] for day in Period.ending(today, DAYS_A_WEEK) if day in entries]
    if numbers.measure == SLEEP:
        return _woken(week)
    if numbers.measure == EXTENT:
        return _palms(numbers.recent.mean)
    if numbers.worst is None:
        return ""
    return tr("Worst day {value}.", value=value_words(numbers.worst, numbers.measure))


def counted_words(numbers: KeyNumbers) -> str:
    """How many days are behind the average, of sleep nights: "6 of 7 nights."."""
    if numbers.measure == SLEEP:
        return tr("{n} of {nights} nights.", n=numbers.recent.n, nights=DAYS_A_WEEK)
    return f"{n_of_seven(numbers.recent.n)}."


def _woken(week: list[DayEntry]) -> str:
    nights = sum(entry.woken is True for entry in week)
    if nights:
        return tr_count("Itch woke you once.", "Itch woke you on {count} nights.", nights)
    return tr("No night with itch noted.") if any(entry.woken is False for entry in week) else ""


def _palms(percent: float | None) -> str:
    palms = 0 if percent is None else round(percent / body().palm_percent)
    if palms < 1:
        return ""
    return tr_count("About {count} of your palms.", "About {count} of your palms.", palms)
