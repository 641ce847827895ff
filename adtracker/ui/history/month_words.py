"""The calendar of a month in words: what the month has, and what a day has."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from adtracker.domain.common.measure import ITCH
from adtracker.domain.views.month_grid import MonthCell, MonthGrid
from adtracker.domain.views.week_grid import Stage
from adtracker.resources import texts
from adtracker.ui.words.day_words import day_words, whole_month_words
from adtracker.ui.words.entry_words import Names, entry_sentence
from adtracker.ui.words.number_words import days, value_words

translate = QCoreApplication.translate


def month_sentence(grid: MonthGrid) -> str:
    """A month: "November 2026: 20 days recorded, itch 2 to 7"."""
    month = whole_month_words(grid.month.period.first)
    if not grid.recorded:
        return translate("month_words", "{month}: nothing recorded").format(month=month)
    return translate("month_words", "{month}: {days} recorded, {itch}").format(
        month=month, days=days(grid.recorded), itch=_itch(grid)
    )


def cell_sentence(cell: MonthCell, today: date, names: Names) -> str:
    """A day with all that its cell shows, and the numbers that it has no room for."""
    if not cell.can_open:
        return translate("month_words", "{day}: not yet").format(day=day_words(cell.day, today))
    more = [translate("month_words", "with a note")] if cell.has_note else []
    if cell.reason is not None:
        reason = texts().say(f"happening.reason.{cell.reason.value}")
        more.append(translate("month_words", "in a break: {}").format(reason))
    if cell.course_week is not None:
        more.append(translate("month_words", "week {} of the course").format(cell.course_week))
    sentence = entry_sentence(cell.day, today, cell.entry, names, more)
    return translate("month_words", "Today, {}").format(sentence) if cell.stage is Stage.RUNNING else sentence


def week_mark(cell: MonthCell) -> str:
    """What stands in a cell with which a week of the course begins: "Week 5"; empty in all others."""
    return translate("month_words", "Week {}").format(cell.course_week) if cell.begins_week else ""


def _itch(grid: MonthGrid) -> str:
    if grid.itch_range is None:
        return translate("month_words", "no number for itch")
    lowest, highest = (value_words(value, ITCH) for value in grid.itch_range)
    if lowest == highest:
        return translate("month_words", "itch {}").format(lowest)
    return translate("month_words", "itch {lowest} to {highest}").format(lowest=lowest, highest=highest)
