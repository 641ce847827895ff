"""A press for all tests of a worker: it sets each report once, apart, and hands out the same pages again.

Typst never gives back what it laid out, so each process of the press ends after some reports. That a report gives the
same bytes wherever and however often it is set is held in `tests/report/test_render.py`, without the press.
"""

import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from adtracker.report.typeset import Job, typeset_here

REPORTS_OF_A_PROCESS = 12

_set: dict[bytes, list[bytes]] = {}


class Press:
    """One process for some reports, begun by whoever wants a report and ended after the last of them.

    A pool can do that by itself, but begins the next process whenever it likes, such as while a test has another
    user's rights.
    """

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._left = 0

    def pages(self, job: Job) -> list[bytes]:
        """Set a job. A process that is dead is replaced once: it may have died while it had no work."""
        try:
            return self._asked(job)
        except BrokenProcessPool:
            self.end()
            return self._asked(job)

    def _asked(self, job: Job) -> list[bytes]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
            self._left = REPORTS_OF_A_PROCESS
        self._left -= 1
        try:
            return self._pool.submit(typeset_here, job).result()
        finally:
            if not self._left:
                self.end()

    def end(self) -> None:
        """Let go of the process."""
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None


_press = Press()


def press(job: Job) -> list[bytes]:
    """Set a job as `typeset_here` does. Raises ReportError."""
    job = job.last()
    wanted = pickle.dumps(tuple(job))
    if wanted not in _set:
        _set[wanted] = _press.pages(job)
    return _set[wanted]
