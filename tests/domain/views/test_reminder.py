"""When somebody is reminded: only of a day that is not written, once, never at night."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import ONE_DAY, diary_day
from adtracker.domain.views.reminder import LATER, Quiet, Reminded, ReminderRule, next_reminder

DAY = date(2026, 11, 29)
RULE = ReminderRule(time(20, 30), Quiet(), time(4))
STEP = timedelta(minutes=30)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime.combine(day, time(hour, minute))


half_hours = st.builds(time, st.integers(0, 23), st.sampled_from((0, 30)))
moments = st.builds(
    lambda day, at: datetime.combine(DAY + day * ONE_DAY, at),
    st.integers(-1, 2),
    half_hours,
)
rules = st.builds(
    ReminderRule, half_hours, st.builds(Quiet, half_hours, half_hours), st.builds(time, st.integers(0, 12))
)
days = st.none() | st.integers(-2, 3).map(lambda days: DAY + days * ONE_DAY)
knowns = st.builds(Reminded, days, days, st.none() | moments)


def may_remind(moment: datetime, rule: ReminderRule, known: Reminded) -> bool:
    """The rule in one sentence after the other, for one moment."""
    day = diary_day(moment, rule.day_start)
    if day == known.written or rule.quiet.holds(moment):
        return False
    if known.later is not None and diary_day(known.later, rule.day_start) == day:
        return moment >= known.later
    wanted = datetime.combine(day, rule.at)
    wanted += ONE_DAY if rule.at < rule.day_start else timedelta()
    return day != known.shown and moment >= wanted


@given(moments, rules, knowns)
def test_it_is_the_first_moment_from_now_on_at_which_the_rule_allows_one(
    now: datetime, rule: ReminderRule, known: Reminded
) -> None:
    over = datetime.combine(diary_day(now, rule.day_start) + 2 * ONE_DAY, rule.day_start)
    ahead = (now + number * STEP for number in range(int((over - now) / STEP)))
    assert next_reminder(now, rule, known) == next((one for one in ahead if may_remind(one, rule, known)), None)


@given(moments, rules, knowns)
def test_who_looks_again_before_it_finds_the_same(now: datetime, rule: ReminderRule, known: Reminded) -> None:
    found = next_reminder(now, rule, known)
    if found is not None:
        assert next_reminder(now + (found - now) / 2, rule, known) == found
        assert next_reminder(found, rule, known) == found


def test_it_comes_at_its_time_and_tomorrow_once_it_was_shown_or_the_day_is_written() -> None:
    tomorrow = at(20, 30, DAY + ONE_DAY)
    assert next_reminder(at(8), RULE, Reminded()) == at(20, 30)
    assert next_reminder(at(20, 30), RULE, Reminded(shown=DAY)) == tomorrow
    assert next_reminder(at(8), RULE, Reminded(written=DAY)) == tomorrow


def test_a_computer_that_was_off_at_that_time_reminds_when_it_is_on_again_but_not_at_night() -> None:
    assert next_reminder(at(21, 10), RULE, Reminded()) == at(21, 10)
    # At 22:40 the night has begun, and in the morning it is another day.
    assert next_reminder(at(22, 40), RULE, Reminded()) == at(20, 30, DAY + ONE_DAY)


def test_later_is_an_hour_and_not_in_the_night() -> None:
    again = Reminded(shown=DAY, later=at(20, 30) + LATER)
    assert next_reminder(at(20, 31), RULE, again) == at(21, 30)
    late = Reminded(shown=DAY, later=at(21, 30) + LATER)
    assert next_reminder(at(21, 31), RULE, late) == at(20, 30, DAY + ONE_DAY)


def test_a_clock_that_was_put_back_does_not_remind_twice_on_a_day() -> None:
    assert next_reminder(at(19), RULE, Reminded(shown=DAY)) == at(20, 30, DAY + ONE_DAY)


def test_a_time_after_midnight_belongs_to_the_day_before() -> None:
    night_owl = ReminderRule(time(1), Quiet(time(3), time(9)), time(4))
    assert next_reminder(at(20), night_owl, Reminded()) == at(1, 0, DAY + ONE_DAY)
    assert next_reminder(at(0, 30, DAY + ONE_DAY), night_owl, Reminded(written=DAY)) == at(1, 0, DAY + 2 * ONE_DAY)


def test_a_time_within_the_quiet_hours_never_comes_unless_the_day_lasts_until_their_end() -> None:
    short_day, long_day = (ReminderRule(time(23), Quiet(), time(start)) for start in (4, 12))
    assert short_day.is_never
    assert not long_day.is_never
    assert next_reminder(at(8), short_day, Reminded()) is None
    assert next_reminder(at(13), long_day, Reminded()) == at(7, 0, DAY + ONE_DAY)


@pytest.mark.parametrize(("begins", "ends", "quiet"), [(22, 7, (*range(7), 22, 23)), (13, 15, (13, 14)), (7, 7, ())])
def test_quiet_hours_may_go_over_midnight(begins: int, ends: int, quiet: tuple[int, ...]) -> None:
    hours = Quiet(time(begins), time(ends))
    assert tuple(hour for hour in range(24) if hours.holds(at(hour))) == quiet
