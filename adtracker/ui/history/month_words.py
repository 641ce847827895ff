"""The calendar of a month in words: what the month has, and what a day has."""

from __future__ import annotations

from datetime import date

from adtracker.domain.common.measure import ITCH
from adtracker.domain.views.month_grid import MonthCell, MonthGrid
from adtracker.domain.views.week_grid import Stage
from adtracker.language import begun, tr
from adtracker.resources import texts
from adtracker.ui.words.day_words import day_words, whole_month_words
from adtracker.ui.words.entry_words import Names, entry_sentence
from adtracker.ui.words.number_words import days, value_words


def month_sentence(grid: MonthGrid) -> str:
    """A month: "November 2026: 20 days recorded, itch 2 to 7"."""
    month = begun(whole_month_words(grid.month.period.first))
    if not grid.recorded:
        return tr("{month}: nothing recorded", month=month)
    return tr("{month}: {days} recorded, {itch}", month=month, days=days(grid.recorded), itch=_itch(grid))


def cell_sentence(cell: MonthCell, today: date, names: Names) -> str:
    """A day with all that its cell shows, and the numbers that it has no room for."""
    if not cell.can_open:
        return tr("{day}: not yet", day=day_words(cell.day, today))
    more = [tr("with a note")] if cell.has_note else []
    if cell.reason is not None:
        reason = texts().say(f"happening.reason.{cell.reason.value}")
        more.append(tr("in a break: {reason}", reason=reason))
    if cell.course_week is not None:
        more.append(tr("week {course_week} of the course", course_week=cell.course_week))
    sentence = entry_sentence(cell.day, today, cell.entry, names, more)
    return tr("Today, {sentence}", sentence=sentence) if cell.stage is Stage.RUNNING else sentence


def week_mark(cell: MonthCell) -> str:
    """What stands in a cell with which a week of the course begins: "Week 5"; empty in all others."""
    return tr("Week {course_week}", course_week=cell.course_week) if cell.begins_week else ""


def _itch(grid: MonthGrid) -> str:
    if grid.itch_range is None:
        return tr("no number for itch")
    lowest, highest = (value_words(value, ITCH) for value in grid.itch_range)
    if lowest == highest:
        return tr("itch {lowest}", lowest=lowest)
    return tr("itch {lowest} to {highest}", lowest=lowest, highest=highest)
