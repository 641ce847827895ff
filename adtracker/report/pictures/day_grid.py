"""Days by itch: one cell a day, one column a week, readable without colour because the number stands in the cell."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.measure import ITCH, rounded
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import COURSE_WEEKS, DAYS_A_WEEK, STRONG_MILESTONES
from adtracker.domain.statistics.day_counts import ITCH_BANDS, itch_days, recent
from adtracker.language import digits
from adtracker.report.material import Material
from adtracker.report.pictures.charts import axis_of
from adtracker.report.stretches import weeks_over
from adtracker.report.wording import Wording, joined, week_number

MOST_WEEKS = COURSE_WEEKS + 2
LABEL_EVERY = 4
FEW_WEEKS = 12
BREAK, BAD_DAY = "break", "bad_day"


@dataclass(frozen=True, slots=True)
class Cell:
    """A day: the score as text and as a share of the scale (0 to 1); both are empty where nothing was recorded.

    Such a day can have a `mark`: it lies in a break, or was marked as bad.
    """

    text: str
    shade: float | None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A week: its label (many have none) and its seven cells; None is a day that is not counted."""

    label: str
    strong: bool
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class DayGrid:
    """The grid with `rows` (names of weekdays), what it shows in words, and the same as its text alternative."""

    heading: str
    rows: tuple[str, ...]
    columns: tuple[Column, ...]
    caption: str
    counts: str
    alt: str


def day_grid(material: Material) -> DayGrid | None:
    """The grid, or None if the period has no itch score.

    Its columns are the weeks of the course or, without one, of the period; as weeks begin on the same weekday, each row
    is a weekday. Past `MOST_WEEKS` it shows the last 24 weeks and says so.
    """
    if all(entry.itch is None for entry in material.days.values()):
        return None
    wording = material.wording
    weeks = weeks_over(axis_of(material).period, material.week_start)
    shown = weeks if len(weeks) <= MOST_WEEKS else weeks_over(material.counted, material.week_start)[-COURSE_WEEKS:]
    counts = counts_sentence(material)
    columns = tuple(_column(material, number, week, shown) for number, week in shown)
    marks = {cell.mark for column in columns for cell in column.cells if cell is not None}
    return DayGrid(
        heading=wording.say("day_grid.heading"),
        rows=_weekdays(wording, material.week_start),
        columns=columns,
        caption=_caption(material, marks, is_cut=shown != weeks),
        counts=counts,
        alt=wording.say("day_grid.alt", counts=counts),
    )


def _weekdays(wording: Wording, start: date) -> tuple[str, ...]:
    names = wording.names("weekdays_short")
    return tuple(names[(start + day * ONE_DAY).weekday()] for day in range(DAYS_A_WEEK))


def _column(material: Material, number: int, week: Period, shown: Sequence[tuple[int, Period]]) -> Column:
    if material.course:
        is_labelled = number == 1 or number % LABEL_EVERY == 0 or len(shown) <= FEW_WEEKS
        label = week_number(number) if is_labelled else ""
    else:
        label = material.wording.short_day(week.first) if (number - shown[0][0]) % LABEL_EVERY == 0 else ""
    is_strong = bool(material.course) and number in STRONG_MILESTONES
    return Column(label, is_strong, tuple(_cell(material, day) for day in week))


def _cell(material: Material, day: date) -> Cell | None:
    if day not in material.counted:
        return None
    entry = material.days.get(day)
    if entry is None:
        return Cell("", None, BREAK if any(day in one.period for one in material.around.breaks) else "")
    if entry.itch is None:
        return Cell("", None, BAD_DAY if entry.bad_day else "")
    score = rounded(entry.itch, 0)
    return Cell(digits(score), score / ITCH.maximum)


def _caption(material: Material, marks: Container[str], *, is_cut: bool) -> str:
    say = material.wording.say
    return joined(
        (
            say("day_grid.last_weeks", weeks=COURSE_WEEKS) if is_cut else "",
            say("day_grid.caption"),
            *(say(f"day_grid.caption_{mark}") for mark in (BREAK, BAD_DAY) if mark in marks),
        )
    )


def counts_sentence(material: Material) -> str:
    """Days of the last 28 by itch: such as 11 days at 0 to 3, 15 days at 4 to 6, 1 day at 7 to 10, 1 not recorded."""
    wording, period = material.wording, recent(material.counted)
    counts = itch_days(material.days, period)
    bands = (
        wording.count("day_grid.band", count, low=low, high=high)
        for (low, high), count in zip(ITCH_BANDS, counts.by_band, strict=True)
    )
    rest = wording.say("day_grid.rest", count=counts.not_recorded)
    return wording.count(
        "day_grid.counts", period.length, days=wording.days(period.length), bands=", ".join(bands), rest=rest
    )
