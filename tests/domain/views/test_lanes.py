"""What stands under the axis: bars while a treatment is used, marks where something happened, nothing from the plan."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.score_reading import readings
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.domain.views.event import Surroundings
from adtracker.domain.views.lanes import MOST_TREATMENTS, Bar, Lane, Mark, lanes

START = date(2026, 8, 2)
PERIOD = Period.starting(START, 56)
TODAY = START + 40 * ONE_DAY


def _day(index: int) -> date:
    return START + timedelta(days=index)


def _treatment(key: int, first: int, name: str = "Antibody") -> Treatment:
    plan = Plan(_day(first), Every(2, Unit.WEEKS, _day(first)), "250 mg")
    return Treatment(name, Kind.INJECTION, (plan,), key=key)


def test_a_change_of_dose_parts_two_bars_that_touch_and_a_stop_ends_the_last() -> None:
    treatment = _treatment(1, -10).with_plan(Plan(_day(14), Daily(), "500 mg")).stopped_after(_day(20))
    (lane,) = lanes(Surroundings(treatments=[treatment]), PERIOD, TODAY).lanes
    assert lane.bars == (Bar(0, 13, "250 mg"), Bar(14, 20, "500 mg"))
    assert lane.marks == (Mark(14, EventKind.CHANGED), Mark(20, EventKind.STOPPED))


def test_a_treatment_in_use_is_drawn_up_to_today_and_no_further() -> None:
    (lane,) = lanes(Surroundings(treatments=[_treatment(1, 0)]), PERIOD, TODAY).lanes
    assert lane.bars == (Bar(0, 40, "250 mg"),)
    assert lane.marks == (Mark(0, EventKind.BEGUN),)


def test_doses_stand_with_their_own_treatment_taken_and_skipped_apart() -> None:
    doses = [DayDoses(1, _day(0), taken=1), DayDoses(1, _day(14), skipped=1), DayDoses(2, _day(14), taken=2)]
    around = Surroundings(treatments=[_treatment(1, -1), _treatment(2, -1, "Cream")], doses=doses)
    first, second = lanes(around, PERIOD, TODAY).lanes
    assert (first.name, first.marks) == ("Antibody", (Mark(0, EventKind.DOSE), Mark(14, EventKind.SKIPPED)))
    assert (second.name, second.marks) == ("Cream", (Mark(14, EventKind.DOSE),))


def test_kinds_have_lanes_where_there_is_something_and_planned_visits_are_shown() -> None:
    around = Surroundings(
        visits=[Visit(_day(50), "Dr. Weber")],
        side_effects=[SideEffect("sore arm", _day(-3), _day(2)), SideEffect("red eyes", _day(30))],
        readings=readings([ClinicScore(_day(6), "easi", 26.4), ClinicScore(_day(6), "iga", 4)], (), (), {}),
        entries=[DayEntry(_day(7), itch=3, note="Slept badly"), DayEntry(_day(8), itch=3)],
    )
    found = lanes(around, PERIOD, TODAY)
    assert found.lanes == (
        Lane("", EventKind.VISIT, (), (Mark(50, EventKind.VISIT),)),
        Lane("", EventKind.SCORE, (), (Mark(6, EventKind.SCORE),)),
        Lane("", EventKind.SIDE_EFFECT, (Bar(0, 2), Bar(30, 40)), (Mark(30, EventKind.SIDE_EFFECT),)),
        Lane("", EventKind.NOTE, (), (Mark(7, EventKind.NOTE),)),
    )
    assert [one.title for one in found.on(_day(1))] == ["sore arm"]
    assert found.days() == (_day(-3), _day(6), _day(7), _day(30), _day(50))


def test_days_to_go_to_leave_out_single_doses() -> None:
    doses = [DayDoses(1, _day(index), taken=1) for index in range(30)]
    found = lanes(Surroundings(treatments=[_treatment(1, 5)], doses=doses), PERIOD, TODAY)
    assert found.days() == (_day(5),)
    assert len(found.on(_day(29))) == 1


def test_where_there_are_many_treatments_the_last_used_have_room_and_the_rest_is_counted() -> None:
    old = [_treatment(key, -50 - key, f"Old {key}").stopped_after(_day(3 + key)) for key in range(5)]
    found = lanes(Surroundings(treatments=[*old, _treatment(9, 0, "New")]), PERIOD, TODAY)
    assert [lane.name for lane in found.lanes] == ["Old 2", "Old 3", "Old 4", "New"]
    assert (found.left_out, len(found.lanes)) == (2, MOST_TREATMENTS)


def test_a_period_ahead_shows_nothing_but_visits() -> None:
    around = Surroundings(
        visits=[Visit(_day(10))], side_effects=[SideEffect("sore arm", _day(-9))], treatments=[_treatment(1, -9)]
    )
    found = lanes(around, PERIOD, START - ONE_DAY)
    assert [lane.kind for lane in found.lanes] == [EventKind.VISIT]


@settings(max_examples=40)
@given(st.integers(-80, 80), st.integers(0, 60), st.integers(-80, 80), st.integers(0, 200))
def test_all_lies_within_the_period(first: int, length: int, change: int, today: int) -> None:
    treatment = _treatment(1, first).stopped_after(_day(first + length))
    effect = SideEffect("sore arm", _day(first), _day(first + length))
    note = DayEntry(_day(change), note="x")
    doses = [DayDoses(1, _day(change), taken=1)]
    around = Surroundings(side_effects=[effect], treatments=[treatment], doses=doses, entries=[note])
    found = lanes(around, PERIOD, _day(today))
    for lane in found.lanes:
        assert all(0 <= bar.first <= bar.last < PERIOD.length for bar in lane.bars)
        assert all(0 <= mark.index < PERIOD.length for mark in lane.marks)
