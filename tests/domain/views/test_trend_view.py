"""Trends as a value: any measures in any order, and the weekly sum of signs among those that have a number a day."""

from datetime import date, timedelta

from adtracker.domain.common.measure import ITCH, SLEEP, Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question, measure_of
from adtracker.domain.records.sign import Sign
from adtracker.domain.statistics.sign_days import running_totals, sign_days
from adtracker.domain.statistics.summary import Mean
from adtracker.domain.views.lanes import Lanes
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.domain.views.review import Reach, review
from adtracker.domain.views.sign_sum import averaged
from adtracker.domain.views.trend_view import TrendView, trend_view

TODAY = date(2026, 11, 29)
MOOD = measure_of(Question("mood", "Mood"))


def _view(entries: list[DayEntry], measures: tuple[Measure, ...], course: Course | None = None) -> TrendView:
    span = Period(entries[0].day, entries[-1].day)
    look = review(entries, TODAY, Reach.FOUR_WEEKS, course, span, averaged(measures))
    return trend_view(look, measures, 2, Lanes())


def _days(count: int, signs: tuple[Sign, ...] | None = (Sign.DRY,)) -> list[DayEntry]:
    days = (TODAY - timedelta(days=back) for back in reversed(range(count)))
    return [DayEntry(day, itch=4, sleep_quality=6, woken=False, signs=signs, answers=(("mood", 7),)) for day in days]


def test_panels_and_numbers_follow_the_chosen_order() -> None:
    measures = (MOOD, SIGN_SUM, ITCH)
    view = _view(_days(28), measures)
    assert tuple(panel.measure for panel in view.plot.panels) == measures
    assert tuple(one.measure for one in view.numbers) == measures
    assert (view.value(MOOD, TODAY), view.value(SIGN_SUM, TODAY), view.value(ITCH, TODAY)) == (7, None, 4)


def test_the_sum_of_signs_is_drawn_on_each_day_for_the_seven_days_to_it() -> None:
    # Itch 4 counts from 2 on: itch on 7 days is 4 points, dry skin on 7 days is 4 points, the rest is 0.
    view = _view(_days(9), (SIGN_SUM,))
    (panel,) = view.plot.panels
    assert panel.rolling[-4:] == (None, 8, 8, 8)
    assert set(panel.values) == {None}
    assert view.rolling(SIGN_SUM, TODAY) == Mean(8, 7)
    assert view.numbers[0].recent == Mean(8, 7)


def test_a_week_with_a_day_that_was_not_answered_has_no_sum_and_says_how_many_were() -> None:
    entries = _days(7)
    entries[3] = DayEntry(entries[3].day, itch=4)
    view = _view(entries, (SIGN_SUM,))
    assert view.rolling(SIGN_SUM, TODAY) == Mean(None, 6)


def test_the_baseline_of_the_sum_is_that_of_the_week_before_day_one() -> None:
    before = [entry for entry in _days(14, ()) if entry.day <= TODAY - timedelta(days=7)]
    view = _view([*before, *_days(7)], (SLEEP, SIGN_SUM), Course(TODAY - timedelta(days=6)))
    assert view.plot.panels[1].baseline == 4  # itch alone
    assert (view.numbers[1].baseline, view.numbers[1].change) == (Mean(4, 7), 4)


def test_the_running_sum_is_the_sum_of_each_week() -> None:
    entries = [DayEntry(one.day, one.itch, woken=one.day.day % 3 == 0, signs=one.signs) for one in _days(40)]
    del entries[10]
    days = {entry.day: entry for entry in entries}
    period = Period.ending(TODAY, 28)
    totals = running_totals(days, period, 2)
    assert totals == tuple(sign_days(days, Period.ending(day, 7), 2).total for day in period)
    assert None in totals
    assert any(totals)
