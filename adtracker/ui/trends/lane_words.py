"""What stands under the trend charts, in words: names of lanes, and a sentence for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from textwrap import shorten

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import Period
from adtracker.domain.records.diary_break import DiaryBreak
from adtracker.domain.scores.score_reading import Reading
from adtracker.domain.views.event import Event
from adtracker.domain.views.lanes import Bar, Lane, Lanes, Mark
from adtracker.domain.views.trend_lanes import TrendLane
from adtracker.language import in_a_line, listed, tr, tr_count
from adtracker.ui.charts.chart_stack import ChartLanes
from adtracker.ui.words.day_words import date_words, span_words
from adtracker.ui.words.event_words import Names, reason_words
from adtracker.ui.words.photo_words import region_words
from adtracker.ui.words.score_words import reading_words, value_text

MOST_LISTED = 6
LONGEST = 70


def chart_lanes(drawn: Sequence[TrendLane], lanes: Lanes, names: Names) -> ChartLanes:
    """The lanes as the charts show them; `names` is the text catalogue's table "happening"."""
    return ChartLanes(drawn, [drawn_name(lane, names) for lane in drawn], lanes.days())


def drawn_name(lane: TrendLane, names: Names) -> str:
    """A treatment's own name, that of a kind, or of two that share a lane."""
    if lane.treatment is not None:
        return lane.treatment.name
    if len(lane.kinds) == 1:
        return names["lanes"][lane.kinds[0].value]
    return names["shared"]["_".join(kind.value for kind in lane.kinds)]


def lane_name(lane: Lane, names: Names) -> str:
    """A treatment's own name, or that of a kind."""
    return lane.name if lane.kind is None else names["lanes"][lane.kind.value]


def happening_facts(happened: Sequence[Event], names: Names, regions: Mapping[str, str]) -> list[str]:
    """What happened on a day in a few words, all doses in one; what is too long is cut."""
    facts: dict[str, list[str]] = {}
    for one in happened:
        title = _title(one, names, regions)
        facts.setdefault(names["kinds"][one.kind.value], []).append(" ".join(title.split()))
    said = [_fact(kind, [title for title in titles if title]) for kind, titles in facts.items()]
    return [shorten(fact, LONGEST, placeholder="…") for fact in said]


def lane_sentences(lanes: Lanes, first: date, names: Names) -> list[str]:
    """What the lanes show, a sentence or two for each; `first` is the day of index 0."""
    said = [_sentence(lane, first, lane_name(lane, names)) for lane in lanes.lanes]
    if lanes.left_out:
        more = tr("Treatments without a lane of their own: {left_out}.", left_out=lanes.left_out)
        said.append(more)
    return said


def _title(one: Event, names: Names, regions: Mapping[str, str]) -> str:
    """What the person wrote; where a photo was taken; a score with its number; why there was a break."""
    if isinstance(one.record, DiaryBreak):
        return reason_words(one.record.reason, names)
    if one.kind is EventKind.PHOTO:
        return region_words(one.title or None, regions)
    if isinstance(one.record, Reading):
        value = reading_words(one.record) if one.record.value is None else value_text(one.record)
        return tr("{name} {value}", name=one.title, value=value)
    return one.title


def _fact(kind: str, titles: Sequence[str]) -> str:
    if not titles:
        return kind
    return tr("{kind}: {title}", kind=kind, title=in_a_line(titles, ", "))


def _sentence(lane: Lane, first: date, name: str) -> str:
    title = tr("{name}:", name=name)
    facts = _bars(lane.bars, first)
    if lane.kind is None:
        facts += _doses(lane.marks)
    elif not lane.bars:
        facts = _dates(lane.marks, first)
    return f"{title} {listed(facts)}."


def _bars(bars: Sequence[Bar], first: date) -> list[str]:
    said = [_span(bar, first) for bar in bars[-MOST_LISTED:]]
    return [_more(len(bars) - len(said)), *said] if len(bars) > len(said) else said


def _span(bar: Bar, first: date) -> str:
    words = span_words(Period(first + timedelta(days=bar.first), first + timedelta(days=bar.last)))
    return tr("{days} ({dose})", dose=bar.dose, days=words) if bar.dose else words


def _doses(marks: Sequence[Mark]) -> list[str]:
    """How often: a day on which some doses were taken and others skipped counts as one with a dose."""
    taken = sum(mark.kind is EventKind.DOSE for mark in marks)
    skipped = sum(mark.kind is EventKind.SKIPPED for mark in marks)
    said = [tr_count("doses on {count} day", "doses on {count} days", taken)] if taken else []
    return [*said, tr_count("skipped on {count} day", "skipped on {count} days", skipped)] if skipped else said


def _dates(marks: Sequence[Mark], first: date) -> list[str]:
    listed = [date_words(first + timedelta(days=mark.index)) for mark in marks[-MOST_LISTED:]]
    more = len(marks) - len(listed)
    return [_more(more), *listed] if more else listed


def _more(count: int) -> str:
    return tr("{count} earlier", count=count)
