"""Asks what a start sheet is to say. It is for people who have no diary yet, so nothing is filled in from this one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import cast

from PySide6.QtWidgets import QWidget

from adtracker.domain.intake.clinic_start import ITCH, MOST_OWN, SKIN, SLEEP, WEEKDAYS, Asked, ClinicStart, clinic_start
from adtracker.domain.records.question import TEXT_LIMIT
from adtracker.language import tr
from adtracker.report.printing import Paper
from adtracker.report.sheets.start_sheet import StartSheet
from adtracker.resources import Texts
from adtracker.ui.kit.basics import column
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.long_text import LongText
from adtracker.ui.kit.fields.pickers import Choice, DayField
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.tick_chips import TickChips
from adtracker.ui.records.courses.course_form import CourseForm, new_course
from adtracker.ui.report.report_form import A4, US_LETTER

DAILY, WEEKLY = "daily", "weekly"
NO, YES = "no", "yes"
_USUAL_WAIT = timedelta(weeks=4)
_SUNDAY = WEEKDAYS[-1]


class ClinicForm(FormBody):
    """What to write down, how often and until when; a course, a visit and further questions where there are any."""

    def __init__(self, texts: Texts, today: date) -> None:
        super().__init__()
        self._today = today
        self._make_rhythm(texts)
        self._make_dates()
        self._make_questions()
        self._build()
        for chips in (self.rhythm, self.has_course, self.has_visit, self.has_end):
            chips.chosen.connect(self._follow)
        self._follow()

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        course = {f"course_{name}": field for name, field in self.course.inputs.items()}
        return {
            **{key: self.numbers.chip(key) for key in (ITCH, SLEEP, SKIN)},
            "rhythm": self.rhythm,
            "weekday": self.weekday,
            "has_course": self.has_course,
            **course,
            "has_visit": self.has_visit,
            "visit": self.visit,
            "has_end": self.has_end,
            "until": self.until,
            "scaled": self.scaled,
            "yes_no": self.yes_no,
            "paper": self.paper,
        }

    @property
    def start(self) -> ClinicStart:
        """What the clinic asks for, as the form says it."""
        asked = [*map(Asked, self.scaled.text().split("\n"))]
        asked += [Asked(text, is_yes_no=True) for text in self.yes_no.text().split("\n")]
        weekly_on = WEEKDAYS.index(self.weekday.currentData()) + 1 if self.rhythm.key == WEEKLY else None
        course = self.course.course if self.has_course.key == YES else None
        return clinic_start(self.numbers.keys, weekly_on, course, self._visit_day, asked)

    def sheet(self) -> StartSheet:
        """The sheet that is wanted."""
        until = self.until.day if self.has_end.key == YES else None
        return StartSheet(self.start, self._today, until, cast(Paper, self.paper.key))

    @property
    def _visit_day(self) -> date | None:
        return self.visit.day if self.has_visit.key == YES else None

    def _make_rhythm(self, texts: Texts) -> None:
        names = texts.measures()
        skin = names["extent_percent"]["label"]
        choices = [(ITCH, names["itch"]["label"]), (SLEEP, names["sleep_quality"]["label"]), (SKIN, skin)]
        self.numbers = TickChips(tr("What to write down"), choices)
        self.numbers.show_keys((ITCH, SLEEP))
        self.rhythm = Chips(tr("How often"), [(DAILY, tr("Every evening")), (WEEKLY, tr("Once a week"))])
        self.rhythm.choose(DAILY)
        days = [(day, texts.say(f"start.weekdays.{number}")) for number, day in enumerate(WEEKDAYS, 1)]
        self.weekday = Choice(tr("On which day of the week"), days)
        self.weekday.choose(_SUNDAY)

    def _make_dates(self) -> None:
        later = self._today + _USUAL_WAIT
        self.has_course = Chips(tr("Does a treatment start?"), [(NO, tr("No")), (YES, tr("Yes"))])
        self.course = CourseForm(new_course(self._today))
        visit = [(NO, tr("Not known yet")), (YES, tr("It is known"))]
        self.has_visit = Chips(tr("The next visit"), visit)
        self.visit = DayField(tr("Day of the visit"), later)
        end = [(NO, tr("Until the visit")), (YES, tr("Until a day"))]
        self.has_end = Chips(tr("For how long"), end)
        self.until = DayField(tr("Last day to write on"), later)
        for chips in (self.has_course, self.has_visit, self.has_end):
            chips.choose(NO)

    def _make_questions(self) -> None:
        limit = MOST_OWN * (TEXT_LIMIT + 1)
        self.scaled = LongText("asked", limit, "")
        self.yes_no = LongText("asked", limit, "")
        self.paper = Chips(tr("Paper"), [(A4, tr("A4")), (US_LETTER, tr("US Letter"))])
        self.paper.choose(A4)

    def _build(self) -> None:
        rows = column(self, 12)
        rows.addWidget(Field(tr("What to write down"), self.numbers, key="numbers"))
        rhythm = QWidget()
        line = FlowLayout(rhythm, spacing=16)
        self._weekday = Field(tr("On which day of the week"), self.weekday)
        line.addWidget(Field(tr("How often"), self.rhythm))
        line.addWidget(self._weekday)
        rows.addWidget(rhythm)
        rows.addWidget(Field(tr("Does a treatment start?"), self.has_course))
        rows.addWidget(self.course)
        self._visit = Field(tr("Day of the visit"), self.visit)
        self._until = Field(tr("Last day to write on"), self.until)
        for name, chips, field in (
            (tr("The next visit"), self.has_visit, self._visit),
            (tr("For how long"), self.has_end, self._until),
        ):
            rows.addWidget(Field(name, chips))
            rows.addWidget(field)
        one_a_line = tr("One a line. 0 is none, 10 is the worst.")
        rows.addWidget(Field(tr("Further questions, 0 to 10"), self.scaled, one_a_line, key="asked"))
        rows.addWidget(Field(tr("Further questions, yes or no"), self.yes_no, tr("One a line.")))
        rows.addWidget(Field(tr("Paper"), self.paper))
        rows.addStretch(1)

    def _follow(self) -> None:
        self._weekday.setVisible(self.rhythm.key == WEEKLY)
        self.course.setVisible(self.has_course.key == YES)
        self._visit.setVisible(self.has_visit.key == YES)
        self._until.setVisible(self.has_end.key == YES)
