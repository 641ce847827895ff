"""One digit on Today, from the key until it is stored and shown, beside saving the same answer through the journal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication

from adtracker.clock import local_now
from adtracker.resources import Texts
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.starting.startup import make_context, open_journal
from adtracker.ui.today.page import TodayPage
from tests.benchmarks import diaries
from tests.benchmarks.drawing import theme
from tests.benchmarks.measure import timed
from tests.transactions import transactions


@dataclass(frozen=True, slots=True)
class OpenToday:
    """Today of the demonstration diary, all of it on the screen. Each digit is another one than the one before."""

    page: TodayPage
    journal: Journal
    numbers: Iterator[int]

    def type_digit(self) -> None:
        """Type a digit that no other can follow."""
        self.page.itch.type_digit(2 + next(self.numbers) % 8)

    def by_page(self) -> float:
        """Seconds for one digit."""
        return timed(self.type_digit)

    def by_journal(self) -> float:
        """Seconds to save an itch of the same day, commit returned."""
        entry = self.journal.entry(self.page.day)
        return timed(partial(self.journal.save, replace(entry, itch=2.5 + next(self.numbers) % 8)))

    def transactions(self) -> int:
        """How many transactions one digit takes."""
        return transactions(self.type_digit)


@contextmanager
def open_today(folder: Path) -> Iterator[OpenToday]:
    """A window that is open on Today."""
    preferences, look, texts = Preferences(None, Settings(theme="light")), theme(folder), Texts()
    journal = open_journal(diaries.demonstration(folder), preferences, local_now)
    context = make_context(journal, preferences, look, texts, local_now)
    window = MainWindow(look, preferences, texts)
    window.open(context)
    window.show()
    page = window.pages.currentWidget()
    assert isinstance(page, TodayPage), "a window opens on it"
    while not page.parts.is_seen:
        QApplication.processEvents()
    yield OpenToday(page, journal, count())
    window.close()
    context.tasks.wait()
    journal.close()
