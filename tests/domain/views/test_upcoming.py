"""What is coming up: doses by intervals, questionnaires by their rhythm, and visits, in the order of days."""

from dataclasses import replace
from datetime import date, timedelta

from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.definition_content import definition_of
from adtracker.domain.scores.response import Response
from adtracker.domain.scores.score_reading import readings
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.domain.views.event import Surroundings
from adtracker.domain.views.upcoming import upcoming
from tests.forms import evening

TODAY = date(2026, 11, 29)
EVERY = Every(4, Unit.WEEKS, TODAY - timedelta(days=28))
INJECTION = Treatment("Injection", Kind.INJECTION, (Plan(EVERY.start, EVERY, "250 mg"),), key=1)
CREAM = Treatment("Cream", Kind.CREAM, (Plan(EVERY.start, Daily(2)),), key=2)
EVENING = definition_of(evening(), TODAY)


def test_a_dose_of_today_waits_until_it_is_recorded() -> None:
    before = DayDoses(1, EVERY.start, taken=1)
    [waiting] = upcoming(Surroundings(treatments=[INJECTION], doses=[before]), (), TODAY)
    assert (waiting.day, waiting.dose) == (TODAY, "250 mg")
    doses = [before, DayDoses(1, TODAY, skipped=1)]
    [following] = upcoming(Surroundings(treatments=[INJECTION], doses=doses), (), TODAY)
    assert following.day == TODAY + timedelta(days=28)


def test_what_is_used_every_day_is_listed_while_a_dose_of_today_waits() -> None:
    once = DayDoses(2, TODAY, taken=1)
    for doses, number in (((), 1), ((once,), 2)):
        [waiting] = upcoming(Surroundings(treatments=[CREAM], doses=doses), (), TODAY)
        assert (waiting.day, waiting.number, waiting.count) == (TODAY, number, 2)
    assert upcoming(Surroundings(treatments=[CREAM], doses=[replace(once, taken=2)]), (), TODAY) == ()


def test_visits_stand_among_doses_past_ones_do_not() -> None:
    visits = [Visit(TODAY + timedelta(days=days)) for days in (40, 5, -1, 60, 80)]
    around = Surroundings(visits=visits, treatments=[INJECTION], doses=[DayDoses(1, TODAY, taken=1)])
    assert [(one.day - TODAY).days for one in upcoming(around, (), TODAY)] == [5, 28, 40, 60]


def _asked(form: Definition, *filled: int) -> list[tuple[int, int | None]]:
    """When a form is asked for again and when it was last filled in, in days from today."""
    answered = [Response(TODAY + timedelta(days=day), form.key, ()) for day in filled]
    found = upcoming(Surroundings(readings=readings((), answered, [form], {})), [form], TODAY)
    return [((one.day - TODAY).days, None if one.last is None else (one.last - TODAY).days) for one in found]


def test_a_questionnaire_comes_by_its_rhythm() -> None:
    assert _asked(EVENING) == [(0, None)]  # never filled in: now
    assert _asked(EVENING, -30, -10) == [(-3, -10)]  # 7 days after the last time, which is 3 days ago
    assert _asked(EVENING, -2) == [(5, -2)]
    assert _asked(replace(EVENING, every_days=28), -2) == [(26, -2)]
    assert _asked(replace(EVENING, every_days=None), -2) == []
    assert _asked(replace(EVENING, hidden=True), -30) == []


def test_what_is_left_stands_on_the_day_to_order_or_of_the_last_dose() -> None:
    def left(order: int | None, count: int) -> list[tuple[int, int]]:
        counted = replace(INJECTION, counted_on=TODAY, doses_left=count, order_days=order)
        around = Surroundings(treatments=[counted], doses=[DayDoses(1, TODAY, taken=1)])
        found = upcoming(around, (), TODAY)
        return [((one.day - TODAY).days, one.stock.left) for one in found if one.stock is not None]

    assert left(None, 3) == [(84, 3)]
    assert left(14, 3) == [(70, 3)]
    assert left(100, 3) == [(-16, 3)]
    assert left(14, 0) == [(0, 0)]


def test_where_nothing_more_is_planned_an_empty_box_is_not_spoken_of() -> None:
    stopped = replace(INJECTION, counted_on=TODAY, doses_left=0).stopped_after(TODAY)
    around = Surroundings(treatments=[stopped], doses=[DayDoses(1, TODAY, taken=1)])
    assert upcoming(around, (), TODAY) == ()
