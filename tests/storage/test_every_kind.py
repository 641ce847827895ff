"""A record of any kind is stored, read with everything, deleted, brought back and taken back by one mechanism."""

from typing import get_args

import pytest

from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import Record, Removed
from adtracker.domain.scores.definition import Definition
from adtracker.domain.treatments.treatment import Treatment
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.storage.journal import Journal
from tests.every_kind import SAMPLES

# What others name has to be there before them.
NAMED = (Treatment, Definition)


def _with(kind: type, journal: Journal) -> Edit:
    """Take in a record, and before it what it may name."""
    for named in NAMED:
        if kind is not named:
            journal.take_in(Edit((Change(None, SAMPLES[named]),)))
    return journal.take_in(Edit((Change(None, SAMPLES[kind]),)))


@pytest.mark.parametrize("kind", get_args(Record))
def test_it_is_read_with_everything_and_taken_back(kind: type, journal: Journal) -> None:
    edit = _with(kind, journal)
    assert read_snapshot(journal).of(kind) == [SAMPLES[kind]]
    assert journal.standing(kind) == (SAMPLES[kind],)
    journal.replay(edit.inverse())
    assert read_snapshot(journal).of(kind) == []


@pytest.mark.parametrize("kind", get_args(Removed))
def test_it_is_deleted_and_brought_back(kind: type, journal: Journal) -> None:
    _with(kind, journal)
    record = SAMPLES[kind]
    assert isinstance(record, Removed)
    journal.remove(record)
    assert journal.standing(kind) == ()
    (removed,) = journal.removed()
    assert type(removed) is kind
    assert removed.removed_on is not None
