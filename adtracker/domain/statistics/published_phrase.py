"""What the counts beside published definitions are called, said and set beside: the same words for every reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.period import Period
from adtracker.domain.scores.score_reading import Reading
from adtracker.domain.statistics.published_counts import CalmWeeks, PublishedCounts, Run


@dataclass(frozen=True, slots=True)
class Speech:
    """How a reader says sentences of the catalogue (key and what fills its gaps), spans of days, and days."""

    say: Callable[..., str]
    span: Callable[[Period], str]
    day: Callable[[date], str]


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """What was counted, the count in words, and the definition it stands beside."""

    what: str
    count: str
    source: str


def published_rows(found: PublishedCounts, speech: Speech) -> tuple[PublishedRow, ...]:
    """A row for each count; none about creams where nothing is known of them."""
    return tuple(
        PublishedRow(_of(speech, key, "what"), said, _of(speech, key, "source")) for key, said in _said(found, speech)
    )


def published_line(row: PublishedRow, speech: Speech) -> str:
    """A row as one line."""
    return speech.say("published.line", what=row.what, count=row.count, source=row.source)


def _of(speech: Speech, key: str, part: str, **values: object) -> str:
    return speech.say(f"published.{key}.{part}", **values)


def _said(found: PublishedCounts, speech: Speech) -> Iterator[tuple[str, str]]:
    week = found.week
    known = week.average is not None
    yield "week", _of(speech, "week", "count" if known else "too_few", worst=week.worst, average=week.average, n=week.n)
    yield "average", _calm(found.average, speech)
    yield "every_day", _calm(found.every_day, speech)
    if found.cream is not None:
        yield "cream", _of(speech, "cream", "count", used=found.cream.used, known=found.cream.known)
    if found.controlled is not None:
        yield "totally", _weeks(found.controlled.totally, found.controlled.counted, speech)
        yield "well", _weeks(found.controlled.well, found.controlled.counted, speech)


def _weeks(count: int, counted: int, speech: Speech) -> str:
    return speech.say("published.of", count=count, counted=counted) if counted else speech.say("published.none")


def _calm(weeks: CalmWeeks, speech: Speech) -> str:
    """How many, the longest run of them, and the scores given in it."""
    said = [_weeks(weeks.calm, weeks.counted, speech)]
    if weeks.longest is not None:
        said += [_run(weeks.longest, speech), *(_score(one, speech) for one in weeks.longest.scores)]
    return speech.say("published.between").join(said)


def _run(run: Run, speech: Speech) -> str:
    return speech.say("published.run", count=run.weeks, weeks=run.weeks, span=speech.span(run.period))


def _score(one: Reading, speech: Speech) -> str:
    value = f"{one.value:.{one.decimals}f}"
    return speech.say("published.score", name=one.name, value=value, day=speech.day(one.day))
