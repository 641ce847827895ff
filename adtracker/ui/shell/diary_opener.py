"""Opens diaries in the window: at the start, on a person's wish, or for the first time; and says why one cannot be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from adtracker.errors import DAMAGED, AdtrackerError
from adtracker.files import clear_drafts, is_there
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.storage.copies.unfinished import is_unfinished
from adtracker.ui.core.first_paint import FirstPaint
from adtracker.ui.core.handed import NOTHING, Handed
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.shell.changed_diary import ChangedDiary
from adtracker.ui.shell.choosing import Choosing
from adtracker.ui.shell.damage.damage_watch import DamageWatch
from adtracker.ui.shell.lock.locking import Locking
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.reworking import NEW_PASSWORD, Reworking
from adtracker.ui.shell.starting.single_instance import SingleInstance

if TYPE_CHECKING:
    from adtracker.storage.copies.copy_folder import Copy
    from adtracker.storage.copies.restoring import Restored
    from adtracker.ui.core.context import Context
    from adtracker.ui.shell.backup_keeper import BackupKeeper
    from adtracker.ui.shell.damage.damaged_diary import DamagedDiary
    from adtracker.ui.shell.lock.unlocking import Unlocking
    from adtracker.ui.shell.refused_diary import RefusedDiary
    from adtracker.ui.shell.welcome_page import Beginning, WelcomePage


class DiaryOpener(QObject):
    """Keeps one window and the one diary in it. `usable` comes when a page or the welcome stands on the screen.

    A diary that `is_named`, at the start or in the settings, is never taken for one that is still to be begun.
    """

    usable = Signal()

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        preferences: Preferences,
        texts: Texts,
        now: Callable[[], datetime],
        instance: SingleInstance,
        *,
        is_named: bool = False,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._preferences = preferences
        self._texts = texts
        self._now = now
        self._instance = instance
        self._started_with = instance.diary
        self._is_named = is_named
        self._context: Context | None = None
        self._welcome: WelcomePage | None = None
        self._changed: ChangedDiary | None = None
        self._unlocking: Unlocking | None = None
        self._key: bytes | None = None  # of the diary that is open, or damaged
        self._watch: DamageWatch | None = None
        self._damaged: DamagedDiary | RefusedDiary | None = None
        self._keeper: BackupKeeper | None = None
        choosing = Choosing(window, lambda: self._instance.diary.parent)
        choosing.chosen.connect(self._on_wanted)
        choosing.placed.connect(self._on_placed)
        self.choose, self.choose_new = choosing.choose, choosing.choose_new
        window.commands.open.triggered.connect(self.choose)
        window.commands.new.triggered.connect(self.choose_new)
        self._locking = Locking(window, preferences)
        self._locking.due.connect(self.lock)
        self._reworking = Reworking(window, self._let_go, self._close_diary, self.open)
        instance.asked.connect(window.come_forward)

    def start(self, context: Context | None = None) -> None:
        """Open the diary that the program was started for, if it is not open yet, or welcome who has none."""
        place = self._instance.diary
        if context is not None:
            self._show(context, self._instance)
        elif self._is_named or is_there(place) or is_unfinished(place):
            self.open(place)
        else:
            self._show_welcome(place)

    def open(self, place: Path, beginning: Beginning | None = None, key: bytes | None = None) -> bool:
        """Open a diary in place of the one that is open; with a `beginning` it is made if there is none yet.

        False if it cannot be, which is then said in the window; where it has a password, that is asked for.
        """
        instance = self._instance.or_of(place)
        if instance is None:
            self._window.messages.hint(tr("That diary is open already; its window was brought forward."))
            return False
        try:
            context = self._open_context(place, beginning, key)
        except AdtrackerError as error:
            from adtracker.ui.shell.lock.unlocking import needs_key  # noqa: PLC0415 -- few diaries have a password

            if key is None and needs_key(place, error):
                self._ask_password(place, beginning, instance)
            else:
                self._say(error, instance, key)
            return False
        self._show(context, instance)
        return True

    def reopen(self, place: Path, given: Handed, mine_wins: bool) -> None:
        """Open the file of the diary as it is now, or a copy of it, and put in what was given before."""
        from adtracker.ui.shell.rejoining import put_in  # noqa: PLC0415 -- hardly ever needed

        instance = self._instance.or_of(place)
        assert instance is not None, "the diary that is open, or a copy that nobody has seen yet"
        try:
            context = self._open_context(place, None, self._key)
        except AdtrackerError as error:
            self._say(error, instance, self._key)
            return
        if self._context is not None:
            self._context.drafts.move_to(context.journal)
            self._locking.put_away()  # what does not go with its page would go on with the file of before
        self._show(context, instance)
        said = put_in(context, given, mine_wins=mine_wins)
        if said is not None and mine_wins:
            self._preferences.remember(place)
            said = tr("Your answers are in {place}, which is open now. The other file is as it was.", place=place)
        if said is not None:
            self._window.messages.error(said)  # not wrong, but to be read in peace

    def lock(self) -> None:
        """Store what waits, let go of the diary, and ask for its password; nothing if it has none."""
        if self._context is not None and self._key is not None:
            self._window.leaving.leave(self._lock)

    def close(self) -> None:
        """Make a copy if anything is new, and let go of everything, at the end of the program."""
        self._leave_damaged()
        if self._context is not None and self._keeper is not None:
            self._context.tasks.wait()
            self._keeper.back_up_at_the_end()
        self._close_diary(self._context)
        self._instance.release()

    def _open_context(self, place: Path, beginning: Beginning | None, key: bytes | None) -> Context:
        from adtracker.ui.shell.starting.startup import open_context  # noqa: PLC0415 -- brings SQLAlchemy after the paint

        return open_context(place, beginning, key, self._preferences, self._theme, self._texts, self._now)

    def _show(self, context: Context, instance: SingleInstance) -> None:
        before, self._context, self._welcome, self._unlocking = self._context, context, None, None
        context.events.choose_diary.connect(self.choose)
        context.events.new_diary.connect(self.choose_new)
        context.events.open_diary.connect(self._on_wanted)
        context.events.restore_copy.connect(self._on_restore)
        context.events.rework.connect(self._reworking.begin)
        context.events.lock.connect(self.lock)
        if self._changed is not None:
            self._changed.stop()  # pages that go try to store what waits, and fail as before
        self._leave_damaged()
        self._window.open(context)
        self._key = context.journal.key
        self._locking.watch(has_key=self._key is not None)
        self._changed = ChangedDiary(self._window, self._window.pages, context, self.reopen)
        self._hold(instance)
        instance.watch()  # again: its folder may have come with the diary
        self._close_diary(before)
        self._keep_copies(context)
        self._preferences.note_known(context.journal.path)
        self._tell_when_painted()
        self._watch = DamageWatch(context)
        self._watch.found.connect(self._on_damage_found, Qt.ConnectionType.QueuedConnection)
        self._watch.start()
        context.tasks.run(partial(clear_drafts, context.journal.path.parent))

    def _on_damage_found(self) -> None:
        """Put the card in place of the pages; what was given and could not be stored is kept for the new diary."""
        if self._context is None or self._changed is None:
            return
        given, context = self._changed.collected(), self._let_go()
        self._show_damaged(context.journal.path, given, context.journal.key)
        self._close_diary(context)

    def _show_damaged(self, place: Path, given: Handed = NOTHING, key: bytes | None = None) -> None:
        from adtracker.ui.core.copies import shelf_of  # noqa: PLC0415 -- hardly ever needed
        from adtracker.ui.shell.damage.damaged_diary import DamagedDiary  # noqa: PLC0415

        self._leave_damaged()
        found = tr("today at {time}", time=self._now().strftime("%H:%M"))
        self._damaged = damaged = DamagedDiary(self._window, self._texts, place, found, given, self._open_salvaged, key)
        damaged.page.other.connect(self.choose)
        self._show_alone(damaged.page, key)
        damaged.page.take_focus()
        damaged.go_back.connect(partial(self._go_back, place))
        damaged.begin(shelf_of(place, self._preferences.value, key), self._now())

    def _open_salvaged(self, place: Path, given: Handed) -> None:
        self.reopen(place, given, mine_wins=True)
        self._preferences.remember(place)

    def _leave_damaged(self) -> None:
        if self._damaged is not None:
            self._damaged.stop()
            self._damaged = None

    def _keep_copies(self, context: Context | None) -> None:
        if self._keeper is not None:
            self._keeper.stop()
            self._keeper = None
        if context is not None:
            from adtracker.ui.shell.backup_keeper import BackupKeeper  # noqa: PLC0415 -- brings the storage

            self._keeper = BackupKeeper(context, self._window.navigation.show_backed_up)

    def _on_restore(self, copy: Copy) -> None:
        self._window.leaving.leave(partial(self._restore, copy))

    def _restore(self, copy: Copy) -> None:
        """Go back to a copy of the diary that is open: it is closed for that, and opened again in any case."""
        context = self._let_go()
        self._go_back(context.journal.path, copy, closing=context)

    def _let_go(self) -> Context:
        """Give up the diary that is open, to close it."""
        context, self._context = self._context, None
        assert context is not None, "it is a page of it that asks"
        self._locking.put_away()
        if self._changed is not None:
            self._changed.stop()
            self._changed = None
        self._keep_copies(None)
        return context

    def _go_back(self, place: Path, copy: Copy, given: Handed = NOTHING, closing: Context | None = None) -> None:
        """Go back to a copy. What a damaged diary was given and did not keep goes into it, or waits for another way."""
        from adtracker.ui.core.copies import shelf_of  # noqa: PLC0415 -- hardly ever needed
        from adtracker.ui.shell.going_back import going_back, going_page  # noqa: PLC0415

        self._leave_damaged()
        self._window.show_alone(going_page())
        self._tell_when_painted()
        self._close_diary(closing)
        going = going_back(self, shelf_of(place, self._preferences.value, self._key), copy, self._now())
        done = self._on_restored if closing is not None else partial(self._on_restored_damaged, given)
        going.done.connect(partial(done, place))
        going.failed.connect(partial(self._on_not_restored, place, given))
        going.start()

    def _on_restored_damaged(self, given: Handed, place: Path, restored: Restored) -> None:
        from adtracker.ui.words.copy_words import restored_words  # noqa: PLC0415 -- hardly ever needed

        self.reopen(place, given, mine_wins=False)
        held = restored.contents
        self._window.messages.error(restored_words(held.days, held.last, str(restored.aside), restored.lacking))

    def _on_restored(self, place: Path, restored: Restored) -> None:
        from adtracker.ui.shell.going_back import offer  # noqa: PLC0415 -- hardly ever needed

        if self.open(place, key=self._key) and self._context is not None:
            offer(self._window, self._context, restored, self._window.messages.error)

    def _on_not_restored(self, place: Path, given: Handed, error: AdtrackerError) -> None:
        if given == NOTHING:
            self.open(place, key=self._key)
        else:
            self._show_damaged(place, given, self._key)
        self._window.say_error(error)

    def _hold(self, instance: SingleInstance) -> None:
        if instance is not self._instance:
            self._instance.release()
            self._instance = instance
            instance.asked.connect(self._window.come_forward)

    def _close_diary(self, context: Context | None) -> None:
        if context is not None:
            if self._watch is not None and self._watch.context is context:
                self._watch.stop()
                self._watch = None
            context.tasks.wait()
            context.journal.close()

    def _say(self, error: AdtrackerError, instance: SingleInstance, key: bytes | None = None) -> None:
        """In the strip if something worth keeping is shown, else in place of the page."""
        sentence = self._texts.error(error)
        is_asked = self._unlocking is not None and error.key != DAMAGED
        if self._context is None and self._welcome is None and not is_asked:
            self._hold(instance)
            self._unlocking = None
            if error.key == DAMAGED:
                self._show_damaged(instance.diary, key=key)
            else:
                self._show_refused(instance.diary, error, sentence)
            return
        if instance is not self._instance:
            instance.release()
        self._window.messages.error(sentence)

    def _ask_password(self, place: Path, beginning: Beginning | None, instance: SingleInstance, at: str = "") -> None:
        """Ask for it in place of the diary that was open, which is stored by now."""
        from adtracker.ui.shell.lock.unlocking import Unlocking  # noqa: PLC0415 -- few diaries have a password

        asking = Unlocking(place, self._texts, partial(self._on_unlocked, place, beginning), at)
        asking.page.other.connect(self.choose)
        before, self._context, self._welcome, self._unlocking = self._context, None, None, asking
        if self._changed is not None:
            self._changed.stop()
            self._changed = None
        self._hold(instance)
        self._show_alone(asking.page)
        if before is not None and self._keeper is not None:
            self._keeper.back_up_if_due()
        self._keep_copies(None)
        self._close_diary(before)
        asking.page.take_focus()

    def _lock(self) -> None:
        assert self._context is not None, "it was open when it was to be locked"
        self._locking.put_away()
        self._ask_password(self._context.journal.path, None, self._instance, f"{self._now():%H:%M}")
        self._locking.forget()

    def _on_unlocked(self, place: Path, beginning: Beginning | None, key: bytes) -> None:
        is_forgotten = self._unlocking is not None and self._unlocking.page.asks_for_words
        if self.open(place, beginning, key) and self._context is not None:
            self._window.come_forward()
            if is_forgotten and not self._context.journal.read_only:
                self._context.events.open_page.emit(NEW_PASSWORD)

    def _show_refused(self, place: Path, error: AdtrackerError, sentence: str) -> None:
        from adtracker.ui.core.copies import shelf_of  # noqa: PLC0415 -- seldom needed
        from adtracker.ui.shell.refused_diary import RefusedDiary  # noqa: PLC0415

        self._leave_damaged()
        self._damaged = refused = RefusedDiary(self._window, place, error, sentence)
        refused.go_back.connect(partial(self._go_back, place))
        page = refused.page
        page.again.connect(self.start)
        page.begin.connect(partial(self._show_welcome, self._instance.diary))
        page.other.connect(self.choose)
        page.leave.connect(self._window.close)
        self._show_alone(page)
        page.take_focus()
        refused.begin(shelf_of(place, self._preferences.value), self._now())

    def _show_welcome(self, place: Path) -> None:
        from adtracker.domain.common.period import diary_day  # noqa: PLC0415 -- needed once in the life of a diary
        from adtracker.ui.shell.welcome_page import WelcomePage  # noqa: PLC0415

        self._leave_damaged()
        page = WelcomePage(self._texts, place, diary_day(self._now(), self._preferences.value.day_starts_at))
        page.begun.connect(self._on_begun)
        page.failed.connect(self._window.say_error)
        page.place_wanted.connect(self.choose_new)
        before, self._context, self._welcome = self._context, None, page
        self._keep_copies(None)
        self._show_alone(page)
        self._close_diary(before)
        page.take_focus()

    def _show_alone(self, page: QWidget, key: bytes | None = None) -> None:
        """Show a page about a diary that is not open, with its `key` where that is known: nothing can be locked yet."""
        self._key = key
        self._locking.watch(has_key=key is not None, is_open=False)
        self._window.show_alone(page)
        self._tell_when_painted()

    def _tell_when_painted(self) -> None:
        if (shown := self._window.pages.currentWidget()) is not None:
            FirstPaint(shown).seen.connect(self.usable)

    def _on_begun(self, beginning: Beginning) -> None:
        # A place that was named for this one start stays named for this one start.
        if self.open(beginning.place, beginning, beginning.key) and beginning.place != self._started_with:
            self._preferences.remember(beginning.place)

    def _on_wanted(self, place: Path) -> None:
        self._window.leaving.leave(partial(self._open_chosen, place))

    def _open_chosen(self, place: Path) -> None:
        if self.open(place):
            self._preferences.remember(place)

    def _on_placed(self, place: Path) -> None:
        if self._welcome is not None:
            self._welcome.show_place(place)
        else:
            self._window.leaving.leave(partial(self._show_welcome, place))
