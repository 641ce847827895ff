"""What a file changes in a diary: what is there stays, unless it is to be replaced, and what says nothing new stays."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.body import Grade
from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.dose import DayDoses
from adtracker.domain.edits import Change
from adtracker.domain.profile import Profile
from adtracker.domain.schedule import Daily
from adtracker.domain.treatment import Kind, Treatment
from adtracker.domain.treatment import Plan as DosePlan
from adtracker.exchange.contents import Contents
from adtracker.exchange.merge import Plan, plan
from adtracker.exchange.parsed import Parsed
from tests.strategies import TODAY, diary_days

DAY = date(2026, 8, 1)
BY_REGIONS = Extent(0.8, ExtentMethod.REGIONS, (("neck_front", Grade.HALF),), "adult")
KEPT = DayEntry(DAY, itch=7, extent=BY_REGIONS, recorded_at=datetime(2026, 8, 2, tzinfo=UTC), recorded_on=TODAY)
FROM_A_TABLE = DayEntry(DAY, itch=7, extent=Extent(0.8, ExtentMethod.PERCENT))
EMPTY = Contents(Profile(), (), ())


def _parsed(*entries: DayEntry, courses: tuple[Course, ...] = (), profile: Profile | None = None) -> Parsed:
    parsed = Parsed(TODAY)
    parsed.entries, parsed.courses, parsed.profile = list(entries), list(courses), profile
    return parsed


def _days(plan_: Plan) -> tuple[int, int, int]:
    return len(plan_.days.added), len(plan_.days.kept), len(plan_.days.replaced)


def test_a_new_day_is_added() -> None:
    found = plan(EMPTY, _parsed(KEPT), overwrite=False)
    assert _days(found) == (1, 0, 0)
    assert found.edit.changes == (Change(None, KEPT),)


def test_a_day_that_is_there_is_kept() -> None:
    found = plan(Contents(Profile(), (), (KEPT,)), _parsed(replace(FROM_A_TABLE, itch=3)), overwrite=False)
    assert _days(found) == (0, 1, 0)
    assert not found.edit


def test_a_day_that_is_to_be_replaced_keeps_nothing_of_the_old_one() -> None:
    new = replace(FROM_A_TABLE, itch=3)
    found = plan(Contents(Profile(), (), (KEPT,)), _parsed(new), overwrite=True)
    assert _days(found) == (0, 0, 1)
    assert found.edit.changes == (Change(KEPT, new),)


def test_the_same_answers_from_a_table_do_not_make_the_diary_forget_the_rest() -> None:
    found = plan(Contents(Profile(), (), (KEPT,)), _parsed(FROM_A_TABLE), overwrite=True)
    assert _days(found) == (0, 1, 0)


def test_other_regions_with_the_same_result_are_something_new() -> None:
    other = replace(KEPT, extent=replace(BY_REGIONS, grades=(("face_front", Grade.LITTLE),)))
    assert _days(plan(Contents(Profile(), (), (KEPT,)), _parsed(other), overwrite=True)) == (0, 0, 1)


def test_a_course_is_known_by_its_start() -> None:
    here = Course(DAY, "Dupilumab", key=4)
    other, same_start = Course(TODAY, "Amlitelimab"), Course(DAY, "Tralokinumab")
    found = plan(Contents(Profile(), (here,), ()), _parsed(courses=(other, same_start)), overwrite=False)
    assert found.edit.changes == (Change(None, other),)
    found = plan(Contents(Profile(), (here,), ()), _parsed(courses=(same_start,)), overwrite=True)
    assert found.edit.changes == (Change(here, replace(same_start, key=4)),)


def test_a_profile_is_taken_over_only_where_there_is_none() -> None:
    mine, theirs = Profile("A. B."), Profile("C. D.")
    assert plan(EMPTY, _parsed(profile=theirs), overwrite=False).edit.changes == (Change(None, theirs),)
    assert not plan(Contents(mine, (), ()), _parsed(profile=theirs), overwrite=False).edit
    assert plan(Contents(mine, (), ()), _parsed(profile=theirs), overwrite=True).edit.changes == (Change(mine, theirs),)
    assert not plan(Contents(mine, (), ()), _parsed(profile=Profile()), overwrite=True).edit


@given(diary_days, diary_days, st.booleans())
def test_every_day_of_the_file_is_added_kept_or_replaced(
    here: list[DayEntry], file: list[DayEntry], overwrite: bool
) -> None:
    found = plan(Contents(Profile(), (), here), _parsed(*file), overwrite=overwrite)
    assert sum(_days(found)) == len(file)
    assert found.edit.days == {
        change.record.day for change in found.edit.changes if isinstance(change.record, DayEntry)
    }
    assert found.edit.days <= {entry.day for entry in file}
    assert {entry.day for entry in here} & found.edit.days == (
        {change.record.day for change in found.days.replaced if isinstance(change.record, DayEntry)}
    )
    assert not (found.days.replaced and not overwrite)


CREAM = Treatment("Mometasone", Kind.CREAM, (DosePlan(DAY, Daily(2)),), key=4)
FROM_FILE = replace(CREAM, key=-1)


def _with_treatments(treatments: list[Treatment], doses: list[DayDoses]) -> Parsed:
    parsed = Parsed(TODAY)
    parsed.treatments, parsed.doses = treatments, doses
    return parsed


def test_a_new_treatment_comes_with_its_doses() -> None:
    doses = DayDoses(-1, DAY, taken=2)
    found = plan(EMPTY, _with_treatments([FROM_FILE], [doses]), overwrite=False)
    assert found.edit.changes == (Change(None, FROM_FILE), Change(None, doses))


def test_a_treatment_is_known_by_its_name_kind_and_start() -> None:
    diary = Contents(Profile(), treatments=(CREAM,))
    changed = FROM_FILE.with_plan(DosePlan(TODAY, Daily(1)))
    found = plan(diary, _with_treatments([changed], []), overwrite=False)
    assert (len(found.treatments.kept), found.edit.changes) == (1, ())
    found = plan(diary, _with_treatments([changed], []), overwrite=True)
    assert found.edit.changes == (Change(CREAM, replace(changed, key=4)),)
    for other in (replace(FROM_FILE, name="Tacrolimus"), replace(FROM_FILE, kind=Kind.OTHER)):
        assert plan(diary, _with_treatments([other], []), overwrite=True).edit.changes == (Change(None, other),)


def test_the_doses_of_a_known_treatment_are_added_kept_or_replaced_by_their_day() -> None:
    here = DayDoses(4, DAY, taken=2)
    diary = Contents(Profile(), treatments=(CREAM,), doses=(here, DayDoses(9, TODAY, taken=1)))
    parsed = _with_treatments([FROM_FILE], [DayDoses(-1, DAY, taken=1), DayDoses(-1, TODAY, skipped=1)])
    added = Change(None, DayDoses(4, TODAY, skipped=1))
    assert plan(diary, parsed, overwrite=False).edit.changes == (added,)
    replaced = Change(here, DayDoses(4, DAY, taken=1))
    assert plan(diary, parsed, overwrite=True).edit.changes == (added, replaced)


def test_treatments_that_are_alike_stay_two() -> None:
    twin = replace(FROM_FILE, key=-2)
    assert len(plan(EMPTY, _with_treatments([FROM_FILE, twin], []), overwrite=False).treatments.added) == 2
    diary = Contents(Profile(), treatments=(CREAM,))
    found = plan(diary, _with_treatments([FROM_FILE, twin], []), overwrite=False)
    assert (len(found.treatments.kept), found.treatments.added) == (1, (Change(None, twin),))
