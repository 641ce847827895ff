"""Long work off the window's thread, its answer back on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from adtracker.errors import AdtrackerError


class Task(QObject):
    """One piece of work under way: `done` carries its answer, `failed` its AdtrackerError; both come on the window's
    thread. After `cancel` neither comes."""

    done = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cancelled = False

    def cancel(self) -> None:
        """Give up on the answer; the work itself ends by itself."""
        self.cancelled = True


class _Run(QRunnable):
    def __init__(self, task: Task, work: Callable[[], object]) -> None:
        super().__init__()
        self._task = task
        self._work = work

    def run(self) -> None:
        try:
            answer = self._work()
        except AdtrackerError as error:
            self._tell(self._task.failed, error)
        else:
            self._tell(self._task.done, answer)
        finally:  # also after a fault of ours, which goes on to the log: nobody must wait for ever
            self._task.finished.emit()

    def _tell(self, signal: object, value: object) -> None:
        if not self._task.cancelled:
            signal.emit(value)  # type: ignore[attr-defined]


class Tasks(QObject):
    """Runs work in a pool of one thread, in order. The work must not touch widgets or the journal."""

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)

    def run(self, work: Callable[[], object]) -> Task:
        """Start work; connect to the task's signals at once, they come later."""
        task = Task()
        self._pool.start(_Run(task, work))
        return task

    def wait(self) -> None:
        """Wait until nothing is under way (at the end of the program, and in tests)."""
        self._pool.waitForDone()
