"""Breaks are kept, taken back, deleted and brought back as all else is; a day is in one of them alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from adtracker.domain.common.problem import RefusedError
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY


def _days_ago(count: int) -> date:
    return TODAY - timedelta(days=count)


SEA = DiaryBreak(_days_ago(9), _days_ago(3), BreakReason.HOLIDAY, "By the sea")


def _stored(journal: Journal, wanted: DiaryBreak = SEA) -> DiaryBreak:
    journal.save(wanted)
    (kept,) = journal.breaks()
    return kept


def test_a_break_is_kept_changed_and_taken_back(journal: Journal) -> None:
    kept = _stored(journal)
    assert replace(kept, key=None) == SEA
    edit = journal.save(replace(kept, last=_days_ago(4), reason=BreakReason.ILL))
    journal.replay(edit.inverse())
    assert journal.breaks() == (kept,)
    assert journal.check() == []


def test_a_deleted_break_is_brought_back_where_its_days_are_free(journal: Journal) -> None:
    kept = _stored(journal)
    journal.remove(kept)
    assert (journal.breaks(), journal.removed()) == ((), (replace(kept, removed_on=TODAY),))
    journal.save(DiaryBreak(_days_ago(3), _days_ago(2), BreakReason.ILL))
    with pytest.raises(RefusedError):
        journal.save(kept)
    assert [one.reason for one in journal.breaks()] == [BreakReason.ILL]
    journal.remove(journal.breaks()[0])
    journal.save(kept)
    assert journal.breaks() == (kept,)


@pytest.mark.parametrize(
    ("wanted", "rule"),
    [
        (lambda: DiaryBreak(_days_ago(3), _days_ago(1), BreakReason.ILL), "break_overlaps"),
        (lambda: DiaryBreak(_days_ago(20), _days_ago(0), BreakReason.ILL), "break_overlaps"),
        (lambda: DiaryBreak(_days_ago(1), _days_ago(2), BreakReason.ILL), "ends_before_start"),
        (lambda: DiaryBreak(_days_ago(1), _days_ago(-1), BreakReason.ILL), "future_day"),
    ],
)
def test_what_is_no_break_is_refused_and_changes_nothing(
    journal: Journal, wanted: Callable[[], DiaryBreak], rule: str
) -> None:
    kept = _stored(journal)
    with pytest.raises(RefusedError) as caught:
        journal.save(wanted())
    assert [problem.rule for problem in caught.value.problems] == [rule]
    assert "{" not in Texts().error(caught.value)
    assert journal.breaks() == (kept,)


def test_a_break_that_comes_from_another_computer_may_overlap_and_is_no_damage(journal: Journal) -> None:
    """Each day counts once all the same; a file that is refused for two reasons would help nobody."""
    _stored(journal)
    other = DiaryBreak(_days_ago(5), _days_ago(1), BreakReason.ILL)
    journal.take_in(Edit((Change(None, other),)))
    assert [one.reason for one in journal.breaks()] == [BreakReason.HOLIDAY, BreakReason.ILL]
    assert journal.check() == []


def test_days_in_a_break_can_be_written_and_stay_as_they_are(journal: Journal) -> None:
    journal.save(DayEntry(_days_ago(5), itch=4))
    kept = _stored(journal)
    journal.save(DayEntry(_days_ago(4), itch=5))
    journal.remove(kept)
    assert [entry.itch for entry in journal.entries()] == [4, 5]


def test_a_bad_day_without_numbers_is_an_entry_until_it_is_taken_back(journal: Journal) -> None:
    journal.save(DayEntry(TODAY, bad_day=True))
    kept = journal.entry(TODAY)
    assert (kept.bad_day, kept.itch, kept.recorded_on) == (True, None, TODAY)
    assert [numbers.day for numbers in journal.numbers(SEA.period)] == []
    assert journal.check() == []
    journal.save(replace(kept, bad_day=None))
    assert journal.entries() == ()
