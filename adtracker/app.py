"""Puts the parts together: the one place that builds the window, opens diaries in it and reads the clock."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from adtracker import paths, resources
from adtracker.clock import local_now
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.settings import Settings, load
from adtracker.ui.core.first_paint import FirstPaint
from adtracker.ui.core.garbage import GarbagePause
from adtracker.ui.core.preferences import AGAIN, Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.shell.diary_opener import DiaryOpener
from adtracker.ui.shell.faults import Faults
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.page_loading import PageLoading
from adtracker.ui.shell.starting.application import application, has_screen, usual_place
from adtracker.ui.shell.starting.begun import Begun
from adtracker.ui.shell.starting.companions import Companions
from adtracker.ui.shell.starting.single_instance import SingleInstance
from adtracker.ui.shell.starting.stop_signals import StopSignals

Ready = Callable[[str], None]


def run_window(diary: Path | None, settings: Settings, on_ready: Ready | None = None) -> int:
    """Open the window on a diary (None: the one in the settings, or the default) until it is closed; the exit code.

    Somebody who chose another language may have it opened again.

    If another window has this diary, that one comes forward and this call ends. `on_ready` is told "painted" when the
    window stands on the screen and "usable" when its first page does, for measuring. Raises AdtrackerError where there
    is no screen.
    """
    if not has_screen():
        raise AdtrackerError("window.no_screen")
    code = _run_once(diary, settings, on_ready)
    while code == AGAIN:
        code = _run_once(diary, load(paths.settings_file()), None)
    return code


def _run_once(diary: Path | None, settings: Settings, on_ready: Ready | None) -> int:
    instance = SingleInstance(diary or usual_place(settings))
    if not instance.take():
        sys.stdout.write(f"{_brought_forward_words()}\n")
        return 0
    starting = GarbagePause()
    starting.begin()  # all that a start loads stays; to look for garbage in it took a tenth of the time
    app = application(settings.language)
    preferences = Preferences(paths.settings_file(), settings)
    is_named = diary is not None or settings.diary is not None
    return _show(Begun(instance, preferences, Theme(app, preferences), Texts()), starting, is_named, on_ready)


def go_on(begun: Begun) -> int:
    """Show the whole window in place of a small one; the exit code."""
    return _show(begun, GarbagePause(), is_named=True)


def _show(begun: Begun, starting: GarbagePause, is_named: bool, on_ready: Ready | None = None) -> int:
    """The whole window, until it is closed."""
    app, preferences, texts = application(begun.preferences.value.language), begun.preferences, begun.texts
    window = MainWindow(begun.theme, preferences, texts)
    faults = Faults()
    faults.happened.connect(window.messages.fault)
    faults.failed.connect(window.say_error)
    faults.install()
    opener = DiaryOpener(window, begun.theme, preferences, texts, local_now, begun.instance, is_named=is_named)
    opener.usable.connect(partial(_collect_garbage, starting))
    loading, beside = PageLoading(), Companions(window, preferences, local_now)
    opener.usable.connect(_install_hints)
    opener.usable.connect(loading.begin)
    opener.usable.connect(beside.begin)
    begun.instance.watch()
    painted = FirstPaint(window)
    if on_ready is not None:
        painted.seen.connect(partial(on_ready, "painted"))
        opener.usable.connect(partial(on_ready, "usable"))
    painted.seen.connect(partial(opener.start, begun.context))
    painted.seen.connect(partial(_show_icon, window))
    app.commitDataRequest.connect(window.leaving.end_session)
    stop = StopSignals()
    stop.asked.connect(window.leaving.end)
    stop.asked.connect(app.exit)  # whatever else is open
    window.fit_screen()
    window.show()
    code = app.exec()
    for end in (starting.end, loading.stop, opener.close, faults.remove, stop.release):
        end()
    return code if stop.exit_code is None else stop.exit_code


def _brought_forward_words() -> str:
    return tr("This diary is open already; its window was brought forward.")


def save_screens(
    diary: Path,
    folder: Path,
    themes: Sequence[str] = ("light", "dark"),
    text_percent: int = 100,
    now: Callable[[], datetime] = local_now,
) -> list[Path]:
    """Save a picture of every page at 1280 by 800, without a screen: `today-light.png`, `today-dark-150.png`, …

    The files, in order. Raises DiaryError for the diary, OSError for the folder.
    """
    from adtracker.ui.shell.screens import take_screens  # noqa: PLC0415 -- loads every page

    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return take_screens(application(), diary, folder, themes, text_percent, now)


def _collect_garbage(starting: GarbagePause) -> None:
    """From now on, and without ever going through what the start has loaded."""
    if starting.is_on:
        gc.freeze()
        starting.end()


def _install_hints() -> None:
    from adtracker.ui.kit import hints  # noqa: PLC0415 -- nobody points at anything before

    hints.install()


def _show_icon(window: MainWindow) -> None:
    window.setWindowIcon(QIcon(str(resources.path("icons", "app.png"))))
