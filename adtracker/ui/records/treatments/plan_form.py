"""Asks how a treatment is used: from which day, how often, how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.common.draft import Content
from adtracker.domain.treatments.known import known_period
from adtracker.domain.treatments.schedule import LONGEST, TIMES_A_DAY, Daily, Every, Schedule, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import REASON_LIMIT, WORDS_LIMIT, Plan
from adtracker.language import tr, tr_count
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field, line_edit
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.number_field import NumberField
from adtracker.ui.kit.fields.pickers import Choice, DayField
from adtracker.ui.records.treatments.known_chips import KnownChips

EVERY, DAILY, WHEN_NEEDED = "every", "daily", "when_needed"


class PlanForm(FormBody):
    """One plan. `schedule_touched` says that the person chose how often.

    A first plan counts its doses from its first day. A later one (`is_change`) counts them from a day of their own, and
    may have a reason.
    """

    schedule_touched = Signal()

    def __init__(self, plan: Plan, *, is_change: bool) -> None:
        super().__init__()
        self._is_change = is_change
        schedule = plan.schedule
        self._asks_start = is_change or (isinstance(schedule, Every) and schedule.start != plan.first)
        self._build(plan)
        self.show_plan(plan)
        self.mode.chosen.connect(self._on_mode)
        self.unit.chosen.connect(self._on_unit)
        self.first.picked.connect(self._on_first)

    def _build(self, plan: Plan) -> None:
        first = tr("From") if self._is_change else tr("First day")
        self.first = DayField(first, plan.first)
        self.known = KnownChips(plan.known)
        modes = [
            (DAILY, tr("Times a day")),
            (EVERY, tr("Every few days or weeks")),
            (WHEN_NEEDED, tr("When needed")),
        ]
        self.mode = Chips(tr("How often"), modes)
        self.dose = line_edit(tr("for example 250 mg, or one fingertip"), WORDS_LIMIT)
        self.loading = line_edit(tr("for example 500 mg"), WORDS_LIMIT)
        self.reason = line_edit(limit=REASON_LIMIT)
        self._loading = Field(tr("First dose, if it is another amount"), self.loading, key="loading_dose")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        day = Field(first, self.first, key="first")
        if self._is_change:  # what happened in the diary has a day
            self.known.setParent(self)
            self.known.hide()
            column.addLayout(_at_left(day))
        else:
            column.addWidget(self.known.beside(day))
        column.addWidget(Field(self.mode.accessibleName(), self.mode))
        column.addWidget(self._build_times())
        column.addWidget(self._build_interval(plan.first))
        column.addWidget(Field(tr("Amount"), self.dose, key="dose"))
        column.addWidget(self._loading)
        reason = Field(tr("Reason for the change, if you like"), self.reason, key="reason")
        column.addWidget(reason)
        reason.setVisible(self._is_change)
        column.addStretch(1)

    def _build_times(self) -> QWidget:
        self.times = NumberField(tr("Times a day"), TIMES_A_DAY)
        self._often = label()
        self.times.textChanged.connect(self._say_often)
        self._say_often()
        self._times = _row([self.times, self._often])
        return self._times

    def _say_often(self) -> None:
        self._often.setText(tr_count("time a day", "times a day", self.times.written))

    def _build_interval(self, first: date) -> QWidget:
        self.count = NumberField(tr("Number of days or weeks"), LONGEST[Unit.DAYS])
        self.unit = Choice(tr("Days or weeks"), [(unit.value, words) for unit, words in _units(1)])
        self.count.textChanged.connect(self._say_units)
        self.start = DayField(tr("Next dose"), first)
        self._start = Field(self.start.accessibleName(), self.start)
        interval = QWidget()
        column = QVBoxLayout(interval)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(_row([label(tr("every")), self.count, self.unit]))
        column.addLayout(_at_left(self._start))
        self._interval = interval
        return interval

    def _say_units(self) -> None:
        for place, (_, words) in enumerate(_units(self.count.written)):
            self.unit.setItemText(place, words)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked: the unit before its number, which it limits, and the first day before what goes along."""
        often = {"first": self.first, "known": self.known, "mode": self.mode, "times": self.times}
        interval = {"unit": self.unit, "count": self.count, "start": self.start}
        return {**often, **interval, "dose": self.dose, "loading": self.loading, "reason": self.reason}

    @property
    def plan(self) -> Plan:
        """The plan as the form says it."""
        schedule = self._schedule()
        loading = "" if isinstance(schedule, WhenNeeded) else self.loading.text().strip()
        dose, reason = self.dose.text().strip(), self.reason.text().strip()
        return Plan(self._begins, schedule, dose, loading, reason, self.known.known)

    @property
    def _begins(self) -> date:
        """The first day, or the first one that is meant where only its month or year is known."""
        return known_period(self.first.day, self.known.known).first

    def _schedule(self) -> Schedule:
        if self.mode.key == EVERY:
            start = self.start.day if self._asks_start else self._begins
            return Every(self.count.number, Unit(self.unit.currentData()), start)
        return Daily(self.times.number) if self.mode.key == DAILY else WhenNeeded()

    def show_plan(self, plan: Plan) -> None:
        """Fill the form."""
        schedule = plan.schedule
        self.first.show_day(plan.first)
        self.known.show_known(plan.known)
        self.dose.setText(plan.dose)
        self.loading.setText(plan.loading_dose)
        self.reason.setText(plan.reason)
        self.start.show_day(schedule.start if isinstance(schedule, Every) else plan.first)
        self.times.show_number(schedule.times if isinstance(schedule, Daily) else 1)
        unit = schedule.unit if isinstance(schedule, Every) else Unit.WEEKS
        self.unit.choose(unit.value)
        self._limit(unit)
        self.count.show_number(schedule.count if isinstance(schedule, Every) else 1)
        self.show_mode(EVERY if isinstance(schedule, Every) else DAILY if isinstance(schedule, Daily) else WHEN_NEEDED)

    def show_mode(self, mode: str) -> None:
        """Ask only what belongs to this way of using it."""
        self.mode.choose(mode)
        self._times.setVisible(mode == DAILY)
        self._interval.setVisible(mode == EVERY)
        self._start.setVisible(self._asks_start)
        self._loading.setVisible(mode == EVERY or (mode == DAILY and bool(self.loading.text())))

    def fill(self, content: Content) -> None:
        """As any form; a first dose that is another amount shows where there is one."""
        super().fill(content)
        self.show_mode(self.mode.key or WHEN_NEEDED)

    def _limit(self, unit: Unit) -> None:
        self.count.show_most(LONGEST[unit])

    def _on_mode(self, mode: str) -> None:
        self.show_mode(mode)
        self.schedule_touched.emit()

    def _on_unit(self, unit: str) -> None:
        self._limit(Unit(unit))

    def _on_first(self, day: date) -> None:
        """A rhythm cannot begin before its plan: the next dose moves along."""
        if self.start.day < day:
            self.start.show_day(day)


def _units(count: int) -> Sequence[tuple[Unit, str]]:
    """What stands behind a number: 1 week, 2 weeks."""
    return (Unit.DAYS, tr_count("day", "days", count)), (Unit.WEEKS, tr_count("week", "weeks", count))


def _at_left(widget: QWidget) -> QHBoxLayout:
    """A widget as wide as it likes to be."""
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row


def _row(parts: list[QWidget]) -> QWidget:
    """Parts beside each other, at the same height."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return row
