"""The key numbers: what was worked out, with direction and count, and words instead of a number that means nothing."""

from dataclasses import replace
from datetime import timedelta

from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.report.key_numbers import KeyRow, key_table, quality
from adtracker.report.pictures.charts import axis_of
from adtracker.report.pictures.day_grid import day_grid
from adtracker.report.wording import percent_of
from tests.report.samples import COURSE, START, itches, late, material_of, request

BEFORE = START - timedelta(days=7)


def _rows(entries: list[DayEntry]) -> dict[str, KeyRow]:
    table = key_table(material_of(request(entries, COURSE, Period(START, entries[-1].day))))
    assert table is not None
    return {row.label: row for row in table.rows}


def test_a_row_has_baseline_recent_change_best_worst_and_count() -> None:
    rows = _rows(itches(BEFORE, [8, 8, 7, 7, 8, 8, 8, 9, 5, 2, 3, None, 4, 3, 4]))
    assert rows["Worst itch"].cells == ("7.7", "3.5", "▼\u00a04.2 (\u221255\u00a0%)", "2", "9", "6 of 7")
    assert rows["Worst itch"].scale == "0 to 10, lower is better"


def test_below_four_of_seven_days_there_are_words_and_no_number() -> None:
    rows = _rows(itches(BEFORE, [8, 8, 8, *[None] * 13, 5, 5, 5]))
    assert rows["Worst itch"].cells == ("too few days", "too few days", "\u2013", "5", "5", "3 of 7")


def test_the_last_seven_days_reach_back_before_a_course_that_has_just_begun_as_they_do_on_the_screen() -> None:
    rows = _rows(itches(BEFORE, [8, 8, 8, 8, 8, 8, 8, 1]))  # the course's first day, and six before it: 49 / 7
    assert rows["Worst itch"].cells == ("8.0", "7.0", "\u2013", "1", "1", "7 of 7")  # six of the days are the baseline


def test_no_change_is_said_and_a_baseline_below_two_has_no_per_cent() -> None:
    assert _rows(itches(BEFORE, [4] * 14))["Worst itch"].cells[2] == "no change"
    assert _rows(itches(BEFORE, [0] * 7 + [2] * 7))["Worst itch"].cells[2] == "▲\u00a02.0"
    assert _rows(itches(BEFORE, [1] * 7 + [9] * 7))["Worst itch"].cells[2] == "▲\u00a08.0"


def test_a_change_of_per_cent_is_in_points() -> None:
    shares = [40.0] * 7 + [10.0] * 7
    entries = [
        DayEntry(BEFORE + timedelta(days=day), extent=Extent(share, ExtentMethod.PERCENT))
        for day, share in enumerate(shares)
    ]
    cells = _rows(entries)["Skin affected"].cells
    assert cells[:3] == ("40.0\u00a0%", "10.0\u00a0%", "▼\u00a030.0 points (\u221275\u00a0%)")


def test_better_sleep_is_an_arrow_up_and_its_best_day_the_highest() -> None:
    entries = [DayEntry(BEFORE + timedelta(days=day), sleep_quality=day // 7 * 3 + 2) for day in range(14)]
    row = _rows(entries)["Sleep quality"]
    assert row.scale == "0 to 10, higher is better"
    assert row.cells[2:5] == ("▲\u00a03.0", "5", "5")


def test_measures_that_were_never_recorded_have_no_row() -> None:
    assert list(_rows(itches(BEFORE, [5] * 14))) == ["Worst itch"]


def test_without_a_course_there_is_no_baseline_and_no_change() -> None:
    table = key_table(material_of(request(itches(START, [5] * 7))))
    assert table is not None
    assert table.columns == ("Newest", "Best day", "Worst day", "From")
    assert (table.rows[0].cells, table.strong) == (("5.0", "5", "5", "7 of 7"), 0)


def test_it_says_which_days_the_baseline_is_from() -> None:
    before = key_table(material_of(request(itches(BEFORE, [5] * 14), COURSE)))
    assert before is not None
    assert "the 7 days before the first dose (26 July to 1 August 2026)" in before.notes
    since = key_table(material_of(request(itches(START + timedelta(days=3), [5] * 14), COURSE)))
    assert since is not None
    assert "the first recorded days around the first dose (5 to 11 August 2026)" in since.notes


def test_how_complete_the_days_are_is_said_in_days() -> None:
    entries = [late(entry) if index == 3 else entry for index, entry in enumerate(itches(START, [5] * 4 + [None] * 4))]
    found = material_of(request(entries, period=Period.starting(START, 8), today=START + timedelta(days=7)))
    assert quality(found) == "Days kept: 4 of 8 (50 %). Longest gap: 4 days. 1 day was filled in on a later day."


def test_a_complete_diary_has_no_gaps() -> None:
    found = material_of(request(itches(START, [5])))
    assert quality(found) == "Days kept: 1 of 1 (100 %). No gaps. None was filled in later."


def test_a_diary_without_a_course_counts_from_its_first_day() -> None:
    last = START + timedelta(days=100)
    asked = replace(request([DayEntry(last, itch=4)], period=Period.ending(last, 168)), begun_on=last)
    found = material_of(asked)
    assert quality(found) == "Days kept: 1 of 1 (100 %). No gaps. None was filled in later."
    assert [week.means.period for week in found.stretches] == [Period(last, last)]
    grid = day_grid(found)
    assert grid is not None
    assert grid.counts.startswith("On this one day: ")
    assert grid.counts.endswith(", 0 not recorded.")


def test_days_before_the_diary_and_before_the_first_dose_are_no_gap() -> None:
    """The diary begins a week before the first dose, the report a month before that."""
    period = Period(BEFORE - timedelta(days=30), START + timedelta(days=6))
    found = material_of(replace(request(itches(BEFORE, [5] * 14), COURSE, period), begun_on=BEFORE))
    assert quality(found) == "Days kept: 14 of 14 (100 %). No gaps. None was filled in later."
    assert [week.number for week in found.stretches] == [0, 1]
    assert axis_of(found).period.first == BEFORE


def test_a_share_that_is_neither_none_nor_all_is_not_said_to_be() -> None:
    assert [percent_of(days, 1000) for days in (0, 1, 4, 5, 994, 995, 1000)] == [
        "0",
        "<1",
        "<1",
        "1",
        "99",
        ">99",
        "100",
    ]


def test_a_diary_that_began_before_counts_all_days_and_so_does_a_course() -> None:
    last = START + timedelta(days=100)
    days, period = [DayEntry(last, itch=4)], Period.ending(last, 28)
    before = replace(request(days, period=period), begun_on=START)
    assert quality(material_of(before)).startswith("Days kept: 1 of 28")
    course = replace(request(days, COURSE, period), begun_on=last)
    assert quality(material_of(course)).startswith("Days kept: 1 of 28")
