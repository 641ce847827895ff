"""Days in words, the way the person's language writes them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def day_words(day: date, today: date) -> str:
    """A day such as "Sunday 22 November", with the year where it is not this one."""
    pattern = "dddd d MMMM" if day.year == today.year else "dddd d MMM yyyy"
    return QLocale().toString(qt_date(day), QCoreApplication.translate("day_words", pattern))


def qt_date(day: date) -> QDate:
    """The day as Qt has it."""
    return QDate(day.year, day.month, day.day)


def weekday_letter(day: date) -> str:
    """The first letter of the weekday."""
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)[:1]
