"""What a file changes in a diary: only what it speaks of; what is there stays, unless it is to be replaced."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.edits.edit import Change
from adtracker.domain.edits.kinds import Record
from adtracker.domain.edits.parts import is_blank, parts_of
from adtracker.domain.records.body import Grade
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Daily, Stopped, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Treatment
from adtracker.domain.treatments.treatment import Plan as DosePlan
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.merge import MergePlan, plan_merge
from adtracker.exchange.snapshot import Snapshot
from tests.strategies import TODAY, diary_days

DAY = date(2026, 8, 1)
BY_REGIONS = Extent(0.8, ExtentMethod.REGIONS, (("neck_front", Grade.HALF),), "adult")
KEPT = DayEntry(DAY, itch=7, extent=BY_REGIONS, recorded_at=datetime(2026, 8, 2, tzinfo=UTC), recorded_on=TODAY)
FROM_A_TABLE = DayEntry(DAY, itch=7, extent=Extent(0.8, ExtentMethod.PERCENT))
EMPTY = Snapshot()


def _parsed(*records: Record) -> ImportResult:
    parsed = ImportResult(TODAY)
    for record in records:
        parsed.add(record)
    return parsed


def _counts(plan_: MergePlan, kind: type[Record] = DayEntry) -> tuple[int, int, int, int]:
    """How many are new, completed, the same, different."""
    fate = plan_.of(kind)
    return len(fate.new), len(fate.completed), len(fate.same), len(fate.different)


NEW, COMPLETED, SAME, DIFFERENT = (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)


def test_a_new_day_is_added() -> None:
    found = plan_merge(EMPTY, _parsed(KEPT), overwrite=False)
    assert _counts(found) == NEW
    assert found.edit.changes == (Change(None, KEPT),)


def test_what_differs_is_kept_unless_it_is_to_be_replaced() -> None:
    new = replace(FROM_A_TABLE, itch=3)
    found = plan_merge(Snapshot([KEPT]), _parsed(new), overwrite=False)
    assert (_counts(found), bool(found.edit)) == (DIFFERENT, False)
    assert found.of(DayEntry).different[0].differs == (("itch", ""),)
    found = plan_merge(Snapshot([KEPT]), _parsed(new), overwrite=True)
    assert _counts(found) == DIFFERENT
    assert found.edit.changes == (Change(KEPT, replace(KEPT, itch=3)),)


def test_what_is_missing_in_a_day_is_completed_in_any_case() -> None:
    more = replace(FROM_A_TABLE, sleep_quality=4, note="windy", answers=(("Mood", 3.0),))
    complete = replace(KEPT, sleep_quality=4, note="windy", answers=(("Mood", 3.0),))
    for overwrite in (False, True):
        found = plan_merge(Snapshot([KEPT]), _parsed(more), overwrite=overwrite)
        assert (_counts(found), found.edit.changes) == (COMPLETED, (Change(KEPT, complete),))


def test_a_day_may_be_completed_and_differ() -> None:
    file = replace(FROM_A_TABLE, itch=3, note="windy")
    found = plan_merge(Snapshot([KEPT]), _parsed(file), overwrite=False)
    assert (_counts(found), found.edit.changes) == (DIFFERENT, (Change(KEPT, replace(KEPT, note="windy")),))


def test_the_same_answers_from_a_table_do_not_make_the_diary_forget_the_rest() -> None:
    found = plan_merge(Snapshot([KEPT]), _parsed(FROM_A_TABLE), overwrite=True)
    assert (_counts(found), bool(found.edit)) == (SAME, False)


def test_an_older_table_does_not_make_the_diary_forget_what_it_has_no_column_for() -> None:
    more = replace(KEPT, woken=True, signs=(), context=("stress",), answers=(("Mood", 3.0),))
    assert _counts(plan_merge(Snapshot([more]), _parsed(FROM_A_TABLE), overwrite=True)) == SAME
    for new in ({"woken": True}, {"signs": ()}, {"context": ("pets",)}, {"answers": (("Mood", 3.0),)}):
        told = replace(FROM_A_TABLE, **new)
        assert _counts(plan_merge(Snapshot([KEPT]), _parsed(told), overwrite=True)) == COMPLETED


def test_none_of_these_is_an_answer_that_differs() -> None:
    here = replace(KEPT, signs=(Sign.DRY,), context=())
    file = replace(FROM_A_TABLE, signs=(), context=("stress",))
    found = plan_merge(Snapshot([here]), _parsed(file), overwrite=False)
    assert found.of(DayEntry).different[0].differs == (("context", ""), ("signs", ""))


def test_when_a_day_was_written_down_makes_no_difference_and_stays() -> None:
    later = replace(KEPT, recorded_at=datetime(2026, 8, 5, tzinfo=UTC), recorded_on=date(2026, 8, 5))
    assert _counts(plan_merge(Snapshot([KEPT]), _parsed(later), overwrite=True)) == SAME
    unknown = replace(KEPT, recorded_at=None, recorded_on=None)
    found = plan_merge(Snapshot([unknown]), _parsed(KEPT), overwrite=False)
    assert (_counts(found), found.edit.changes) == (COMPLETED, (Change(unknown, KEPT),))


def test_what_a_file_does_not_speak_of_is_not_touched() -> None:
    parsed = ImportResult(TODAY)
    parsed.add(DayEntry(DAY, itch=3), frozenset({("itch", "")}))
    here = replace(KEPT, note="mine", woken=False, context=("wool",), answers=(("Mood", 3.0),))
    assert plan_merge(Snapshot([here]), parsed, overwrite=True).edit.changes == (Change(here, replace(here, itch=3)),)


def test_blank_cells_clear_answers_only_where_that_is_asked_for() -> None:
    said = frozenset({("itch", ""), ("note", ""), ("extent", ""), ("answers", "Mood")})
    here = replace(KEPT, note="mine", answers=(("Mood", 3.0), ("Pain", 1.0)))
    for clear_blank in (False, True):
        parsed = ImportResult(TODAY, clear_blank=clear_blank)
        parsed.add(DayEntry(DAY), said)
        found = plan_merge(Snapshot([here]), parsed, overwrite=True)
        cleared = replace(here, itch=None, extent=None, note="", answers=(("Pain", 1.0),))
        assert found.edit.changes == ((Change(here, cleared),) if clear_blank else ())
        assert plan_merge(EMPTY, parsed, overwrite=True).edit.changes == ()


def test_a_day_that_is_cleared_of_all_answers_goes() -> None:
    parsed = ImportResult(TODAY, clear_blank=True)
    parsed.add(DayEntry(DAY), frozenset({("itch", "")}))
    here = DayEntry(DAY, itch=3, recorded_on=DAY)
    assert plan_merge(Snapshot([here]), parsed, overwrite=True).edit.changes == (Change(here, None),)


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
    found = plan_merge(Snapshot(here), _parsed(*new), overwrite=False)
    assert [change.before for change in found.edit.changes] == here[2:]  # what they did not say is completed
    assert [_counts(found, type(one)) for one in here] == [DIFFERENT, DIFFERENT, COMPLETED, COMPLETED]
    changes = plan_merge(Snapshot(here), _parsed(*new), overwrite=True).edit.changes
    assert [change.before for change in changes] == here
    assert [getattr(change.after, "key", None) for change in changes] == ["cats", "Mood", 3, 3]
    others: list[Record] = [Trigger("dogs", "Dogs"), Visit(DAY, "Dr. Busch"), SideEffect("headache", TODAY)]
    changes = plan_merge(Snapshot(here), _parsed(*others), overwrite=True).edit.changes
    assert [change.before for change in changes] == [None, None, None]


def test_other_regions_with_the_same_result_are_something_new() -> None:
    other = replace(KEPT, extent=replace(BY_REGIONS, grades=(("face_front", Grade.LITTLE),)))
    assert _counts(plan_merge(Snapshot([KEPT]), _parsed(other), overwrite=True)) == DIFFERENT


def test_a_course_is_known_by_its_start() -> None:
    here = Course(DAY, "Dupilumab", key=4)
    other, same_start = Course(TODAY, "Amlitelimab"), Course(DAY, "Tralokinumab")
    found = plan_merge(Snapshot([here]), _parsed(other, same_start), overwrite=False)
    assert found.edit.changes == (Change(None, other),)
    found = plan_merge(Snapshot([here]), _parsed(same_start), overwrite=True)
    assert found.edit.changes == (Change(here, replace(same_start, key=4)),)


def test_a_profile_is_taken_over_only_where_there_is_none() -> None:
    mine, theirs = Profile("A. B."), Profile("C. D.")
    assert plan_merge(EMPTY, _parsed(theirs), overwrite=False).edit.changes == (Change(None, theirs),)
    assert not plan_merge(Snapshot([mine]), _parsed(theirs), overwrite=False).edit
    assert plan_merge(Snapshot([mine]), _parsed(theirs), overwrite=True).edit.changes == (Change(mine, theirs),)


@pytest.mark.slow
@settings(max_examples=30)
@given(diary_days, diary_days, st.booleans())
def test_every_day_of_the_file_is_new_completed_the_same_or_different(
    here: list[DayEntry], file: list[DayEntry], overwrite: bool
) -> None:
    found = plan_merge(Snapshot(here), _parsed(*file), overwrite=overwrite)
    assert sum(_counts(found)) == len(file)
    assert found.edit.days <= {entry.day for entry in file}
    kept = {entry.day: parts_of(entry, apart=True) for entry in here}
    for change in found.edit.changes:
        assert isinstance(change.after, DayEntry)
        for part, value in kept.get(change.after.day, {}).items():
            if not overwrite and not is_blank(part, value):
                assert parts_of(change.after, apart=True)[part] == value


@pytest.mark.slow
@settings(max_examples=30)
@given(diary_days, diary_days)
def test_what_was_taken_in_is_the_same_when_it_comes_again(here: list[DayEntry], file: list[DayEntry]) -> None:
    days = {entry.day: entry for entry in here}
    for change in plan_merge(Snapshot(here), _parsed(*file), overwrite=True).edit.changes:
        assert isinstance(change.after, DayEntry)
        days[change.after.day] = change.after
    again = plan_merge(Snapshot(days.values()), _parsed(*file), overwrite=True)
    assert (_counts(again), bool(again.edit)) == ((0, 0, len(file), 0), False)


CREAM = Treatment("Mometasone", Kind.CREAM, (DosePlan(DAY, Daily(2)),), key=4)
FROM_FILE = replace(CREAM, key=-1)


def test_a_new_treatment_comes_with_its_doses() -> None:
    doses = DayDoses(-1, DAY, taken=2)
    found = plan_merge(EMPTY, _parsed(FROM_FILE, doses), overwrite=False)
    assert found.edit.changes == (Change(None, FROM_FILE), Change(None, doses))


def test_a_treatment_is_known_by_its_name_kind_and_start() -> None:
    diary = Snapshot([CREAM])
    changed = FROM_FILE.with_plan(DosePlan(TODAY, Daily(1)))
    found = plan_merge(diary, _parsed(changed), overwrite=False)
    assert (_counts(found, Treatment), found.edit.changes) == (DIFFERENT, ())
    found = plan_merge(diary, _parsed(changed), overwrite=True)
    assert found.edit.changes == (Change(CREAM, replace(changed, key=4)),)
    for other in (replace(FROM_FILE, name="Tacrolimus"), replace(FROM_FILE, kind=Kind.OTHER)):
        assert plan_merge(diary, _parsed(other), overwrite=True).edit.changes == (Change(None, other),)


def test_the_doses_of_a_known_treatment_are_known_by_their_day() -> None:
    here = DayDoses(4, DAY, taken=2)
    diary = Snapshot([CREAM, here, DayDoses(9, TODAY, taken=1)])
    parsed = _parsed(FROM_FILE, DayDoses(-1, DAY, taken=1), DayDoses(-1, TODAY, skipped=1))
    added = Change(None, DayDoses(4, TODAY, skipped=1))
    assert plan_merge(diary, parsed, overwrite=False).edit.changes == (added,)
    replaced = Change(here, DayDoses(4, DAY, taken=1))
    assert plan_merge(diary, parsed, overwrite=True).edit.changes == (added, replaced)


def test_treatments_that_are_alike_stay_two() -> None:
    twin = replace(FROM_FILE, key=-2)
    assert len(plan_merge(EMPTY, _parsed(FROM_FILE, twin), overwrite=False).of(Treatment).new) == 2
    diary = Snapshot([CREAM])
    found = plan_merge(diary, _parsed(FROM_FILE, twin), overwrite=False)
    assert (_counts(found, Treatment), found.of(Treatment).new) == ((1, 0, 1, 0), [Change(None, twin)])


def test_plans_that_only_the_diary_has_stay_and_words_that_the_file_leaves_open_too() -> None:
    here = CREAM.with_plan(DosePlan(TODAY, Daily(1), reason="better"))
    here = replace(here, plans=(replace(here.plans[0], dose="thin", loading_dose="thick"), here.plans[1]))
    assert _counts(plan_merge(Snapshot([here]), _parsed(FROM_FILE), overwrite=True), Treatment) == SAME
    stopped = replace(FROM_FILE, plans=(DosePlan(DAY, WhenNeeded()),)).with_plan(DosePlan(date(2026, 8, 9), Stopped()))
    found = plan_merge(Snapshot([here]), _parsed(stopped), overwrite=True)
    (change,) = found.edit.changes
    assert isinstance(change.after, Treatment)
    assert change.after.plans == (
        DosePlan(DAY, WhenNeeded(), dose="thin"),
        DosePlan(TODAY, Daily(1), reason="better"),
        DosePlan(date(2026, 8, 9), Stopped()),
    )


def test_a_month_that_the_diary_knows_does_not_become_a_day_by_a_file_that_cannot_say_it() -> None:
    month = DosePlan(DAY.replace(day=1), Daily(1), known=Known.MONTH)
    here = replace(CREAM, plans=(month,))
    file = replace(FROM_FILE, plans=(replace(month, schedule=WhenNeeded(), known=Known.DAY),))
    (change,) = plan_merge(Snapshot([here]), _parsed(file), overwrite=True).edit.changes
    assert isinstance(change.after, Treatment)
    assert change.after.plans == (replace(month, schedule=WhenNeeded()),)


def test_a_history_that_does_not_fit_into_the_diarys_stands_alone() -> None:
    here = CREAM.with_plan(DosePlan(date(2026, 8, 5), Stopped()))
    file = FROM_FILE.with_plan(DosePlan(date(2026, 8, 9), Stopped()))
    found = plan_merge(Snapshot([here]), _parsed(file), overwrite=True)
    assert found.edit.changes == (Change(here, replace(file, key=4)),)
