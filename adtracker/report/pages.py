"""The parts after page one: the weeks as a table, and the notes word for word."""

from __future__ import annotations

from dataclasses import dataclass

from adtracker.domain.common.measure import MEASURES, Measure
from adtracker.report.by_stretch import caption, head_cells, head_columns, head_shares, recorded_of
from adtracker.report.glyphs import Printable
from adtracker.report.listing import NUMBER, Listing
from adtracker.report.material import Material
from adtracker.report.stretches import Step, Stretch
from adtracker.report.wording import mean_text


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


def weekly_table(material: Material) -> Listing | None:
    """A row a week (in a long period a month or quarter): for each measure the mean and how many days it rests on.

    None if the period has no score. Measures without any score have no column.
    """
    wording = material.wording
    shown = shown_measures(material)
    if not shown:
        return None
    names = [name for one in shown for name in (wording.measure(one, "label"), wording.say("weekly.n"))]
    return Listing(
        heading=wording.say(f"weekly.heading_{material.step.value}"),
        caption=caption(material, _first_week(material)),
        columns=(*head_columns(material), *names),
        shares=(*head_shares(material), *[NUMBER] * len(names)),
        rows=tuple(_row(material, one, shown) for one in material.stretches),
    )


def shown_measures(material: Material) -> list[Measure]:
    """The measures that have any score in the period."""
    return [one for one in MEASURES if any(entry.value(one) is not None for entry in material.days.values())]


def _first_week(material: Material) -> str:
    if material.step is not Step.WEEK:
        return ""
    key = "weekly.start_course" if material.course else "weekly.start_period"
    return material.wording.say(key, day=material.wording.day(material.week_start))


def _row(material: Material, stretch: Stretch, shown: list[Measure]) -> tuple[str, ...]:
    wording = material.wording
    cells = [*head_cells(material, stretch)]
    for measure in shown:
        mean = stretch.means.of[measure.key]
        cells.append(wording.say("too_few") if mean.mean is None else mean_text(mean.mean, measure))
        cells.append(recorded_of(material, stretch, mean))
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
