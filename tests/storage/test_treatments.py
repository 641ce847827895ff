"""Treatments and doses in the file: they come back as they were, go together, and come back together."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.common.problem import RefusedError
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import Record
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.errors import DiaryError
from adtracker.storage.database import Database
from adtracker.storage.journal import Journal
from tests.storage.samples import NOW, TODAY, open_journal, snapshot, write_daily
from tests.strategies import day_doses, treatments

START = date(2026, 8, 2)
YESTERDAY = TODAY - timedelta(days=1)
INJECTION = Treatment("Amlitelimab", Kind.INJECTION, (Plan(START, Every(4, Unit.WEEKS, START), "250 mg", "500 mg"),))
CREAM = Treatment("Mometasone", Kind.CREAM, (Plan(START, Daily(2)),), "potent")


def _stored(journal: Journal, treatment: Treatment) -> Treatment:
    saved = journal.save(treatment).changes[0].after
    assert isinstance(saved, Treatment)
    return saved


def _doses(treatment: Treatment, day: date, taken: int = 1, **rest: object) -> DayDoses:
    assert treatment.key is not None
    return replace(DayDoses(treatment.key, day, taken), **rest)  # type: ignore[arg-type]


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(treatment=treatments, recorded=st.lists(day_doses(1), max_size=5, unique_by=lambda doses: doses.day))
def test_a_treatment_and_its_doses_come_back_as_they_were(
    path: Path, treatment: Treatment, recorded: list[DayDoses]
) -> None:
    journal = open_journal(path)
    stored = _stored(journal, treatment)
    assert stored == replace(treatment, key=stored.key)
    own = [replace(doses, treatment=stored.key or 0) for doses in recorded]
    journal.replay(Edit(tuple(Change(None, doses) for doses in own)))
    journal.close()
    journal = open_journal(path, create=False)
    assert stored in journal.treatments()
    assert [doses for doses in journal.doses() if doses.treatment == stored.key] == sorted(own, key=lambda one: one.day)
    assert journal.check() == []
    journal.close()


def test_treatments_come_by_start(journal: Journal) -> None:
    later = replace(CREAM, plans=(Plan(TODAY, Daily(1)),))
    found = [_stored(journal, treatment) for treatment in (later, INJECTION, CREAM)]
    assert journal.treatments() == (found[1], found[2], found[0])


def test_a_changed_treatment_keeps_its_number_and_its_doses(journal: Journal) -> None:
    first = _stored(journal, INJECTION)
    journal.save(_doses(first, TODAY))
    changed = replace(first.stopped_after(TODAY, "clear skin"), name="Another name")
    assert journal.save(changed) == Edit((Change(first, changed),))
    assert journal.treatments() == (changed,)
    assert len(journal.doses()) == 1
    assert not journal.save(changed)


def test_doses_of_a_period_are_those_of_its_days(journal: Journal) -> None:
    cream, injection = _stored(journal, CREAM), _stored(journal, INJECTION)
    for day in Period.ending(TODAY, 5):
        journal.save(_doses(cream, day, 2))
    journal.save(_doses(injection, YESTERDAY, sites=("abdomen_left", "thigh_right")))
    found = journal.doses(Period.ending(YESTERDAY, 2))
    assert [(doses.day, doses.treatment, doses.taken) for doses in found] == [
        (TODAY - timedelta(days=2), cream.key, 2),
        (YESTERDAY, cream.key, 2),
        (YESTERDAY, injection.key, 1),
    ]
    assert found[2].sites == ("abdomen_left", "thigh_right")


def test_doses_say_when_they_were_first_written_down(journal: Journal, path: Path) -> None:
    cream = _stored(journal, CREAM)
    journal.save(_doses(cream, YESTERDAY))
    journal.close()
    later = open_journal(path, today=TODAY + timedelta(days=3), now=NOW + timedelta(days=3))
    later.save(_doses(cream, YESTERDAY, 2))
    (doses,) = later.doses()
    assert (doses.taken, doses.recorded_at, doses.recorded_on, doses.filled_in_later) == (2, NOW, TODAY, True)
    later.close()


def test_corrected_doses_take_the_place_of_the_old_ones_with_their_sites(journal: Journal) -> None:
    injection = _stored(journal, INJECTION)
    first = journal.save(_doses(injection, TODAY, sites=("abdomen_left", "thigh_left"), amount="500 mg"))
    second = journal.save(_doses(injection, TODAY, 0, skipped=1, reason="fever"))
    assert second.changes[0].before == first.changes[0].after
    (doses,) = journal.doses()
    assert (doses.taken, doses.skipped, doses.sites, doses.amount, doses.reason) == (0, 1, (), "", "fever")
    journal.replay(second.inverse())
    assert journal.doses() == (first.changes[0].after,)


def test_doses_that_are_taken_back_are_gone(journal: Journal) -> None:
    cream = _stored(journal, CREAM)
    done = journal.save(_doses(cream, TODAY))
    assert journal.save(_doses(cream, TODAY, 0)) == Edit((Change(done.changes[0].after, None),))
    assert journal.doses() == ()
    assert not journal.save(_doses(cream, TODAY, 0))


def test_a_treatment_goes_with_all_its_doses_and_comes_back_with_them(journal: Journal) -> None:
    cream, injection = _stored(journal, CREAM), _stored(journal, INJECTION)
    for day in Period.ending(TODAY, 30):
        journal.save(_doses(cream, day, 2))
        journal.save(_doses(injection, day, sites=("abdomen_left",)))
    before = journal.treatments(), journal.doses()
    edit = journal.remove(cream)
    assert edit.touches(Treatment)
    assert journal.treatments() == (injection,)
    assert {doses.treatment for doses in journal.doses()} == {injection.key}
    journal.replay(edit.inverse())
    assert (journal.treatments(), journal.doses()) == before
    assert set(journal.replay(edit).changes) == set(edit.changes)
    assert journal.removed() == (replace(cream, removed_on=TODAY),)
    assert journal.check() == []


def test_a_deleted_treatment_is_gone_with_its_doses_after_thirty_days(journal: Journal) -> None:
    cream, injection = _stored(journal, CREAM), _stored(journal, INJECTION)
    journal.save(_doses(cream, TODAY, 2))
    journal.save(_doses(injection, TODAY))
    journal.remove(cream)
    journal.close()
    write_daily(journal.path, range(3, 31, 3))
    for days, kept in ((30, 1), (31, 0), (32, 0)):
        later = open_journal(journal.path, today=TODAY + timedelta(days=days))
        later.close()  # the end of a day's use clears up
        looked = open_journal(journal.path, today=TODAY)
        assert len(looked.removed()) == kept
        assert [doses.treatment for doses in looked.doses()] == [injection.key]
        looked.close()


def test_removing_a_treatment_that_is_not_there_does_nothing(journal: Journal) -> None:
    assert not journal.remove(CREAM)
    assert not journal.remove(replace(CREAM, key=7))


def test_new_treatments_may_come_with_their_doses_in_one_edit(journal: Journal) -> None:
    kept = _stored(journal, CREAM)
    journal.remove(_stored(journal, CREAM))  # its number stays taken
    new = [replace(INJECTION, key=-1), replace(CREAM, key=-2)]
    doses = [_doses(treatment, TODAY, number) for number, treatment in enumerate(new, start=1)]
    records: list[Record] = [*doses, *new]
    edit = journal.replay(Edit(tuple(Change(None, record) for record in records)))
    assert [treatment.key for treatment in journal.treatments()] == [1, 3, 4]
    assert [(one.treatment, one.taken) for one in journal.doses()] == [(3, 1), (4, 2)]
    journal.replay(edit.inverse())
    assert (journal.treatments(), journal.doses()) == ((kept,), ())
    journal.replay(edit)
    assert [(one.treatment, one.taken) for one in journal.doses()] == [(3, 1), (4, 2)]


@pytest.mark.parametrize(
    "record",
    [
        replace(CREAM, name=""),
        replace(CREAM, plans=()),
        replace(CREAM, plans=(Plan(START, Daily(13)),)),
        replace(CREAM, plans=(Plan(START, Every(0, Unit.DAYS, START)),)),
        CREAM.stopped_after(START - timedelta(days=1)),
        DayDoses(1, TODAY + timedelta(days=1), taken=1),
        DayDoses(1, TODAY, taken=25),
        DayDoses(1, TODAY, taken=1, reason="half \ud83e"),
        DayDoses(1, TODAY, taken=1, sites=("\0",)),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_and_changes_nothing(journal: Journal, record: Record) -> None:
    _stored(journal, CREAM)
    before = snapshot(journal.path.parent)
    with pytest.raises(RefusedError):
        journal.save(record)
    assert snapshot(journal.path.parent) == before


def _state(journal: Journal) -> tuple[Sequence[Record], ...]:
    return journal.treatments(), journal.doses()


DAYS = st.integers(0, 2).map(lambda back: TODAY - timedelta(days=back))


@pytest.mark.slow
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    new=st.lists(treatments, min_size=1, max_size=3),
    recorded=st.lists(st.tuples(st.integers(0, 2), day_doses(1, DAYS)), max_size=6),
    gone=st.integers(0, 2),
)
def test_everything_can_be_taken_back_and_done_again(
    path: Path, new: list[Treatment], recorded: list[tuple[int, DayDoses]], gone: int
) -> None:
    journal = open_journal(path)
    start = _state(journal)
    edits = [journal.save(treatment) for treatment in new]
    stored = journal.treatments()
    for index, doses in recorded:
        edits.append(journal.save(replace(doses, treatment=stored[index % len(stored)].key or 0)))
    edits.append(journal.save(stored[0].stopped_after(TODAY)))
    edits.append(journal.remove(stored[gone % len(stored)]))
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


def test_a_plan_row_that_is_gone_is_damage_not_a_fault(journal: Journal, path: Path) -> None:
    _stored(journal, CREAM)
    journal.close()
    database = Database(path)
    with database.bare() as connection:
        connection.execute("DELETE FROM treatment_plan")
    database.close()
    damaged = open_journal(path)
    with pytest.raises(DiaryError) as caught:
        damaged.treatments()
    assert caught.value.key == "diary.damaged"
    damaged.close()
