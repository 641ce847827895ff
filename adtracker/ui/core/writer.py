"""The one gate for writes: commit, remember for undo, tell everybody; or say what failed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from adtracker.domain.common.progress import GoesOn, StoppedError
from adtracker.domain.edits.edit import Edit, History
from adtracker.domain.edits.kinds import Record, Removed
from adtracker.domain.records.photo import CleanPhoto, LoosePicture, Photo
from adtracker.errors import AdtrackerError
from adtracker.ui.core.day_gate import DayGate
from adtracker.ui.core.events import Events
from adtracker.ui.core.given import Given

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


class Writer:
    """Writes to one journal for all pages. Every method answers whether the write was committed.

    A page that names itself as the `initiator` of a write takes over what the Edit says, and reads nothing again.
    Nothing is written where a new day has begun that the window did not show yet: it was meant for another day.
    """

    def __init__(self, journal: Journal, events: Events, gate: DayGate, now: Callable[[], datetime]) -> None:
        self._journal = journal
        self._events = events
        self._gate = gate
        self._now = now
        self._history = History()
        self.given = Given(journal)
        self._goes_on = False

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._history.next_undo is not None

    @property
    def next_undo(self) -> Edit | None:
        """What undo would take back."""
        return self._history.next_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self._history.next_redo is not None

    @contextmanager
    def going_on(self, goes_on: bool) -> Iterator[None]:
        """What is stored in here is one step with what the newest write did, if it `goes_on` with that."""
        self._goes_on = goes_on
        try:
            yield
        finally:
            self._goes_on = False

    def save(self, record: Record, initiator: object = None) -> bool:
        """Store a record; an unchanged one is fine and writes nothing."""
        return self._new(partial(self._journal.save, record), record, initiator=initiator)

    def save_typed(self, record: Record, initiator: object = None) -> bool:
        """Store what was typed and comes here by itself: it was begun on the day that the window shows."""
        with self._gate.ending():
            return self.save(record, initiator)

    def save_all(self, wanted: Sequence[Record], initiator: object = None) -> bool:
        """Store several records in one step, to be taken back in one."""
        return self._new(partial(self._journal.save_each, wanted), *wanted, initiator=initiator)

    def take_in(self, edit: Edit) -> bool:
        """Make the changes of an edit that was worked out for the diary as it is."""
        return self._new(partial(self._journal.take_in, edit))

    def taking_in(self, edit: Edit, pixels: Iterable[CleanPhoto] = ()) -> Callable[[GoesOn], Edit | None]:
        """The same as work that a person watches and can stop, with the pixels of new photos: it is done off the
        window's thread while nothing else is written, gives None if it was stopped, and what it did to `took_in`.

        It raises AdtrackerError. Whose days they are is said by the file, so a day that begins meanwhile changes none.
        """

        def work(goes_on: GoesOn) -> Edit | None:
            self._journal.keep_pixels(pixels)
            try:
                return self._journal.take_in(edit, goes_on=goes_on)
            except StoppedError:
                return None

        return work

    def took_in(self, edit: Edit) -> None:
        """Remember for undo what such work did, and tell everybody."""
        self.given.add(edit)
        self._history.push(edit)
        self._tell(edit)

    def remove(self, record: Removed) -> bool:
        """Delete what can be brought back, and say how."""
        from adtracker.ui.words.edit_words import deleted_words  # noqa: PLC0415 -- not for every start

        is_done = self._new(partial(self._journal.remove, record))
        if is_done:
            self._events.told.emit(deleted_words(record))
        return is_done

    def restore(self, record: Removed) -> bool:
        """Bring back what was deleted, and say so: that Ctrl+Z would bring it back is true no longer."""
        from adtracker.ui.words.edit_words import restored_words  # noqa: PLC0415 -- not for every start

        is_done = self.save(replace(record, removed_on=None))
        if is_done:
            self._events.told.emit(restored_words(record))
        return is_done

    def add_photo(self, pixels: CleanPhoto, day: date) -> bool:
        """Store a new photo of a day."""
        photo = Photo(day, pixels.digest, pixels.width, pixels.height)
        return self._new(partial(self._journal.add_photo, pixels, day), photo)

    def put_back(self, picture: LoosePicture, pixels: CleanPhoto, day: date) -> bool:
        """Give a picture that no day names a day; a photo that lacks just this one only gets it back."""
        photo = Photo(day, pixels.digest, pixels.width, pixels.height)
        return self._new(partial(self._journal.put_back, picture, pixels, day), photo)

    def _new(self, write: Callable[[], Edit], *wanted: Record, initiator: object = None) -> bool:
        edit = self._attempt(write, *wanted)
        if edit:
            self._history.push(edit, goes_on=self._goes_on)
            self._tell(edit, initiator)
        return edit is not None

    def undo(self) -> bool:
        """Take back the newest edit, and say what it was; what was changed elsewhere since stays as it is."""
        from adtracker.ui.core.edit_names import called_in  # noqa: PLC0415 -- not for every start
        from adtracker.ui.words.edit_words import undone_words  # noqa: PLC0415 -- the same
        from adtracker.ui.words.left_words import replayed_words  # noqa: PLC0415 -- the same

        newest = self._history.next_undo
        edit = self._attempt(partial(self._journal.replay, newest.inverse())) if newest else None
        if newest is None or edit is None:
            return False
        self._history.undone(edit)
        self._tell(edit)
        words = partial(undone_words, called=called_in(newest, self._journal))
        self._events.replayed.emit(edit, replayed_words(words, edit.inverse() or newest, edit))
        return True

    def redo(self) -> bool:
        """Do the newest undone edit again, and say what it was; what was changed elsewhere since stays as it is."""
        from adtracker.ui.core.edit_names import called_in  # noqa: PLC0415 -- not for every start
        from adtracker.ui.words.edit_words import redone_words  # noqa: PLC0415 -- the same
        from adtracker.ui.words.left_words import replayed_words  # noqa: PLC0415 -- the same

        newest = self._history.next_redo
        edit = self._attempt(partial(self._journal.replay, newest)) if newest else None
        if newest is None or edit is None:
            return False
        self._history.redone(edit)
        self._tell(edit)
        words = partial(redone_words, called=called_in(newest, self._journal))
        self._events.replayed.emit(edit, replayed_words(words, edit or newest, edit))
        return True

    def _attempt(self, write: Callable[[], Edit], *wanted: Record) -> Edit | None:
        if not self._gate.is_open():
            return None
        try:
            edit = write()
        except AdtrackerError as error:
            self.given.refuse(wanted, error)
            self._events.failed.emit(error)
            return None
        self.given.add(edit)
        return edit

    def _tell(self, edit: Edit, initiator: object = None) -> None:
        if edit:  # what is left as it was found is nothing that was saved
            self._events.saved.emit(edit, self._now())
        self._events.changed.emit(edit, initiator)
        self._events.history_changed.emit()
