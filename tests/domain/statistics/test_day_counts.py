"""Days counted by itch, by place and by what trials count: by hand, and so that no day is lost or counted twice."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from adtracker import resources
from adtracker.domain.common.period import Period
from adtracker.domain.records.body import Grade
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.statistics.day_counts import (
    ITCH_BANDS,
    ItchDays,
    TimeInState,
    itch_days,
    places,
    recent,
    time_in_state,
)

FIRST = date(2026, 11, 1)
BODY = resources.body()

scores = st.none() | st.floats(0, 10)


def _days(*itches: float | None) -> dict[date, DayEntry]:
    days = {FIRST + timedelta(days=index): itch for index, itch in enumerate(itches)}
    return {day: DayEntry(day, itch=itch) for day, itch in days.items()}


def _marked(number: int, *regions: str, method: ExtentMethod = ExtentMethod.REGIONS) -> DayEntry:
    grades = tuple((region, Grade.LITTLE) for region in sorted(regions))
    return DayEntry(FIRST + timedelta(days=number), extent=Extent(1.0, method, grades))


def test_the_last_28_days_or_all_of_fewer() -> None:
    assert recent(Period.starting(FIRST, 30)) == Period.starting(FIRST + timedelta(days=2), 28)
    assert recent(Period.starting(FIRST, 3)) == Period.starting(FIRST, 3)


def test_days_by_itch_count_halves_up_and_gaps_apart() -> None:
    found = itch_days(_days(0, 3, 3.4, 3.5, 6.4, 6.5, 10, None), Period.starting(FIRST, 9))
    assert found == ItchDays((3, 2, 2), 2)


@given(st.lists(scores, min_size=1, max_size=60))
def test_every_day_is_counted_once_by_itch(itches: list[float | None]) -> None:
    period = Period.starting(FIRST, len(itches))
    found = itch_days(_days(*itches), period)
    assert sum(found.by_band) + found.not_recorded == period.length
    assert len(found.by_band) == len(ITCH_BANDS)


def test_a_place_counts_once_a_day_however_many_of_its_regions_are_marked() -> None:
    entries = [
        _marked(0, "left_inner_elbow", "right_inner_elbow", "face"),
        _marked(1, "left_inner_elbow"),
        _marked(2),
        _marked(3, "face", method=ExtentMethod.PALMS),
        DayEntry(FIRST + timedelta(days=4), itch=3),
    ]
    found = places({entry.day: entry for entry in entries}, Period.starting(FIRST, 5), BODY)
    assert found.mapped == 3
    assert list(found.sites.items()) == [("inner_elbows", 2), ("face", 1)]
    assert found.regions == {"left_inner_elbow": 2, "face": 1, "right_inner_elbow": 1}


def test_regions_that_are_not_on_the_map_and_days_outside_are_left_out() -> None:
    entries = [_marked(0, "tail"), _marked(9, "face")]
    found = places({entry.day: entry for entry in entries}, Period.starting(FIRST, 5), BODY)
    assert (found.mapped, found.sites, found.regions) == (1, {}, {})


def test_days_of_low_itch_and_far_below_baseline_are_counted_as_in_trials() -> None:
    found = time_in_state(_days(0, 1, 1.1, 3.3, 3.4, None), Period.starting(FIRST, 6), baseline=7.3)
    assert found == TimeInState(recorded=5, low=2, improved=4)


def test_below_a_baseline_of_four_there_is_no_such_count() -> None:
    days, period = _days(0, 0), Period.starting(FIRST, 2)
    assert time_in_state(days, period, baseline=3.9) == TimeInState(2, 2, None)
    assert time_in_state(days, period, baseline=None) == TimeInState(2, 2, None)
    assert time_in_state(days, period, baseline=4.0) == TimeInState(2, 2, 2)
