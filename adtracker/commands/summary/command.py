"""`adtracker summary`: every number that the window shows, as JSON for programs or as a table for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date

from adtracker.commands.context import FINE, CommandContext, UsageError
from adtracker.commands.summary.features import feature_lines, said
from adtracker.commands.summary.published import published_lines
from adtracker.commands.summary.recalled import recalled_lines
from adtracker.commands.summary.together import read_together, together_lines
from adtracker.domain.common.measure import MEASURES, Measure, exact, rounded
from adtracker.domain.records.course import TREATMENT_NAME_LIMIT, Course
from adtracker.domain.records.diary_break import BreakDays, DiaryBreak
from adtracker.domain.records.question import TEXT_LIMIT, measures_with
from adtracker.domain.records.side_effect import WHAT_LIMIT, SideEffect
from adtracker.domain.scores.score_reading import Reading
from adtracker.domain.statistics.break_phrase import bad_days_phrase, break_phrase
from adtracker.domain.statistics.published_counts import PublishedCounts
from adtracker.domain.statistics.sign_days import LINES, SignDays
from adtracker.domain.statistics.summary import Completeness, Mean, Means, Summary
from adtracker.domain.treatments.adherence import Adherence
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Event
from adtracker.exchange.json.published import published_data
from adtracker.exchange.json.summary import events_data, features_data, recalled_data, summary_data, together_data
from adtracker.exchange.values import shown
from adtracker.language import digits
from adtracker.queries.conventions import Conventions
from adtracker.queries.published import read_published
from adtracker.queries.summary import CourseSummary, read_summary

Names = Mapping[str, Mapping[str, str]]
_ABREAST = 3  # measures in one table, so that a line fits a terminal
# How wide the first columns of a table are at least and all further ones, and a person's question at most, in letters.
_MEANS, _SIGNS, _OWN = (11, 25, 15), (11, 9), 14


def run(desk: CommandContext, *, start: date | None, as_json: bool, with_together: bool = False) -> int:
    """Print the summary, counted from `start` or from the course in the diary. Raises UsageError without either."""
    today = desk.today()
    with desk.journal() as journal:
        course = journal.course() if start is None else Course(start)
        if course is None:
            raise UsageError("usage.no_start")
        found = read_summary(journal, course, today, Conventions.of(desk.settings))
        published = read_published(journal, course, today, desk.settings.minimum_days)
        together = read_together(desk, journal, course) if with_together else None
    if as_json:
        data = {
            **summary_data(found.summary, found.questions, found.signs, found.treatments, found.breaks),
            **events_data(found.events),
            **features_data(found.features, said(desk, found.features)),
            **published_data(published),
            **recalled_data(found.recalls, found.answered),
        }
        desk.show(json.dumps(data if together is None else {**data, **together_data(together)}, indent=2))
        return FINE
    events = (_event(desk, event) for event in found.events)
    lines = [*_table(desk, found, published, today), *recalled_lines(desk, found), *events]
    desk.show("\n".join(lines if together is None else [*lines, *together_lines(desk, together)]))
    return FINE


def _table(desk: CommandContext, found: CourseSummary, published: PublishedCounts, today: date) -> list[str]:
    """The summary as lines of text: a table of what every day has, and of own questions a few at a time."""
    summary, names = found.summary, desk.texts.measures(found.questions)
    own = measures_with(found.questions)[len(MEASURES) :]
    return [
        _heading(desk, summary.course, today),
        *_means(desk, summary, MEASURES, names),
        *_signs(desk, found.signs, _baseline(desk, summary)),
        *(line for few in _few(own) for line in _means(desk, summary, few, names)),
        "",
        *feature_lines(desk, found.features, names),
        "",
        *published_lines(desk, published),
        "",
        *(_scale(desk, names[measure.key]) for measure in summary.measures),
        desk.text("summary.legend", minimum=desk.settings.minimum_days),
        _kept(desk, summary.completeness, found.breaks),
        *(_treatment(desk, treatment, counts) for treatment, counts in found.treatments),
    ]


def _few(measures: Sequence[Measure]) -> Iterator[Sequence[Measure]]:
    return (measures[first : first + _ABREAST] for first in range(0, len(measures), _ABREAST))


def _heading(desk: CommandContext, course: Course, today: date) -> str:
    begun = "begun" if course.start <= today else "not_begun"
    treatment = shown(course.treatment, TREATMENT_NAME_LIMIT) or desk.text("summary.unnamed")
    return desk.text(f"summary.{begun}", start=course.start, number=course.day_number(today), treatment=treatment)


def _signs(desk: CommandContext, weeks: Sequence[SignDays], baseline: str) -> list[str]:
    """The days with signs, for the baseline and the weeks in which any were recorded; nothing if there are none."""
    names = [baseline, *(desk.text("summary.week", number=number) for number in range(1, len(weeks)))]
    rows = [_sign_row(desk, name, week) for name, week in zip(names, weeks, strict=True) if week.has_chips]
    if not rows:
        return []
    heads = [desk.texts.say(f"signs.short.{line}") for line in LINES]
    legend = desk.text("summary.signs_legend", itch=desk.settings.itch_counts_from)
    return ["", *legend.splitlines(), *_in_columns([["", *heads, desk.text("summary.sum")], *rows], _SIGNS)]


def _sign_row(desk: CommandContext, name: str, week: SignDays) -> list[str]:
    cells = [desk.text("summary.days_of", **asdict(week.of[line])) for line in LINES]
    total = desk.text("summary.too_few") if week.total is None else str(week.total)
    return [name, *cells, total]


def _means(desk: CommandContext, summary: Summary, measures: Sequence[Measure], names: Names) -> list[str]:
    """A table of the baseline and the weeks."""
    weeks = enumerate(summary.weeks, start=1)
    heads = {measure: names[measure.key]["label"] for measure in measures}
    rows = [
        ["", "", *(head if measure in MEASURES else shown(head, _OWN) for measure, head in heads.items())],
        _row(desk, _baseline(desk, summary), summary.baseline.means, measures),
        *(_row(desk, desk.text("summary.week", number=number), week, measures) for number, week in weeks),
    ]
    return ["", *_in_columns(rows, _MEANS)]


def _baseline(desk: CommandContext, summary: Summary) -> str:
    return desk.text("summary.baseline_late" if summary.baseline.began_late else "summary.baseline")


def _row(desk: CommandContext, label: str, means: Means, measures: Sequence[Measure]) -> list[str]:
    period = desk.text("summary.period", first=means.period.first, last=means.period.last)
    return [label, period, *(_cell(desk, means.of[measure.key], measure) for measure in measures)]


def _cell(desk: CommandContext, mean: Mean, measure: Measure) -> str:
    value = desk.text("summary.too_few") if mean.mean is None else _number(mean.mean, measure)
    return desk.text("summary.cell", mean=value, n=mean.n)


def _number(mean: float, measure: Measure) -> str:
    """A mean as the window writes it: of yes and no in per cent of days."""
    return f"{rounded(100 * exact(mean), 0):.0f}%" if measure.is_share else digits(mean, f".{measure.decimals}f")


def _kept(desk: CommandContext, kept: Completeness, breaks: BreakDays) -> str:
    """How many days were kept; empty days in breaks, bad days and days from paper are counted apart."""
    apart = filter(None, (break_phrase(breaks, desk.texts.say), bad_days_phrase(kept.without_numbers, desk.texts.say)))
    paper = [desk.text("summary.from_paper", count=kept.from_paper)] if kept.from_paper else []
    return " ".join([desk.text("summary.days", **asdict(kept)), *(f"{phrase}." for phrase in apart), *paper])


def _treatment(desk: CommandContext, treatment: Treatment, counts: Adherence) -> str:
    key = "treatment_unplanned" if counts.percent_taken is None else "treatment"
    return desk.text(f"summary.{key}", name=shown(treatment.name, TREATMENT_NAME_LIMIT), **asdict(counts))


def _event(desk: CommandContext, event: Event) -> str:
    """A visit, a score, a side effect or a break in a line."""
    record, title = event.record, shown(event.title, WHAT_LIMIT)
    if isinstance(record, Reading):
        value = desk.text("summary.unscored") if record.value is None else digits(record.value, ".12g")
        return desk.text("summary.score", day=event.day, name=title, value=value)
    if isinstance(record, DiaryBreak):
        reason = desk.texts.say(f"happening.reason.{record.reason.value}")
        why = ", ".join(filter(None, (reason, title)))
        return desk.text("summary.break", first=event.day, last=event.period.last, why=why)
    if not isinstance(record, SideEffect):
        return desk.text("summary.visit" if title else "summary.visit_unnamed", day=event.day, who=title)
    if record.severity is not None:
        severity = desk.texts.say(f"happening.severity.{record.severity.value}")
        title = desk.text("summary.how_bad", what=title, severity=severity)
    key = "side_effect_open" if event.goes_on else "side_effect"
    return desk.text(f"summary.{key}", first=event.day, last=event.period.last, what=title)


def _in_columns(rows: Sequence[Sequence[str]], least: Sequence[int]) -> list[str]:
    """Rows of cells as lines; the last of the widths is that of all further columns. One with longer words is wider."""
    columns = range(max(map(len, rows)))
    longest = [max(len(row[place]) for row in rows if place < len(row)) + 1 for place in columns]
    widths = [max(wide, least[min(place, len(least) - 1)]) for place, wide in enumerate(longest)]
    return ["".join(f"{cell:<{wide}}" for cell, wide in zip(row, widths, strict=False)).rstrip() for row in rows]


def _scale(desk: CommandContext, names: Mapping[str, str]) -> str:
    return desk.text("summary.scale", label=shown(names["label"], TEXT_LIMIT), scale=names["scale"])
