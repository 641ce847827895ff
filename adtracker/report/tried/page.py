"""The page of treatments tried: over all years what, from when to when, the weeks around it, and why it was stopped.

Why is said in the person's own words; nothing here says whether anything helped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.measure import Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.statistics.summary import Means
from adtracker.domain.treatments.treatment import Plan
from adtracker.domain.views.tried import TRIED_MEASURES, Tried
from adtracker.queries.report import Parts
from adtracker.report.material import Material
from adtracker.report.pictures.charts import dates_on
from adtracker.report.wording import Wording, mean_text

ALONE = Parts(
    summary=False, weekly_table=False, treatments=False, happened=False, details=False, data=False, tried=True
)
# More bars would not leave room for the table on the page; the table has them all.
MOST_BARS = 30
FEWEST_YEARS, MOST_YEARS = 2, 10


@dataclass(frozen=True, slots=True)
class Tick:
    """A line in the picture, in days from its left end, with the year (or the month, the day) that begins there."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A row of the picture: its days in use, from its left end on; `is_hollow` if they began before the diary."""

    label: str
    runs: tuple[tuple[int, int], ...]
    is_hollow: bool
    is_used: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """All bars over one axis of `length` days; `begun` is where the diary begins, None if it is not to be seen."""

    heading: str
    length: int
    ticks: tuple[Tick, ...]
    begun: int | None
    rows: tuple[Bars, ...]
    legend: str
    alt: str


@dataclass(frozen=True, slots=True)
class Cell:
    """An average and from how many days; without one only why there is none."""

    value: str
    days: str


@dataclass(frozen=True, slots=True)
class Row:
    """A treatment in the table."""

    name: str
    strength: str
    first: str
    last: str
    cells: tuple[Cell, ...]
    why: str


@dataclass(frozen=True, slots=True)
class TriedPart:
    """The page. Of a diary without treatments `lines` say so, and that is all."""

    heading: str
    lines: tuple[str, ...]
    picture: Picture | None
    table: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: str


def tried_part(material: Material, found: Sequence[Tried], today: date, begun_on: date | None) -> TriedPart:
    """What the page says of the treatments that were found."""
    wording = material.wording
    return TriedPart(
        heading=wording.say("tried.heading"),
        lines=tuple(_lines(wording, found, begun_on)),
        picture=_picture(material, found, today, begun_on) if found else None,
        table=wording.say("tried.table"),
        columns=tuple(_columns(wording)),
        rows=tuple(_row(material, one) for one in found),
        notes=wording.count("tried.notes", material.minimum),
    )


def _lines(wording: Wording, found: Sequence[Tried], begun_on: date | None) -> Iterator[str]:
    if not found:
        yield wording.say("tried.none")
        return
    used, since = sum(one.is_used for one in found), min(one.period.first.year for one in found)
    yield wording.count("tried.count", len(found), year=since, used=used, stopped=len(found) - used)
    remembered = sum(one.is_remembered for one in found)
    if begun_on is None:
        yield wording.say("tried.all_remembered")
        return
    begun = wording.month(begun_on)
    yield wording.say("tried.remembered", month=begun, within=len(found) - remembered, before=remembered)


def _columns(wording: Wording) -> Iterator[str]:
    yield wording.say("tried.what")
    yield wording.say("tried.span")
    for measure in TRIED_MEASURES:
        label = wording.measure(measure, "label")
        yield from (f"{label},\n{wording.say(f'tried.{week}')}" for week in ("before", "latest"))
    yield wording.say("tried.why")


def _picture(material: Material, found: Sequence[Tried], today: date, begun_on: date | None) -> Picture:
    wording, shown = material.wording, found[:MOST_BARS]
    axis = Period(min(one.period.first for one in shown), today)
    begun = axis.index(begun_on) if begun_on is not None and begun_on in axis and begun_on > axis.first else None
    legend = [wording.say("tried.legend"), wording.say("tried.legend_begun") if begun is not None else ""]
    if len(found) > MOST_BARS:
        legend.append(wording.say("tried.legend_most", count=MOST_BARS))
    return Picture(
        heading=wording.say("tried.when"),
        length=axis.length,
        ticks=_ticks(wording, axis),
        begun=begun,
        rows=tuple(_bars(material, one, axis) for one in shown),
        legend=" ".join(filter(None, legend)),
        alt=wording.say("tried.alt", first=axis.first.year, last=today.year),
    )


def _ticks(wording: Wording, axis: Period) -> tuple[Tick, ...]:
    """The first days of years, every second or fifth where there are many; of a short axis dates, as in a chart."""
    found = range(axis.first.year + 1, axis.last.year + 1)
    if len(found) < FEWEST_YEARS:
        return tuple(Tick(at, label) for at, label in dates_on(wording, axis))
    step = next((step for step in (1, 2, 5, 10) if len(found) <= step * MOST_YEARS), 20)
    return tuple(Tick(axis.index(date(year, 1, 1)), str(year)) for year in found if year % step == 0)


def _bars(material: Material, one: Tried, axis: Period) -> Bars:
    runs = tuple((axis.index(run.first), axis.index(run.last) + 1) for run in one.runs)
    return Bars(material.brief(one.treatment.name), runs, one.is_remembered, one.is_used)


def _row(material: Material, one: Tried) -> Row:
    wording, treatment = material.wording, one.treatment
    named = wording.table("treatment")["strengths"].get(treatment.strength, treatment.strength)
    own = (material.line(named), material.line(one.plan.dose))
    last = wording.say("tried.still_used") if one.is_used else _until(wording, one.stops[-1])
    last = f"{last},\n{wording.say('tried.with_breaks')}" if len(one.runs) > 1 else last
    return Row(
        name=material.line(treatment.name),
        strength=", ".join(filter(None, (*own, wording.schedule(one.plan.schedule)))),
        first=wording.told(treatment.plans[0]),
        last=wording.say("tried.star", last=last) if one.is_remembered else last,
        cells=tuple(cell for measure in TRIED_MEASURES for cell in _cells(wording, one, measure)),
        why="\n".join(_why(material, one)),
    )


def _until(wording: Wording, stop: Plan) -> str:
    return wording.say("tried.until", day=wording.told(stop))


def _cells(wording: Wording, one: Tried, measure: Measure) -> tuple[Cell, Cell]:
    return _cell(wording, one.before, measure), _cell(wording, one.latest, measure)


def _cell(wording: Wording, week: Means | None, measure: Measure) -> Cell:
    if week is None:
        return Cell("", wording.say("tried.no_day"))
    found = week.of[measure.key]
    if not found.n:
        return Cell("", wording.say("tried.not_recorded"))
    days = wording.say("tried.n_of", n=found.n, days=DAYS_A_WEEK)
    if found.mean is None:
        return Cell("", f"{days}\n{wording.say('too_few')}")
    return Cell(mean_text(found.mean, measure), days)


def _why(material: Material, one: Tried) -> Iterator[str]:
    """What was written about each stop, as it was written; a stop that another use followed has its day."""
    wording = material.wording
    for stop in one.stops:
        words = material.line(stop.reason)
        said = wording.say("tried.words", words=words) if words else wording.say("tried.no_reason")
        if stop is one.stops[-1] and not one.is_used:
            yield said
        elif words:
            yield wording.say("tried.stop", until=_until(wording, stop), words=said)
    if one.is_used:
        yield wording.say("tried.still_used")
