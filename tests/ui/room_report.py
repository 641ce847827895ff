"""Run as a program: measures the room of every page and window in a size, a text size and a language.

    PYTHONPATH=.:packaging python -m tests.ui.room_report 640x400 --text 200 --language de --theme dark --pictures DIR

`QT_SCALE_FACTOR` is heeded as ever. What is cut is listed; the exit code says whether anything is. With --matrix all
sizes of windows and of text are gone through; `room_matrix.py` does it in all languages, at all factors.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from adtracker import language, resources
from adtracker.resources import Texts
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.starting.startup import make_context
from adtracker.ui.words.language import speak
from tests.pseudo import spoken
from tests.ui.conftest import Clock
from tests.ui.every_form import Hands
from tests.ui.every_place import Places, fill
from tests.ui.room import measured

SIZES = ("640x400", "1024x640", "1280x800", "1920x1080")
TEXTS = (100, 150, 200)
LONGER, MIRRORED = "longer", "mirrored"  # languages that nobody speaks
_LONGER_PERCENT = 40


@contextmanager
def places_of(app: QApplication, folder: Path, settings: Settings, size: tuple[int, int]) -> Iterator[Places]:
    """All places over a window of a size."""
    now, preferences = Clock(), Preferences(None, settings)
    journal = Journal.open(folder / "mine.diary", now.today, now=now)
    fill(journal)
    theme, texts = Theme(app, preferences), Texts()
    context = make_context(journal, preferences, theme, texts, now)
    window = MainWindow(theme, preferences, texts)
    window.resize(*size)
    window.open(context)
    window.show()
    try:
        yield Places(Hands.over(window, context))
    finally:
        window.close()
        window.deleteLater()
        context.tasks.wait()
        journal.close()


@contextmanager
def told_in(app: QApplication, code: str) -> Iterator[None]:
    """Speak English, a language as far as its catalogue goes, a longer one, or what is read from right to left."""
    if code == language.ENGLISH:
        yield
    elif code == LONGER:
        with spoken(_LONGER_PERCENT):
            yield
    elif code == MIRRORED:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        try:
            with spoken(0):
                yield
        finally:
            app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    else:
        stream = BytesIO()
        with resources.path("language", f"{code}.po").open("rb") as file:
            write_mo(stream, read_po(file))
        stream.seek(0)
        language.use(code, stream)
        speak(QLocale(code))
        try:
            yield
        finally:
            language.use(language.ENGLISH, None)


def _count(app: QApplication, asked: argparse.Namespace, size: str, text: int) -> int:
    began, places, count = monotonic(), 0, 0
    width, height = map(int, size.split("x"))
    settings = Settings(theme=asked.theme, text_percent=text)
    with TemporaryDirectory() as folder, places_of(app, Path(folder), settings, (width, height)) as all_places:
        for name, found in measured(all_places, asked.pictures):
            places += 1
            count += len(found)
            sys.stdout.writelines(f"    {name}: {one}\n" for one in found)
    sys.stdout.write(f"{size} at {text} %: {count} cut in {places} places, {monotonic() - began:.0f} s\n")
    sys.stdout.flush()
    return count


def main() -> int:
    """Measure, and print what is cut."""
    parser = argparse.ArgumentParser()
    parser.add_argument("size", nargs="?", default="640x400")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--language", default=language.ENGLISH, help=f"a catalogue's name, {LONGER} or {MIRRORED}")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--matrix", action="store_true")
    asked = parser.parse_args()
    app = QApplication([])
    speak(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    runs = [(size, text) for size in SIZES for text in TEXTS] if asked.matrix else [(asked.size, asked.text)]
    with told_in(app, asked.language):
        return sum(_count(app, asked, *run) for run in runs)


if __name__ == "__main__":
    CODE = min(main(), 1)
    os._exit(CODE)  # nothing is kept: what Qt would tear down is not waited for
