"""What every part of the report is made from, prepared once: the days that count, the baseline, the weeks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from adtracker.domain.common.measure import MEASURES, Measure
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.body import Body
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question, in_use, measures_with
from adtracker.domain.records.recall import Recall
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.statistics.summary import Baseline, Means, by_day, means, summarise
from adtracker.domain.treatments.adherence import Adherence, used_in
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Surroundings
from adtracker.domain.views.recalled import recalled_in
from adtracker.domain.views.rhythm import WeeksAnswered, weeks_answered
from adtracker.queries.report import Request
from adtracker.report.glyphs import Printable
from adtracker.report.stretches import Step, Stretch, least_days, step_of, stretches_over
from adtracker.report.wording import Wording
from adtracker.resources import Texts

Used = tuple[tuple[Treatment, Adherence], ...]

# How much of what a person wrote stands in a line of page one.
MOST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Material:
    """The recorded `days` of the `period`, and what they are compared with.

    `period` ends no later than today; `counted` are the days of it that could have been kept: those from the diary's
    first entry on, or from the first dose if that came before. `course` is one that had begun by then, else None; so
    is `baseline`. `known` are the days before the period too, as far as they were read, and `as_of` is the day the
    report looks back from.
    `questions` are the own ones that have an answer in the period, `measures` those of every day and theirs;
    `stretches` are weeks, in a long period months or quarters (`step`), and have their means; `used` are the treatments
    of the period with their counts; `around` has its doses alone. `recalls` are the weeks recalled in the period, and
    `answered` counts them for those who write once a week, None for all others.
    """

    wording: Wording
    printable: Printable
    body: Body
    days: Mapping[date, DayEntry]
    known: Mapping[date, DayEntry]
    as_of: date
    period: Period
    counted: Period
    course: Course | None
    baseline: Baseline | None
    measures: tuple[Measure, ...]
    around: Surroundings
    questions: tuple[Question, ...]
    triggers: Sequence[Trigger]
    pictures: Mapping[str, bytes]
    minimum: int
    with_ranges: bool
    itch_from: int
    step: Step
    stretches: tuple[Stretch, ...]
    used: Used
    recalls: tuple[Recall, ...]
    answered: WeeksAnswered | None

    @property
    def own_measures(self) -> tuple[Measure, ...]:
        """Own questions that have an answer in the period."""
        return self.measures[len(MEASURES) :]

    def doses_of(self, treatment: Treatment) -> list[DayDoses]:
        """What was recorded of a treatment in the period."""
        return [one for one in self.around.doses if one.treatment == treatment.key]

    def line(self, text: str) -> str:
        """What a person wrote, printable, without blanks around it."""
        return self.printable(text.strip())

    def brief(self, text: str) -> str:
        """The same cut to a line of page one: it stands whole on a later page."""
        words = " ".join(text.split())
        return self.printable(words if len(words) <= MOST_LETTERS else f"{words[: MOST_LETTERS - 1].rstrip()}…")

    @property
    def week_start(self) -> date:
        """The day from which weeks are counted."""
        return self.course.start if self.course else self.counted.first

    @property
    def baseline_means(self) -> Means | None:
        """The baseline's means, or None."""
        return self.baseline.means if self.baseline else None


def prepare(request: Request, texts: Texts, body: Body, printable: Printable) -> Material:
    """The material of a request; own words in it go through `printable`.

    Of the period only what is not ahead counts; one that lies ahead wholly stays, and is empty.
    """
    period, around = request.period.clip(request.today) or request.period, request.around
    as_of = min(request.today, period.last + ONE_DAY)
    known = {day: entry for day, entry in sorted(by_day(request.entries).items()) if day <= request.today}
    days = {day: entry for day, entry in known.items() if day in period}
    questions = _questions(request, days, printable)
    measures = measures_with(questions)
    course = request.course if request.course and request.course.start <= period.last else None
    counted = _since(request.begun_on, course, period)
    return Material(
        wording=Wording(texts, questions),
        printable=printable,
        body=body,
        days=days,
        known=known,
        as_of=as_of,
        period=period,
        counted=counted,
        course=course,
        baseline=_baseline(request, course, measures),
        measures=measures,
        around=replace(around, doses=[one for one in around.doses if one.day in period]),
        questions=questions,
        triggers=request.triggers,
        pictures=request.pictures,
        minimum=request.conventions.minimum,
        with_ranges=request.parts.ranges,
        itch_from=request.conventions.itch_from,
        step=step_of(counted),
        stretches=_stretches(known, counted, course, request.conventions.minimum, measures),
        used=used_in(around.treatments, around.doses, period, request.today),
        recalls=recalled_in(around.recalls, period, request.today),
        answered=_answered(request, period),
    )


def _answered(request: Request, period: Period) -> WeeksAnswered | None:
    weekly_on = request.profile.weekly_on
    return None if weekly_on is None else weeks_answered(request.around.recalls, weekly_on, period, request.today)


def _since(begun_on: date | None, course: Course | None, period: Period) -> Period:
    """The days of a period from the diary's first on, or from the first dose; all if that lies before or after it."""
    if begun_on is None:
        return period
    first = begun_on if course is None else min(begun_on, course.start)
    return Period(first, period.last) if first in period else period


def _stretches(
    known: Mapping[date, DayEntry], counted: Period, course: Course | None, minimum: int, measures: Sequence[Measure]
) -> tuple[Stretch, ...]:
    step = step_of(counted)
    return tuple(
        Stretch(number, means(known, days, least_days(days, step, minimum), measures))
        for number, days in stretches_over(counted, course.start if course else counted.first, step)
    )


def _questions(request: Request, days: Mapping[date, DayEntry], printable: Printable) -> tuple[Question, ...]:
    """The questions with an answer in the period, in words that can be printed."""
    answered = {key for entry in days.values() for key, _ in entry.answers}
    found = [one for one in in_use(request.questions, days.values()) if one.key in answered]
    return tuple(replace(one, text=_on_one_line(one.text, printable), unit=printable(one.unit)) for one in found)


def _on_one_line(text: str, printable: Printable) -> str:
    return " ".join(printable(text).split())


def _baseline(request: Request, course: Course | None, measures: Sequence[Measure]) -> Baseline | None:
    if course is None or course.start > request.today:
        return None
    minimum = request.conventions.minimum
    return summarise(request.entries, course, request.today, minimum, measures).baseline
