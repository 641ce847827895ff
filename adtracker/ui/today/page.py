"""Today: one day of the diary, answered in two keys, saved as it is filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtGui import QHideEvent

from adtracker.domain.common.period import EARLIEST_DAY, ONE_DAY
from adtracker.domain.common.problem import Problem, check_text
from adtracker.domain.edits.edit import Edit
from adtracker.domain.records.body import age_column
from adtracker.domain.records.day import NOTE_LIMIT, DayEntry
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.settings import Settings
from adtracker.ui.core.context import Context
from adtracker.ui.core.unfit_texts import UnfitNotes
from adtracker.ui.kit.diaries.whose_diary import owner_name, owner_words
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.score_scale import ScoreScale
from adtracker.ui.records.day_section import ShownDay
from adtracker.ui.today.ahead import days_ahead, not_yet_words
from adtracker.ui.today.ahead_words import visit_words, young_words
from adtracker.ui.today.bad_day_chip import BAD_DAY
from adtracker.ui.today.day_header import DayView
from adtracker.ui.today.day_keys import add_keys
from adtracker.ui.today.drafts import DayDrafts
from adtracker.ui.today.frame import TodayFrame
from adtracker.ui.today.news import News
from adtracker.ui.today.read_days import SAID_BESIDE, ReadDays, period_around, read_days
from adtracker.ui.words.day_words import day_words


class TodayPage(TodayFrame):
    """Shows one day and stores every answer as it is given.

    Answers that could not be stored stay on the screen and are kept by day in `_drafts` until a later save takes them;
    notes that are no valid answer yet (too long) are kept by day in `_unfit`.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._day = self._today = context.today()
        self._shown_day: date | None = None
        self._read: ReadDays | None = None
        self._drafts = DayDrafts(context, self)
        self._unfit = UnfitNotes(context)
        self._news = News(context, self.saved)
        self._connect()

    def _connect(self) -> None:
        self.header.opened.connect(self.open_day)
        self.day_note.wanted.connect(self.header.go_to_today)
        self.itch.chosen.connect(partial(self._on_score, self.itch, "itch"))
        self.sleep.chosen.connect(partial(self._on_score, self.sleep, "sleep_quality"))
        self.woken.changed.connect(partial(self._on_answer, "woken"))
        self.bad_day.marked.connect(partial(self._on_answer, "bad_day"))
        self.parts.stored.connect(self._store)
        self.extent.changed.connect(partial(self._on_answer, "extent"))
        self.extent.typed.connect(self._on_typed_extent)
        self.extent.refused.connect(self._on_refused)
        self.note.begun.connect(self.context.gate.may_type)
        self.note.typing.connect(self._on_typing)
        self.note.written.connect(self._on_note)
        self.note.refused.connect(self._on_note_refused)
        self.saved.undo.connect(self._on_undo)
        self.saved.redo.connect(self.context.writer.redo)
        self.saved.again.connect(self._on_again)
        self.back.done.connect(self.take_focus)
        self._connect_events()
        add_keys(self, {"Alt+Left": self.header.go_back, "Alt+Right": self.header.go_on})

    def _connect_events(self) -> None:
        events = self.context.events
        events.open_day.connect(self.open_day)
        events.saved.connect(self._on_saved)
        events.day_begun.connect(self._on_day_begun)
        events.failed.connect(self._on_failed)
        events.replayed.connect(self._follow)
        events.history_changed.connect(self._show_history)

    @property
    def day(self) -> date:
        """The day that is open."""
        return self._day

    def open_day(self, day: date) -> None:
        """Open a day that has come or has something; what is being typed is saved first. Others get a sentence."""
        self.flush()
        if day > self.context.gate.today() and day not in days_ahead(self.context):
            self.saved.show_replayed(not_yet_words(self.context, day, self._today))  # nothing was typed that is lost
        elif day >= EARLIEST_DAY:
            self._day = day
            self._show_idle()
            self.mark_stale()
            if self.isVisible():
                self.take_focus()

    def open_part(self, part: str) -> None:
        """Mark the day that is open as bad, or take that mark back; or show what is asked about the last seven days."""
        if part == BAD_DAY:
            self.bad_day.press()
        else:
            self.weekly.open_week()

    def flush(self) -> None:
        """Save what was typed and not yet saved, and what could not be saved before, of every day."""
        self.context.gate.look()  # what is typed belongs to the day that is open, also when that has just ended
        all(map(self._commit, self._drafts.days))  # one that fails is enough: the next would wait as long
        self.note.flush()
        self.extent.flush()
        self.parts.flush()
        self.back.flush()
        self.weekly.flush()

    @property
    def unsaved(self) -> Sequence[str]:
        """Answers and notes by their day, and what was typed about parts of a day."""
        answers = [tr("Answers of {day}", day=day_words(day, self._today)) for day in self._drafts.days]
        notes = [
            tr("The note of {day}, which does not fit", day=day_words(day, self._today)) for day in sorted(self._unfit)
        ]
        return [*answers, *notes, *self.parts.unsaved, *self.weekly.unsaved]

    def take_focus(self) -> None:
        """Work begins with the first question that has no answer yet, of the week where that is asked about."""
        (self.back.card or self.weekly).take_focus()

    def take_digit(self, digit: int) -> None:
        """A digit that nothing had a use for answers the first question that has no answer yet, on the day it is."""
        if self.context.gate.is_open() and self.back.card is None:
            self.weekly.take_digit(digit)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing unsaved behind."""
        self.flush()
        super().hideEvent(event)

    def concerns(self, edit: Edit) -> bool:
        """The days that are read; the course, the birth year, what things are called, what the parts of a day show."""
        days = edit.days.intersection(period_around(self._day, self._today))
        said = any(map(edit.touches, SAID_BESIDE))
        return bool(days) or said or self.parts.concerns(edit) or self.weekly.concerns(edit)

    def heeds(self, settings: Settings) -> object:
        """How many days make an average, which the foot of a young diary speaks of."""
        return settings.minimum_days

    def refresh(self) -> None:
        """Read the open day and the days around it; show them."""
        self._turn_day()
        read = self.read(partial(read_days, self.context.journal, self._day, self._today, self.back.gap))
        if read is None:
            self._day = self._shown_day or self._day  # what is on the screen is what the next answer is stored for
        else:
            self._show(read)

    def take_over(self, edit: Edit) -> None:
        """Show what was just stored without asking the diary for it."""
        if self._read is None or self._day != self._shown_day:
            self.mark_stale()
        else:
            self._show(self._read.after(edit), edit)

    def _turn_day(self) -> None:
        """When a new day has begun, a window that was left open on the last one goes along."""
        today = self.context.today()
        if today != self._today and self._day == self._today:
            self._day = today
            self._show_idle()
        self._today = today

    def _on_day_begun(self, day: date, is_refused: bool) -> None:
        self._news.day_begun(day, is_refused=is_refused)
        if self.isVisible():
            self._show_state()
            self.take_focus()
            announce(self, self.saved.text)

    def _show(self, read: ReadDays, edit: Edit | None = None) -> None:
        """Show what was read, or became of it by an edit of this page."""
        fresh, self._shown_day = self._shown_day != self._day, self._day
        self._read, entries, self._news.called = read, read.entries, read.called
        entry = entries.get(self._day, DayEntry(self._day))
        before = entries.get(self._day - ONE_DAY)
        whose = read.profile.name, self.context.journal.path
        owner, name = owner_words(*whose), owner_name(*whose)
        self.header.show_day(DayView(entry, self._today, entries, read.course, owner, name, read.ahead))
        self.day_note.show_day(entry, self._today, visit_words(read, self._today))
        self.young.setText(young_words(read, self._today, self.context.preferences.value.minimum_days))
        self.young.setVisible(bool(self.young.text()))
        ages = age_column(read.profile.birth_year, self._day)
        self.extent.show_before(before.extent if before else None, ages, is_today=self._day == self._today)
        wanted = self._drafts.over(entry)
        self.itch.show_value(wanted.itch, fresh=fresh)
        self.sleep.show_value(wanted.sleep_quality, fresh=fresh)
        self.woken.show_value(wanted.woken)
        self.bad_day.show_value(wanted.bad_day)
        self.extent.show_extent(wanted.extent, fresh=fresh)
        self.note.show_text(self._unfit.get(self._day, wanted.note), fresh=fresh)
        if fresh and self._day in self._unfit:
            self._show_unfit()
        self.back.show_read(read, self._day, self._today)
        self.parts.show_day(ShownDay(wanted, self._today, tuple(entries.values()), fresh), edit)
        self.weekly.show_day(wanted, self._today, read.profile.weekly_on, fresh=fresh)
        self._show_history()

    def _show_idle(self) -> None:
        """A day was opened: what was saved before was another one."""
        self._news.forget_saved()
        self.note.show_problem("")
        if self._day in self._drafts:
            self.saved.show_failure(tr("Some answers of this day wait to be saved."), can_retry=True)
        else:
            self._show_state()

    def _show_state(self) -> None:
        """Say "saved" only where nothing of the day waits; a failure stands until a save took what had failed."""
        if self._day in self._unfit:
            self._show_unfit()
        elif self._day not in self._drafts and self.note.is_written:
            self._news.show()

    def _store(self, values: Mapping[str, Any]) -> None:
        """Store answers of the day that is open, unless that has just ended: then they were meant for another."""
        if self.context.gate.is_open():
            self._drafts.add(self._day, values)
            self._commit(self._day)

    def _commit(self, day: date) -> bool:
        """Store what a day waits for; whether that went well."""
        is_stored = self._drafts.commit(day)
        if is_stored:
            self._show_state()
        return is_stored

    def _on_score(self, scale: ScoreScale, field: str, value: float | None) -> None:
        with self.context.writer.going_on(scale.goes_on):
            self._store({field: value})

    def _on_answer(self, field: str, value: object) -> None:
        self._store({field: value})

    def _on_typed_extent(self, extent: object) -> None:
        with self.context.gate.ending():
            self._store({"extent": extent})

    def _on_typing(self) -> None:
        self.saved.show_typing()
        self._show_history()

    def _on_note(self, note: str) -> None:
        if check_text("note", note, NOTE_LIMIT):
            self._unfit[self._day] = note
            self._show_unfit()
        else:
            self._unfit.pop(self._day, None)
            self.note.show_problem("")
            with self.context.gate.ending(), self.context.writer.going_on(self.note.goes_on):
                self._store({"note": note})

    def _on_note_refused(self, problem: Problem) -> None:
        self.note.show_problem(self.context.texts.problem(problem))

    def _show_unfit(self) -> None:
        problem = check_text("note", self._unfit[self._day], NOTE_LIMIT)[0]
        self._on_note_refused(problem)
        self.saved.show_failure(tr("The note does not fit."), can_retry=False)

    def _on_refused(self, problem: Problem) -> None:
        self.saved.show_failure(self.context.texts.problem(problem), can_retry=False)

    def _on_saved(self, edit: Edit, when: datetime) -> None:
        self._news.was_saved(edit, when, self._today)
        self._show_state()

    def _on_failed(self, error: AdtrackerError) -> None:
        self._stale = True  # what could not be read is, with the next edit
        waits = self._day in self._drafts
        if waits or self.isVisible():
            self.saved.show_failure(self.context.texts.error(error), can_retry=waits)

    def _follow(self, edit: Edit, words: str) -> None:
        """Say what was undone or done again; if that was of another day, open it: nothing changes out of sight."""
        self._news.clear()  # what was saved then may just have been taken back
        self._show_state()
        if not self.isVisible():
            return
        if len(edit.days) == 1 and self._day not in edit.days:
            self.open_day(next(iter(edit.days)))
        self.saved.show_replayed(words)

    def _on_undo(self) -> None:
        if self.context.gate.is_open():
            self.flush()
            self.context.writer.undo()

    def _on_again(self) -> None:
        self._commit(self._day)

    def _show_history(self) -> None:
        self._news.show_history(is_written=self.note.is_written)
