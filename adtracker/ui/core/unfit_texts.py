"""Texts that do not fit into the diary yet: they stay on the screen and, as drafts, in the file until they do."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from datetime import date

from adtracker.errors import AdtrackerError
from adtracker.ui.core.context import Context

_TEXT = "text"


class UnfitText:
    """One such text, by the name of its draft; `text` is None while there is none."""

    def __init__(self, context: Context, form: str) -> None:
        self._context = context
        self._form = form
        self.text = self._found()

    def keep(self, text: str) -> None:
        """Keep a text that does not fit."""
        if text != self.text:
            self.text = text
            try:
                self._context.journal.keep_draft(self._form, {_TEXT: text})
            except AdtrackerError as error:
                self._context.events.failed.emit(error)

    def drop(self) -> None:
        """It fits now, or is gone."""
        if self.text is not None:
            self.text = None
            try:
                self._context.journal.drop_draft(self._form)
            except AdtrackerError as error:
                self._context.events.failed.emit(error)

    def _found(self) -> str | None:
        try:
            draft = self._context.journal.draft(self._form)
        except AdtrackerError as error:
            self._context.events.failed.emit(error)
            return None
        text = None if draft is None else draft.content.get(_TEXT)
        return text if isinstance(text, str) else None


class UnfitNotes(MutableMapping[date, str]):
    """Notes by their day. That of a day is looked for in the diary when somebody first asks for it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._asked: dict[date, UnfitText] = {}

    def __getitem__(self, day: date) -> str:
        text = self._of(day).text
        if text is None:
            raise KeyError(day)
        return text

    def __setitem__(self, day: date, note: str) -> None:
        self._of(day).keep(note)

    def __delitem__(self, day: date) -> None:
        self._of(day).drop()

    def __iter__(self) -> Iterator[date]:
        return (day for day, note in self._asked.items() if note.text is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _of(self, day: date) -> UnfitText:
        if day not in self._asked:
            self._asked[day] = UnfitText(self._context, f"note/{day.isoformat()}")
        return self._asked[day]
