"""How a day came is kept with it: it stays so while anything stands that came with it, and undo brings it back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.records.day import DayEntry, Origin
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY

EARLIER = TODAY - timedelta(days=1)


def _taken(journal: Journal, origin: Origin = Origin.PAPER) -> Edit:
    return journal.take_in(Edit((Change(None, DayEntry(TODAY, itch=4, sleep_quality=7, origin=origin)),)))


@pytest.mark.parametrize("origin", Origin)
def test_each_comes_back_from_the_file(journal: Journal, origin: Origin) -> None:
    _taken(journal, origin)
    assert journal.entry(TODAY).origin is origin
    assert journal.check() == []


def test_what_is_typed_is_typed_and_has_a_moment(journal: Journal) -> None:
    journal.save(DayEntry(TODAY, itch=4))
    entry = journal.entry(TODAY)
    assert (entry.origin, entry.recorded_on) == (Origin.TYPED, TODAY)


def test_nobody_knows_when_paper_was_written(journal: Journal) -> None:
    _taken(journal)
    journal.save(DayEntry(EARLIER, itch=4, origin=Origin.PAPER))
    for day in (EARLIER, TODAY):
        assert (journal.entry(day).recorded_at, journal.entry(day).recorded_on) == (None, None)


def test_a_day_with_an_answer_from_paper_stays_one_whatever_is_typed_into_it(journal: Journal) -> None:
    _taken(journal)
    edit = journal.save(replace(journal.entry(TODAY), itch=9, note="sore"))
    entry = journal.entry(TODAY)
    assert (entry.origin, entry.itch, entry.recorded_on) == (Origin.PAPER, 9, None)
    journal.replay(edit.inverse())
    assert journal.entry(TODAY) == DayEntry(TODAY, itch=4, sleep_quality=7, origin=Origin.PAPER)


def test_it_is_typed_once_no_answer_is_left_and_undo_brings_the_paper_back(journal: Journal) -> None:
    _taken(journal)
    edit = journal.save(DayEntry(TODAY, itch=9, sleep_quality=2))
    entry = journal.entry(TODAY)
    assert (entry.origin, entry.recorded_on) == (Origin.TYPED, TODAY)
    journal.replay(edit.inverse())
    assert journal.entry(TODAY).origin is Origin.PAPER
    assert journal.entry(TODAY).itch == 4


def test_undo_of_a_day_from_paper_takes_it_out(journal: Journal) -> None:
    edit = _taken(journal)
    journal.replay(edit.inverse())
    assert journal.entry(TODAY) == DayEntry(TODAY)
    journal.replay(edit)
    assert journal.entry(TODAY).origin is Origin.PAPER
