"""On paper: which days a sheet is for and how it looks, in a window of its own. Saving is up to whoever opened it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.sheet.planning import SheetWish
from adtracker.domain.sheet.spec import SheetPaper
from adtracker.language import tr
from adtracker.ui.kit.basics import column
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.report.report_form import A4, US_LETTER

ONE_WEEK, TWO_WEEKS = "7", "14"
USUAL, LARGE = "usual", "large"


class PaperForm(FormBody):
    """The first day, how many, how large the circles are, and the paper."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.first = DayField(tr("First day"), today)
        self.days = Chips(tr("How many days"), [(ONE_WEEK, tr("One week")), (TWO_WEEKS, tr("Two weeks"))])
        self.circles = Chips(tr("Circles"), [(USUAL, tr("As usual")), (LARGE, tr("Large"))])
        self.paper = Chips(tr("Paper"), [(A4, tr("A4")), (US_LETTER, tr("US Letter"))])
        for chips, usual in ((self.days, TWO_WEEKS), (self.circles, USUAL), (self.paper, A4)):
            chips.choose(usual)
        rows = column(self, 12)
        rows.addWidget(Field(tr("First day"), self.first, key="first"))
        rows.addWidget(Field(tr("How many days"), self.days, key="days"))
        rows.addWidget(Field(tr("Circles"), self.circles, key="circles"))
        rows.addWidget(Field(tr("Paper"), self.paper, key="paper"))

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        return {"first": self.first, "days": self.days, "circles": self.circles, "paper": self.paper}

    def wish(self, now: datetime) -> SheetWish:
        """What is to be printed."""
        days, paper = int(self.days.key or TWO_WEEKS), SheetPaper(self.paper.key or A4)
        return SheetWish(self.first.day, days, now.isoformat(), paper, self.circles.key == LARGE)


class PaperDialog(FormDialog):
    """`sheet_wanted` carries a SheetWish."""

    sheet_wanted = Signal(object)

    def __init__(self, parent: QWidget, now: datetime, today: date) -> None:
        self.sheet = PaperForm(today)
        super().__init__(
            parent,
            tr("Days on paper"),
            self.sheet,
            explanation=tr(
                "A sheet to fill in by hand, away from the computer. Later scan it or take a photo of it, and drop "
                "that on this window: you see what was read before anything is stored."
            ),
        )
        self._now = now
        self.save.setText(tr("Save PDF…"))
        self.wanted.connect(self._on_wanted)

    def _on_wanted(self) -> None:
        self.sheet_wanted.emit(self.sheet.wish(self._now))
