"""A real diary in a real window, under a clock that the test sets."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.records.body import Grade
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.profile import Profile
from adtracker.resources import Texts
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.heard import hearing
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.starting.startup import make_context
from adtracker.ui.words.language import speak

TODAY = date(2026, 11, 29)
COURSE_START = date(2026, 8, 2)
DEMO_DAYS = 120


class Clock:
    """The time it is, until the test says otherwise."""

    def __init__(self) -> None:
        self.value = datetime(TODAY.year, TODAY.month, TODAY.day, 20, 15, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.value

    def today(self) -> date:
        """The day it is."""
        return self.value.date()

    def set(self, value: datetime) -> None:
        """Make it another time; without a zone it is UTC."""
        self.value = value if value.tzinfo else value.replace(tzinfo=UTC)

    def pass_days(self, days: int) -> None:
        """Let days go by."""
        self.value += timedelta(days=days)


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Dates and numbers as in the pictures, wherever the tests run."""
    hearing.install()
    speak(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """Windows that were closed are deleted before the next test: every style sheet is applied to all that exist.

    So are what was copied and what was drawn, which may be large. No button of the mouse is left down for the next one.
    """
    yield
    QGuiApplication.clipboard().clear()
    QPixmapCache.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture
def now() -> Clock:
    """The clock of the window: 29 November 2026, 20:15, week 17 of the demonstration's course."""
    return Clock()


@pytest.fixture
def diary_path(tmp_path: Path) -> Path:
    """Where the diary of this test lies; not made yet."""
    return tmp_path / "diaries" / "mine.diary"


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory, empty_diary: Path) -> Path:
    """A diary of 17 weeks with gaps, made once; copy it, never open it."""
    path = tmp_path_factory.mktemp("demo") / "demo.diary"
    shutil.copy(empty_diary, path)
    journal = Journal.open(path, Clock().today)
    journal.save(Profile("A. B.", 1988, "Can I stop the steroid cream on my hands?\nWhat happens after week 24?"))
    journal.save(Course(COURSE_START, "Amlitelimab 250 mg every 4 weeks"))
    for number in range(DEMO_DAYS):
        if number % 17 != 3:  # gaps stay gaps
            journal.save(_demo_day(number))
    journal.close()
    return path


def _demo_day(number: int) -> DayEntry:
    day = COURSE_START + timedelta(days=number)
    easing = number / (DEMO_DAYS + 40)
    extent = Extent(
        percent=round(28 - 20 * easing + number % 3, 1),
        method=ExtentMethod.REGIONS,
        grades=(("front_neck", Grade.LITTLE),),
        age_column="adult",
    )
    return DayEntry(
        day=day,
        itch=round(8 - 5 * easing) + number % 2,
        sleep_quality=round(3 + 4 * easing) + number % 3 // 2,
        extent=extent if number % 5 else None,
        note="Woke twice." if number % 10 == 0 else "",
        recorded_at=datetime(day.year, day.month, day.day, 20, 0, tzinfo=UTC),
        recorded_on=day,
    )


@pytest.fixture
def journal(request: pytest.FixtureRequest, diary_path: Path, empty_diary: Path, now: Clock) -> Iterator[Journal]:
    """An open diary: empty, or the demonstration if the test also asks for `demo_journal`."""
    diary_path.parent.mkdir(mode=0o700)
    is_demo = "demo_journal" in request.fixturenames
    shutil.copy(request.getfixturevalue("demo_file") if is_demo else empty_diary, diary_path)
    journal = Journal.open(diary_path, now.today, now=now)
    yield journal
    journal.close()


@pytest.fixture
def demo_journal(journal: Journal) -> Journal:
    """The open diary, filled with the demonstration; `context` and `window` then work on it."""
    return journal


@pytest.fixture
def preferences(qapp: QApplication) -> Preferences:
    """Settings of a test: light and normal in size, kept nowhere."""
    return Preferences(None, Settings(theme="light"))


@pytest.fixture
def theme(qapp: QApplication, preferences: Preferences) -> Theme:
    """The look that follows `preferences`."""
    return Theme(qapp, preferences)


@pytest.fixture(scope="session")
def texts() -> Texts:
    """The sentences, read once: nothing changes them."""
    return Texts()


@pytest.fixture
def context(journal: Journal, preferences: Preferences, theme: Theme, texts: Texts, now: Clock) -> Iterator[Context]:
    """What a page is given, on the diary of `journal`."""
    context = make_context(journal, preferences, theme, texts, now)
    yield context
    context.tasks.wait()


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> MainWindow:
    """The whole window, open on Today and shown."""
    window = MainWindow(context.theme, context.preferences, context.texts)
    qtbot.addWidget(window)
    window.open(context)
    window.show()
    qtbot.waitExposed(window)
    return window
