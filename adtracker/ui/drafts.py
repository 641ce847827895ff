"""Keeps what stands in open forms in the diary, a few seconds after it was typed, until it is stored or given up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from adtracker.ui.events import Events

if TYPE_CHECKING:  # forms are loaded when the first one is opened, and storage after the window shows
    from adtracker.storage.journal import Journal
    from adtracker.ui.form_draft import FormDraft
    from adtracker.ui.widgets.form_dialog import FormDialog


class Drafts(QObject):
    """Knows the forms that are open. Every form is handed to `watch` before it is opened."""

    def __init__(self, journal: Journal, events: Events, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._journal = journal
        self._events = events
        self._now = now
        self._open: list[FormDraft] = []

    def watch(self, dialog: FormDialog, kind: str, key: int | str | None) -> None:
        """Fill a form with what was not finished the last time, and keep what is typed from now on.

        `kind` names what the form asks, `key` the record that it is about, None for a new one.
        """
        from adtracker.ui.form_draft import FormDraft  # noqa: PLC0415 -- not before there is a form

        draft = FormDraft(self._journal, self._events, self._now, dialog, (kind, key))
        self._open.append(draft)
        dialog.destroyed.connect(partial(self._open.remove, draft))

    def flush(self) -> None:
        """Keep what was typed and is not kept yet."""
        for draft in self._open:
            draft.flush()

    @property
    def unsaved(self) -> Sequence[str]:
        """The forms that the diary does not take, by their titles."""
        return [draft.title for draft in self._open if draft.is_waiting]
