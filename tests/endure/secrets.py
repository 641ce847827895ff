"""A life with a diary full of words that nobody may find: in the window, by commands, copied, damaged, gone back to.

`python -m tests.endure.secrets ROOT RECORD PLAIN`, below `watch.c`. Afterwards there stand: in RECORD all that the
window ever wrote to a file anywhere, also to one that is gone again; in RECORD.commands what commands wrote below
ROOT; in RECORD and its number what each second process wrote anywhere. With PLAIN the diary has no password: then
they must be found.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from contextlib import closing, redirect_stdout
from datetime import date, timedelta
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from adtracker import cli
from adtracker.app import run_window
from adtracker.clock import local_now
from adtracker.domain.common.period import diary_day
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.photos.clean import clean
from adtracker.protection.cost import Cost
from adtracker.resources import recovery_words
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.report.page import ReportPage
from adtracker.ui.shell.diary_opener import DiaryOpener
from adtracker.ui.shell.lock.locked_page import LockedPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.trends.page import TrendsPage
from tests.endure import preload
from tests.endure.place import Place
from tests.endure.sealed import FIRST, NEW, OLD, SECOND, protection, shelf
from tests.photos.samples import encoded, quarters

CANARIES = tuple(f"canary-{number:02}-{['quince', 'medlar', 'sloe', 'damson'][number % 4]}" for number in range(50))
PAGES = ("history", "timeline", "trends", "learn", "settings", "today")
PATIENCE = 60  # seconds


def today() -> date:
    """The diary's day: the window asks the clock itself, and after midnight it is still the day before for a while."""
    return diary_day(local_now(), Settings().day_starts_at)


def fill(place: Place) -> None:
    """A diary with a canary wherever a person can write."""
    place.diary.parent.mkdir(mode=0o700)
    with closing(Journal.open(place.diary, today)) as journal:
        records: list[Record] = [Profile(CANARIES[0]), Trigger("wool", CANARIES[1])]
        records += [Visit(today() - timedelta(days=1), CANARIES[2], CANARIES[3])]
        records += [SideEffect(CANARIES[4], today() - timedelta(days=2))]
        for number in range(5, 45):
            on_day = ("wool",) if number % 3 == 0 else ()
            day = today() - timedelta(days=number)
            records.append(DayEntry(day, itch=number % 11, context=on_day, note=CANARIES[number]))
        for record in records:
            journal.save(record)
        journal.add_photo(clean(encoded(quarters(), "jpeg")), today(), note=CANARIES[45])


def in_the_window(place: Place) -> None:
    """Unlock it, look at every page, write, lock it."""
    done: list[str] = []

    def tell(state: str) -> None:
        opener = next(found for one in QApplication.topLevelWidgets() if (found := one.findChild(DiaryOpener)))
        if state == "usable" and isinstance(opener._window.pages.currentWidget(), LockedPage):
            if not done:
                opener._unlocking._on_found(OLD)  # type: ignore[union-attr]
        elif state == "usable" and not done:
            done.append(state)
            QTimer.singleShot(0, lambda: live(opener))

    def live(opener: DiaryOpener) -> None:
        try:
            use(opener)
            done.append("used")
        finally:
            QTimer.singleShot(0, QApplication.quit)

    def use(opener: DiaryOpener) -> None:
        context = opener._context
        assert context is not None
        for page in PAGES:
            opener._window.show_page(page)
            QTest.qWait(20)
        have_second_processes(opener._window)
        context.writer.save(DayEntry(today(), itch=3, note=CANARIES[46]))
        context.journal.keep_draft("visit", {"note": CANARIES[47]})
        assert opener._keeper is not None
        opener._keeper.back_up()
        context.tasks.wait()
        opener.lock()

    run_window(place.diary, Settings(), on_ready=tell)
    assert done[-1:] == ["used"], "the diary was open, and used to the end"


def have_second_processes(window: MainWindow) -> None:
    """Have one set the report with notes and photos, and one look for what happened together."""
    report = window.show_page("report")
    assert isinstance(report, ReportPage)
    for wanted in (report.form.include.notes, report.form.include.photos):
        wanted.click()  # as a person does
    _wait(lambda: report.is_settled and bool(report.preview.view.sheets))
    assert any("Photos, Notes." in sheet.accessibleDescription() for sheet in report.preview.view.sheets)
    trends = window.show_page("trends")
    assert isinstance(trends, TrendsPage)
    trends.head.together.click()
    _wait(lambda: not trends.together.maker.is_busy)


def _wait(is_so: Callable[[], bool]) -> None:
    until = monotonic() + PATIENCE
    while not is_so():
        assert monotonic() < until, "a second process has answered by now"
        QTest.qWait(20)


def by_commands(place: Place, *, is_plain: bool) -> None:
    """Have each command do what it does; what it gives the person is theirs to keep, and goes elsewhere."""
    away = place.root.parent / "away"
    away.mkdir()
    broken = place.diary.with_name("broken.diary")
    for words in (
        ["check"],
        ["summary", "--start", "2026-01-01"],
        ["export", "--format", "json", "-o", str(away / "all.json")],
        ["report", "-o", str(away / "all.pdf")],
        ["archive", "-o", str(away / "all.zip")],
        ["backup", "--to", str(place.stick)],
        ["backups", "--check"],
        ["salvage", "-o", str(broken)],
        ["restore"],
        ["export", "--format", "csv", "-o", str(away / "all.csv")],
        ["import", str(away / "all.csv")],
    ):
        given = [] if is_plain else ["--password-fd", str(_given(FIRST))]
        with redirect_stdout(io.StringIO()):
            assert cli.main([*words, "--diary", str(place.diary), *given]) == 0, words


def _given(text: str) -> int:
    reading, writing = os.pipe()
    os.write(writing, text.encode())
    os.close(writing)
    return reading


def main() -> None:
    """Do all of it."""
    place, record, is_plain = Place(Path(sys.argv[1])), Path(sys.argv[2]), len(sys.argv) > 3
    place.move_in()
    (place.root / "tmp").mkdir()
    place.stick.mkdir()
    os.environ |= {"TMPDIR": str(place.root / "tmp"), "QT_QPA_PLATFORM": "offscreen"}
    fill(place)
    if not is_plain:
        protection(place).switch_on(OLD, FIRST, Cost())
        with closing(Journal.open(place.diary, today, key=OLD)):
            pass
        for kept in place.diary.parent.glob("*.replaced-*"):
            kept.unlink()  # of this process, which does not start again
    everywhere = Path("/")
    preload.watch_second(everywhere, record)
    preload.watch(everywhere, record)
    in_the_window(place)
    preload.watch(place.root, record.with_suffix(".commands"))
    by_commands(place, is_plain=is_plain)
    if not is_plain:
        protection(place).change_password(OLD, SECOND, Cost(), shelf(place, OLD))
        protection(place).change_key(OLD, NEW, FIRST, Cost(), shelf(place, OLD))
        assert recovery_words().words(NEW)


if __name__ == "__main__":
    main()
