"""What a file changes in a diary: what is there stays, unless it is to be replaced, and what says nothing new stays."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.body import Grade
from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.dose import DayDoses
from adtracker.domain.edits import Change, Record
from adtracker.domain.profile import Profile
from adtracker.domain.question import Question
from adtracker.domain.schedule import Daily
from adtracker.domain.side_effect import SideEffect
from adtracker.domain.treatment import Kind, Treatment
from adtracker.domain.treatment import Plan as DosePlan
from adtracker.domain.trigger import Trigger
from adtracker.domain.visit import Visit
from adtracker.exchange.contents import Contents
from adtracker.exchange.merge import Plan, plan
from adtracker.exchange.parsed import Parsed
from tests.strategies import TODAY, diary_days

DAY = date(2026, 8, 1)
BY_REGIONS = Extent(0.8, ExtentMethod.REGIONS, (("neck_front", Grade.HALF),), "adult")
KEPT = DayEntry(DAY, itch=7, extent=BY_REGIONS, recorded_at=datetime(2026, 8, 2, tzinfo=UTC), recorded_on=TODAY)
FROM_A_TABLE = DayEntry(DAY, itch=7, extent=Extent(0.8, ExtentMethod.PERCENT))
EMPTY = Contents()


def _parsed(*records: Record) -> Parsed:
    parsed = Parsed(TODAY)
    for record in records:
        parsed.add(record)
    return parsed


def _days(plan_: Plan) -> tuple[int, int, int]:
    fate = plan_.of(DayEntry)
    return len(fate.added), len(fate.kept), len(fate.replaced)


def test_a_new_day_is_added() -> None:
    found = plan(EMPTY, _parsed(KEPT), overwrite=False)
    assert _days(found) == (1, 0, 0)
    assert found.edit.changes == (Change(None, KEPT),)


def test_a_day_that_is_there_is_kept() -> None:
    found = plan(Contents([KEPT]), _parsed(replace(FROM_A_TABLE, itch=3)), overwrite=False)
    assert _days(found) == (0, 1, 0)
    assert not found.edit


def test_a_day_that_is_to_be_replaced_keeps_nothing_of_the_old_one() -> None:
    new = replace(FROM_A_TABLE, itch=3)
    found = plan(Contents([KEPT]), _parsed(new), overwrite=True)
    assert _days(found) == (0, 0, 1)
    assert found.edit.changes == (Change(KEPT, new),)


def test_the_same_answers_from_a_table_do_not_make_the_diary_forget_the_rest() -> None:
    found = plan(Contents([KEPT]), _parsed(FROM_A_TABLE), overwrite=True)
    assert _days(found) == (0, 1, 0)


def test_an_older_table_does_not_make_the_diary_forget_what_it_has_no_column_for() -> None:
    more = replace(KEPT, woken=True, signs=(), context=("stress",), answers=(("Mood", 3.0),))
    assert _days(plan(Contents([more]), _parsed(FROM_A_TABLE), overwrite=True)) == (0, 1, 0)
    for new in ({"woken": True}, {"signs": ()}, {"context": ("pets",)}, {"answers": (("Mood", 3.0),)}):
        told = replace(FROM_A_TABLE, **new)
        assert _days(plan(Contents([KEPT]), _parsed(told), overwrite=True)) == (0, 0, 1)


def test_what_has_a_name_is_known_by_it_and_what_has_a_day_by_that_and_more() -> None:
    here: list[Record] = [
        Trigger("cats", "Cats"),
        Question("Mood", "Mood"),
        Visit(DAY, "Dr. Weber", key=3),
        SideEffect("headache", DAY, key=3),
    ]
    new: list[Record] = [
        Trigger("cats", "Cat hair"),
        Question("Mood", "Mood", hidden=True),
        Visit(DAY, "Dr. Weber", "all is well"),
        SideEffect("headache", DAY, TODAY),
    ]
    assert not plan(Contents(here), _parsed(*new), overwrite=False).edit
    changes = plan(Contents(here), _parsed(*new), overwrite=True).edit.changes
    assert [change.before for change in changes] == here
    assert [getattr(change.after, "key", None) for change in changes] == ["cats", "Mood", 3, 3]
    others: list[Record] = [Trigger("dogs", "Dogs"), Visit(DAY, "Dr. Busch"), SideEffect("headache", TODAY)]
    changes = plan(Contents(here), _parsed(*others), overwrite=True).edit.changes
    assert [change.before for change in changes] == [None, None, None]


def test_other_regions_with_the_same_result_are_something_new() -> None:
    other = replace(KEPT, extent=replace(BY_REGIONS, grades=(("face_front", Grade.LITTLE),)))
    assert _days(plan(Contents([KEPT]), _parsed(other), overwrite=True)) == (0, 0, 1)


def test_a_course_is_known_by_its_start() -> None:
    here = Course(DAY, "Dupilumab", key=4)
    other, same_start = Course(TODAY, "Amlitelimab"), Course(DAY, "Tralokinumab")
    found = plan(Contents([here]), _parsed(other, same_start), overwrite=False)
    assert found.edit.changes == (Change(None, other),)
    found = plan(Contents([here]), _parsed(same_start), overwrite=True)
    assert found.edit.changes == (Change(here, replace(same_start, key=4)),)


def test_a_profile_is_taken_over_only_where_there_is_none() -> None:
    mine, theirs = Profile("A. B."), Profile("C. D.")
    assert plan(EMPTY, _parsed(theirs), overwrite=False).edit.changes == (Change(None, theirs),)
    assert not plan(Contents([mine]), _parsed(theirs), overwrite=False).edit
    assert plan(Contents([mine]), _parsed(theirs), overwrite=True).edit.changes == (Change(mine, theirs),)


@settings(max_examples=30)
@given(diary_days, diary_days, st.booleans())
def test_every_day_of_the_file_is_added_kept_or_replaced(
    here: list[DayEntry], file: list[DayEntry], overwrite: bool
) -> None:
    found = plan(Contents(here), _parsed(*file), overwrite=overwrite)
    assert sum(_days(found)) == len(file)
    assert found.edit.days == {
        change.record.day for change in found.edit.changes if isinstance(change.record, DayEntry)
    }
    assert found.edit.days <= {entry.day for entry in file}
    assert {entry.day for entry in here} & found.edit.days == (
        {change.record.day for change in found.of(DayEntry).replaced if isinstance(change.record, DayEntry)}
    )
    assert not (found.of(DayEntry).replaced and not overwrite)


CREAM = Treatment("Mometasone", Kind.CREAM, (DosePlan(DAY, Daily(2)),), key=4)
FROM_FILE = replace(CREAM, key=-1)


def test_a_new_treatment_comes_with_its_doses() -> None:
    doses = DayDoses(-1, DAY, taken=2)
    found = plan(EMPTY, _parsed(FROM_FILE, doses), overwrite=False)
    assert found.edit.changes == (Change(None, FROM_FILE), Change(None, doses))


def test_a_treatment_is_known_by_its_name_kind_and_start() -> None:
    diary = Contents([CREAM])
    changed = FROM_FILE.with_plan(DosePlan(TODAY, Daily(1)))
    found = plan(diary, _parsed(changed), overwrite=False)
    assert (len(found.of(Treatment).kept), found.edit.changes) == (1, ())
    found = plan(diary, _parsed(changed), overwrite=True)
    assert found.edit.changes == (Change(CREAM, replace(changed, key=4)),)
    for other in (replace(FROM_FILE, name="Tacrolimus"), replace(FROM_FILE, kind=Kind.OTHER)):
        assert plan(diary, _parsed(other), overwrite=True).edit.changes == (Change(None, other),)


def test_the_doses_of_a_known_treatment_are_added_kept_or_replaced_by_their_day() -> None:
    here = DayDoses(4, DAY, taken=2)
    diary = Contents([CREAM, here, DayDoses(9, TODAY, taken=1)])
    parsed = _parsed(FROM_FILE, DayDoses(-1, DAY, taken=1), DayDoses(-1, TODAY, skipped=1))
    added = Change(None, DayDoses(4, TODAY, skipped=1))
    assert plan(diary, parsed, overwrite=False).edit.changes == (added,)
    replaced = Change(here, DayDoses(4, DAY, taken=1))
    assert plan(diary, parsed, overwrite=True).edit.changes == (added, replaced)


def test_treatments_that_are_alike_stay_two() -> None:
    twin = replace(FROM_FILE, key=-2)
    assert len(plan(EMPTY, _parsed(FROM_FILE, twin), overwrite=False).of(Treatment).added) == 2
    diary = Contents([CREAM])
    found = plan(diary, _parsed(FROM_FILE, twin), overwrite=False)
    assert (len(found.of(Treatment).kept), found.of(Treatment).added) == (1, (Change(None, twin),))
