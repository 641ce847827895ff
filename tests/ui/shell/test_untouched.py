"""A window that nobody touches sleeps: almost nothing happens in it, on any page, in any look, with a form open or not.

All events of the program are counted. A layout that asks for a layout, or a timer that ticks for nothing, makes
thousands of them in the time that is waited here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.report.page import ReportPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.navigation import PAGES, SETTINGS
from adtracker.ui.shell.remind.reminding import Reminding
from adtracker.ui.shell.welcome_page import WelcomePage
from tests.ui.conftest import TODAY
from tests.ui.treatments import Patient

QUIET = 50  # milliseconds without an event: what was asked for is done
SHORT, LONG = 300, 3_000  # milliseconds of looking on
HANDFUL = 5


class Happenings(QObject):
    """Counts every event of the program, by whom it is for and what it is."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let it go on."""
        self._seen[f"{type(watched).__name__} {event.type().name}"] += 1
        return False

    def within(self, milliseconds: int) -> Counter[str]:
        """What happens in some time; the waiting itself makes no events."""
        self._seen.clear()
        QTest.qWait(milliseconds)
        return self._seen.copy()

    def settle(self) -> None:
        """Wait until what was begun is done, for two seconds at most: what never ends is for `within` to find."""
        for _ in range(2_000 // QUIET):
            if not self.within(QUIET):
                return


@pytest.fixture
def happenings(qapp: QApplication) -> Iterator[Happenings]:
    """From now on all events are counted."""
    found = Happenings()
    qapp.installEventFilter(found)
    yield found
    qapp.removeEventFilter(found)


def _look_at(window: MainWindow, key: str, qtbot: QtBot, context: Context) -> None:
    """Open a page and wait until its work is done, also what it does in a second process."""
    page = window.show_page(key)
    if isinstance(page, ReportPage):
        qtbot.waitUntil(lambda: page.is_settled, timeout=20_000)
    context.tasks.wait()


@pytest.mark.slow
def test_on_every_page_in_every_look_nothing_happens(
    demo_journal: Journal, window: MainWindow, context: Context, qtbot: QtBot, happenings: Happenings
) -> None:
    restless = {}
    for theme, text_percent in (("light", 100), ("dark", 150)):
        context.preferences.change(theme=theme, text_percent=text_percent)
        for key in (*PAGES, SETTINGS):
            _look_at(window, key, qtbot, context)
            happenings.settle()
            seen = happenings.within(SHORT)
            if seen.total() > HANDFUL:
                restless[key, theme] = seen
    assert restless == {}


@pytest.mark.slow
@pytest.mark.parametrize("is_minimised", [False, True], ids=["shown", "minimised"])
def test_a_window_that_is_left_for_long_sleeps_also_when_it_is_minimised(
    demo_journal: Journal, window: MainWindow, happenings: Happenings, is_minimised: bool
) -> None:
    if is_minimised:
        window.showMinimized()
    happenings.settle()
    seen = happenings.within(LONG)
    assert seen.total() <= HANDFUL, seen


def test_who_wants_to_be_reminded_has_one_timer_more_and_no_other_stir(
    window: MainWindow, context: Context, happenings: Happenings
) -> None:
    context.preferences.change(remind_at="20:30")
    reminding = Reminding(window, context.preferences, context.now)
    reminding.look()
    assert reminding.timer.isActive()
    happenings.settle()
    assert happenings.within(SHORT).total() <= HANDFUL


@pytest.mark.parametrize("size", [(1280, 800), (800, 600), (640, 1000)])
def test_at_no_size_a_layout_asks_for_the_next(
    demo_journal: Journal, window: MainWindow, happenings: Happenings, size: tuple[int, int]
) -> None:
    window.resize(*size)
    happenings.settle()
    assert happenings.within(SHORT).total() <= HANDFUL


def test_a_form_that_grows_with_its_questions_comes_to_rest(
    window: MainWindow, qtbot: QtBot, happenings: Happenings
) -> None:
    patient = Patient(qtbot, window)
    patient.unfold("treatments")
    patient.click(patient.page.parts.treatments.card.add)
    patient.form.save.setFocus()  # in a field the cursor would blink
    happenings.settle()
    assert happenings.within(SHORT).total() <= HANDFUL


def test_the_welcome_waits_without_a_stir(
    window: MainWindow, context: Context, happenings: Happenings, tmp_path: Path
) -> None:
    window.show_alone(WelcomePage(context.texts, tmp_path / "mine.diary", TODAY))
    happenings.settle()
    assert happenings.within(SHORT).total() <= HANDFUL
