"""Treatments, visits, side effects and scores week by week: what stands under the numbers of a course, on its weeks.

They stand on the same weeks and nothing else: that things stand one above the other does not say that they belong
together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.treatments.adherence import Adherence, count
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.matching import Matching, match
from adtracker.domain.treatments.treatment import Kind, Treatment
from adtracker.domain.views.event import Event, Surroundings
from adtracker.domain.views.lanes import Bar, Lane, Mark, lanes
from adtracker.domain.views.own_treatment import own_treatment

if TYPE_CHECKING:  # most courses have none, so what they need is not loaded for each
    from adtracker.domain.scores.score_change import ScoreChange
    from adtracker.domain.scores.score_reading import Reading

# The course's own treatment, scores, injections, other treatments, then these and all other kinds.
_OWN, _SCORE, _INJECTION, _TREATMENT, _OTHER = 0, 1, 2, 3, 6
_KINDS = {EventKind.SIDE_EFFECT: 4, EventKind.VISIT: 5}
_OF_USE = (EventKind.BEGUN, EventKind.CHANGED, EventKind.STOPPED)


@dataclass(frozen=True, slots=True)
class LaneCell:
    """One week of a lane. Bars and marks count the days of the week from 0.

    `doses` counts what is planned for the week and used in it; None where it is no treatment. `happened` are the events
    that a mark or bar stands for, `scores` what was written down in the week, by day.
    """

    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    doses: Adherence | None = None
    happened: tuple[Event, ...] = ()
    scores: tuple[Reading, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be drawn."""
        return not (self.bars or self.marks or self.scores)


@dataclass(frozen=True, slots=True)
class CourseLane:
    """One lane: of a `treatment`, of a `kind` of event, or of one `score` by its name; the others are None.

    `cells` has one for each column of the grid, None where the column lies beside the course's weeks. `is_own` marks
    the treatment that the course is of. `counted` are the doses of a treatment on the `of` days that the course has had
    so far; `change` says how far a score is from its baseline, None where it has no two values to compare.
    """

    cells: tuple[LaneCell | None, ...]
    treatment: Treatment | None = None
    kind: EventKind | None = None
    score: str | None = None
    is_own: bool = False
    counted: Adherence | None = None
    of: int = 0
    change: ScoreChange | None = None

    @property
    def shows_doses(self) -> bool:
        """Whether each dose has its mark: of injections, while what is used more often has a bar alone."""
        return self.treatment is not None and self.treatment.kind is Kind.INJECTION


def course_lanes(
    around: Surroundings, columns: Sequence[Period | None], course: Course, today: date
) -> tuple[CourseLane, ...]:
    """The lanes over the columns of a course: weeks right after each other, None first for a baseline beside them.

    The course's own treatment comes first, then scores, other treatments, side effects, visits and the rest.
    """
    weeks = [week for week in columns if week is not None]
    # Scores have numbers to be read, so each has a lane of its own.
    found = lanes(replace(around, readings=()), Period(weeks[0].first, weeks[-1].last), today, most=None)
    doses = _by_treatment(around.doses)
    made = [_lane(one, found.happened, doses, weeks, today) for one in found.lanes]
    own = own_treatment(course, [lane.treatment for lane in made if lane.treatment is not None])
    made = [_counted(lane, doses, course, today, is_own=lane.treatment is own) for lane in made]
    beside = (None,) * (len(columns) - len(weeks))
    shown = [replace(lane, cells=(*beside, *lane.cells)) for lane in made]
    return tuple(sorted((*shown, *_score_lanes(around.readings, columns, course, today)), key=_place))


def _place(lane: CourseLane) -> int:
    """Where a lane stands among the others."""
    if lane.is_own:
        return _OWN
    if lane.score is not None:
        return _SCORE
    if lane.treatment is not None:
        return _INJECTION if lane.shows_doses else _TREATMENT
    return _OTHER if lane.kind is None else _KINDS.get(lane.kind, _OTHER)


def _counted(
    lane: CourseLane, doses: Mapping[int | None, list[DayDoses]], course: Course, today: date, *, is_own: bool
) -> CourseLane:
    """The lane of a treatment with its doses of the course so far."""
    elapsed = course.elapsed(today)
    if lane.treatment is None or elapsed is None:
        return replace(lane, is_own=is_own and lane.treatment is not None)
    counted = count(match(lane.treatment, doses.get(lane.treatment.key, ()), elapsed), elapsed, today)
    return replace(lane, is_own=is_own, counted=counted, of=elapsed.length)


def _by_treatment(doses: Iterable[DayDoses]) -> Mapping[int | None, list[DayDoses]]:
    found: dict[int | None, list[DayDoses]] = {}
    for one in doses:
        found.setdefault(one.treatment, []).append(one)
    return found


def _lane(
    lane: Lane,
    happened: Iterable[Event],
    doses: Mapping[int | None, list[DayDoses]],
    weeks: Sequence[Period],
    today: date,
) -> CourseLane:
    own = [one for one in happened if _belongs(one, lane)]
    empty = CourseLane((), lane.treatment, lane.kind)
    cells = [_cell(lane, own, number, week, today) for number, week in enumerate(weeks)]
    if lane.treatment is not None:
        whole = Period(weeks[0].first, weeks[-1].last)
        matching = match(lane.treatment, doses.get(lane.treatment.key, ()), whole)
        cells = [_with_doses(cell, matching, week, today) for cell, week in zip(cells, weeks, strict=True)]
        if empty.shows_doses:
            waiting = [one.planned.day for one in matching.answers if one.unanswered]
            cells = [_with_open(cell, waiting, week) for cell, week in zip(cells, weeks, strict=True)]
    return replace(empty, cells=tuple(cells))


def _belongs(one: Event, lane: Lane) -> bool:
    if lane.treatment is not None:
        return one.kind in _OF_USE and one.record is lane.treatment
    return one.kind is lane.kind


def _cell(lane: Lane, own: Iterable[Event], number: int, week: Period, today: date) -> LaneCell:
    """What a lane has in a week: of injections the marks of doses and changes, of the rest bars and changes."""
    start = number * DAYS_A_WEEK
    shows_doses = lane.treatment is not None and lane.treatment.kind is Kind.INJECTION
    bars = () if shows_doses else tuple(_cut(bar, start) for bar in lane.bars if _meets(bar, start))
    marks = tuple(
        Mark(mark.index - start, mark.kind, week.first.toordinal() + mark.index - start > today.toordinal())
        for mark in lane.marks
        if 0 <= mark.index - start < DAYS_A_WEEK and _is_drawn(mark.kind, lane, shows_doses=shows_doses)
    )
    found = (one for one in own if one.period.meets(week))
    begun = tuple(one for one in found if one.kind.is_planned or week.first <= today)
    return LaneCell(bars, marks, happened=begun)


def _is_drawn(kind: EventKind, lane: Lane, *, shows_doses: bool) -> bool:
    if lane.treatment is None:
        return not kind.lasts  # it has its bar
    return kind is not EventKind.BEGUN if shows_doses else kind in _OF_USE


def _meets(bar: Bar, start: int) -> bool:
    return bar.first < start + DAYS_A_WEEK and start <= bar.last


def _cut(bar: Bar, start: int) -> Bar:
    return Bar(max(bar.first - start, 0), min(bar.last - start, DAYS_A_WEEK - 1), bar.dose)


def _with_doses(cell: LaneCell, matching: Matching, week: Period, today: date) -> LaneCell:
    return replace(cell, doses=count(matching, week, today))


def _with_open(cell: LaneCell, waiting: Iterable[date], week: Period) -> LaneCell:
    rings = [Mark(week.index(day), EventKind.DOSE, is_open=True) for day in waiting if day in week]
    return replace(cell, marks=tuple(sorted((*cell.marks, *rings), key=_index)))


def _index(mark: Mark) -> int:
    return mark.index


def _score_lanes(
    readings: Sequence[Reading], columns: Sequence[Period | None], course: Course, today: date
) -> Iterator[CourseLane]:
    """One for each score and questionnaire by its name, whoever filled it in: in the order of their first days."""
    if not readings:
        return
    from adtracker.domain.scores.score_change import score_changes  # noqa: PLC0415 -- as above

    span = [week for week in columns if week is not None]
    changes = {one.newest.name: one for one in score_changes(readings, course.start, today)}
    lanes_of: dict[str, list[Reading]] = {}
    for one in readings:
        if span[0].first <= one.day <= span[-1].last:
            lanes_of.setdefault(one.name, []).append(one)
    for name, own in lanes_of.items():
        change = changes.get(name)
        cells = _score_cells(own, None if change is None else change.baseline, columns)
        yield CourseLane(tuple(cells), score=name, change=change)


def _score_cells(
    own: Iterable[Reading], baseline: Reading | None, columns: Sequence[Period | None]
) -> Iterator[LaneCell | None]:
    """What was written down in each week; the value that changes count from stands in the first column."""
    later = [one for one in own if one is not baseline]
    first, *weeks = columns
    before = [one for one in later if first is not None and one.day in first]
    if baseline is not None:
        before = [baseline]
    yield LaneCell(scores=tuple(before)) if before or first is not None else None
    for week in weeks:
        yield LaneCell(scores=tuple(one for one in later if week is not None and one.day in week))
