"""Weeks up to a year, months up to three, quarters beyond: the pages of a long diary stay few and can be read."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.statistics.summary import Mean
from adtracker.queries.report import Request
from adtracker.report.pages import weekly_table
from adtracker.report.pictures.charts import charts
from adtracker.report.stretches import Step, least_days, step_of, stretches_over
from tests.report.samples import itches, material_of, printed, read_pdf, report_of, request

FIRST = date(2020, 1, 15)
periods = st.builds(Period.starting, st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(1, 4000))


def _years(days: int) -> Request:
    return request(itches(FIRST, [5] * days))


@pytest.mark.parametrize(
    ("days", "step"), [(365, Step.WEEK), (366, Step.MONTH), (1098, Step.MONTH), (1099, Step.QUARTER)]
)
def test_the_step_goes_by_the_length_of_the_period(days: int, step: Step) -> None:
    assert step_of(Period.starting(FIRST, days)) is step


@given(periods, st.sampled_from([Step.MONTH, Step.QUARTER]))
def test_months_and_quarters_cover_the_period_without_gap_or_overlap(period: Period, step: Step) -> None:
    found = [days for _, days in stretches_over(period, period.first, step)]
    assert [day for days in found for day in days] == list(period)
    assert all(days.first.day == 1 for days in found[1:])
    months = {(days.first.month - 1) % (3 if step is Step.QUARTER else 1) for days in found[1:]}
    assert months <= {0}


def test_an_average_needs_its_share_of_a_month() -> None:
    assert least_days(Period.starting(FIRST, 7), Step.WEEK, 4) == 4
    assert least_days(Period.starting(FIRST, 31), Step.MONTH, 4) == 18  # 17.7 of 31 are 4 of 7
    scores = [5.0 if day < 17 else None for day in range(31)] + [7.0] * 400
    found = material_of(request(itches(date(2020, 1, 1), scores), period=Period(date(2020, 1, 1), date(2021, 2, 1))))
    assert [one.means.of["itch"] for one in found.stretches][:2] == [Mean(None, 17), Mean(7.0, 29)]


def test_over_a_year_the_table_has_a_row_a_month_that_says_which() -> None:
    table = weekly_table(material_of(_years(400)))
    assert table is not None
    assert table.heading == "Month by month"
    assert table.columns == ("Month", "Worst itch", "Recorded")
    assert table.rows[0] == ("Jan 2020", "5.0", "17 of 17")
    assert len(table.rows) == 14
    assert "more than 52 weeks" in table.caption


def test_over_three_years_there_are_quarters_and_no_band_of_dots() -> None:
    material = material_of(_years(7300))
    table, drawn = weekly_table(material), charts(material)
    assert table is not None
    assert drawn is not None
    assert [row[0] for row in table.rows[:2]] == ["Jan to Mar 2020", "Apr to Jun 2020"]
    assert len(table.rows) == 81
    assert drawn.panels[0].dots == ()
    assert "Line: quarterly average." in drawn.legend
    assert "Dots" not in drawn.legend


def test_twenty_years_are_a_few_pages() -> None:
    asked = _years(7300)
    answered = [replace(entry, signs=(), woken=False) for entry in asked.entries]
    assert len(read_pdf(printed(report_of(replace(asked, entries=answered)))).pages) <= 6


def test_a_week_that_the_period_begins_in_is_whole() -> None:
    period = Period(FIRST + timedelta(days=2), FIRST + timedelta(days=9))
    assert stretches_over(period, FIRST, Step.WEEK) == (
        (1, Period.starting(FIRST, 7)),
        (2, Period(FIRST + timedelta(days=7), period.last)),
    )
