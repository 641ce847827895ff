"""Work in a second process: the same answer as here, how far it is, an end before its time, and failures in words."""

import sys
from datetime import date, timedelta
from threading import Thread

import pytest

from adtracker.domain.records.course import Course
from adtracker.domain.statistics.associations import associations
from adtracker.errors import WorkError
from adtracker.workers.associations import Job, TogetherProcess

FIRST = date(2026, 8, 2)


def _job(days: int = 60, factors: int = 2) -> Job:
    noted = [FIRST + timedelta(days=number) for number in range(days)]
    itch = {day: float(3 + number % 4) for number, day in enumerate(noted)}
    flags = {
        f"trigger.{factor}": {day: (number * 7 + factor) % 5 < 2 for number, day in enumerate(noted)}
        for factor in range(factors)
    }
    return Job(itch, flags, Course(FIRST))


def _always(_: float) -> bool:
    return True


def test_the_answer_is_the_one_that_is_worked_out_here() -> None:
    process = TogetherProcess()
    assert process(_job()) == associations(*_job(), _always)
    assert 0 < process.share <= 1  # the last it heard before the answer


def test_one_that_was_stopped_before_it_began_does_nothing() -> None:
    process = TogetherProcess()
    process.stop()
    assert process(_job()) is None


def test_one_that_is_stopped_ends_at_once() -> None:
    process, found = TogetherProcess(), []

    def work() -> None:
        found.append(process(_job(7000, 40)))  # half a minute, if nobody stops it

    thread = Thread(target=work)
    thread.start()
    while thread.is_alive() and not process.share:
        thread.join(0.01)
    assert thread.is_alive()
    process.stop()
    thread.join()
    assert found == [None]  # it did not come to its answer
    assert process.share < 1


def test_what_cannot_be_worked_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WorkError, match=r"together\.failed"):
        TogetherProcess()(Job({FIRST: 5.0}, {"trigger.stress": {"no day": True}}, None))  # type: ignore[dict-item]
    monkeypatch.setattr(sys, "executable", "/there/is/no/python")
    with pytest.raises(WorkError, match=r"together\.failed"):
        TogetherProcess()(_job())
