"""Pictures of every page, from a real window on a real diary: for the README, before a release, for tests."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from adtracker import paths
from adtracker.domain.common.period import diary_day
from adtracker.resources import Texts
from adtracker.settings import Settings
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.shell.main_window import HEIGHT, WIDTH, MainWindow
from adtracker.ui.shell.navigation import PAGES, SETTINGS
from adtracker.ui.shell.starting.startup import make_context, open_journal
from adtracker.ui.shell.welcome_page import WelcomePage

_SETTLING_MILLISECONDS = 400


def take_screens(
    app: QApplication,
    diary: Path,
    folder: Path,
    themes: Sequence[str],
    text_percent: int,
    now: Callable[[], datetime],
) -> list[Path]:
    """Save a PNG of each page in each theme; the files, in order. Raises DiaryError or OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for theme in themes:
        suffix = theme if text_percent == 100 else f"{theme}-{text_percent}"
        settings = Settings(theme=theme, text_percent=text_percent)
        with _hushed(), _window(app, diary, settings, now) as (window, context):
            for name in _pages(window, context):
                _settle(app, context)
                made.append(_save(window, folder / f"{name}-{suffix}.png"))
    return made


@contextmanager
def _hushed() -> Iterator[None]:
    """Without what the platform for pictures says at every window: that it has no sizes to hint at."""
    before = qInstallMessageHandler(_pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _pass_on(_kind: QtMsgType, _place: QMessageLogContext, message: str) -> None:
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(f"{message}\n")


@contextmanager
def _window(
    app: QApplication, diary: Path, settings: Settings, now: Callable[[], datetime]
) -> Iterator[tuple[MainWindow, Context]]:
    preferences = Preferences(None, settings)
    theme, texts = Theme(app, preferences), Texts()
    journal = open_journal(diary, preferences, now)
    context = make_context(journal, preferences, theme, texts, now)
    window = MainWindow(theme, preferences, texts)
    window.resize(WIDTH, HEIGHT)
    window.open(context)
    window.show()
    try:
        yield window, context
    finally:
        window.close()
        window.deleteLater()
        context.tasks.wait()
        journal.close()


def _pages(window: MainWindow, context: Context) -> Iterator[str]:
    """Show one page after the other, and name it."""
    for key in (*PAGES, SETTINGS):
        window.show_page(key)
        yield key
    today = diary_day(context.now(), context.preferences.value.day_starts_at)
    window.show_alone(WelcomePage(context.texts, Path("~") / paths.default_diary().name, today))
    yield "welcome"


def _settle(app: QApplication, context: Context) -> None:
    """Let timers run out and work end, so that nothing half done is in the picture."""
    if (focused := app.focusWidget()) is not None:
        focused.clearFocus()  # a ring would say that somebody is at work
    for _ in range(2):
        deadline = QDeadlineTimer(_SETTLING_MILLISECONDS // 2)
        while not deadline.hasExpired():
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        context.tasks.wait()
    app.processEvents()


def _save(window: MainWindow, file: Path) -> Path:
    if not window.grab().save(str(file)):
        raise OSError(f"{file} could not be written")
    return file
