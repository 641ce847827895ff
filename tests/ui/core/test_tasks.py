"""Work off the window's thread: its answer comes back whenever it is ready, on the window's thread, and once."""

from __future__ import annotations

from functools import partial
from threading import current_thread, main_thread

from pytestqt.qtbot import QtBot

from adtracker.errors import DiaryError
from adtracker.ui.core.tasks import Tasks


def _refuse() -> None:
    raise DiaryError("diary.moved", file="mine.diary")


def test_the_answer_is_made_elsewhere_and_told_here(qtbot: QtBot) -> None:
    told: list[object] = []
    tasks = Tasks()
    task = tasks.run(current_thread)
    task.done.connect(told.append)
    task.done.connect(lambda _: told.append(current_thread()))
    with qtbot.waitSignal(task.finished):
        pass
    assert told[0] is not main_thread()
    assert told[1] is main_thread()


def test_what_is_ready_before_anybody_listens_is_not_lost(qtbot: QtBot) -> None:
    tasks = Tasks()
    good, bad = tasks.run(partial(int, "7")), tasks.run(_refuse)
    tasks.wait()
    told: list[object] = []
    good.done.connect(told.append)
    bad.failed.connect(told.append)
    with qtbot.waitSignal(bad.finished):
        pass
    number, error = told
    assert number == 7
    assert isinstance(error, DiaryError)


def test_a_cancelled_answer_does_not_come_though_it_was_ready(qtbot: QtBot) -> None:
    told: list[object] = []
    tasks = Tasks()
    task = tasks.run(partial(int, "7"))
    task.done.connect(told.append)
    tasks.wait()
    task.cancel()
    with qtbot.waitSignal(task.finished):
        pass
    assert told == []
