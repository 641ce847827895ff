"""Keeps what is typed into the line for a new trigger, so that it outlives a crash. Loaded with the first such line."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from adtracker.domain.common.draft import form_name
from adtracker.errors import AdtrackerError
from adtracker.ui.core.context import Context
from adtracker.ui.kit.fields.pace import Pace
from adtracker.ui.records.triggers.new_name import NewName

_FORM, _NAME = "trigger", "name"


def name_draft(context: Context, day: date) -> str:
    """What was typed for a day and neither added nor given up; empty if there is none."""
    draft = context.read(partial(context.journal.draft, form_name(_FORM, day.isoformat())))
    name = None if draft is None else draft.content.get(_NAME)
    return name if isinstance(name, str) else ""


class NameDraft(QObject):
    """Each day has its own: the trigger is ticked on the day for which its name was begun."""

    def __init__(self, context: Context, field: NewName) -> None:
        super().__init__(field)
        self._context, self._field = context, field
        self._day: date | None = None
        self._kept = ""
        self._is_waiting = False
        pace = self._pace = Pace(self)
        pace.due.connect(self._keep)
        pace.paused.connect(self._keep)
        field.textEdited.connect(pace.touch)
        field.closed.connect(self._on_closed)

    def show_day(self, day: date, kept: str) -> None:
        """Another day is open, for which this is kept."""
        self._pace.stop()
        self._day, self._kept = day, kept

    def _on_closed(self) -> None:
        self._pace.stop()
        self._keep()

    def _keep(self) -> None:
        """Keep what stands there now, in place of what was kept before; nothing where nothing stands there."""
        name = self._field.text().strip()
        if self._day is None or (name == self._kept and not self._is_waiting):
            return
        form = form_name(_FORM, self._day.isoformat())
        try:
            if name:
                self._context.journal.keep_draft(form, {_NAME: name})
            else:
                self._context.journal.drop_draft(form)
        except AdtrackerError as error:
            if not self._is_waiting:  # said once: it would be said with every key
                self._is_waiting = True
                self._context.events.failed.emit(error)
        else:
            self._kept, self._is_waiting = name, False
