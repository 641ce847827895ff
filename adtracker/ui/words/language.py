"""How days and numbers are written in the window, and the ways of writing that a person is used to.

Days and numbers are written in the language of the texts, so that no sentence is in two. What a person types is read
as their computer is set: 8/5/2026 is in May for some and in August for others.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Qt

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.typed_day import DayHabits, days_read
from adtracker.language import ENGLISH, spoken

_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_LENGTHS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)


class _Used:
    """What the person is used to; set once, when the program starts."""

    habits = _ENGLISH


def speak(habits: QLocale) -> None:
    """From now on write as the texts do, and read as a person with these habits writes."""
    _Used.habits = habits
    texts = locale_of(spoken())
    is_same = habits.language() is texts.language()
    # Not the system's own way, which may have the names of its months from a third language.
    QLocale.setDefault(QLocale(habits.language(), habits.territory()) if is_same else texts)


def locale_of(code: str) -> QLocale:
    """How a language of the texts writes; a screen reader says in it what a widget with this locale says."""
    return _ENGLISH if code == ENGLISH else QLocale(code)


def first_weekday() -> Qt.DayOfWeek:
    """The day that the person's weeks begin with."""
    return _Used.habits.firstDayOfWeek()


def days_typed(text: str, shown: date) -> tuple[date, ...]:
    """The days that a text can be: one, none, or several if the person has to say which; see `days_read`."""
    both = (QLocale(), _Used.habits)
    months = [
        (name(number, length), number)
        for locale in both
        for name in (locale.standaloneMonthName, locale.monthName)
        for length in _LENGTHS
        for number in range(1, 13)
    ]
    weekdays = [
        (locale.dayName(number, length), number) for locale in both for length in _LENGTHS for number in range(1, 8)
    ]
    return days_read(text, shown, DayHabits(months, weekdays, _order(_Used.habits)))


def usual_order() -> DateOrder | None:
    """What comes first where the person writes a day in numbers; None where it is the year."""
    return _order(_Used.habits)


def _order(habits: QLocale) -> DateOrder | None:
    """What comes first in a short day; None where it is the year."""
    short = habits.dateFormat(QLocale.FormatType.ShortFormat)
    day, month, year = (short.index(letter) for letter in "dMy")
    if year < min(day, month):
        return None
    return DateOrder.DAY_FIRST if day < month else DateOrder.MONTH_FIRST
