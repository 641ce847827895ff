"""The few words beside a mark of a lane: when a planned visit is, what a side effect was and how long."""

from __future__ import annotations

from adtracker.domain.records.diary_break import DiaryBreak
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.views.event import Event
from adtracker.language import in_a_line, tr
from adtracker.ui.words.day_words import short_day_words
from adtracker.ui.words.event_words import Names, reason_words, severity_words, when_words
from adtracker.ui.words.number_words import days


def label_words(one: Event, names: Names) -> str:
    """ "Thu 10 Dec" of what is planned; "sore arm, mild, 3 days" of what lasted; of a break its days,
    "holiday, 7 to 16 January 2026", for those among them that were written are counted nowhere as a break."""
    if one.kind.is_planned:
        return short_day_words(one.day, one.day)
    if isinstance(one.record, DiaryBreak):
        return f"{reason_words(one.record.reason, names)}, {when_words(one)}"
    facts = [" ".join(one.title.split())]
    if isinstance(one.record, SideEffect):
        facts.append(severity_words(one.record.severity, names))
    facts.append(tr("goes on") if one.goes_on else days(one.period.length))
    return in_a_line(facts, ", ")
