"""Two copies of a diary that each went on: what was written in one comes into the other, and nothing there is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adtracker.domain.edits.edit import Edit
from adtracker.domain.edits.kinds import Record
from adtracker.domain.edits.parts import parts_of
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.exchange.rejoin import folded, rejoined
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY, full_entry, open_journal
from tests.storage.test_photos import pixels

YESTERDAY = TODAY - timedelta(days=1)
CREAM = Treatment("Mometasone", Kind.CREAM, (Plan(TODAY, Daily(2)),))
TABLET = Treatment("Upadacitinib", Kind.TABLET, (Plan(TODAY, Daily(1)),))


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Journal, Journal]]:
    """This copy and the other one, from one diary with a few things in it."""
    here = open_journal(tmp_path / "here.diary")
    here.save(Profile("Nora", 1988))
    here.save(full_entry(YESTERDAY, 4, "slept well"))
    here.save(Visit(YESTERDAY, "Dr. Osei", "Calmer."))
    here.close()
    shutil.copy(here.path, tmp_path / "there.diary")
    opened = open_journal(here.path), open_journal(tmp_path / "there.diary")
    yield opened
    for journal in opened:
        journal.close()


def _put_in(there: Journal, *edits: Edit, mine_wins: bool = False) -> Edit:
    edit = rejoined(read_snapshot(there), edits, mine_wins=mine_wins)
    there.take_in(edit)
    assert there.check() == []
    return edit


def _bare(entry: DayEntry) -> DayEntry:
    return replace(entry, recorded_at=None, recorded_on=None)


def test_each_answer_goes_over_and_the_others_stay(copies: tuple[Journal, Journal]) -> None:
    here, there = copies
    there.save(replace(there.entry(YESTERDAY), note="written there", itch=9))
    there.save(DayEntry(TODAY, sleep_quality=2))
    edits = [
        here.save(replace(here.entry(YESTERDAY), sleep_quality=8)),
        here.save(DayEntry(TODAY, itch=3)),
        here.save(Profile("Nora", 1989)),
    ]
    edit = _put_in(there, *edits)
    assert edit.left == ()
    assert _bare(there.entry(YESTERDAY)) == _bare(replace(full_entry(YESTERDAY, 9, "written there"), sleep_quality=8))
    assert (there.entry(TODAY).itch, there.entry(TODAY).sleep_quality) == (3, 2)
    assert there.profile() == Profile("Nora", 1989)


@pytest.mark.parametrize(("mine_wins", "itch"), [(False, 9), (True, 6)])
def test_what_both_changed_is_named_or_replaced_as_asked(
    copies: tuple[Journal, Journal], mine_wins: bool, itch: float
) -> None:
    here, there = copies
    there.save(replace(there.entry(YESTERDAY), itch=9, note="written there"))
    mine = here.save(replace(here.entry(YESTERDAY), itch=6, sleep_quality=1))
    edit = _put_in(there, mine, mine_wins=mine_wins)
    assert [(left.record.day, left.parts) for left in edit.left if isinstance(left.record, DayEntry)] == (
        [] if mine_wins else [(YESTERDAY, (("itch", ""),))]
    )
    found = there.entry(YESTERDAY)
    assert (found.itch, found.sleep_quality, found.note) == (itch, 1, "written there")


def test_new_records_get_numbers_of_their_own_and_doses_follow(copies: tuple[Journal, Journal]) -> None:
    here, there = copies
    there.save(TABLET)  # the number that the cream has here
    there.save(Visit(TODAY, "Dr. Weber"))
    edits = [here.save(CREAM), here.save(Visit(TODAY, "Dr. Lind")), here.save(Trigger("Wool", "Wool"))]
    (cream,) = here.treatments()
    assert cream.key is not None
    edits.append(here.save(DayDoses(cream.key, TODAY, taken=1)))
    edits.append(here.save(Course(TODAY, "Dupilumab")))
    _put_in(there, *edits)
    assert [treatment.name for treatment in there.treatments()] == ["Upadacitinib", "Mometasone"]
    (doses,) = there.doses()
    assert doses.treatment == there.treatments()[1].key
    assert [visit.who for visit in there.visits()] == ["Dr. Osei", "Dr. Weber", "Dr. Lind"]
    assert [course.treatment for course in there.courses()] == ["Dupilumab"]
    assert there.triggers() == (Trigger("Wool", "Wool"),)


def test_what_the_other_copy_has_already_comes_once(copies: tuple[Journal, Journal]) -> None:
    here, there = copies
    edits = [here.save(CREAM), here.save(Visit(TODAY, "Dr. Lind")), here.save(DayEntry(TODAY, itch=3))]
    _put_in(there, *edits)
    assert not _put_in(there, *edits)


def test_what_was_deleted_here_is_deleted_there_unless_it_was_changed(copies: tuple[Journal, Journal]) -> None:
    here, there = copies
    (visit,) = here.visits()
    gone = [here.remove(visit), here.save(DayEntry(YESTERDAY))]
    there.save(replace(there.entry(YESTERDAY), note="written there"))
    edit = _put_in(there, *gone)
    assert there.visits() == ()
    assert len(there.removed()) == 1
    assert there.entry(YESTERDAY).note == "written there"
    assert [left.record for left in edit.left] == [gone[1].changes[0].before]


def test_doses_of_a_treatment_that_the_other_copy_lacks_are_named(copies: tuple[Journal, Journal]) -> None:
    here, there = copies
    here.save(CREAM)
    (cream,) = here.treatments()
    assert cream.key is not None
    edit = _put_in(there, here.save(DayDoses(cream.key, TODAY, taken=1)))
    assert not edit
    assert len(edit.left) == 1


def test_what_was_taken_back_again_is_nothing(copies: tuple[Journal, Journal]) -> None:
    here, _ = copies
    edit = here.save(DayEntry(TODAY, itch=3))
    assert folded([edit, here.replay(edit.inverse())]) == []


Act = Callable[[Journal], Edit]
_DAYS = (YESTERDAY, TODAY)


def _entry(day: date, field: str, value: object) -> Act:
    return lambda journal: journal.save(replace(journal.entry(day), **{field: value}))  # type: ignore[arg-type]


def _record(record: Record) -> Act:
    return lambda journal: journal.save(record)


def _undo(journal: Journal) -> Edit:
    return journal.save(DayEntry(YESTERDAY))


acts = st.lists(
    st.one_of(
        st.builds(_entry, st.sampled_from(_DAYS), st.just("itch"), st.none() | st.integers(0, 10).map(float)),
        st.builds(_entry, st.sampled_from(_DAYS), st.just("note"), st.sampled_from(["", "a", "b"])),
        st.builds(_record, st.sampled_from([CREAM, TABLET, Visit(TODAY, "A"), Visit(TODAY, "B")])),
        st.builds(_record, st.sampled_from([Question("Mood", "Mood"), Trigger("Wool", "Wool"), Profile("Max")])),
        st.just(_undo),
    ),
    max_size=6,
)


def _said(journal: Journal) -> tuple[object, ...]:
    kinds = (journal.treatments(), journal.visits(), journal.questions(), journal.triggers())
    bare = [sorted(repr(parts_of(one)) for one in kind) for kind in kinds]
    return *bare, [_bare(entry) for entry in journal.entries()], journal.profile()


@pytest.mark.slow
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mine=acts)
def test_a_copy_that_stood_still_becomes_the_same_diary(
    tmp_path_factory: pytest.TempPathFactory, mine: list[Act]
) -> None:
    folder = tmp_path_factory.mktemp("copies")
    here = open_journal(folder / "here.diary")
    here.save(full_entry(YESTERDAY))
    here.close()
    shutil.copy(here.path, folder / "there.diary")
    here, there = open_journal(here.path), open_journal(folder / "there.diary")
    assert _put_in(there, *(act(here) for act in mine)).left == ()
    assert _said(there) == _said(here)
    here.close()
    there.close()


def test_a_copy_is_whole_and_the_diary_stays_as_it_was(copies: tuple[Journal, Journal], tmp_path: Path) -> None:
    here, _ = copies
    here.add_photo(pixels(), TODAY)
    before = here.path.read_bytes()
    here.copy_to(tmp_path / "mine.diary")
    assert here.path.read_bytes() == before
    copy = open_journal(tmp_path / "mine.diary", create=False)
    assert copy.entries() == here.entries()
    assert copy.picture(copy.photos()[0]) == pixels().jpeg
    copy.close()
