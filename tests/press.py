"""A press for all tests of a worker: it sets each report once, apart, and hands out the same pages again.

Typst never gives back what it laid out, so each process of the press ends after some reports. That a report gives the
same bytes wherever and however often it is set is held in `tests/report/test_render.py`, without the press.
"""

import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from adtracker.report.typeset import Job, typeset_here

REPORTS_OF_A_PROCESS = 12

_set: dict[bytes, list[bytes]] = {}


def press(job: Job) -> list[bytes]:
    """Set a job as `typeset_here` does. Raises ReportError."""
    wanted = pickle.dumps(tuple(job))
    if wanted not in _set:
        _set[wanted] = _processes().submit(_typeset, wanted).result()
    return _set[wanted]


@cache
def _processes() -> ProcessPoolExecutor:
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=REPORTS_OF_A_PROCESS)


def _typeset(job: bytes) -> list[bytes]:
    return typeset_here(Job(*pickle.loads(job)))
