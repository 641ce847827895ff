"""Undo and redo by edits: whatever was done can be taken back to the last byte of meaning, and done again."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adtracker.domain.edits.edit import Edit
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY, courses, entries, full_entry, long_diary, open_journal, profiles
from tests.strategies import asked

State = tuple[Profile, tuple[Course, ...], tuple[DayEntry, ...]]
FEW_DAYS = st.integers(0, 2).map(lambda back: TODAY - timedelta(days=back))

saves: st.SearchStrategy[list[Record]] = st.lists(st.one_of(entries(FEW_DAYS), courses, profiles), max_size=8)
imports = st.lists(entries(FEW_DAYS), max_size=3)


def _state(journal: Journal) -> State:
    return journal.profile(), journal.courses(), journal.entries()


def _edits(journal: Journal, records: list[Record], imported: list[DayEntry]) -> list[Edit]:
    done = [journal.save(record) for record in records]
    done.append(journal.save_all(imported))
    if course := journal.course():
        done += [journal.save(Course(course.start, "another name", 12, key=course.key)), journal.remove(course)]
    return done


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=saves, imported=imports)
def test_everything_can_be_taken_back_and_done_again(
    path: Path, records: list[Record], imported: list[DayEntry]
) -> None:
    journal = open_journal(path)
    days = [record for record in (*records, *imported) if isinstance(record, DayEntry)]
    journal.save_all(asked(days))
    start = _state(journal)
    edits = _edits(journal, records, imported)
    end = _state(journal)
    for edit in reversed(edits):
        assert set(journal.replay(edit.inverse()).changes) == set(edit.inverse().changes)
    assert _state(journal) == start
    for edit in edits:
        assert set(journal.replay(edit).changes) == set(edit.changes)
    assert _state(journal) == end
    for edit in reversed(edits):
        journal.replay(edit.inverse())
    journal.close()


def test_a_course_comes_back_with_the_same_key_even_if_another_was_made_in_between(journal: Journal) -> None:
    first = journal.save(Course(TODAY, "first"))
    journal.replay(first.inverse())
    second = journal.save(Course(TODAY, "second"))
    journal.replay(first)
    assert journal.courses() == (first.changes[0].after, second.changes[0].after)


def test_removing_a_course_that_is_not_there_does_nothing(journal: Journal) -> None:
    assert not journal.remove(Course(TODAY))
    assert not journal.remove(Course(TODAY, key=7))


def test_an_import_is_taken_back_at_once(journal: Journal) -> None:
    journal.save(full_entry(TODAY, itch=1))
    before = journal.entries()
    edit = journal.save_all(long_diary(400))
    assert len(journal.entries()) == 400
    journal.replay(edit.inverse())
    assert journal.entries() == before


def test_a_replayed_entry_keeps_the_moment_it_was_recorded(journal: Journal) -> None:
    edit = journal.save(full_entry(TODAY))
    journal.replay(edit.inverse())
    journal.replay(edit)
    assert journal.entries() == (edit.changes[0].after,)
