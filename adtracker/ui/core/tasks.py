"""Long work off the window's thread, its answer back on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from adtracker.domain.common.progress import GoesOn
from adtracker.errors import AdtrackerError
from adtracker.ui.core.garbage import GarbagePause

_AGAIN = 20  # milliseconds
PATIENCE = 5000  # milliseconds: longer than a photo takes, shorter than what looks like a program that hangs


class Task(QObject):
    """One piece of work under way: `done` carries its answer, `failed` its AdtrackerError; both come on the window's
    thread, when it is back in its loop. After `cancel` neither comes; `finished` always does."""

    progressed = Signal(int)  # of long work: how many per cent are done
    done = Signal(object)
    failed = Signal(object)
    finished = Signal()
    ended = Signal(object)  # for the thread that did the work: carries what is to be told, None for a fault

    def __init__(self, *, is_for_diary: bool, lost: str = "", whole: type = object) -> None:
        super().__init__()
        self.is_for_diary = is_for_diary
        self.lost = lost
        self._whole = whole
        self._is_whole = False
        self._cancelled = False
        self._is_stopped = False
        self._percent = 0
        self.no_garbage = GarbagePause()  # its own: whoever began it may be gone when its answer is told
        self.ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Give up on the answer; the work itself ends by itself."""
        self._cancelled = True

    def stop(self) -> None:
        """Ask long work to end before its time; what it answers then is told as ever."""
        self._is_stopped = True

    def note(self, answer: object) -> None:
        """Be told what the work answered, on its thread."""
        self._is_whole = isinstance(answer, self._whole)

    @property
    def is_lost(self) -> bool:
        """Whether the person has nothing of it, and is to be told: so far it answered nothing whole."""
        return bool(self.lost) and not self._is_whole

    def goes_on(self, share: float) -> bool:
        """Be told by the work, on its thread, how much of it is done (0 to 1); whether it is to go on."""
        percent = int(100 * share)
        if percent != self._percent:
            self._percent = percent
            self.progressed.emit(percent)
        return not self._is_stopped

    def _tell(self, outcome: Callable[[], None] | None) -> None:
        try:
            if outcome is not None and not self._cancelled:
                outcome()
        finally:
            self.no_garbage.end()
            self.finished.emit()


class _Run(QRunnable):
    def __init__(self, task: Task, work: Callable[[], object]) -> None:
        super().__init__()
        self.setAutoDelete(False)  # a pool may be done before PySide has given it away: it would be kept for ever
        self._task = task
        self._work = work

    def run(self) -> None:
        outcome = None
        try:
            answer = self._work()
            self._task.note(answer)
            outcome = partial(self._task.done.emit, answer)
        except AdtrackerError as error:
            outcome = partial(self._task.failed.emit, error)
        finally:  # also after a fault of ours, which goes on to the log: nobody must wait for ever
            self._task.ended.emit(outcome)


class Tasks(QObject):
    """Runs work in a pool of one thread, in order. What takes many seconds has another one: nothing waits for it.

    The work must not touch widgets. It may read the journal; a write on the window's thread then waits for what is
    being read, so only where that is short.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._long = QThreadPool()
        self._long.setMaxThreadCount(1)
        self.patience = PATIENCE
        self.stopped: dict[str, None] = {}  # what is to be said of what ended before its time
        self._under_way: dict[Task, None] = {}  # keeps those that nobody else does until they have told; in order
        self._runs: list[_Run] = []
        self._over = QTimer(self, interval=_AGAIN, singleShot=True)
        self._over.timeout.connect(self._let_go)

    def run(self, work: Callable[[], object], *, is_for_diary: bool = False) -> Task:
        """Start work; connect to the task's signals before the window's thread goes back to its loop.

        `is_for_diary`: its answer is something of the person's that is still to be stored, so `settle` waits for it.
        """
        task = Task(is_for_diary=is_for_diary)
        self._begin(self._pool, task, work)
        return task

    @property
    def is_long_under_way(self) -> bool:
        """Whether something of many seconds is being done."""
        return self._long.activeThreadCount() > 0

    def run_long(self, work: Callable[[GoesOn], object], *, lost: str = "", whole: type = object) -> Task:
        """The same with work that takes many seconds; it is given a function to tell, often, how much of it is done,
        which says whether it is to go on.

        `Task.stop` asks for that, and so does `wait`; where that leaves the person without the `whole` answer,
        `stopped` has the sentence `lost`.
        """
        task = Task(is_for_diary=False, lost=lost, whole=whole)
        self._begin(self._long, task, partial(work, task.goes_on))
        return task

    def settle(self) -> None:
        """Have the answers told now that are still to be stored; wait for them, but no longer than `patience`."""
        wanted = [task for task in self._under_way if task.is_for_diary]
        if wanted:
            self._pool.waitForDone(self.patience)
        for task in wanted:
            QCoreApplication.sendPostedEvents(task, QEvent.Type.MetaCall.value)

    def wait(self) -> None:
        """Wait until nothing is under way (at the end of the program, and in tests); what takes long is stopped."""
        for task in self._under_way:
            task.stop()
        self._long.waitForDone()
        self._pool.waitForDone()
        for task in self._under_way:  # nobody may be there any more to hear that they ended
            task.no_garbage.end()
            if task.is_lost:
                self.note_stopped(task.lost)
        self._let_go()

    def note_stopped(self, words: str) -> None:
        """Have it said, once the diary is open again, that something of the person's ended before its time."""
        self.stopped[words] = None

    def _begin(self, pool: QThreadPool, task: Task, work: Callable[[], object]) -> None:
        task.no_garbage.begin()
        task.finished.connect(self._on_finished)
        self._under_way[task] = None
        run = _Run(task, work)
        self._runs.append(run)
        pool.start(run)

    def _on_finished(self) -> None:
        task = cast(Task, self.sender())
        self._under_way.pop(task, None)
        self._let_go()

    def _let_go(self) -> None:
        """Give up the work that was done, once no other thread holds any: on the window's own thread."""
        if self._pool.activeThreadCount() or self._long.activeThreadCount():
            self._over.start()
        else:
            while self._runs:
                shiboken6.delete(self._runs.pop())
