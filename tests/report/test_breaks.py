"""Breaks on page one: counted apart and hatched, never taken from the days that are missing."""

from dataclasses import replace
from datetime import timedelta

from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.views.event import Surroundings
from adtracker.queries.report import Parts, Request
from adtracker.report.key_numbers import key_table, quality
from adtracker.report.leaving import leaving
from adtracker.report.pictures.day_grid import BAD_DAY, BREAK, day_grid
from tests.report.samples import COURSE, START, itches, material_of, request

SEA = DiaryBreak(START + timedelta(days=4), START + timedelta(days=8), BreakReason.HOLIDAY, "By the sea")
FLU = DiaryBreak(START + timedelta(days=10), START + timedelta(days=11), BreakReason.ILL)


def _asked() -> Request:
    """Two weeks: 4 days at 5, then 5 days by the sea of which one was written, and 2 with the flu of 5 empty ones."""
    entries = [*itches(START, [5] * 4), DayEntry(START + timedelta(days=6), bad_day=True)]
    asked = request(entries, COURSE, Period.starting(START, 14), today=START + timedelta(days=13))
    return replace(asked, around=Surroundings(breaks=(SEA, FLU)))


def test_days_in_breaks_are_counted_beside_the_days_kept_and_hide_none() -> None:
    """By hand: kept are 4 days and the bad one, 5 of 14; the holiday has 4 empty days, the flu 2; from day 8 on 7."""
    assert quality(material_of(_asked())) == (
        "Days kept: 5 of 14 (36 %); 6 in breaks (holiday 4, too ill 2). Longest gap: 7 days. "
        "1 bad day without numbers. None was filled in later."
    )


def test_no_number_changes_by_a_break_or_a_bad_day() -> None:
    asked = _asked()
    plain = replace(asked, entries=asked.entries[:4], around=Surroundings())
    assert key_table(material_of(asked)) == key_table(material_of(plain))


def test_the_grid_has_a_hatch_for_a_break_and_a_cross_for_a_bad_day() -> None:
    grid = day_grid(material_of(_asked()))
    assert grid is not None
    cells = [cell for column in grid.columns[:2] for cell in column.cells]
    assert [cell.mark for cell in cells if cell is not None] == [
        *["", "", "", ""],  # written
        *[BREAK, BREAK, BAD_DAY, BREAK, BREAK],
        "",
        *[BREAK, BREAK],
        *["", ""],
    ]
    assert grid.caption.endswith("Hatched: a break from the diary. ×: a bad day without numbers.")  # noqa: RUF001


def test_a_grid_without_either_says_nothing_of_them() -> None:
    grid = day_grid(material_of(replace(_asked(), around=Surroundings(), entries=itches(START, [5] * 4))))
    assert grid is not None
    assert grid.caption.endswith("Empty: not recorded.")


def test_why_leaves_with_page_one_and_the_own_words_with_no_page() -> None:
    kept = leaving(_asked()).around.breaks
    assert kept == [replace(SEA, words=""), FLU]
    assert leaving(replace(_asked(), parts=Parts(summary=False))).around.breaks == ()
