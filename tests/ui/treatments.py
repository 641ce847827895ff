"""Treatments as a person has them, and the hands to record and change them with."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.storage.journal import Journal
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.treatments.add_form import AddForm
from adtracker.ui.records.treatments.dialog import TreatmentDialog
from adtracker.ui.records.treatments.dialogs import TreatmentDialogs
from adtracker.ui.records.treatments.row import TreatmentRow
from tests.ui.conftest import TODAY
from tests.ui.person import Person
from tests.ui.recorder import in_front

# Every four weeks since 9 August: 6 September, 4 October, 1 November, and today, 29 November.
START = date(2026, 8, 9)
INJECTION = Treatment("Amlitelimab", Kind.INJECTION, (Plan(START, Every(4, Unit.WEEKS, START), "250 mg", "500 mg"),))
MOISTURISER = Treatment("Blue cream", Kind.MOISTURISER, (Plan(START, Daily(2), "two pumps"),))
STEROID = Treatment("Mometasone", Kind.CREAM, (Plan(TODAY - 9 * ONE_DAY, Daily(1), "a fingertip"),), "potent")
RELIEF = Treatment("Tacrolimus", Kind.CREAM, (Plan(START, WhenNeeded()),), "calcineurin")


class Patient(Person):
    """A person who records treatments."""

    def row(self, name: str) -> TreatmentRow:
        """The row of a treatment on Today, when it stands there."""
        QApplication.processEvents()
        return next(row for row in self.page.parts.treatments.card.rows if row.due.treatment.name == name)

    @property
    def names(self) -> list[str]:
        """The treatments on Today, in order."""
        return [row.due.treatment.name for row in self.page.parts.treatments.card.rows]

    @property
    def dialogs(self) -> TreatmentDialogs:
        """The windows for treatments."""
        return self.page.parts.treatments.dialogs

    @property
    def form(self) -> FormDialog:
        """The form that is open."""
        return in_front(self.dialogs.form)

    @property
    def details(self) -> TreatmentDialog:
        """The treatment that is looked at."""
        return in_front(self.dialogs.details)

    def reads(self, widget: QWidget) -> str:
        """All that is written in a part of a window, when it stands there."""
        QApplication.processEvents()
        return super().reads(widget)

    def come_back(self) -> None:
        """Go on in the window, after a dialog was closed."""
        self._window.activateWindow()
        self._qtbot.waitUntil(self._window.isActiveWindow)

    def look_at(self, name: str) -> TreatmentDialog:
        """Open a treatment by its row."""
        row = self.row(name)
        if row.panel is None or not row.panel.isVisible():
            self.click(row.more)
        assert row.panel is not None
        self.click(row.panel.edit)
        return self.details

    def write(self, field: QLineEdit, text: str) -> None:
        """Write into a field in place of what stands in it."""
        self.click(field)
        field.selectAll()
        QTest.keyClicks(field, text)

    def leave(self, field: QWidget) -> None:
        """Go on to the next field."""
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def part(self, kind: type[QWidget]) -> QWidget:
        """A part of the form that is open."""
        found = self.form.findChild(kind)
        assert isinstance(found, kind)
        return found


def stored(journal: Journal, treatment: Treatment) -> Treatment:
    """Put a treatment into the diary; as it is stored, with its number."""
    saved = journal.save(treatment).changes[0].after
    assert isinstance(saved, Treatment)
    return saved


def recorded(journal: Journal, treatment: Treatment, day: date, taken: int = 1, *sites: str) -> None:
    """Put doses of a day into the diary."""
    assert treatment.key is not None
    journal.save(DayDoses(treatment.key, day, taken, sites=sites))


def add_form(patient: Patient) -> AddForm:
    """The form for a new treatment, opened from its card."""
    patient.unfold("treatments")
    patient.click(patient.page.parts.treatments.card.add)
    form = patient.part(AddForm)
    assert isinstance(form, AddForm)
    return form


def only_one(journal: Journal) -> Treatment:
    """The treatment of a diary that has one."""
    (treatment,) = journal.treatments()
    return treatment
