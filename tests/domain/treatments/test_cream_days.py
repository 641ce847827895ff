"""Days with a cream: by hand; silence is not "not used", and moisturisers are no creams against inflammation."""

from datetime import date, timedelta

from adtracker.domain.common.period import Period
from adtracker.domain.treatments.cream_days import counted, cream_days
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Schedule, Stopped, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment

FIRST = date(2026, 8, 3)
WEEK = [FIRST + timedelta(days=number) for number in range(7)]


def _treatment(schedule: Schedule, kind: Kind = Kind.CREAM, key: int = 1, first: date = FIRST) -> Treatment:
    return Treatment("Cream", kind, (Plan(first, schedule),), key=key)


def test_one_used_when_needed_is_not_used_on_the_other_days_that_were_kept() -> None:
    found = cream_days([_treatment(WhenNeeded())], [DayDoses(1, WEEK[2], taken=2)], WEEK[:5])
    assert found == {WEEK[0]: False, WEEK[1]: False, WEEK[2]: True, WEEK[3]: False, WEEK[4]: False}
    assert counted(found, Period(WEEK[0], WEEK[2])) == (1, 3)


def test_a_planned_one_that_nobody_answered_is_not_known() -> None:
    doses = [DayDoses(1, WEEK[0], taken=1), DayDoses(1, WEEK[1], skipped=1)]
    assert cream_days([_treatment(Daily())], doses, WEEK[:4]) == {WEEK[0]: True, WEEK[1]: False}


def test_half_of_what_was_planned_is_a_day_with_it_or_without_it_and_known() -> None:
    doses = [DayDoses(1, WEEK[0], taken=1), DayDoses(1, WEEK[1], skipped=1)]
    assert cream_days([_treatment(Daily(2))], doses, WEEK[:3]) == {WEEK[0]: True, WEEK[1]: False}


def test_a_day_without_an_entry_is_known_only_where_one_was_used() -> None:
    found = cream_days([_treatment(WhenNeeded())], [DayDoses(1, WEEK[5], taken=1)], [WEEK[0]])
    assert found == {WEEK[0]: False, WEEK[5]: True}


def test_before_the_first_cream_nothing_is_known_and_after_a_stop_none_is_used() -> None:
    plans = (Plan(WEEK[1], Daily()), Plan(WEEK[3], Stopped()))
    doses = [DayDoses(1, WEEK[1], taken=1), DayDoses(1, WEEK[2], taken=1)]
    found = cream_days([Treatment("Cream", Kind.CREAM, plans, key=1)], doses, WEEK[:5])
    assert found == {WEEK[1]: True, WEEK[2]: True, WEEK[3]: False, WEEK[4]: False}


def test_of_two_creams_one_is_enough_and_one_unanswered_leaves_the_day_open() -> None:
    creams = [_treatment(WhenNeeded(), key=1), _treatment(Daily(), key=2)]
    doses = [DayDoses(1, WEEK[0], taken=1), DayDoses(2, WEEK[1], skipped=1)]
    assert cream_days(creams, doses, WEEK[:3]) == {WEEK[0]: True, WEEK[1]: False}


def test_other_kinds_say_nothing() -> None:
    others = [_treatment(Daily(), kind, key) for key, kind in enumerate(Kind) if kind is not Kind.CREAM]
    doses = [DayDoses(one.key or 0, WEEK[0], taken=1) for one in others]
    assert cream_days(others, doses, WEEK) == {}
    assert counted({}, Period(WEEK[0], WEEK[6])) == (0, 0)
