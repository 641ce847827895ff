"""What stands in the window in the place of all pages, as the program itself shows it: of files that are as it says."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.day import DayEntry
from adtracker.domain.views.rhythm import asking_week
from adtracker.language import tr
from adtracker.protection.cost import Cost
from adtracker.storage.copies.shelf import Shelf
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal
from adtracker.storage.naming import keys_of
from adtracker.ui.core.rework import Rework
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.shell.damage.damaged_page import DamagedPage
from adtracker.ui.shell.diary_opener import DiaryOpener
from adtracker.ui.shell.going_back import going_page
from adtracker.ui.shell.lock.locked_page import LockedPage
from adtracker.ui.shell.lock.unlocking import Unlocking
from adtracker.ui.shell.meanwhile import MeanwhilePage
from adtracker.ui.shell.quick.window import QuickWindow
from adtracker.ui.shell.refused_page import RefusedPage
from adtracker.ui.shell.starting.single_instance import SingleInstance
from adtracker.ui.shell.welcome_page import WelcomePage
from adtracker.ui.today.page import TodayPage
from adtracker.ui.today.weekly_page import WeeklyPage
from tests.conftest import NOBODY, PATIENCE_SECONDS, rights_of_a_person
from tests.ui.conftest import TODAY, Clock
from tests.ui.protector import KEY, PASSWORD

if TYPE_CHECKING:
    from tests.ui.every_place import Places

Shown = TypeVar("Shown", bound=QWidget)


@dataclass
class Start:
    """One start of the program, in a window that others were in before."""

    places: Places
    opener: DiaryOpener

    def shown(self, kind: type[Shown]) -> Shown:
        """What stands in the window, once it is of that kind."""
        stack = self.places.window.pages
        self.places.until(lambda: isinstance(stack.currentWidget(), kind))
        found = stack.currentWidget()
        assert isinstance(found, kind)
        return found

    def tries(self, typed: str) -> LockedPage:
        """The page that asks for a password, once it has refused one or let it through."""
        page, stack = self.shown(LockedPage), self.places.window.pages
        page.line.setText(typed)
        QTest.keyClick(page.line, Qt.Key.Key_Return)
        self.places.until(lambda: stack.currentWidget() is not page or page.line.isEnabled())
        return page


def alone(places: Places) -> Iterator[tuple[str, QWidget]]:
    """Each, by its name, as long as it is looked at; no page can be shown after them."""
    week = WeeklyPage(places.context)
    week.show_week(None, TODAY, TODAY, asking_week(TODAY.isoweekday(), TODAY), fresh=True)
    yield "the last seven days", _put(places, week)
    for name, (make, show) in _STARTS.items():
        folder = _folder(places)
        make(folder / "mine.diary")
        with _started(places, folder / "mine.diary", is_named=show not in _FIRST) as started:
            page = show(started)
            places.settle()
            yield name, page
    yield from _without_rights(places)
    yield "going back to a copy", _put(places, going_page())
    yield from _reworked(places)


def ask_in_small(places: Places) -> None:
    """The small window, on a diary with a password."""
    place = _folder(places) / "mine.diary"
    _sealed(place)
    window = QuickWindow(places.context.theme, places.context.texts, places.window)
    asking = Unlocking(place, places.context.texts, lambda _key: None)
    window.show_alone(asking.page)
    window.finished.connect(asking.deleteLater)
    window.show()
    asking.page.take_focus()


def _put(places: Places, widget: QWidget) -> QWidget:
    places.window.show_alone(widget)
    places.settle()
    return widget


def _folder(places: Places) -> Path:
    """An empty one."""
    folder = places.context.journal.path.with_name("alone")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


@contextmanager
def _started(places: Places, place: Path, *, is_named: bool = True, as_person: bool = False) -> Iterator[Start]:
    """The program, started on a file."""
    context = places.context
    with rights_of_a_person() if as_person else nullcontext():
        instance = SingleInstance(place)
        instance.take()
        opener = DiaryOpener(
            places.window, context.theme, context.preferences, context.texts, context.now, instance, is_named=is_named
        )
        opener.start()
    places.settle()
    yield Start(places, opener)
    opener.close()
    opener.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _none(_place: Path) -> None:
    """No file."""


def _whole(place: Path) -> None:
    with closing(Journal.open(place, lambda: TODAY)) as journal:
        journal.save_all([DayEntry(TODAY - back * ONE_DAY, itch=4, note="as ever") for back in range(1, 22)])


def _sealed(place: Path) -> None:
    first = place.parent.with_name("sealed") / place.name
    if not first.exists():
        first.parent.mkdir()
        _whole(first)
        Protection(first, first.parent / "settings").switch_on(KEY, PASSWORD, Cost())
    shutil.copy(first, place)
    shutil.copy(keys_of(first), keys_of(place))


def _keyless(place: Path) -> None:
    _sealed(place)
    keys_of(place).unlink()


def _newer(place: Path) -> None:
    _whole(place)
    with closing(sqlite3.connect(place)) as file:
        file.execute("PRAGMA user_version = 9999")


def _copied(place: Path) -> None:
    with closing(Journal.open(place, lambda: TODAY)) as journal:
        Shelf(place).back_up(journal, Clock()())


def _nonsense(place: Path) -> None:
    """What was a diary, of which there is a copy."""
    _whole(place)
    _copied(place)
    place.write_bytes(b"nonsense" * 2000)


def _damaged(place: Path) -> None:
    """A number that is another, and a row that is gone; with a copy from before."""
    _whole(place)
    _copied(place)
    with closing(sqlite3.connect(place)) as file, file:
        file.execute("UPDATE day SET itch = 9 WHERE day = ?", ((TODAY - 3 * ONE_DAY).isoformat(),))
        file.execute("DELETE FROM day WHERE day = ?", ((TODAY - 5 * ONE_DAY).isoformat(),))


def _welcome(start: Start) -> QWidget:
    return start.shown(WelcomePage)


def _welcome_to_course(start: Start) -> QWidget:
    page = start.shown(WelcomePage)
    page.has_course.chip("yes").click()
    return page


def _welcome_back(start: Start) -> QWidget:
    """Another place was chosen, where a diary is."""
    page = start.shown(RefusedPage)
    page.begin_here.click()
    there = start.places.context.journal.path
    welcome = start.shown(WelcomePage)
    welcome.show_place(there)
    return welcome


def _asked(start: Start) -> QWidget:
    return start.shown(LockedPage)


def _asked_again(start: Start) -> QWidget:
    return start.tries("no herons at all")


def _asked_for_words(start: Start) -> QWidget:
    start.shown(LockedPage).words.click()
    return start.tries("abandom " * 24)


def _locked(start: Start) -> QWidget:
    start.tries(PASSWORD)
    start.shown(TodayPage)
    start.opener.lock()
    return start.shown(LockedPage)


def _refused(start: Start) -> QWidget:
    return start.shown(RefusedPage)


def _refused_with_copy(start: Start) -> QWidget:
    page = start.shown(RefusedPage)
    start.places.until(page.go_back.isVisible)
    return page


def _salvaged(start: Start) -> QWidget:
    page = start.shown(DamagedPage)
    start.places.until(lambda: page.restore_button.isVisible() and page.list_button.isVisible())
    page.list_button.click()
    return page


_STARTS: dict[str, tuple[Callable[[Path], None], Callable[[Start], QWidget]]] = {
    "welcome": (_none, _welcome),
    "welcome to a course": (_none, _welcome_to_course),
    "welcome where a diary is": (_none, _welcome_back),
    "a password": (_sealed, _asked),
    "a wrong password": (_sealed, _asked_again),
    "a password without its keys": (_keyless, _asked_again),
    "wrong words": (_sealed, _asked_for_words),
    "a diary that was locked": (_sealed, _locked),
    "a diary that is not there": (_none, _refused),
    "a diary of a newer version": (_newer, _refused),
    "what is no diary any more": (_nonsense, _refused_with_copy),
    "a damaged diary": (_damaged, _salvaged),
}
_FIRST = {_welcome, _welcome_to_course}  # nobody has named a diary yet


def _without_rights(places: Places) -> Iterator[tuple[str, QWidget]]:
    """A diary that nobody may read, and one that nobody may write to."""
    if sys.platform == "win32":
        return
    for name, rights, kind in (("a diary that is closed", 0, RefusedPage), ("only to be read", 0o555, TodayPage)):
        folder = Path(tempfile.mkdtemp())  # where another than the administrator comes to
        place = folder / "mine.diary"
        _whole(place)
        place.chmod(rights & 0o444)
        folder.chmod(rights)
        if os.geteuid() == 0:
            for made in (folder, place):
                os.chown(made, NOBODY, NOBODY)
        with _started(places, place, as_person=True) as started:
            yield name, started.shown(kind)
        folder.chmod(0o700)
        shutil.rmtree(folder)


def _reworked(places: Places) -> Iterator[tuple[str, QWidget]]:
    """A diary whose file is worked on, as long as it is looked at."""
    is_over = Event()

    def work() -> Sequence[Path]:
        is_over.wait(PATIENCE_SECONDS)
        return ()

    place = _folder(places) / "mine.diary"
    _sealed(place)
    with _started(places, place) as started:
        started.tries(PASSWORD)
        started.shown(TodayPage)
        context = places.window.pages.context
        assert context is not None
        words = tr("A new file is written, compared with the old one, and only then takes its place.")
        context.events.rework.emit(Rework(work, KEY, KEY, tr("Taking the password off"), words, words))
        places.settle()
        yield "a diary that is worked on", started.shown(MeanwhilePage)
        is_over.set()
        started.shown(SettingsPage)  # where it was asked for
