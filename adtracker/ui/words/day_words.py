"""Days in words, the way the person's language writes them."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale

from adtracker.domain.common.period import Period
from adtracker.language import begun, day_number, tr

# In a pattern of Qt's: words in quotes and names of weekdays, or else the number of the day.
_DAY_OF_MONTH = re.compile(r"('[^']*'|dd+)|d")
_TOLD_APART = 4  # letters of a week that differ, at least: M, D, F and S in German
_STOP_OF_A_WORD = re.compile(r"(?<=[^\W\d])\.")


def day_words(day: date, today: date) -> str:
    """A day such as "Sunday 22 November", with the year where it is not this one."""
    pattern = tr("dddd d MMMM") if day.year == today.year else tr("dddd d MMM yyyy")
    return _written(day, pattern)


def day_begun_words(day: date, *, is_back: bool = False) -> str:
    """That another diary day is today now; `is_back` says that it has been so before."""
    said = day_words(day, day)
    return tr("It is {day} again", day=said) if is_back else tr("A new day has begun: {day}", day=said)


def short_day_words(day: date, today: date) -> str:
    """A day for a table, such as "Sun 22 Nov", without the weekday but with the year where it is not this one."""
    pattern = tr("ddd d MMM") if day.year == today.year else tr("d MMM yyyy")
    return _written(day, pattern)


def brief_day(day: date) -> str:
    """A day where the year is clear, such as "22 Nov"."""
    return _written(day, tr("d MMM"))


def brief_day_before(day: date, other: date) -> str:
    """The same where another day follows: without the month if that one says it, such as the first of "5 to 9 Nov"."""
    return _written(day, tr("d")) if (day.year, day.month) == (other.year, other.month) else brief_day(day)


def listed_day_words(day: date) -> str:
    """A day for a list over many years, such as "Sun 22 Nov 2026"."""
    return _written(day, tr("ddd d MMM yyyy"))


def whole_month_words(day: date) -> str:
    """A month for a heading or a sentence, such as "November 2026"."""
    return _written(day, tr("MMMM yyyy"))


def month_words(day: date) -> str:
    """A month such as "Nov 2026"."""
    return _written(day, tr("MMM yyyy"))


def qt_date(day: date) -> QDate:
    """The day as Qt has it."""
    return QDate(day.year, day.month, day.day)


def short_weekday(weekday: int) -> str:
    """The short name of a weekday (1 is Monday), without a full stop as in a date."""
    return _STOP_OF_A_WORD.sub("", QLocale().dayName(weekday, QLocale.FormatType.ShortFormat))


def weekday_letter(day: date) -> str:
    """The first letter of the weekday; its narrow or else its short name where all begin alike, as in Hebrew."""
    short = [short_weekday(weekday) for weekday in range(1, 8)]
    narrow = [QLocale().dayName(weekday, QLocale.FormatType.NarrowFormat) for weekday in range(1, 8)]
    tellable = ([name[:1] for name in short], narrow)
    found = next((names for names in tellable if len(set(names)) >= _TOLD_APART), short)
    return begun(found[day.weekday()])


def date_words(day: date) -> str:
    """A date such as "2 August 2026"."""
    return _written(day, tr("d MMMM yyyy"))


def narrow_date_words(day: date) -> str:
    """The same where there is little room, such as "2 Aug 2026"."""
    return _written(day, tr("d MMM yyyy"))


def two_days_words(text: str, first: date, second: date) -> str:
    """That what was typed could be two days."""
    return tr(
        "“{text}” could be {first} or {second}. Please write the month in letters.",
        text=text.strip(),
        first=date_words(first),
        second=date_words(second),
    )


def span_words(period: Period) -> str:
    """A period such as "30 August to 5 September 2026"; a month or year that both ends share is said once."""
    first, last = period.first, period.last
    if period.length == 1:
        return date_words(last)
    pattern = tr("d MMMM yyyy") if first.year != last.year else tr("d MMMM") if first.month != last.month else tr("d")
    begin = _written(first, pattern)
    return tr("{begin} to {date}", begin=begin, date=date_words(last))


def _written(day: date, pattern: str) -> str:
    """A day by a pattern. What is cut short has no full stop behind it, or two would end a sentence: 11. Dez, dic."""
    pattern = _DAY_OF_MONTH.sub(lambda found: found[1] or f"'{day_number(day.day)}'", pattern)
    return _STOP_OF_A_WORD.sub("", QLocale().toString(qt_date(day), pattern))
