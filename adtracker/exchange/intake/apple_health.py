"""Reads the hours asleep of each night from an export of Apple Health, which can be some gigabytes: as a stream.

Watch and phone may both tell of one night: what overlaps counts once. A night belongs to the day on which it ends; what
ends in the evening begins the night of the next day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO, NoReturn
from xml.parsers import expat

from adtracker.domain.common.measure import rounded
from adtracker.domain.common.progress import GoesOn, StoppedError, unwatched
from adtracker.errors import ExchangeError
from adtracker.exchange.intake.grid import Grid, GridRow

NAMES = ("night until", "hours asleep")
# Opens the XML anew, wherever it lies.
Opens = Callable[[], AbstractContextManager[IO[bytes]]]
_SLEEP = "HKCategoryTypeIdentifierSleepAnalysis"
_ASLEEP = "HKCategoryValueSleepAnalysisAsleep"  # and what kind of sleep, in newer exports
_PIECE = 1 << 18
_EVENING = 18
_DECIMALS = 2
_MOMENT = 19  # letters of "2026-11-01 06:30:00"; the zone behind it is that of the person
_Span = tuple[datetime, datetime]


def apple_health_grid(file: Path, opens: Opens, size: int, goes_on: GoesOn = unwatched) -> Grid:
    """A table of nights. Raises ExchangeError; StoppedError if nobody waits."""
    nights = _nights(file, opens, size, goes_on)
    rows: list[GridRow] = [
        (number, (night.isoformat(), f"{_hours(spans):.{_DECIMALS}f}"))
        for number, (night, spans) in enumerate(sorted(nights.items()), start=1)
    ]
    return Grid(file.name, NAMES, lambda: iter(rows))


def _nights(file: Path, opens: Opens, size: int, goes_on: GoesOn) -> Mapping[date, list[_Span]]:
    found: dict[date, list[_Span]] = defaultdict(list)

    def on_element(name: str, said: dict[str, str]) -> None:
        if name == "Record" and said.get("type") == _SLEEP and said.get("value", "").startswith(_ASLEEP):
            span = _span(said)
            if span is not None:
                found[_night(span[1])].append(span)

    parser = expat.ParserCreate()
    parser.StartElementHandler = on_element
    parser.EntityDeclHandler = _refuse_entity
    try:
        with opens() as source:
            for share in _fed(parser, source, size):
                if not goes_on(share):
                    raise StoppedError
    except (expat.ExpatError, _EntityError):
        raise ExchangeError("exchange.xml_damaged", file=file.name) from None
    return found


class _EntityError(Exception):
    """A text that is written out of others can be made to grow without end; none of ours has one."""


def _refuse_entity(*_said: object) -> NoReturn:
    raise _EntityError


def _fed(parser: expat.XMLParserType, source: IO[bytes], size: int) -> Iterator[float]:
    done = 0
    while piece := source.read(_PIECE):
        parser.Parse(piece, False)
        done += len(piece)
        yield min(done / size, 1.0) if size else 0.0
    parser.Parse(b"", True)


def _span(said: Mapping[str, str]) -> _Span | None:
    try:
        first, last = (datetime.fromisoformat(said[name][:_MOMENT]) for name in ("startDate", "endDate"))
    except (KeyError, ValueError):
        return None
    return (first, last) if timedelta(0) < last - first <= timedelta(days=1) else None


def _night(end: datetime) -> date:
    return end.date() + timedelta(days=1) if end.hour >= _EVENING else end.date()


def _hours(spans: list[_Span]) -> float:
    """How long they are together, what overlaps once."""
    total, until = timedelta(0), min(spans)[0]
    for first, last in sorted(spans):
        if last > until:
            total += last - max(first, until)
            until = last
    return rounded(total.total_seconds() / 3600, _DECIMALS)
