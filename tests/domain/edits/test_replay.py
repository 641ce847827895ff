"""Undo and redo beside others who write: what was left here goes back, what was written elsewhere stays."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.edits.edit import Change, Left
from adtracker.domain.edits.kinds import Record
from adtracker.domain.edits.parts import RECORDED, blank, parts_of, with_parts
from adtracker.domain.edits.replay import replayed
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Stopped
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from tests.every_kind import SAMPLES
from tests.strategies import MOMENTS, NOTES, SCORES, surroundings

DAY = date(2026, 8, 2)
NOW = datetime(2026, 8, 2, 20, tzinfo=UTC)
ITCHY = DayEntry(DAY, itch=7, recorded_at=NOW, recorded_on=DAY)
CREAM = Treatment("Mometasone", Kind.CREAM, (Plan(DAY, Daily(2)),), key=4)

entries = st.builds(
    DayEntry,
    st.just(DAY),
    itch=st.sampled_from([None, 1.0, 2.0]),
    sleep_quality=SCORES,
    note=NOTES,
    recorded_at=st.none() | MOMENTS,
    recorded_on=st.sampled_from([None, DAY]),
    **surroundings(),
)
sides = st.none() | entries.filter(lambda entry: not entry.is_empty)


@given(sides, sides)
def test_where_nobody_else_wrote_everything_goes_back(before: DayEntry | None, after: DayEntry | None) -> None:
    if before is not None or after is not None:
        assert replayed(Change(before, after), before) == (after, None)
        assert replayed(Change(before, after), after) == (after, None)


@given(sides, sides, sides)
def test_each_answer_is_the_one_wanted_or_the_one_that_was_found(
    before: DayEntry | None, after: DayEntry | None, now: DayEntry | None
) -> None:
    if before is None and after is None:
        return
    result, left = replayed(Change(before, after), now)
    was, wanted, found, is_now = (parts_of(side or DayEntry(DAY)) for side in (before, after, now, result))
    told = left.parts if left else ()
    for part in {*was, *wanted, *found, *is_now} - {RECORDED}:
        changes = was.get(part) != wanted.get(part)
        mine = found.get(part) == was.get(part)
        assert is_now.get(part) == (wanted.get(part) if changes and mine else found.get(part))
        assert (part in told) == (changes and not mine and found.get(part) != wanted.get(part))
    assert result is None or not result.is_empty  # type: ignore[union-attr]


@given(sides, sides, sides)
def test_what_one_did_is_taken_back_without_what_another_did_in_between(
    start: DayEntry | None, mine: DayEntry | None, other: DayEntry | None
) -> None:
    if start is None and mine is None:
        return
    both, _ = replayed(Change(start, other), mine) if (start or other) else (mine, None)
    undone, left = replayed(Change(mine, start), both)
    touched = {part for part in _parts(other) | _parts(start) if _parts(other).get(part) != _parts(start).get(part)}
    told = set(left.parts) if left else set()
    for part, value in _parts(start).items():
        if part not in touched | told | {RECORDED}:
            assert _parts(undone).get(part) == value


def _parts(side: Record | None) -> dict[tuple[str, str], object]:
    return parts_of(side or DayEntry(DAY))


def test_a_note_written_elsewhere_stays_when_the_itch_is_undone() -> None:
    now = replace(ITCHY, note="from the other computer")
    result, left = replayed(Change(ITCHY, None), now)
    assert (result, left) == (replace(now, itch=None), None)
    assert replayed(Change(None, ITCHY), result) == (now, None)


def test_an_answer_changed_elsewhere_stays_and_is_told() -> None:
    after = replace(ITCHY, itch=3, note="mine", answers=(("Mood", 2.0),))
    now = replace(after, note="theirs", answers=(("Mood", 5.0), ("Pain", 1.0)))
    result, left = replayed(Change(after, ITCHY), now)
    assert result == replace(now, itch=7)
    assert left == Left(ITCHY, (("note", ""), ("answers", "Mood")))


def test_when_a_day_was_first_written_down_goes_along_and_is_never_told() -> None:
    theirs = DayEntry(DAY, note="x", recorded_at=NOW.replace(hour=9), recorded_on=DAY)
    assert replayed(Change(None, ITCHY), theirs) == (replace(theirs, itch=7), None)
    unknown = DayEntry(DAY, note="x")
    assert replayed(Change(None, ITCHY), unknown) == (replace(ITCHY, note="x"), None)


def test_a_day_that_is_gone_elsewhere_does_not_come_back_but_for_what_was_cleared_here() -> None:
    calm = replace(ITCHY, itch=3)
    assert replayed(Change(ITCHY, calm), None) == (None, Left(calm, (("itch", ""),)))
    cleared = replace(ITCHY, note="x", itch=None)
    assert replayed(Change(cleared, replace(cleared, itch=7)), None)[0] == ITCHY


def test_doses_and_the_profile_are_merged_like_days() -> None:
    here = DayDoses(4, DAY, taken=1, recorded_at=NOW, recorded_on=DAY)
    now = replace(here, amount="half", skipped=1, reason="away")
    assert replayed(Change(here, None), now) == (replace(now, taken=0), None)
    assert replayed(Change(Profile(), Profile("A.")), Profile("", 1988)) == (Profile("A.", 1988), None)


def test_a_record_goes_only_if_nobody_wrote_into_it() -> None:
    visit = Visit(DAY, "Dr. Weber", key=1)
    assert replayed(Change(visit, None), visit) == (None, None)
    written = replace(visit, notes="all is well")
    assert replayed(Change(visit, None), written) == (written, Left(visit))
    assert replayed(Change(visit, None), None) == (None, None)


def test_a_record_that_is_gone_stays_gone_and_one_that_is_back_stays() -> None:
    visit = Visit(DAY, "Dr. Weber", key=1)
    moved = replace(visit, day=date(2026, 8, 3))
    assert replayed(Change(moved, visit), None) == (None, Left(visit))
    assert replayed(Change(None, Trigger("cats", "Cats")), Trigger("cats", "My cats")) == (
        Trigger("cats", "My cats"),
        Left(Trigger("cats", "Cats")),
    )


def test_a_deleted_record_comes_back_with_what_was_written_elsewhere() -> None:
    gone = Visit(DAY, "Dr. Weber", removed_on=DAY, key=1)
    now = replace(gone, notes="all is well")
    assert replayed(Change(gone, replace(gone, removed_on=None)), now) == (replace(now, removed_on=None), None)


def test_the_plans_of_a_treatment_are_one_part() -> None:
    stopped = CREAM.with_plan(Plan(date(2026, 9, 1), Stopped()))
    renamed = replace(stopped, name="Mometasone 0.1 %")
    assert replayed(Change(stopped, CREAM), renamed) == (replace(CREAM, name="Mometasone 0.1 %"), None)
    changed = stopped.with_plan(Plan(date(2026, 8, 15), Daily(1)))
    assert replayed(Change(stopped, CREAM), changed) == (changed, Left(CREAM, (("plans", ""),)))


def test_what_is_true_only_together_goes_together() -> None:
    here = ClinicScore(DAY, "easi", 12.3, key=1)
    wanted, now = replace(here, value=10), replace(here, scale="iga", value=3)
    assert replayed(Change(here, wanted), now) == (now, Left(wanted, (("scale", ""),)))


@pytest.mark.parametrize("kind", get_args(Record))
def test_every_kind_is_made_of_all_its_fields_but_the_key(kind: type) -> None:
    record = SAMPLES[kind]
    parts = parts_of(record)
    assert with_parts(record, parts) == record
    names = {one.name for one in fields(record)} - {"key"}
    changed = with_parts(record, {part: _other(value) for part, value in parts.items()})
    assert {name for name in names if getattr(changed, name) != getattr(record, name)} == names


def _other(value: object) -> object:
    return tuple(map(_other, value)) if isinstance(value, tuple) else f"not {value}"


def test_only_days_doses_and_the_profile_are_always_there() -> None:
    always = {kind for kind, record in SAMPLES.items() if blank(record) is not None}
    assert always == {DayEntry, DayDoses, Profile}
