"""What the line at the bottom of Today says: the newest that happened to the diary, and what undo would take back."""

from __future__ import annotations

from datetime import date, datetime

from adtracker.domain.edits.edit import Edit
from adtracker.ui.core.context import Context
from adtracker.ui.today.saved_line import SavedLine
from adtracker.ui.words.answer_changes import UNKNOWN
from adtracker.ui.words.answer_words import saved_answers, short_words
from adtracker.ui.words.day_words import day_begun_words


class News:
    """Remembers what was saved last, and a day that began under the window until something was saved on it.

    `called` has what a person calls the treatments and own questions that it speaks of.
    """

    def __init__(self, context: Context, line: SavedLine) -> None:
        self._context = context
        self._line = line
        self._saved: tuple[str, str] | None = None
        self._begun: tuple[date, bool] | None = None
        self.show()
        self.called = UNKNOWN

    def was_saved(self, edit: Edit, when: datetime, today: date) -> None:
        """Something was stored at a local time."""
        from adtracker.ui.words.edit_words import saved_edit_words  # noqa: PLC0415 -- not before something is saved

        answers, replaced = saved_answers(edit, when, today, self.called)
        self._saved, self._begun = (answers or saved_edit_words(edit, when), replaced), None

    def day_begun(self, day: date, *, is_refused: bool) -> None:
        """Today is another day now; `is_refused` says that this kept something from being stored."""
        self._saved, self._begun = None, (day, is_refused)

    def forget_saved(self) -> None:
        """What was saved last was on another day than the one that is shown."""
        self._saved = None

    def clear(self) -> None:
        """None of it is new any more."""
        self._saved = self._begun = None

    def show(self) -> None:
        """Say it."""
        if self._saved is not None:
            self._line.show_saved(*self._saved)
        elif self._begun is not None:
            day, is_refused = self._begun
            words = day_begun_words(day, is_back=self._context.gate.went_back)
            self._line.show_new_day(words, is_refused=is_refused)
        else:
            self._line.show_idle(can_save=not self._context.journal.read_only)

    def show_history(self, *, is_written: bool) -> None:
        """Say what undo would take back; where a text is not stored yet (`is_written`), that is its last words."""
        writer = self._context.writer
        newest = writer.next_undo if is_written else None
        what = "" if newest is None else short_words(newest, self.called)
        self._line.show_history(can_undo=writer.can_undo or not is_written, can_redo=writer.can_redo, what=what)
