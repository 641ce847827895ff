"""Recalled weeks in the report: apart from the days everywhere, and away with the parts that are not ticked."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from adtracker import language, resources
from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.recall import Recall
from adtracker.domain.views.event import Surroundings
from adtracker.exchange.fhir.document import write_records
from adtracker.queries.report import Parts, Request
from adtracker.report.build import build_report
from adtracker.report.pictures.charts import RecalledBar
from adtracker.resources import Texts
from tests.report.samples import (
    BODY,
    COURSE,
    GLYPHS,
    START,
    demo_request,
    itches,
    listing_of,
    printed,
    read_pdf,
    report_of,
    request,
    text_of,
)

DAY = timedelta(days=1)
HEADING = "Weeks as recalled"
NONE = "\u2013"
# Of the days up to the sixth of the course, and of those up to its 20th.
FIRST, SECOND = Recall(START + 5 * DAY, 8, 5, sleep_quality=4, key=1), Recall(START + 19 * DAY, worst_itch=6, key=2)
FEW = (FIRST, SECOND)


def _with(asked: Request, *recalls: Recall) -> Request:
    return replace(asked, around=replace(asked.around, recalls=recalls))


def _days() -> Request:
    return request(itches(START, [5] * 28), COURSE)


def test_they_have_a_table_of_their_own_by_the_days_they_speak_of() -> None:
    found = listing_of(_with(_days(), *FEW), HEADING)
    assert "in no average and no count of days" in found.caption
    assert found.columns == (
        "Days recalled",
        "Worst itch, recalled",
        "Average itch, recalled",
        "Sleep quality, recalled",
    )
    assert [row[1:] for row in found.rows] == [("8", "5", "4"), ("6", NONE, NONE)]
    assert len(found.columns) == len(found.shares)


def test_no_other_part_of_the_pages_changes() -> None:
    plain, beside = report_of(demo_request()), report_of(_with(demo_request(), *FEW))
    assert plain.summary is not None
    assert beside.summary is not None
    assert plain.summary.charts is not None
    assert beside.summary.charts is not None
    panels = tuple(
        replace(one, recalled=(), alt=alone.alt)
        for one, alone in zip(beside.summary.charts.panels, plain.summary.charts.panels, strict=True)
    )
    charts = replace(beside.summary.charts, panels=panels, legend=plain.summary.charts.legend)
    listings = tuple(one for one in beside.listings if one.heading != HEADING)
    same = replace(beside, summary=replace(beside.summary, charts=charts), listings=listings)
    assert replace(same, records=None) == replace(plain, records=None)


def test_a_chart_has_a_bar_with_a_diamond_for_each_and_says_so() -> None:
    charts = report_of(_with(_days(), *FEW)).summary.charts  # type: ignore[union-attr]  # it has scores
    assert charts is not None
    (itch,) = (one for one in charts.panels if one.title == "Worst itch")
    assert itch.recalled == (
        RecalledBar(0.0, 5.5, 2.75, 8, is_average=False),
        RecalledBar(0.0, 5.5, 2.75, 5, is_average=True),
        RecalledBar(13.5, 19.5, 16.5, 6, is_average=False),
    )
    assert itch.alt.endswith("Weeks recalled beside them: 2.")
    assert "Open diamond with a bar: recalled, last 7 days" in charts.legend
    plain = report_of(_days()).summary.charts  # type: ignore[union-attr]  # the same
    assert plain is not None
    assert "diamond" not in plain.legend


def test_weeks_are_counted_apart_from_days_for_who_writes_once_a_week() -> None:
    asked = _with(_days(), *FEW)
    assert "Weeks recalled" not in report_of(asked).quality
    weekly = replace(asked, profile=Profile(weekly_on=FIRST.day.isoweekday()))
    kept = "Days kept: 28 of 28 (100 %)."
    assert report_of(weekly).quality.startswith(kept)
    assert report_of(asked).quality.startswith(kept)
    # Weeks from day 6, 13 and 20 of the course; the last one goes on.
    assert report_of(weekly).quality.endswith("Weeks recalled: 2 of 3.")


def test_where_no_day_is_written_it_says_so_and_how_many_weeks_stand_beside() -> None:
    asked = replace(request([], COURSE, Period(START, START + 27 * DAY)), today=START + 27 * DAY)
    report = report_of(_with(asked, *FEW))
    assert report.summary is None
    assert report.nothing[:2] == (
        "Nothing was recorded in these days.",
        "2 weekly answers stand beside. They are recalled, and do not count as days.",
    )
    assert listing_of(_with(asked, *FEW), HEADING).rows


def test_with_too_few_days_the_sentence_is_not_made_of_weeks() -> None:
    asked = request([DayEntry(START, itch=5)], COURSE, Period(START, START + 20 * DAY), START + 20 * DAY)
    report = report_of(_with(asked, *FEW))
    assert report.summary is not None
    assert report.summary.answer is not None
    assert "cannot be told" in report.summary.answer.said
    assert "2 weekly answers stand beside." in report.summary.answer.said


def test_only_weeks_answered_in_the_period_are_there() -> None:
    asked = replace(_with(_days(), *FEW), period=Period(START + 7 * DAY, START + 27 * DAY))
    assert [row[1] for row in listing_of(asked, HEADING).rows] == ["6"]


def test_they_leave_with_the_numbers_and_with_nothing_else() -> None:
    neither = Parts(summary=False, weekly_table=False, fhir=True)
    asked = replace(_with(_days(), *FEW), parts=neither)
    assert HEADING not in [one.heading for one in report_of(asked).listings]
    whole = report_of(replace(asked, parts=Parts(fhir=True)))
    assert whole.records is not None
    assert [one for one in whole.records.records if isinstance(one, Recall)] == list(FEW)
    bundle = json.loads(write_records(whole.records.records, whole.records.scores))
    kinds = [one["resource"].get("code", {}).get("coding", [{}])[0].get("code") for one in bundle["entry"]]
    assert kinds.count("recalled_week") == 2


@pytest.mark.slow
def test_the_printed_page_has_them() -> None:
    words = text_of(printed(report_of(_with(_days(), *FEW))))
    assert HEADING in words
    assert "recalled, last 7 days" in " ".join(words.split())


def test_surroundings_without_any_are_those_of_everybody() -> None:
    assert Surroundings().recalls == ()
    assert HEADING not in [one.heading for one in report_of(_days()).listings]


@pytest.mark.slow
def test_long_heads_over_numbers_leave_the_days_their_line() -> None:
    """In German each head is as long as a third of the page; four of them would leave no room for the days."""
    asked = _with(_days(), *(replace(one, average_itch=5, sleep_quality=4, extent_percent=30) for one in FEW))
    resources.speak("de")
    try:
        document = printed(build_report(asked, BODY, Texts(), GLYPHS.covers))
    finally:
        resources.speak(language.ENGLISH)
    lines = "\n".join(page.extract_text() for page in read_pdf(document).pages).replace("\xa0", " ").split("\n")
    assert sum(line.startswith("1. bis 7. Aug 2026") or line.startswith("15. bis 21. Aug 2026") for line in lines) == 2
