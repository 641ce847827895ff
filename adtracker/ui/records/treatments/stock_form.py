"""Asks how many doses of a treatment are left, on which day they were counted, and how long before to be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from adtracker.domain.treatments.treatment import MOST_LEFT, MOST_ORDER_DAYS, Treatment
from adtracker.language import tr
from adtracker.ui.kit.basics import column
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.number_field import NumberField
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.kit.fields.tick_box import TickBox

_USUAL_ORDER_DAYS = 14


class StockForm(FormBody):
    """A new count is of today; without the first tick nothing is counted any more."""

    def __init__(self, treatment: Treatment, today: date) -> None:
        super().__init__()
        self._treatment = treatment
        is_new = treatment.doses_left is None
        self.is_counted = TickBox(tr("Count what is left"))
        self.left = NumberField(tr("Doses left"), MOST_LEFT, treatment.doses_left or 0, least=0)
        self.day = DayField(tr("Counted on"), today, today)
        self.is_told = TickBox(tr("Show my day to order"))
        usual = _USUAL_ORDER_DAYS if treatment.order_days is None else treatment.order_days
        self.days = NumberField(tr("Days before the last dose"), MOST_ORDER_DAYS, usual, least=0)
        self.is_counted.setChecked(True)
        self.is_told.setChecked(is_new or treatment.order_days is not None)
        self._count, self._order = self._fields()
        rows = column(self, 12)
        for part in (self.is_counted, self._count, self._order):
            rows.addWidget(part)
        rows.addStretch(1)
        self.is_counted.toggled.connect(self._follow)
        self.is_told.toggled.connect(self._follow)
        self._follow()

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        counted = {"is_counted": self.is_counted, "left": self.left, "day": self.day}
        return {**counted, "is_told": self.is_told, "days": self.days}

    @property
    def treatment(self) -> Treatment:
        """The treatment with the count as the form says it."""
        if not self.is_counted.isChecked():
            return replace(self._treatment, counted_on=None, doses_left=None, order_days=None)
        order_days = self.days.number if self.is_told.isChecked() else None
        return replace(self._treatment, counted_on=self.day.day, doses_left=self.left.number, order_days=order_days)

    def _fields(self) -> tuple[QWidget, QWidget]:
        count, order = QWidget(), QWidget()
        rows = column(count, 12)
        rows.addWidget(Field(tr("Doses left"), self.left, key="doses_left"))
        after = tr("Those that are left after the doses of that day.")
        rows.addWidget(Field(tr("Counted on"), self.day, after, key="counted_on"))
        rows = column(order, 12)
        rows.addWidget(self.is_told)
        self._days = Field(tr("Days before the last dose"), self.days, key="order_days")
        rows.addWidget(self._days)
        return count, order

    def _follow(self) -> None:
        self._count.setVisible(self.is_counted.isChecked())
        self._order.setVisible(self.is_counted.isChecked())
        self._days.setVisible(self.is_told.isChecked())
