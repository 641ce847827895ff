"""What triggers are called, and which of them are offered: one row each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from adtracker.domain.records.trigger import NAME_LIMIT, Trigger
from adtracker.language import tr
from adtracker.ui.kit.basics import keep_end_free, label
from adtracker.ui.kit.fields.field import line_edit
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.tick_box import TickBox

_SCROLLBAR = 8


class TriggerForm(FormBody):
    """`triggers` is what the form says."""

    def __init__(self, triggers: Sequence[Trigger]) -> None:
        super().__init__()
        self._given = triggers
        self.names: dict[str, QLineEdit] = {}
        self.boxes: dict[str, TickBox] = {}
        column = QVBoxLayout(self)
        keep_end_free(column, _SCROLLBAR)
        column.setSpacing(10)
        explanation = tr("A new name shows on old days too. One that is not offered stays on days that have it.")
        column.addWidget(label(explanation, "soft", wrap=True))
        rows = QGridLayout()
        rows.setColumnStretch(0, 1)
        rows.setHorizontalSpacing(12)
        for place, trigger in enumerate(triggers):
            self._add(rows, place, trigger)
        column.addLayout(rows)
        column.addStretch(1)

    def _add(self, rows: QGridLayout, place: int, trigger: Trigger) -> None:
        name, box = line_edit(limit=NAME_LIMIT), TickBox(tr("Offer"))
        name.setObjectName(trigger.key)  # by which the form finds what is at fault
        name.setText(trigger.name)
        name.setAccessibleName(tr("Name of {name}", name=trigger.name))
        box.setChecked(not trigger.hidden)
        box.setAccessibleName(tr("Offer {name} on Today", name=trigger.name))
        self.names[trigger.key], self.boxes[trigger.key] = name, box
        rows.addWidget(name, place, 0)
        rows.addWidget(box, place, 1)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """The name of each, and whether it is offered."""
        names = {f"name/{key}": name for key, name in self.names.items()}
        return {**names, **{f"offer/{key}": box for key, box in self.boxes.items()}}

    @property
    def triggers(self) -> tuple[Trigger, ...]:
        """The triggers as the form says, in the order they came."""
        return tuple(map(self._read, self._given))

    @property
    def changed(self) -> tuple[Trigger, ...]:
        """Those that are not as they came."""
        return tuple(trigger for trigger in self.triggers if trigger not in self._given)

    @property
    def twice(self) -> Trigger | None:
        """One that has the name of another: on the chips nobody could tell them apart. One renamed now comes first."""
        counted = Counter(trigger.name.casefold() for trigger in self.triggers)
        found = [trigger for trigger in self.triggers if counted[trigger.name.casefold()] > 1]
        return next((trigger for trigger in found if trigger in self.changed), next(iter(found), None))

    def _read(self, trigger: Trigger) -> Trigger:
        name = self.names[trigger.key].text().strip()
        return replace(trigger, name=name, hidden=not self.boxes[trigger.key].isChecked())
