"""The parts after page one: the weeks as a table, and the notes word for word."""

from __future__ import annotations

from dataclasses import dataclass

from adtracker.domain.common.measure import MEASURES, Measure
from adtracker.report.glyphs import Printable
from adtracker.report.key_numbers import minimum, n_of
from adtracker.report.material import Material, Week
from adtracker.report.wording import joined, mean_text, week_number


@dataclass(frozen=True, slots=True)
class WeeklyTable:
    """A row a week: number, days, and for each measure the mean and how many days it rests on."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str


@dataclass(frozen=True, slots=True)
class Note:
    """One day's note; `remark` says if the day was filled in later."""

    day: str
    text: str
    remark: str


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of the period, earliest first."""

    heading: str
    caption: str
    notes: tuple[Note, ...]


def weekly_table(material: Material) -> WeeklyTable | None:
    """The weeks of the period, or None if it has no score. Measures without any score have no column."""
    wording = material.wording
    shown = [one for one in MEASURES if any(entry.value(one) is not None for entry in material.days.values())]
    if not shown:
        return None
    names = [name for one in shown for name in (wording.measure(one, "label"), wording.say("weekly.n"))]
    return WeeklyTable(
        heading=wording.say("weekly.heading"),
        columns=(wording.say("weekly.week"), wording.say("weekly.span"), *names),
        rows=tuple(_row(material, week, shown) for week in material.weeks),
        caption=joined((wording.say("weekly.caption"), minimum(material), _first_week(material))),
    )


def _first_week(material: Material) -> str:
    key = "weekly.start_course" if material.course else "weekly.start_period"
    return material.wording.say(key, day=material.wording.day(material.week_start))


def _row(material: Material, week: Week, shown: list[Measure]) -> tuple[str, ...]:
    wording, period = material.wording, week.means.period
    cells = [week_number(week.number), wording.short_span(period)]
    for measure in shown:
        mean = week.means.of[measure.key]
        cells.append(wording.say("too_few") if mean.mean is None else mean_text(mean.mean, measure))
        cells.append(n_of(wording, mean))
    return tuple(cells)


def notes_list(material: Material, printable: Printable) -> Notes | None:
    """All notes of the period as they were written, or None if there are none."""
    wording = material.wording
    later = wording.say("notes.later")
    notes = tuple(
        Note(wording.day(day), printable(entry.note), later if entry.filled_in_later else "")
        for day, entry in material.days.items()
        if entry.note.strip()
    )
    if not notes:
        return None
    caption = wording.say("notes.caption", notes=wording.count("notes.notes", len(notes)))
    return Notes(wording.say("notes.heading"), caption, notes)
