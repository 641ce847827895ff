"""Run as a program: measures the room of every page and window in a size, a text size and a language.

    python -m tests.ui.room_report 640x400 --text 200 --longer 40 --theme dark --pictures FOLDER

`QT_SCALE_FACTOR` is heeded as ever. What is cut is listed; the exit code says whether anything is.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

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
from tests.ui.room import cut


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
        context.tasks.wait()
        journal.close()


def fitted(widget: QWidget, size: tuple[int, int]) -> list[str]:
    """Make a window over a page no larger than the screen would be, and say what cannot be."""
    if widget.isWindow():
        widget.resize(min(widget.width(), size[0]), min(widget.height(), size[1]))
        for _ in range(3):
            QApplication.processEvents()
    window = widget.window()
    over = max(window.width() - size[0], window.height() - size[1])
    return [f"the window is {window.width()} x {window.height()}"] if over > 0 else []


def main() -> int:
    """Measure, and print what is cut."""
    parser = argparse.ArgumentParser()
    parser.add_argument("size")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--longer", type=int, default=0)
    parser.add_argument("--language", default="")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    width, height = map(int, asked.size.split("x"))
    app = QApplication([])
    speak(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    count = 0
    settings = Settings(theme=asked.theme, text_percent=asked.text)
    language = spoken(asked.longer) if asked.longer else nullcontext()
    if asked.language:
        from io import BytesIO

        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        from adtracker.language import use

        stream = BytesIO()
        with (Path("resources/language") / f"{asked.language}.po").open("rb") as file:
            write_mo(stream, read_po(file))
        stream.seek(0)
        use(asked.language, stream)
    with TemporaryDirectory() as folder, language:
        with places_of(app, Path(folder), settings, (width, height)) as places:
            for name, widget in places.all():
                if asked.only and asked.only not in name:
                    continue
                found = [
                    *fitted(widget, (width, height)),
                    *cut(widget),
                    *(cut(places.window) if not widget.isWindow() else []),
                ]
                found = list(dict.fromkeys(found))
                count += len(found)
                print(f"{name}: {len(found)}")
                for one in found:
                    print(f"    {one}")
                if asked.pictures:
                    asked.pictures.mkdir(parents=True, exist_ok=True)
                    widget.window().grab().save(str(asked.pictures / f"{name.replace(' ', '-')}.png"))
    print(f"{count} in all")
    return int(count > 0)


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    import os

    os._exit(code)
