"""For my clinic: the form of a start sheet, in a window of its own. Saving is up to whoever opened it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.problem import RefusedError
from adtracker.domain.intake.clinic_text import write_start
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.report.clinic_form import ClinicForm


class ClinicDialog(FormDialog):
    """`sheet_wanted` carries a StartSheet that can be printed."""

    sheet_wanted = Signal(object)

    def __init__(self, parent: QWidget, texts: Texts, today: date) -> None:
        self.clinic = ClinicForm(texts, today)
        super().__init__(
            parent,
            tr("A start sheet, for your clinic to hand out"),
            self.clinic,
            explanation=tr(
                "One page that says what to write down. Nothing of your diary is on it. Its square holds the same as a "
                "line of text, with which somebody else can begin a diary."
            ),
        )
        self._texts = texts
        self.save.setText(tr("Save PDF…"))
        self.wanted.connect(self._on_wanted)

    def _on_wanted(self) -> None:
        sheet = self.clinic.sheet()
        try:
            write_start(sheet.start)
        except RefusedError as error:
            problem = error.problems[0]
            self.show_problem(self._texts.problem(problem), problem.field)
            return
        self.sheet_wanted.emit(sheet)
