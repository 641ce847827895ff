"""Work off the window's thread: its answer comes back whenever it is ready, on the window's thread, and once."""

from __future__ import annotations

import gc
from functools import partial
from threading import Event, Thread, current_thread, main_thread
from time import sleep

import pytest
from pytestqt.qtbot import QtBot

from adtracker.domain.common.progress import GoesOn
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


class _Work:
    """Takes note of the thread on which it is given up."""

    def __init__(self, given_up: list[Thread]) -> None:
        self._given_up = given_up

    def __call__(self, _goes_on: GoesOn | None = None) -> None:
        """Done at once."""

    def __del__(self) -> None:
        self._given_up.append(current_thread())


@pytest.mark.parametrize("is_long", [False, True])
def test_what_was_done_is_given_up_on_the_thread_of_the_window(qtbot: QtBot, is_long: bool) -> None:
    given_up: list[Thread] = []
    tasks = Tasks()
    for _ in range(50):
        work = _Work(given_up)
        finished = (tasks.run_long(work) if is_long else tasks.run(work)).finished
        del work
        with qtbot.waitSignal(finished):
            pass
        del finished
    gc.collect()  # what waited for the signals holds itself, and them
    qtbot.waitUntil(lambda: len(given_up) == 50)
    assert set(given_up) == {main_thread()}


class _Garbage:
    """Something that only looking for garbage finds, as most of a closed window is; it notes where it is deleted."""

    def __init__(self, deleted_on: list[Thread]) -> None:
        self._itself = self
        self._deleted_on = deleted_on

    def __del__(self) -> None:
        self._deleted_on.append(current_thread())


def _make_garbage() -> None:
    """Ask for memory so often that Python would look for garbage many times."""
    for _ in range(20_000):
        made: list[object] = []
        made.append(made)


@pytest.mark.slow
def test_nothing_of_the_windows_thread_is_deleted_on_another(qtbot: QtBot) -> None:
    gc.collect()
    deleted_on: list[Thread] = []
    tasks = Tasks()
    for _ in range(20):
        _Garbage(deleted_on)
        with qtbot.waitSignal(tasks.run(_make_garbage).finished):
            pass
    assert gc.isenabled()
    gc.collect()
    assert len(deleted_on) == 20
    assert set(deleted_on) == {main_thread()}


def test_garbage_is_looked_for_again_when_all_work_is_done(qtbot: QtBot) -> None:
    one, other = Tasks(), Tasks()
    one.run(_make_garbage)
    other.run(_make_garbage)
    assert not gc.isenabled()
    one.wait()
    assert not gc.isenabled(), "the other may be at work still"
    other.wait()
    assert gc.isenabled()


def test_garbage_is_looked_for_again_when_an_answer_does_away_with_who_asked(qtbot: QtBot) -> None:
    asked = [Tasks()]
    task = asked[0].run(_make_garbage)
    task.done.connect(lambda _: asked.clear())
    qtbot.waitUntil(lambda: not asked)
    qtbot.waitUntil(gc.isenabled)


def test_nothing_waits_for_long_work_and_it_tells_how_far_it_is_and_can_be_stopped(qtbot: QtBot) -> None:
    told: list[object] = []
    tasks, begins = Tasks(), Event()

    def work(goes_on: GoesOn) -> str:
        begins.wait()
        while goes_on(0.5):
            sleep(0.001)
        return "stopped"

    task, other = tasks.run_long(work), tasks.run(partial(int, "7"))
    for signal in (task.done, task.progressed, other.done):
        signal.connect(told.append)
    qtbot.waitUntil(lambda: told == [7])
    begins.set()
    try:
        qtbot.waitUntil(lambda: told == [7, 50])
    finally:
        task.stop()
    qtbot.waitUntil(lambda: told == [7, 50, "stopped"])


def test_the_end_of_the_program_stops_long_work(qtbot: QtBot) -> None:
    tasks, told = Tasks(), [0]

    def work(goes_on: GoesOn) -> None:
        while goes_on(0):
            sleep(0.001)
        told[0] = 1

    tasks.run_long(work)
    tasks.wait()
    assert told == [1]
