"""The lanes under the charts: the course's own drug first, planned doses open, and what is looked for together."""

from datetime import date, timedelta

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.score_reading import readings
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.domain.views.event import Surroundings
from adtracker.domain.views.lanes import Bar, Mark, lanes
from adtracker.domain.views.trend_lanes import TrendLane, drawn, trend_lanes

START = date(2026, 8, 2)
PERIOD = Period.starting(START, 56)
TODAY = START + 40 * ONE_DAY
COURSE = Course(START, "Upadacitinib 15 mg")


def _day(index: int) -> date:
    return START + timedelta(days=index)


def _treatment(key: int, name: str, kind: Kind, plan: Plan) -> Treatment:
    return Treatment(name, kind, (plan,), key=key)


def _every_two_weeks() -> Plan:
    return Plan(START, Every(2, Unit.WEEKS, START), "250 mg")


def _lanes(around: Surroundings, course: Course | None = COURSE) -> tuple[TrendLane, ...]:
    return trend_lanes(lanes(around, PERIOD, TODAY), around.doses, PERIOD, TODAY, course)


def test_the_courses_own_drug_stands_first_then_injections_then_the_rest_as_they_were() -> None:
    treatments = [
        _treatment(1, "Mometasone", Kind.CREAM, Plan(START, Daily())),
        _treatment(2, "Antibody", Kind.INJECTION, _every_two_weeks()),
        _treatment(3, "UPADACITINIB", Kind.TABLET, Plan(START, Daily())),
    ]
    around = Surroundings(treatments=treatments)
    names = [lane.treatment.name for lane in _lanes(around) if lane.treatment is not None]
    assert names == ["UPADACITINIB", "Antibody", "Mometasone"]
    without = [lane.treatment.name for lane in _lanes(around, None) if lane.treatment is not None]
    assert without == ["Antibody", "Mometasone", "UPADACITINIB"]


def test_an_injection_has_a_mark_for_each_dose_and_an_open_one_for_each_that_is_planned() -> None:
    antibody = _treatment(1, "Antibody", Kind.INJECTION, _every_two_weeks())
    doses = [DayDoses(1, _day(0), taken=1), DayDoses(1, _day(15), taken=1), DayDoses(1, _day(28), skipped=1)]
    (lane,) = _lanes(Surroundings(treatments=[antibody], doses=doses))
    assert lane.bars == ()
    assert lane.marks == (
        Mark(0, EventKind.DOSE),
        Mark(15, EventKind.DOSE),  # it counts for day 14, of which none is open
        Mark(28, EventKind.SKIPPED),
        Mark(42, EventKind.DOSE, is_open=True),
    )


def test_what_is_used_every_day_is_a_bar_with_a_mark_where_its_plan_was_changed() -> None:
    cream = _treatment(1, "Cream", Kind.CREAM, Plan(START, Daily())).with_plan(Plan(_day(14), Daily(), "less"))
    doses = [DayDoses(1, _day(index), taken=1) for index in range(20)]
    (lane,) = _lanes(Surroundings(treatments=[cream], doses=doses))
    assert lane.bars == (Bar(0, 13), Bar(14, 40, "less"))
    changed = Mark(14, EventKind.CHANGED)
    assert drawn(lane.marks, lane, is_near=False) == [changed]
    assert len(drawn(lane.marks, lane, is_near=True)) == 21  # from near its doses are seen too


def test_scores_and_visits_share_a_lane_and_so_do_photos_and_notes() -> None:
    around = Surroundings(
        visits=[Visit(_day(6)), Visit(_day(50), "Dr. Weber")],
        side_effects=[SideEffect("sore arm", _day(30), _day(30))],
        readings=readings([ClinicScore(_day(6), "easi", 26.4), ClinicScore(_day(7), "iga", 4)], (), (), {}),
        photos=[Photo(_day(8), "a" * 64, 1, 1, key=1)],
        entries=[DayEntry(_day(8), note="Slept badly"), DayEntry(_day(9), note="Well")],
    )
    assert _lanes(around) == (
        TrendLane(
            (),
            (
                Mark(6, EventKind.VISIT),
                Mark(7, EventKind.VISIT),
                Mark(50, EventKind.VISIT, is_open=True),
            ),
            None,
            (EventKind.VISIT, EventKind.SCORE),
        ),
        TrendLane((Bar(30, 30),), (Mark(30, EventKind.SIDE_EFFECT),), None, (EventKind.SIDE_EFFECT,)),
        TrendLane(
            (),
            (Mark(8, EventKind.PHOTO), Mark(9, EventKind.NOTE)),
            None,
            (EventKind.PHOTO, EventKind.NOTE),
        ),
    )


def test_breaks_have_bars_and_bad_days_have_marks_in_one_lane() -> None:
    """By hand: 10 to 16 is a bar with its mark at 10; the break that began before the period is a bar alone."""
    before = DiaryBreak(_day(-9), _day(1), BreakReason.ILL)
    sea = DiaryBreak(_day(10), _day(16), BreakReason.HOLIDAY)
    bad = DayEntry(_day(20), bad_day=True)
    (lane,) = _lanes(Surroundings(breaks=(before, sea), entries=(bad,)))
    assert lane.kinds == (EventKind.BREAK, EventKind.BAD_DAY)
    assert lane.bars == (Bar(0, 1), Bar(10, 16))
    assert lane.marks == (Mark(10, EventKind.BREAK), Mark(20, EventKind.BAD_DAY))
