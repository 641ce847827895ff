"""The press of the tests itself: a process of it that died is replaced, and one ends after some reports."""

import multiprocessing
from datetime import UTC, datetime
from pathlib import Path

from adtracker.report.typeset import MAIN_FILE, Job
from tests.press import REPORTS_OF_A_PROCESS, Press

MADE = datetime(2026, 11, 29, tzinfo=UTC)


def _pages(press: Press, words: str, fonts: Path) -> int:
    job = Job(
        {MAIN_FILE: f"#metadata({len(words)}) <length>".encode()}, (str(fonts),), MADE, {"format": "pdf"}, "length"
    )
    return int(press.pages(job)[-1])


def test_a_process_that_died_while_it_had_no_work_is_replaced(tmp_path: Path) -> None:
    before, press = multiprocessing.active_children(), Press()
    assert _pages(press, "one", tmp_path) == 3
    (worker,) = set(multiprocessing.active_children()) - set(before)
    worker.kill()
    worker.join()
    assert _pages(press, "five", tmp_path) == 4
    press.end()
    assert multiprocessing.active_children() == before


def test_a_process_ends_after_some_reports_and_the_next_one_begins_with_the_next_report(tmp_path: Path) -> None:
    before, press = multiprocessing.active_children(), Press()
    for number in range(REPORTS_OF_A_PROCESS):
        assert _pages(press, "x" * number, tmp_path) == number
    assert multiprocessing.active_children() == before
    assert _pages(press, "one", tmp_path) == 3
    press.end()
