"""The weeks of a course in words: what a cell says, and which week it is."""

from __future__ import annotations

from collections.abc import Mapping

from adtracker.domain.common.measure import Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.statistics.sign_days import LINES, SignDays
from adtracker.domain.statistics.summary import Mean
from adtracker.domain.views.week_grid import BASELINE, Stage, Week
from adtracker.language import tr
from adtracker.ui.words.day_words import span_words
from adtracker.ui.words.entry_words import Names
from adtracker.ui.words.number_words import mean_words, n_of_seven, too_few_days, value_words


def week_words(week: Week, *, began_late: bool) -> str:
    """Which week it is: "Week 5", "Baseline", and whether it is still running or the baseline began late."""
    if week.number == BASELINE:
        if began_late:
            return tr("Baseline (first days)")
        return tr("Baseline")
    if week.stage is Stage.RUNNING:
        return tr("Week {number} (not over)", number=week.number)
    return tr("Week {number}", number=week.number)


def cell_words(week: Week, measure: Measure, mean: Mean | None, names: Names, *, began_late: bool) -> str:
    """A cell: "Week 5, 30 August to 5 September 2026: worst itch 5.2, 6 of 7 days"."""
    which = f"{week_words(week, began_late=began_late)}, {span_words(week.period)}"
    if mean is None or week.stage is Stage.AHEAD:
        return tr("{week}: not yet", week=which)
    number = too_few_days() if mean.mean is None else mean_words(mean.mean, measure)
    return tr(
        "{week}: {name} {number}, {days}",
        week=which,
        name=names[measure.key]["inside"],
        number=number,
        days=n_of_seven(mean.n),
    )


def recalled_cell_words(week: Week, measure: Measure, mean: Mean | None, names: Names, *, began_late: bool) -> str:
    """A cell of what was recalled, which no day stands behind: "Week 5, …: worst itch as recalled 6"."""
    which = f"{week_words(week, began_late=began_late)}, {span_words(week.period)}"
    if mean is None:
        return tr("{week}: not yet", week=which)
    name = names[measure.key]["inside"]
    if mean.mean is None:
        return tr("{week}: {name} not answered", week=which, name=name)
    number = value_words(mean.mean, measure)
    return tr("{week}: {name} {number}", week=which, name=name, number=number)


def sign_words(week: SignDays, lines: Mapping[str, str]) -> str:
    """On how many days of those answered there was each sign: "Days with: itch 5 of 7, dry 3 of 5"."""
    answered = ((lines[line], week.of[line]) for line in LINES if week.of[line].n)
    days = (tr("{line} {days} of {n}", line=name, days=counted.days, n=counted.n) for name, counted in answered)
    return tr("Days with: {value}", value=", ".join(days) or tr("not recorded"))


def view_words(period: Period, course: Course | None) -> str:
    """Some days, with the weeks of a course that they are in: "8 to 14 November 2026, week 16"."""
    span = span_words(period)
    if course is None:
        return span
    first, last = max(course.week_of(period.first), 1), min(course.week_of(period.last), course.weeks)
    if first > last:
        return span
    if first == last:
        return tr("{days}, week {week}", days=span, week=first)
    return tr("{days}, weeks {first} to {last}", days=span, first=first, last=last)
