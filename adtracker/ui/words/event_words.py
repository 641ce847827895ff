"""Visits, side effects and breaks in words, as the person gave them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from adtracker.domain.common.period import Period
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.score_reading import Reading
from adtracker.domain.views.event import Event
from adtracker.language import in_a_line, tr, tr_count
from adtracker.ui.words.day_words import date_words, short_day_words, span_words
from adtracker.ui.words.score_words import reading_words

# The text catalogue's `happening` table.
Names = Mapping[str, Mapping[str, str]]

BETWEEN = " · "


def title_words(happening: Event, names: Names) -> str:
    """What it is: "Visit: Dr. Weber", "Side effect: sore arm", "Break: holiday"."""
    kind, record = names["kinds"][happening.kind.value], happening.record
    title = reason_words(record.reason, names) if isinstance(record, DiaryBreak) else happening.title
    if not title:
        return kind
    return tr("{kind}: {title}", kind=kind, title=title)


def detail_words(happening: Event, names: Names) -> str:
    """How bad a side effect was and how long, what was done; what was said at a visit. Empty if nothing was written."""
    record = happening.record
    match record:
        case SideEffect(severity=severity, done=done):
            facts = (severity_words(severity, names), when_words(happening), done)
        case Visit(notes=notes):
            facts = (notes, "", "")
        case DiaryBreak(words=words):
            facts = (when_words(happening), words, "")
        case Reading():
            facts = (reading_words(record), "", "")
        case _:
            facts = ("", "", "")
    return in_a_line((" ".join(fact.split()) for fact in facts), BETWEEN)


def severity_words(severity: Severity | None, names: Names) -> str:
    """How bad it was; empty if that was not said."""
    return "" if severity is None else names["severity"][severity.value]


def reason_words(reason: BreakReason, names: Names) -> str:
    """Why there was a break."""
    return names["reason"][reason.value]


def when_words(happening: Event) -> str:
    """Its day or days: "3 November 2026", "3 to 9 November 2026", "since 3 November 2026, goes on"."""
    if happening.goes_on:
        return tr("since {date}, goes on", date=date_words(happening.day))
    return span_words(Period(happening.period.first, happening.period.last))


def next_visit_words(visit: Visit, today: date) -> str:
    """How far ahead a visit is: "Next visit in 12 days, Fri 11 Dec: Dr. Weber"."""
    days, day = (visit.day - today).days, short_day_words(visit.day, today)
    if days == 1:
        words = tr("Next visit tomorrow, {day}", day=day)
    else:
        words = tr_count("Next visit in {count} day, {day}", "Next visit in {count} days, {day}", days, day=day)
    if not visit.who:
        return words
    return tr("{visit}: {who}", visit=words, who=visit.who)
