"""How far from the baseline: points, per cent and shares by hand; published changes as they are shipped."""

from datetime import date, timedelta

import pytest

from adtracker.domain.common.measure import EXTENT, ITCH, SLEEP
from adtracker.domain.common.period import Period
from adtracker.domain.lessons.threshold import Published, parse_thresholds
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Better, Question, measure_of
from adtracker.domain.statistics.change import ItchState, course_itch_state, itch_state, share
from adtracker.domain.statistics.day_counts import TimeInState
from adtracker.domain.statistics.summary import Mean, by_day, change_between, percent_between, summarise
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.resources import Texts, read_toml

START = date(2026, 8, 2)
WEEK = Period.starting(START, 7)


def _days(first: date, *itches: float) -> dict[date, DayEntry]:
    return by_day(DayEntry(first + timedelta(days=number), itch=itch) for number, itch in enumerate(itches))


@pytest.mark.parametrize(
    ("before", "now", "points", "percent"),
    [
        (7.3, 4.2, -3.1, -42),  # -3.1 / 7.3 = -0.4246...
        (4.0, 5.0, 1.0, 25),
        (8.0, 7.0, -1.0, -13),  # -12.5: half goes away from zero
        (5.0, 5.0, 0.0, 0),
        (2.0, 3.0, 1.0, 50),
        (1.9, 3.8, 1.9, None),  # of little it would be much
        (0.0, 2.0, 2.0, None),  # no share of nothing
        (None, 5.0, None, None),
        (5.0, None, None, None),
    ],
)
def test_a_change_is_in_points_and_in_per_cent_of_the_baseline(
    before: float | None, now: float | None, points: float | None, percent: float | None
) -> None:
    means = Mean(before, 7), Mean(now, 7)
    assert change_between(*means, ITCH) == points
    assert percent_between(*means, ITCH) == percent


def test_every_measure_has_a_per_cent_but_sleep_and_days_with_a_yes_whose_mean_is_a_share_already() -> None:
    assert percent_between(Mean(3.5, 7), Mean(7.0, 7), SLEEP) is None
    assert percent_between(Mean(26.7, 7), Mean(8.9, 7), EXTENT) == -67  # -17.8 / 26.7 = -0.6666...
    assert percent_between(Mean(24, 7), Mean(9, 7), SIGN_SUM) == -63  # -15 / 24 = -0.625
    swam = measure_of(Question("swam", "Did I swim?", AnswerKind.YES_NO, Better.NEITHER))
    assert change_between(Mean(0.29, 7), Mean(0.14, 7), swam) == -0.15
    assert percent_between(Mean(0.29, 7), Mean(0.14, 7), swam) is None


def test_the_share_of_days_in_the_states_that_trials_count() -> None:
    # Baseline 6.0. Of 7 days: 0, 1 and 1 are at 0 to 1 (3 of 7 = 42.9 %); those and 2 lie 4 or more below it
    # (4 of 7 = 57.1 %), 2.5 lies 3.5 below.
    days = _days(START, 0, 1, 1, 2, 2.5, 6, 9)
    assert itch_state(days, WEEK, 6.0) == ItchState(WEEK, TimeInState(7, 3, 4), 43, 57)


def test_below_a_baseline_of_4_the_count_of_trials_does_not_exist() -> None:
    days = _days(START, 0, 0, 4)
    assert itch_state(days, WEEK, 3.9) == ItchState(WEEK, TimeInState(3, 2, None), 67, None)
    assert itch_state(days, WEEK, 4.0) == ItchState(WEEK, TimeInState(3, 2, 2), 67, 67)
    assert itch_state(days, WEEK, None).improved_percent is None


def test_nothing_recorded_is_no_share_and_never_zero() -> None:
    assert itch_state({}, WEEK, 7.0) == ItchState(WEEK, TimeInState(0, 0, 0), None, None)
    assert share(0, 7) == 0
    assert share(1, 8) == 13  # 12.5


def test_the_course_so_far_is_counted_from_its_own_baseline() -> None:
    days = _days(START - timedelta(days=7), *[8] * 7, 4, 1, 8)
    course = Course(START)
    today = START + timedelta(days=2)
    found = course_itch_state(days, summarise(days.values(), course, today), today)
    assert found == ItchState(Period(START, today), TimeInState(3, 1, 2), 33, 67)
    ahead = Course(START + timedelta(days=100))
    assert course_itch_state(days, summarise(days.values(), ahead, today), today) is None


def test_published_changes_span_2_to_4_points_and_each_says_who_was_studied() -> None:
    found = parse_thresholds(read_toml("thresholds", "itch.toml"))
    assert (found.measure, found.low, found.high) == ("itch", 2, 4)
    assert {study.key: (study.low, study.high) for study in found.published} == {
        "riepe_2019": (2, 3),
        "rams_2024": (3, 3),
        "silverberg_2021": (4, 4),
        "yosipovitch_2019": (2, 4),
    }
    texts = Texts()
    for study in found.published:
        assert texts.say(f"thresholds.{found.measure}.{study.key}").endswith(".")
        assert study.address.startswith("https://")


def test_a_file_of_changes_names_what_is_wrong_with_it() -> None:
    study = {"key": "a", "low": 2, "high": 3, "source": "A 2020", "address": "https://example.org"}
    good = {"measure": "itch", "low": 2, "high": 3, "published": [study]}
    assert parse_thresholds(good).published == (Published("a", 2, 3, "A 2020", "https://example.org"),)
    for bad, complaint in [
        ({**good, "high": 4}, "those of the studies"),
        ({**good, "published": []}, "those of the studies"),
        ({**good, "more": 1}, "unknown key “more”"),
        ({**good, "published": [{**study, "low": "2"}]}, "low must be a whole number"),
    ]:
        with pytest.raises(ValueError, match=complaint):
            parse_thresholds(bad)
