"""Asks at the first start how the treatment of a course is used: two questions, and both may be left open."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.common.period import EARLIEST_DAY
from adtracker.domain.records.course import Course
from adtracker.domain.treatments.schedule import Daily, Every, Schedule, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.language import begun, tr
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.words.treatment_words import Names, schedule_words

KINDS = (Kind.INJECTION, Kind.TABLET, Kind.CREAM, Kind.OTHER)
LATER = "later"


class FirstUseForm(QWidget):
    """What is not said stays as open as a plan can be: nothing is planned until the person says so on Today."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        kinds = [(kind.value, names["kinds"][kind.value]) for kind in KINDS]
        self.kind = Chips(tr("What kind of treatment is it?"), kinds)
        rhythms = [(key, begun(schedule_words(rhythm))) for key, rhythm in _rhythms(EARLIEST_DAY).items()]
        self.rhythm = Chips(tr("How often do you use it?"), [*rhythms, (LATER, tr("I will say it later"))])
        self.rhythm.choose(LATER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        open_end = tr("Until you say how often, nothing is planned. You can change all of it on Today.")
        column.addWidget(Field(self.kind.accessibleName(), self.kind))
        column.addWidget(Field(self.rhythm.accessibleName(), self.rhythm, open_end))

    def treatment(self, course: Course) -> Treatment | None:
        """The treatment of a course, used from its first day on; None where the course names none."""
        if not course.treatment:
            return None
        kind = Kind.OTHER if self.kind.key is None else Kind(self.kind.key)
        schedule = _rhythms(course.start).get(self.rhythm.key or LATER, WhenNeeded())
        return Treatment(course.treatment, kind, (Plan(course.start, schedule),))


def _rhythms(start: date) -> dict[str, Schedule]:
    """How most treatments are used, by key, in the order of the choices."""
    return {
        "two_weeks": Every(2, Unit.WEEKS, start),
        "four_weeks": Every(4, Unit.WEEKS, start),
        "once": Daily(),
        "twice": Daily(2),
        "needed": WhenNeeded(),
    }
