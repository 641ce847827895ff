"""What stands at the right edge of a row, in short and as a sentence: how far it came, or what was taken or used."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale

from adtracker.domain.scores.score_change import ScoreChange
from adtracker.domain.views.course_lanes import CourseLane
from adtracker.domain.views.week_grid import WeekGrid, WeekRow
from adtracker.language import isolated, tr
from adtracker.ui.words import entry_words
from adtracker.ui.words.day_words import date_words
from adtracker.ui.words.number_words import NO_BREAK, arrow, change_words, points_mark
from adtracker.ui.words.score_words import value_text


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """`text` as it stands there, and the whole `sentence`; a change `is_strong`, a count is not."""

    text: str
    sentence: str
    is_strong: bool = True


def row_change(grid: WeekGrid, row: WeekRow, names: entry_words.Names) -> ChangeWords | None:
    """How far the newest week of a measure is from the baseline: in points, never in per cent of a scale."""
    found = grid.change(row)
    if found is None:
        return None
    sentence = tr(
        "{name}, week {week}: {change}",
        name=names[row.measure.key]["label"],
        week=found.week.number,
        change=change_words(found.change, row.measure),
    )
    return ChangeWords(points_mark(found.change, row.measure), sentence)


def lane_change(lane: CourseLane, name: str) -> ChangeWords | None:
    """How far a score has come, how many planned injections were taken, on how many days a treatment was used."""
    if lane.change is not None:
        return _score_change(lane.change, name)
    if lane.counted is None:
        return None
    counted = lane.counted
    if lane.shows_doses:
        taken, planned = counted.taken, counted.planned
        if not planned:
            return None
        short = tr("{taken} of {planned} taken", taken=taken, planned=planned)
        whole = tr(
            "{name}: {taken} of {planned} planned doses of the course were taken.",
            name=name,
            taken=taken,
            planned=planned,
        )
    else:
        used, days = counted.days_used, lane.of
        short = tr("{used} of {days} days", used=used, days=days)
        whole = tr("{name}: used on {used} of the {days} days of the course so far.", name=name, used=used, days=days)
    return ChangeWords(short, whole, is_strong=False)


def no_change(name: str) -> str:
    """What is said where nothing stands."""
    return tr("{name}: no change to show", name=name)


def _score_change(found: ScoreChange, name: str) -> ChangeWords | None:
    if found.change is None or found.baseline is None:
        return None
    decimals = max(found.newest.decimals, found.baseline.decimals)
    size = QLocale().toString(abs(float(found.change)), "f", decimals)
    text = tr("no change")
    if found.change:
        text = f"{arrow(found.change)}{NO_BREAK}{size}"
    percent = found.percent
    if percent:
        # A minus sign, as an arrow stands before the points alone.
        sign = "\u2212" if percent < 0 else "+"
        share = QLocale().toString(abs(float(percent)), "f", 0)
        text = f"{text} ({isolated(f'{sign}{share}{NO_BREAK}%')})"
    sentence = tr(
        "{name}: {before} on {first}, {now} on {last}.",
        name=name,
        before=value_text(found.baseline),
        first=date_words(found.baseline.day),
        now=value_text(found.newest),
        last=date_words(found.newest.day),
    )
    return ChangeWords(text, sentence)
