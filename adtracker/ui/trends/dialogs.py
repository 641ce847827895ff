"""Opens the windows in which a person chooses what Trends shows: measures, and two periods to compare.

Loaded when a person wants one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.views.measure_selection import mark
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.records.form_dialog import Fault, FormDialog
from adtracker.ui.trends.comparison_form import ComparisonForm
from adtracker.ui.trends.measure_form import MeasureForm
from adtracker.ui.trends.reader import Offer

USUAL_DAYS = 4 * DAYS_A_WEEK


class TrendDialogs(QObject):
    """`compared` carries the two sides a person chose; `let_be` says that they did not."""

    compared = Signal(object)
    let_be = Signal()

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self.measures: MeasureForm | None = None
        self.comparison: ComparisonForm | None = None
        self.dialog: FormDialog | None = None

    def choose_measures(self, offer: Offer) -> None:
        """Ask what is looked at; the answer goes to the settings."""
        self.measures = MeasureForm(offer.on_offer, offer.chosen, offer.names.measures)
        self._open(tr("What the charts show"), self.measures).wanted.connect(self._on_measures)

    def compare(self, courses: Sequence[Course]) -> None:
        """Ask which two periods are compared."""
        today = self._context.today()
        self.comparison = ComparisonForm(courses, _usual(courses, today), today)
        dialog = self._open(tr("Compare two periods"), self.comparison)
        dialog.wanted.connect(self._on_compare)
        dialog.rejected.connect(self.let_be)

    def _open(self, title: str, form: FormBody) -> FormDialog:
        """No draft of it is kept: it asks for nothing that the diary has, and is answered anew each time."""
        self.dialog = FormDialog(self._over, title, form, check=self._fault)
        self.dialog.save.setText(tr("Show"))
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()
        return self.dialog

    def _on_measures(self) -> None:
        assert self.dialog is not None, "a form that is wanted is open"
        assert self.measures is not None, "and it is this one"
        self._context.preferences.change(trends=" ".join(map(mark, self.measures.chosen)))
        self.dialog.accept()

    def _on_compare(self) -> None:
        assert self.dialog is not None, "a form that is wanted is open"
        assert self.comparison is not None, "and it is this one"
        sides = self.comparison.sides
        if sides is None:
            self.dialog.show_problem(*self._order_fault(self.comparison))
            return
        self.dialog.accept()
        self.compared.emit(sides)

    def _fault(self) -> Fault:
        form = self.comparison
        return None if form is None or form.sides is not None else self._order_fault(form)

    def _order_fault(self, form: ComparisonForm) -> tuple[str, str]:
        return tr("The first day lies after the last day."), form.unfit

    def _on_closed(self) -> None:
        self.dialog = self.measures = self.comparison = None


def _usual(courses: Sequence[Course], today: date) -> tuple[Period, Period]:
    """Where no course is chosen: four weeks up to today beside the four before; or as long as the course, before it."""
    if courses and courses[-1].start <= today:
        course = courses[-1].period
        return Period.ending(today, USUAL_DAYS), Period.ending(course.first - ONE_DAY, course.length)
    recent = Period.ending(today, USUAL_DAYS)
    return recent, Period.ending(recent.first - ONE_DAY, USUAL_DAYS)
