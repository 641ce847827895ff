"""Clocks jump, in real files: what was deleted stays until the diary was used for weeks."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from adtracker.domain.common.problem import RefusedError
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.visit import Visit
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY, full_entry, open_journal, snapshot, write_daily

TOMORROW = TODAY + timedelta(days=1)
IN_2036 = date(2036, 1, 1)


@pytest.fixture
def deleted(journal: Journal) -> Path:
    """A diary in use for a month, with a visit that was deleted three weeks ago."""
    journal.save(Visit(TODAY, "Dr. Osei"))
    journal.remove(journal.visits()[0])
    journal.close()
    write_daily(journal.path, range(1, 22))
    return journal.path


def _removed(path: Path, today: date = TODAY + timedelta(days=22)) -> int:
    journal = open_journal(path, create=False, today=today)
    found = len(journal.removed())
    journal.close()
    return found


def _used(path: Path, today: date = date(2099, 1, 1)) -> list[date]:
    journal = open_journal(path, create=False, today=today)
    found = sorted(journal.usage().days)
    journal.close()
    return found


def test_one_start_in_2036_deletes_nothing(deleted: Path) -> None:
    open_journal(deleted, today=IN_2036).close()
    assert _removed(deleted) == 1
    journal = open_journal(deleted, today=IN_2036)
    journal.save(full_entry(IN_2036))
    journal.close()
    assert _removed(deleted, IN_2036) == 1
    assert _removed(deleted) == 1


def test_days_in_a_future_that_never_was_do_not_count(deleted: Path) -> None:
    write_daily(deleted, range(9), first=IN_2036)
    assert _removed(deleted) == 1
    write_daily(deleted, [22])
    assert _used(deleted) == [TODAY + timedelta(days=number) for number in range(23)]


def test_what_is_deleted_under_a_clock_that_is_late_stays_when_it_is_put_right(deleted: Path) -> None:
    journal = open_journal(deleted, today=date(2020, 1, 1))
    journal.save(Visit(date(2020, 1, 1), "Dr. Sato"))
    journal.remove(journal.visits()[0])
    journal.close()
    assert _removed(deleted) == 2
    write_daily(deleted, range(22, 31))
    assert _removed(deleted, TODAY + timedelta(days=30)) == 2


def test_in_the_end_it_goes(deleted: Path) -> None:
    write_daily(deleted, range(22, 32))
    assert _removed(deleted) == 0


def test_a_day_of_use_is_noted_with_its_first_write_and_reading_is_none(journal: Journal) -> None:
    path = journal.path
    assert _used(path) == []
    before = snapshot(path.parent)
    assert open_journal(path, today=TOMORROW).entries() == ()
    assert snapshot(path.parent) == before
    journal.save(full_entry(TODAY))
    assert not journal.save(full_entry(TODAY))
    journal.save(full_entry(TODAY, itch=3))
    assert _used(path) == [TODAY]


def test_a_day_that_lies_ahead_can_be_put_right_and_cleared_and_others_cannot_be_added(journal: Journal) -> None:
    write_daily(journal.path, [1])
    assert journal.check() == []
    assert journal.days_ahead() == {TOMORROW}
    journal.save(DayEntry(TOMORROW, itch=9))
    assert journal.entry(TOMORROW).itch == 9
    for wrong in (DayEntry(TOMORROW + timedelta(days=1), itch=1), DayEntry(IN_2036, itch=1)):
        assert [problem.rule for problem in journal.wrong_with(wrong)] == ["future_day"]
        with pytest.raises(RefusedError):
            journal.save(wrong)
    journal.save(DayEntry(TOMORROW))
    assert journal.days_ahead() == frozenset()
