"""Asks what shall stand in a calendar file, and saves it where the person says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from pathlib import Path

from PySide6.QtWidgets import QWidget

from adtracker.domain.views.calendar import EVENING, Slot
from adtracker.errors import AdtrackerError
from adtracker.exchange.calendar_file import write_calendar
from adtracker.exchange.created_file import write_created
from adtracker.language import tr
from adtracker.queries.calendar import read_calendar
from adtracker.ui.core.context import Context
from adtracker.ui.kit.basics import column
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.pickers import Choice
from adtracker.ui.kit.fields.tick_box import TickBox
from adtracker.ui.kit.save_dialog import save_dialog
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.words.place_words import place_words

_HALF_HOURS = tuple(f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30))


class CalendarForm(FormBody):
    """What shall stand in it, and at which hour."""

    def __init__(self) -> None:
        super().__init__()
        self.hour = Choice(tr("Time of day"), [(text, text) for text in _HALF_HOURS])
        self.hour.choose(f"{EVENING:%H:%M}")
        self.ticks = {
            Slot.ENTRY: TickBox(tr("“Your diary”, every evening")),
            Slot.VISIT: TickBox(tr("“Appointment”, for each visit")),
            Slot.DOSE: TickBox(tr("“Your plan”, for each planned dose that is not of every day")),
            Slot.FORM: TickBox(tr("“Your diary: questions”, for questionnaires")),
        }
        rows = column(self, 12)
        for tick in self.ticks.values():
            tick.setChecked(True)
            rows.addWidget(tick)
        hint = tr("Visits have no time: a calendar tells of them the evening before.")
        rows.addWidget(Field(tr("Time of day"), self.hour, hint))
        rows.addStretch(1)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        return {**{slot.value: tick for slot, tick in self.ticks.items()}, "hour": self.hour}

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What was ticked."""
        return tuple(slot for slot, tick in self.ticks.items() if tick.isChecked())

    @property
    def at(self) -> time:
        """The hour that was chosen."""
        return time.fromisoformat(self.hour.currentData())


class CalendarDialog(FormDialog):
    """To be shown by `open()`; it closes once the file is saved, and says where it is."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self.choices = CalendarForm()
        super().__init__(
            parent,
            tr("A calendar file, for your phone"),
            self.choices,
            explanation=tr(
                "Send the file to your phone and open it there. What stands in it says nothing of health. A later file "
                "changes what the calendar has and adds nothing twice. Some calendars leave out the alarms of files."
            ),
        )
        self._context = context
        self.save.setText(tr("Save…"))
        self.wanted.connect(self._on_wanted)

    def _on_wanted(self) -> None:
        if not self.choices.slots:
            self.show_problem(tr("Please tick what shall stand in the calendar."))
            return
        dialog = save_dialog(self, tr("Save the calendar file"), "iCalendar", tr("diary") + ".ics")
        dialog.fileSelected.connect(self._on_place)
        dialog.open()

    def _on_place(self, name: str) -> None:
        context = self._context
        journal, today = context.journal, context.gate.today()
        try:
            days = read_calendar(journal, today, self.choices.slots)
            data = write_calendar(days, self.choices.at, journal.album.identity(), context.now(), context.texts)
            file = write_created(Path(name), data, journal.path)
        except AdtrackerError as error:
            self.show_problem(context.texts.error(error))
            return
        self.accept()
        place = place_words(file)
        context.events.hint.emit(tr("✓ Saved as {file}. Look at the first alarm there.", file=place))
