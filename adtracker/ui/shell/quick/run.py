"""The small window as a program of its own: whether it is wanted at all, and the diary that is opened behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from adtracker import paths, resources
from adtracker.domain.common.period import diary_day
from adtracker.errors import AdtrackerError
from adtracker.files import is_there
from adtracker.resources import Texts
from adtracker.settings import Settings
from adtracker.storage.quick_look import is_once_a_week, is_plain, is_written
from adtracker.ui.core.first_paint import FirstPaint
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit import hints
from adtracker.ui.shell.faults import Faults
from adtracker.ui.shell.quick.answers import QuickAnswers
from adtracker.ui.shell.quick.window import QuickWindow
from adtracker.ui.shell.starting.application import application, usual_place
from adtracker.ui.shell.starting.begun import Begun
from adtracker.ui.shell.starting.single_instance import SingleInstance

if TYPE_CHECKING:
    from adtracker.ui.core.context import Context
    from adtracker.ui.shell.lock.locked_page import LockedPage
    from adtracker.ui.shell.lock.unlocking import Unlocking

Now = Callable[[], datetime]


def ask_quickly(
    diary: Path | None, settings: Settings, now: Now, on_painted: Callable[[QuickWindow], None] | None = None
) -> Begun | None:
    """Ask for the two numbers of the day. What there is for the whole window, if the person wants that instead.

    Nothing is shown where no diary is begun, where the day is written, or where another window has the diary: that one
    comes forward. Raises AdtrackerError where there is no screen.
    """
    app = application(settings.language)
    place = diary or usual_place(settings)
    if not is_wanted(place, settings, now()):
        return None
    instance = SingleInstance(place)
    if not instance.take():
        return None
    preferences = Preferences(paths.settings_file(), settings)
    begun = Begun(instance, preferences, Theme(app, preferences), Texts())
    asking = QuickProgram(begun, now)
    if on_painted is not None:
        asking.painted.seen.connect(lambda: on_painted(asking.window))
    asking.begin()
    app.exec()
    return asking.end()


def is_wanted(place: Path, settings: Settings, now: datetime) -> bool:
    """Whether there is a diary whose day is not written. One with a password cannot be asked before it is opened: of
    that it is enough that its file was changed on this day."""
    today = diary_day(now, settings.day_starts_at)
    if not is_there(place) or is_written(place, today):
        return False
    if is_plain(place):
        return True
    try:
        changed = datetime.fromtimestamp(place.stat().st_mtime, now.tzinfo)
    except OSError:
        return True  # the whole window says what is wrong with it
    return diary_day(changed, settings.day_starts_at) < today


class QuickProgram(QObject):
    """One small window, from the first paint to its end."""

    def __init__(self, begun: Begun, now: Now) -> None:
        super().__init__()
        self._begun = begun
        self._now = now
        self._context: Context | None = None
        self._unlocking: Unlocking | None = None
        self._wants_all = self._is_over = False
        self._faults = Faults()
        self.window = QuickWindow(begun.theme, begun.texts)
        self._answers = QuickAnswers(self.window, diary_day(now(), begun.preferences.value.day_starts_at))
        self.painted = FirstPaint(self.window)
        self.painted.seen.connect(begun.instance.watch)
        self.painted.seen.connect(hints.install)
        self.painted.seen.connect(self._show_icon)
        self.window.open_wanted.connect(self._open_all)
        self._faults.happened.connect(self._open_all)
        begun.instance.asked.connect(self._open_all)

    @property
    def is_open(self) -> bool:
        """Whether the diary is open, and asked about."""
        return self._context is not None

    @property
    def locked_page(self) -> LockedPage | None:
        """What asks for the password, where there is one."""
        return None if self._unlocking is None else self._unlocking.page

    def begin(self) -> None:
        """Show it, and open the diary behind it; one with a password is asked for that first, and one that is written
        once a week has more questions than fit here."""
        self._faults.install()
        place = self._begun.instance.diary
        if is_plain(place) and not is_once_a_week(place):
            self.painted.seen.connect(self._open)
        else:
            self._open()
        if not self._is_over:
            self.window.show()
            if self._unlocking is None:
                self.window.take_focus()
            else:
                self._unlocking.page.take_focus()

    def end(self) -> Begun | None:
        """Let go of everything, or hand it on to the whole window."""
        self._faults.remove()
        self._answers.let_go()
        begun, context = self._begun, self._context
        begun.instance.asked.disconnect(self._open_all)
        self.window.deleteLater()
        if self._unlocking is not None:
            self._unlocking.tasks.wait()
        if self._wants_all:
            return replace(begun, context=context)
        if context is not None:
            context.tasks.wait()
            context.journal.close()
        begun.instance.release()
        return None

    def _show_icon(self) -> None:
        self.window.setWindowIcon(QIcon(str(resources.path("icons", "app.png"))))

    def _open(self, key: bytes | None = None) -> None:
        """Open the diary, which brings SQLAlchemy along; a digit that is typed meanwhile comes after it."""
        from adtracker.ui.shell.lock.unlocking import needs_key  # noqa: PLC0415 -- comes after the first paint
        from adtracker.ui.shell.starting.startup import open_context  # noqa: PLC0415 -- the same

        begun, place = self._begun, self._begun.instance.diary
        try:
            context = open_context(place, None, key, begun.preferences, begun.theme, begun.texts, self._now)
        except AdtrackerError as error:
            if key is None and needs_key(place, error):
                self._ask_password(place)
            else:
                self._open_all()  # it says what is wrong, and what can be done
            return
        self._context = context
        if context.journal.read_only:
            self._open_all()
        elif not self._answers.open(context):
            self._leave()
        elif context.journal.profile().weekly_on is not None:
            self._open_all()
        elif self._unlocking is not None:
            self.window.show_questions()

    def _ask_password(self, place: Path) -> None:
        from adtracker.ui.shell.lock.unlocking import Unlocking  # noqa: PLC0415 -- few diaries have a password

        self._unlocking = Unlocking(place, self._begun.texts, self._open)
        self._unlocking.page.other.connect(self._open_all)
        self.window.show_alone(self._unlocking.page)

    def _open_all(self) -> None:
        """Go on with the whole window, once this one has stored what it has."""
        self._wants_all = True
        self._leave()
        self._wants_all = not self.window.isVisible()

    def _leave(self) -> None:
        if self.window.isVisible():
            self.window.close()
        else:
            self._is_over = True
            QTimer.singleShot(0, QApplication.quit)
