"""Pages are set by a process of their own: the window never waits for it, and it never outlives the window."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from adtracker.domain.records.course import Course
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.report.maker import Order, PreviewMaker
from adtracker.ui.report.page import ReportPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.workers.process import ChildProcess
from tests.storage.trouble import held_by_another
from tests.ui.conftest import COURSE_START
from tests.ui.reporter import Reporter


def _children() -> list[str]:
    """The command lines of the processes that this one has started and not seen the end of."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended since
            parent = status.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1]
            if int(parent) == os.getpid():
                found.append(status.with_name("cmdline").read_text(encoding="utf-8", errors="replace"))
    return [command for command in found if "typeset" in command or not command]


@pytest.mark.slow
@pytest.mark.usefixtures("apart")
def test_the_window_answers_while_pages_are_made(reporter: Reporter) -> None:
    reporter.wait()
    shown = reporter.pages
    page = reporter.report
    reporter.choose_period("12w")
    reporter.hurry()
    assert not page.is_settled
    reporter.click(page.form.questions.field)
    reporter.type("?")
    assert "?" in page.form.questions.field.text()
    assert not page.is_settled, "all that happened meanwhile"
    assert reporter.pages == shown
    reporter.wait()


@pytest.mark.slow
@pytest.mark.usefixtures("apart")
def test_the_first_pages_are_laid_out_while_the_window_is_and_drawn_once_at_its_size(
    qtbot: QtBot, demo_journal: Journal, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    begin, start = PreviewMaker.begin, ChildProcess.start_ahead

    def noted_begin(maker: PreviewMaker, order: Order) -> None:
        done.append("begun")
        begin(maker, order)

    def noted_start(process: ChildProcess) -> None:
        done.append("started")
        start(process)

    monkeypatch.setattr(PreviewMaker, "begin", noted_begin)
    monkeypatch.setattr(ChildProcess, "start_ahead", noted_start)
    reporter = Reporter(qtbot, window)
    reporter.wait()
    view = reporter.report.preview.view
    assert done == ["begun", "started"], "once, by one process"
    assert view.sheets[0].sheet.pixels.width() == pytest.approx(view.sheets[0].width() * view.devicePixelRatio(), abs=1)


@pytest.mark.slow
@pytest.mark.usefixtures("apart")
def test_page_one_comes_first_and_the_others_move_nothing(
    qtbot: QtBot, demo_journal: Journal, window: MainWindow
) -> None:
    reporter = Reporter(qtbot, window)
    page, view = reporter.report, reporter.report.preview.view
    begun: list[object] = []
    page._maker.begun.connect(begun.append)
    with qtbot.waitSignal(page._maker.begun):
        pass
    assert not page.is_settled
    (alone,) = reporter.pages
    assert alone.startswith("It shows: Skin diary report, Key numbers")
    assert page.preview.place.text() == "Setting the page…"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    view.verticalScrollBar().setValue(100)
    before = view.sheets[0].geometry()
    assert reporter.wait()[0] == alone
    assert len(view.sheets) == 2
    assert (view.verticalScrollBar().value(), view.sheets[0].geometry()) == (100, before)
    assert page.preview.place.text() == "Page 1 of 2"
    reporter.choose_period("12w")
    reporter.wait()
    assert len(begun) == 1, "later pages stay until all of the others are there"


@pytest.mark.slow
@pytest.mark.usefixtures("apart")
def test_who_leaves_the_page_before_it_has_a_size_leaves_no_process_behind(
    qtbot: QtBot, context: Context, demo_journal: Journal
) -> None:
    page = ReportPage(context)
    qtbot.addWidget(page)
    page.expect()
    assert page._maker.is_busy
    assert len(_children()) == 1
    page._maker.stop()
    context.tasks.wait()
    assert _children() == []
    page.show()
    qtbot.waitUntil(lambda: page.is_settled and bool(page.preview.view.sheets))


@pytest.mark.slow
@pytest.mark.usefixtures("apart")
def test_the_window_waits_no_longer_for_the_days_than_anybody_notices(
    qtbot: QtBot, context: Context, demo_journal: Journal
) -> None:
    page = ReportPage(context)
    qtbot.addWidget(page)
    page.refresh_if_stale()
    order = page._order()
    assert order is not None, "the days are chosen"
    with held_by_another(demo_journal.path):
        begun = time.monotonic()
        page._maker.begin(order)
        page._maker.let_ahead()
        assert time.monotonic() - begun < 1, "another program has the diary for two seconds"
        assert page._maker.is_busy
    page._maker.stop()
    context.tasks.wait()


def test_the_window_answers_while_the_days_are_read(reporter: Reporter, journal: Journal) -> None:
    reporter.wait()
    page = reporter.report
    reporter.choose_period("12w")
    with held_by_another(journal.path):
        reporter.hurry()
        assert page._maker.is_busy, "whoever reads waits for the other program, and the window does not"
    assert "7 September to 29 November 2026" in reporter.wait()[0]
    assert not page.outcome.isVisible()


@pytest.mark.slow
@pytest.mark.usefixtures("apart")
def test_the_last_choice_is_the_one_that_is_shown(reporter: Reporter, qtbot: QtBot) -> None:
    reporter.wait()
    page = reporter.report
    made: list[object] = []
    page._maker.made.connect(made.append)
    for key in ("12w", "4w", "course", "12w"):
        reporter.choose_period(key)
        reporter.hurry()
        qtbot.wait(20)
    reporter.wait()
    qtbot.wait(100)
    assert len(made) == 1


@pytest.mark.slow
@pytest.mark.usefixtures("apart")
def test_it_says_so_when_pages_take_long_and_nothing_moves(reporter: Reporter) -> None:
    reporter.wait()
    page = reporter.report
    assert page.preview.place.text() == "Page 1 of 2"
    reporter.choose_period("4w")
    reporter.hurry()
    before = page.preview.view.geometry()
    page._maker._patience.timeout.emit()  # as if half a second had gone
    assert page.preview.place.text() == "Setting the page…"
    assert page.preview.view.geometry() == before
    reporter.wait()
    assert page.preview.place.text() == "Page 1 of 2"


@pytest.mark.usefixtures("apart")
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("milliseconds", [0, 60])
def test_closing_the_window_leaves_no_process_behind(
    reporter: Reporter, qtbot: QtBot, context: Context, milliseconds: int
) -> None:
    reporter.wait()
    page = reporter.report
    reporter.choose_period("4w")
    reporter.hurry()
    qtbot.wait(milliseconds)
    reporter.window.close()
    context.tasks.wait()
    assert _children() == []
    assert page.is_settled


@pytest.mark.slow
@pytest.mark.usefixtures("apart")
def test_leaving_and_coming_back_makes_the_pages_that_were_given_up(reporter: Reporter, context: Context) -> None:
    reporter.wait()
    reporter.choose_period("4w")
    reporter.click(reporter.report.form.include.weekly_table)
    page = reporter.report
    reporter.window.show_page("learn")
    assert page.is_settled
    context.writer.save(Course(COURSE_START, "Another name", key=context.journal.courses()[0].key))
    assert page.is_settled, "nobody looks"
    reporter.window.show_page("report")
    assert len(reporter.wait()) == 1
    assert page.form.period.key == "4w"
