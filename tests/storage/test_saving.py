"""What was saved is what is read, also after closing; what cannot be stored is refused and changes nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adtracker.domain.common.measure import MEASURES
from adtracker.domain.common.period import Period
from adtracker.domain.common.problem import RefusedError
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.profile import Profile
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from tests.storage.samples import NOW, TODAY, courses, entries, full_entry, long_diary, open_journal, profiles, snapshot
from tests.strategies import asked

YESTERDAY = TODAY - timedelta(days=1)
reload_each_time = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _reloaded(journal: Journal) -> Journal:
    journal.close()
    return open_journal(journal.path, create=False)


@pytest.mark.slow
@reload_each_time
@given(entry=entries())
def test_an_entry_comes_back_as_it_was(path: Path, entry: DayEntry) -> None:
    journal = open_journal(path)
    journal.save_all([*asked([entry]), entry])
    journal = _reloaded(journal)
    assert journal.entry(entry.day) == (DayEntry(entry.day) if entry.is_empty else entry)
    assert journal.check() == []
    journal.close()


@pytest.mark.slow
@reload_each_time
@given(course=courses, profile=profiles)
def test_a_course_and_a_profile_come_back_as_they_were(path: Path, course: Course, profile: Profile) -> None:
    journal = open_journal(path)
    stored = journal.save(course).changes[0].after
    journal.save(profile)
    journal = _reloaded(journal)
    assert stored in journal.courses()
    assert isinstance(stored, Course)
    assert stored == replace(course, key=stored.key)
    assert journal.profile() == profile
    journal.close()


def test_a_new_diary_is_empty(journal: Journal) -> None:
    assert (journal.profile(), journal.course(), journal.courses()) == (Profile(), None, ())
    assert (journal.entries(), journal.span(), journal.entry(TODAY)) == ((), None, DayEntry(TODAY))
    assert journal.check() == []


def test_days_come_in_order_and_only_those_asked_for(journal: Journal) -> None:
    journal.save_all(long_diary(20))
    assert [entry.day for entry in journal.entries()] == [TODAY - timedelta(days=back) for back in range(19, -1, -1)]
    week = Period.ending(YESTERDAY, 7)
    assert [entry.day for entry in journal.entries(week)] == list(week)
    assert journal.span() == Period.ending(TODAY, 20)


def test_the_latest_course_is_the_one_that_started_last(journal: Journal) -> None:
    for start in (date(2026, 8, 2), date(2025, 1, 1), date(2026, 3, 1)):
        journal.save(Course(start, "a course"))
    assert [course.start.year for course in journal.courses()] == [2025, 2026, 2026]
    latest = journal.course()
    assert latest is not None
    assert latest.start == date(2026, 8, 2)


def test_saving_again_what_stands_writes_nothing(journal: Journal) -> None:
    saved: list[Record] = [full_entry(TODAY), Profile("A. B.", 1990)]
    assert all(journal.save(record) for record in saved)
    before = journal.path.stat().st_mtime_ns, snapshot(journal.path.parent)
    assert not any(journal.save(record) for record in saved)
    assert (journal.path.stat().st_mtime_ns, snapshot(journal.path.parent)) == before


def test_a_changed_day_takes_the_place_of_the_old_one(journal: Journal) -> None:
    first = journal.save(full_entry(TODAY)).changes[0].after
    changed = DayEntry(TODAY, itch=2, extent=Extent(3, ExtentMethod.PALMS, palms=3))
    edit = journal.save(changed)
    assert edit == Edit((Change(first, replace(changed, recorded_at=NOW, recorded_on=TODAY)),))
    assert journal.entries() == (edit.changes[0].after,)


def test_an_entry_that_becomes_empty_takes_its_day_out(journal: Journal) -> None:
    stored = journal.save(full_entry(TODAY)).changes[0].after
    assert journal.save(DayEntry(TODAY)) == Edit((Change(stored, None),))
    assert journal.entries() == ()
    assert not journal.save(DayEntry(TODAY))


def test_a_day_tells_when_it_was_first_written_down(journal: Journal, path: Path) -> None:
    journal.save(DayEntry(YESTERDAY, itch=4))
    journal.close()
    later = open_journal(path, today=TODAY + timedelta(days=3), now=NOW + timedelta(days=3))
    later.save(DayEntry(YESTERDAY, itch=5))
    entry = later.entry(YESTERDAY)
    assert (entry.itch, entry.recorded_at, entry.recorded_on) == (5, NOW, TODAY)
    assert entry.filled_in_later
    later.close()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kept=st.lists(entries(), unique_by=lambda entry: entry.day, max_size=4))
def test_the_numbers_of_days_are_those_of_their_entries(journal: Journal, kept: list[DayEntry]) -> None:
    edit = journal.replay(Edit(tuple(Change(None, entry) for entry in kept if not entry.is_empty)))
    read = journal.numbers(Period(date.min, date.max))
    assert [(one.day, *map(one.value, MEASURES)) for one in read] == [
        (entry.day, *map(entry.value, MEASURES)) for entry in journal.entries()
    ]
    journal.replay(edit.inverse())


def test_a_moment_that_nobody_knows_stays_unknown(journal: Journal) -> None:
    journal.save_all([DayEntry(TODAY, itch=4)])
    journal.save(DayEntry(TODAY, itch=5))
    assert journal.entry(TODAY) == DayEntry(TODAY, itch=5)


def test_a_moment_that_is_known_is_kept(journal: Journal) -> None:
    moment = datetime(2026, 8, 2, 6, 30, 0, 125, UTC)
    entry = DayEntry(YESTERDAY, itch=4, recorded_at=moment, recorded_on=YESTERDAY)
    journal.save(entry)
    assert journal.entry(YESTERDAY) == entry


@pytest.mark.parametrize(
    "record",
    [
        DayEntry(TODAY + timedelta(days=1), itch=3),
        DayEntry(date(1899, 12, 31), itch=3),
        DayEntry(TODAY, itch=10.5),
        DayEntry(TODAY, itch=float("nan")),
        DayEntry(TODAY, sleep_quality=float("inf")),
        DayEntry(TODAY, extent=Extent(-1, ExtentMethod.PERCENT)),
        DayEntry(TODAY, note="a zero byte \0"),
        DayEntry(TODAY, note="half a character \ud83e"),
        DayEntry(TODAY, note="x" * 100_000),
        Course(date(1850, 1, 1)),
        Course(TODAY, weeks=0),
        Course(TODAY, treatment="\ud800"),
        Profile(birth_year=1),
        Profile(name="\0"),
    ],
    ids=lambda record: type(record).__name__,
)
def test_an_answer_that_is_not_valid_is_refused_and_changes_nothing(journal: Journal, record: Record) -> None:
    journal.save(full_entry(TODAY))
    before = snapshot(journal.path.parent)
    with pytest.raises(RefusedError) as caught:
        journal.save(record)
    assert caught.value.problems
    assert "Nothing was changed" in Texts().error(caught.value)
    assert snapshot(journal.path.parent) == before


def test_many_entries_are_stored_all_or_none(journal: Journal) -> None:
    journal.save(full_entry(TODAY))
    before = journal.entries()
    with pytest.raises(RefusedError):
        journal.save_all([DayEntry(YESTERDAY, itch=1), DayEntry(TODAY, itch=11)])
    assert journal.entries() == before


def test_of_many_entries_only_those_that_change_something_are_in_the_edit(journal: Journal) -> None:
    journal.save_all(long_diary(5))
    edit = journal.save_all([*long_diary(6), DayEntry(YESTERDAY)])
    assert edit.days == {TODAY - timedelta(days=5), YESTERDAY}
    assert len(journal.entries()) == 5


def _keep(journal: Journal, period: Period) -> None:
    for day in period:
        journal.save(DayEntry(day, itch=5))


def test_other_threads_may_use_the_journal_at_the_same_time(journal: Journal) -> None:
    threads = [
        Thread(target=_keep, args=(journal, Period.ending(TODAY - timedelta(days=10 * n), 10))) for n in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(journal.entries()) == 30


def test_several_are_saved_as_one_is_or_none_at_all(journal: Journal) -> None:
    one, other = DayEntry(TODAY, itch=3), DayEntry(TODAY - timedelta(days=1), itch=4)
    edit = journal.save_each([one, other])
    assert [change.before for change in edit.changes] == [None, None]
    assert {entry.recorded_on for entry in journal.entries()} == {TODAY}
    with pytest.raises(RefusedError):
        journal.save_each([replace(one, itch=5), replace(other, itch=11)])
    assert [entry.itch for entry in journal.entries()] == [4, 3]
    journal.replay(edit.inverse())
    assert journal.entries() == ()
