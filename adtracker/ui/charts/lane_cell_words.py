"""A cell of a lane in a sentence: doses, use, visits, side effects or a score in one week of a course."""

from __future__ import annotations

from collections.abc import Sequence

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.scores.score_reading import Reading
from adtracker.domain.treatments.adherence import Adherence
from adtracker.domain.views.course_lanes import CourseLane, LaneCell
from adtracker.domain.views.event import Event
from adtracker.domain.views.week_grid import Stage, Week
from adtracker.language import listed, tr, tr_count
from adtracker.ui.charts.week_words import week_words
from adtracker.ui.words.day_words import date_words, span_words
from adtracker.ui.words.event_words import Names, title_words, when_words
from adtracker.ui.words.number_words import NOTHING
from adtracker.ui.words.score_words import reading_words, value_text

TICK = "✓"


def lane_cell_words(week: Week, lane: CourseLane, column: int, names: Names, name: str, *, began_late: bool) -> str:
    """Such as "Week 5, 30 August to 5 September 2026: Amlitelimab, 1 of 1 planned dose taken"."""
    cell = lane.cells[column]
    which = f"{week_words(week, began_late=began_late)}, {span_words(week.period)}"
    facts = [] if cell is None else _facts(cell, names)
    if not facts:
        facts = [_none(week, cell)]
    return tr("{week}: {name}, {facts}", week=which, name=name, facts=listed(facts))


def _facts(cell: LaneCell, names: Names) -> list[str]:
    if cell.scores:
        return [_score(reading) for reading in cell.scores]
    events = [_event(one, names) for one in cell.happened]
    if cell.doses is None:
        return events
    amounts = dict.fromkeys(bar.dose for bar in cell.bars if bar.dose)
    return [*_doses(cell.doses), *amounts, *events]


def _none(week: Week, cell: LaneCell | None) -> str:
    """A baseline that began late has no cell of its own: its days are those of the weeks beside it."""
    if cell is None:
        return tr("see the weeks")
    if week.stage is Stage.AHEAD:
        return tr("nothing yet")
    return tr("nothing recorded")


def _doses(counts: Adherence) -> list[str]:
    """What was taken of what was planned; what is planned for today or later and not taken yet, where nothing was."""
    if not counts.planned:
        used = tr_count("used on {count} day", "used on {count} days", counts.days_used) if counts.days_used else ""
        return [used or _planned(counts.waiting)] if used or counts.waiting else []
    said = [
        tr_count(
            "{taken} of {count} planned dose taken",
            "{taken} of {count} planned doses taken",
            counts.planned,
            taken=counts.taken,
        ),
    ]
    if counts.skipped:
        said.append(tr("{skipped} skipped", skipped=counts.skipped))
    if counts.extra:
        said.append(tr("{extra} extra", extra=counts.extra))
    return said


def _planned(count: int) -> str:
    return tr_count("1 planned dose", "{count} planned doses", count)


def _event(one: Event, names: Names) -> str:
    if one.kind in (EventKind.VISIT, EventKind.SIDE_EFFECT):
        title, when = title_words(one, names), when_words(one)
    else:
        title, when = names["kinds"][one.kind.value], date_words(one.day)
    return tr("{what} ({when})", what=" ".join(title.split()), when=when)


def _score(reading: Reading) -> str:
    words = reading_words(reading)
    return tr("{what} ({when})", what=words, when=date_words(reading.day))


def score_digits(readings: Sequence[Reading]) -> str:
    """The last of a week's scores; a tick for a questionnaire that has no score, a dash where answers are missing."""
    last = readings[-1]
    if last.value is None:
        return NOTHING if last.missing else TICK
    return value_text(last)
