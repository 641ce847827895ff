"""Opens diaries in the window: at the start, on a person's wish, or for the first time; and says why one cannot be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from adtracker import paths
from adtracker.errors import AdtrackerError
from adtracker.files import clear_drafts, is_there
from adtracker.resources import Texts
from adtracker.settings import MOST_KNOWN
from adtracker.ui.core.first_paint import FirstPaint
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.shell.changed_diary import ChangedDiary
from adtracker.ui.shell.idle import Idle
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.single_instance import SingleInstance

if TYPE_CHECKING:
    from adtracker.domain.edits.edit import Edit
    from adtracker.ui.core.context import Context
    from adtracker.ui.shell.unlocking import Unlocking
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
        self._key: bytes | None = None
        window.commands.open.triggered.connect(self.choose)
        window.commands.new.triggered.connect(self.choose_new)
        window.commands.lock.triggered.connect(self.lock)
        self._idle = Idle(self)
        self._idle.passed.connect(self.lock)
        instance.asked.connect(window.come_forward)

    def start(self) -> None:
        """Open the diary that the program was started for, or welcome somebody who has none yet."""
        place = self._instance.diary
        if self._is_named or is_there(place):
            self.open(place)
        else:
            self._show_welcome(place)

    def open(self, place: Path, beginning: Beginning | None = None, key: bytes | None = None) -> bool:
        """Open a diary in place of the one that is open; with a `beginning` it is made if there is none yet.

        False if it cannot be, which is then said in the window; where it has a password, that is asked for.
        """
        instance = self._claim(place)
        if instance is None:
            self._window.messages.hint(self.tr("That diary is open already; its window was brought forward."))
            return False
        try:
            context = self._open_context(place, beginning, key)
        except AdtrackerError as error:
            if error.key == "diary.protected":
                self._ask_password(place, beginning, instance)
            else:
                self._say(error, instance)
            return False
        self._key = key
        self._show(context, instance)
        self._watch_idle()
        return True

    def reopen(self, place: Path, given: Sequence[Edit], mine_wins: bool) -> None:
        """Open the file of the diary as it is now, or a copy of it, and put in what was given before."""
        from adtracker.ui.shell.rejoining import put_in  # noqa: PLC0415 -- hardly ever needed

        instance = self._claim(place)
        assert instance is not None, "the diary that is open, or a copy that nobody has seen yet"
        try:
            context = self._open_context(place, None, self._key)
        except AdtrackerError as error:
            self._say(error, instance)
            return
        if self._context is not None:
            self._context.drafts.move_to(context.journal)
        self._show(context, instance)
        said = put_in(context, given, mine_wins=mine_wins)
        if said is not None and mine_wins:
            self._remember(place)
            said = self.tr("Your answers are in {}, which is open now. The other file is as it was.").format(place)
        if said is not None:
            self._window.messages.error(said)  # not wrong, but to be read in peace

    def lock(self) -> None:
        """Store what waits, let go of the diary, and ask for its password; nothing if it has none."""
        if self._context is not None and self._key is not None:
            self._window.leaving.leave(self._lock)

    def choose(self) -> None:
        """Let the person pick a diary to open."""
        dialog = self._dialog(self.tr("Open diary"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def choose_new(self) -> None:
        """Let the person pick where a new diary goes; it is made when they leave the welcome."""
        dialog = self._dialog(self.tr("Where shall the diary live?"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a diary that is there is opened, never replaced
        dialog.setDefaultSuffix(paths.DIARY_SUFFIX)
        dialog.fileSelected.connect(self._on_place_chosen)
        dialog.open()

    def close(self) -> None:
        """Let go of everything, at the end of the program."""
        self._close_diary(self._context)
        self._instance.release()

    def _claim(self, place: Path) -> SingleInstance | None:
        """The right to a diary: the one that is held already, or a new one; None if another window has it."""
        if self._instance.is_for(place):
            return self._instance
        instance = SingleInstance(place)
        return instance if instance.take() else None

    def _open_context(self, place: Path, beginning: Beginning | None, key: bytes | None) -> Context:
        # SQLAlchemy and what stands on it come with this; the window is on the screen by now.
        from adtracker.ui.shell.startup import make_context, open_journal  # noqa: PLC0415

        is_new = not is_there(place)
        journal = open_journal(place, self._preferences, self._now, create=beginning is not None, key=key)
        if beginning is not None and is_new:
            beginning.store(journal)
        return make_context(journal, self._preferences, self._theme, self._texts, self._now)

    def _show(self, context: Context, instance: SingleInstance) -> None:
        before, self._context, self._welcome, self._unlocking = self._context, context, None, None
        context.events.choose_diary.connect(self.choose)
        context.events.new_diary.connect(self.choose_new)
        context.events.open_diary.connect(self._on_wanted)
        if self._changed is not None:
            self._changed.stop()  # pages that go try to store what waits, and fail as before
        self._window.open(context)
        self._changed = ChangedDiary(self._window, self._window.pages, context, self.reopen)
        self._hold(instance)
        instance.watch()  # again: its folder may have come with the diary
        self._close_diary(before)
        self._note_known(context.journal.path)
        self._tell_when_painted()
        context.tasks.run(partial(clear_drafts, context.journal.path.parent))

    def _hold(self, instance: SingleInstance) -> None:
        if instance is not self._instance:
            self._instance.release()
            self._instance = instance
            instance.asked.connect(self._window.come_forward)

    def _close_diary(self, context: Context | None) -> None:
        if context is not None:
            context.tasks.wait()
            context.journal.close()

    def _say(self, error: AdtrackerError, instance: SingleInstance) -> None:
        """In the strip if something worth keeping is shown, else in place of the page."""
        sentence = self._texts.error(error)
        if self._context is None and self._welcome is None and self._unlocking is None:
            self._hold(instance)
            self._show_refused(sentence, is_missing=error.key == "diary.missing")
            return
        if instance is not self._instance:
            instance.release()
        self._window.messages.error(sentence)

    def _ask_password(
        self, place: Path, beginning: Beginning | None, instance: SingleInstance, *, is_locked: bool = False
    ) -> None:
        """Ask for it in place of the diary that was open, which is stored by now."""
        from adtracker.ui.shell.unlocking import Unlocking  # noqa: PLC0415 -- few diaries have a password

        found = partial(self._on_unlocked, place, beginning)
        asking = Unlocking(place, self._texts, found, is_locked=is_locked)
        self._key = None
        self._watch_idle()
        asking.page.other.connect(self.choose)
        before, self._context, self._welcome, self._unlocking = self._context, None, None, asking
        if self._changed is not None:
            self._changed.stop()
            self._changed = None
        self._hold(instance)
        self._show_alone(asking.page)
        self._close_diary(before)
        asking.page.take_focus()

    def _lock(self) -> None:
        assert self._context is not None, "it was open when it was to be locked"
        for dialog in self._window.findChildren(QDialog):
            dialog.close()  # what stands in its form is kept as a draft
        self._window.messages.clear()
        self._ask_password(self._context.journal.path, None, self._instance, is_locked=True)

    def _watch_idle(self) -> None:
        """A diary with a password is locked when nobody uses it."""
        self._window.commands.set_lock(self._key is not None)
        self._idle.stop()
        if self._key is not None:
            self._idle.watch(self._preferences.value.lock_minutes)

    def _on_unlocked(self, place: Path, beginning: Beginning | None, key: bytes) -> None:
        if self.open(place, beginning, key):
            self._window.come_forward()

    def _show_refused(self, sentence: str, *, is_missing: bool) -> None:
        from adtracker.ui.shell.refused_page import RefusedPage  # noqa: PLC0415 -- seldom needed

        page = RefusedPage(sentence, is_missing=is_missing)
        page.again.connect(self.start)
        page.begin.connect(partial(self._show_welcome, self._instance.diary))
        page.other.connect(self.choose)
        page.leave.connect(self._window.close)
        self._show_alone(page)
        page.take_focus()

    def _show_welcome(self, place: Path) -> None:
        from adtracker.domain.common.period import diary_day  # noqa: PLC0415 -- needed once in the life of a diary
        from adtracker.ui.shell.welcome_page import WelcomePage  # noqa: PLC0415

        page = WelcomePage(self._texts, place, diary_day(self._now(), self._preferences.value.day_starts_at))
        page.begun.connect(self._on_begun)
        page.place_wanted.connect(self.choose_new)
        before, self._context, self._welcome = self._context, None, page
        self._show_alone(page)
        self._close_diary(before)
        page.take_focus()

    def _show_alone(self, page: QWidget) -> None:
        self._window.show_alone(page)
        self._tell_when_painted()

    def _tell_when_painted(self) -> None:
        shown = self._window.pages.currentWidget()
        if shown is not None:
            FirstPaint(shown).seen.connect(self.usable)

    def _on_begun(self, beginning: Beginning) -> None:
        # A place that was named for this one start stays named for this one start.
        if self.open(beginning.place, beginning) and beginning.place != self._started_with:
            self._remember(beginning.place)

    def _on_chosen(self, file: str) -> None:
        self._on_wanted(Path(file))

    def _on_wanted(self, place: Path) -> None:
        self._window.leaving.leave(partial(self._open_chosen, place))

    def _open_chosen(self, place: Path) -> None:
        if self.open(place):
            self._remember(place)

    def _on_place_chosen(self, file: str) -> None:
        if self._welcome is not None:
            self._welcome.show_place(Path(file))
        else:
            self._window.leaving.leave(partial(self._show_welcome, Path(file)))

    def _note_known(self, place: Path) -> None:
        """Have this diary among those to choose from."""
        known = self._preferences.value.known
        if str(place) not in known:
            self._preferences.change(known=(*known, str(place))[-MOST_KNOWN:])

    def _remember(self, place: Path) -> None:
        """Open this diary from now on."""
        self._preferences.change(diary=None if place == paths.default_diary() else str(place))

    def _dialog(self, title: str) -> QFileDialog:
        folder = self._instance.diary.parent
        names = self.tr("Diaries")
        dialog = QFileDialog(self._window, title, str(folder), names + f" (*{paths.DIARY_SUFFIX})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
