"""Answers of days on their way into the diary: those that could not be stored wait here, by day, for the next try."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from adtracker.domain.records.day import DayEntry
from adtracker.errors import AdtrackerError
from adtracker.ui.core.context import Context


class DayDrafts:
    """Holds, for each day that waits, the fields of its entry that are new."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._waiting: dict[date, dict[str, Any]] = {}

    def __contains__(self, day: date) -> bool:
        return day in self._waiting

    @property
    def days(self) -> Sequence[date]:
        """The days that wait, first to last."""
        return sorted(self._waiting)

    def over(self, entry: DayEntry) -> DayEntry:
        """An entry as the person answered it, stored or not."""
        return replace(entry, **self._waiting.get(entry.day, {}))

    def add(self, day: date, values: Mapping[str, Any]) -> None:
        """Take new answers of a day, to be stored by `commit`."""
        self._waiting.setdefault(day, {}).update(values)

    def commit(self, day: date) -> bool:
        """Store what a day waits for, on top of what the diary has; whether that went well."""
        try:
            stored = self._context.journal.entry(day)
        except AdtrackerError as error:
            self._context.events.failed.emit(error)
            return False
        is_stored = self._context.writer.save(self.over(stored))
        if is_stored:
            self._waiting.pop(day, None)
        return is_stored
