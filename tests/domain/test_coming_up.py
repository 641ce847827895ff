"""What is coming up: doses by intervals and visits, in the order of days."""

from datetime import date, timedelta

from adtracker.domain.coming_up import coming_up
from adtracker.domain.dose import DayDoses
from adtracker.domain.schedule import Daily, Every, Unit
from adtracker.domain.treatment import Kind, Plan, Treatment
from adtracker.domain.visit import Visit

TODAY = date(2026, 11, 29)
EVERY = Every(4, Unit.WEEKS, TODAY - timedelta(days=28))
INJECTION = Treatment("Injection", Kind.INJECTION, (Plan(EVERY.start, EVERY, "250 mg"),), key=1)
CREAM = Treatment("Cream", Kind.CREAM, (Plan(EVERY.start, Daily(2)),), key=2)


def test_a_dose_of_today_waits_until_it_is_recorded() -> None:
    before = DayDoses(1, EVERY.start, taken=1)
    [waiting] = coming_up([INJECTION, CREAM], [before], [], TODAY)
    assert (waiting.day, waiting.dose) == (TODAY, "250 mg")
    [following] = coming_up([INJECTION, CREAM], [before, DayDoses(1, TODAY, skipped=1)], [], TODAY)
    assert following.day == TODAY + timedelta(days=28)


def test_visits_stand_among_doses_past_ones_do_not() -> None:
    visits = [Visit(TODAY + timedelta(days=days)) for days in (40, 5, -1, 60, 80)]
    found = coming_up([INJECTION], [DayDoses(1, TODAY, taken=1)], visits, TODAY)
    assert [(one.day - TODAY).days for one in found] == [5, 28, 40, 60]
