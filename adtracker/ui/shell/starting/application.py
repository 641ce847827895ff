"""What every window of the program begins with: a screen, the application, and which diary it is about."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from adtracker import paths, resources
from adtracker.errors import AdtrackerError
from adtracker.language import chosen, is_right_to_left, spoken
from adtracker.settings import Settings
from adtracker.ui.kit.heard import hearing
from adtracker.ui.words.language import speak


def application(language: str = "") -> QApplication:
    """The application, made if there is none yet. It speaks `language`, or that of the computer where it is empty.

    Raises AdtrackerError where there is no screen.
    """
    if not has_screen():
        raise AdtrackerError("window.no_screen")
    app = QApplication.instance() or QApplication(["adtracker", "-style", "Fusion"])
    assert isinstance(app, QApplication), "a window needs more than a QCoreApplication"
    app.setApplicationName("adtracker")
    app.setDesktopFileName("adtracker")
    resources.speak(chosen(language, QLocale.system().uiLanguages()))
    speak(QLocale.system())
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_right_to_left() else Qt.LayoutDirection.LeftToRight)
    _have_qt_speak(app)
    hearing.install()
    return app


def _have_qt_speak(app: QApplication) -> None:
    """Have the menus and dialogs that are Qt's own in the same language."""
    words = _qt_words()
    app.removeTranslator(words)
    if words.load(f"qtbase_{spoken()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)


@cache  # looked for among the children of the application, PySide would load all kinds of things that might be one
def _qt_words() -> QTranslator:
    return QTranslator()


def has_screen() -> bool:
    """Whether a window can open; elsewhere than on Linux there always is a desktop. Qt would abort the program."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def usual_place(settings: Settings) -> Path:
    """The file of the diary that is opened when none is named."""
    if settings.diary is not None:
        return Path(settings.diary)
    place = paths.default_diary()
    with suppress(OSError):  # why it cannot be made is said when the diary is
        paths.private_folder(place.parent)
    return place
