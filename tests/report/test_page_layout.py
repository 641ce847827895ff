"""Where things stand on the pages: no letter too small, no heading alone, nothing on page two that fits page one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pypdf.generic import ContentStream

from adtracker.domain.common.period import Period
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.queries.report import Parts
from adtracker.report.build import build_report
from adtracker.report.printing import Paper
from adtracker.report.render import render_pages
from adtracker.resources import Texts
from tests import pseudo
from tests.press import press
from tests.report.samples import BODY, DEMO, GLYPHS, START, TODAY, lived_request, printed, read_pdf, report_of

LEAST_POINTS = 7.5
PAPERS: tuple[Paper, Paper] = ("a4", "us-letter")
ON_PAGE_ONE = ("Key numbers", "Course over 24 weeks", "Days by itch", "My questions", "Share of days")


def _sizes(document: bytes) -> Iterator[float]:
    reader = read_pdf(document)
    for page in reader.pages:
        content: Any = page["/Contents"]
        for operands, operator in ContentStream(content, reader).operations:
            if operator == b"Tf":
                yield float(operands[1])


@pytest.mark.parametrize("paper", PAPERS)
def test_no_letter_is_smaller_than_seven_and_a_half_points(paper: Paper) -> None:
    sizes = set(_sizes(printed(report_of(lived_request(Parts(notes=True, ranges=True))), paper)))
    assert len(sizes) > 4
    assert min(sizes) == LEAST_POINTS


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("more", range(0, 30, 5))
def test_a_heading_has_three_rows_below_it_on_its_page(more: int, paper: Paper) -> None:
    asked = lived_request()
    visits = [Visit(START + timedelta(days=number), f"Dr. No. {number}") for number in range(more)]
    report = report_of(replace(asked, around=replace(asked.around, visits=visits)))
    pages = [page.extract_text() for page in read_pdf(printed(report, paper)).pages]
    for one in (report.weekly, *report.listings):
        assert one is not None
        (page,) = (page for page in pages[1:] if f"{one.heading}\n" in page)
        below = page.partition(f"{one.heading}\n")[2].replace("\xa0", " ")
        for row in one.rows[:3]:
            start = row[0].replace("\xa0", " ")[:12]
            assert start in below, (one.heading, start)
            below = below.partition(start)[2]


@pytest.mark.parametrize("paper", PAPERS)
def test_what_there_is_in_a_usual_diary_stands_on_page_one(paper: Paper) -> None:
    first, *others = render_pages(report_of(lived_request()), 30, paper, press)
    assert set(ON_PAGE_ONE) < set(first.headings)
    assert not set(ON_PAGE_ONE) & {heading for page in others for heading in page.headings}


def test_on_a_crowded_page_side_effects_stay_beside_the_first_questions() -> None:
    asked = lived_request(Parts(ranges=True))
    effects = [SideEffect(f"Red eyes {n}", START + timedelta(days=n), None, Severity.SEVERE) for n in range(6)]
    lines = "\n".join(f"Another question, number {n}, of about the usual length, asked in full?" for n in range(12))
    crowded = replace(
        asked,
        around=replace(asked.around, side_effects=effects),
        profile=replace(asked.profile, questions=lines),
    )
    for paper in PAPERS:
        first, second, *_ = (page.extract_text() for page in read_pdf(printed(report_of(crowded), paper)).pages)
        assert "more on page 2." in first
        assert "Side effects, worst first" in first
        assert "12. Another question" in second


def _places(document: bytes) -> dict[str, float]:
    """Where the texts of page one begin, in points from the left."""
    found: dict[str, float] = {}

    def note(text: str, place: list[float], *_more: object) -> None:
        found.setdefault(text.strip().replace("\xa0", " "), place[4])

    read_pdf(document).pages[0].extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_what_is_said_of_a_treatment_never_lies_on_its_bar(paper: Paper) -> None:
    """Each is used up to the last day, where its bar and the charts end; behind them stands the word baseline, too."""
    asked = replace(lived_request(), period=Period(START + timedelta(days=30), TODAY))
    places = _places(printed(report_of(asked), paper))
    used = [text for text in places if text.startswith("on ") and text.endswith(" of 90 days")]
    assert len(used) == 2
    assert all(places[text] > places["baseline"] for text in used)


@pytest.mark.slow
def test_on_the_most_crowded_page_a_long_name_ends_in_an_ellipsis() -> None:
    asked = lived_request(Parts(ranges=True))
    effects = [SideEffect(f"Red eyes {n}", START + timedelta(days=n), None, Severity.SEVERE) for n in range(6)]
    lines = "\n".join(f"Another question, number {n}, of about the usual length, asked in full?" for n in range(12))
    treatments = [replace(one, name=f"{one.name} without any perfume in it") for one in asked.around.treatments]
    around = replace(asked.around, side_effects=effects, treatments=treatments)
    own = [Question(key, f"How much did it bother me at home, at work and on the way, {key}?") for key in "ABC"]
    entries = [replace(entry, answers=tuple((one.key, 4.0) for one in own)) for entry in asked.entries]
    crowded = replace(
        asked,
        around=around,
        entries=entries,
        questions=own,
        profile=Profile("A. B. " * 5, questions=lines),
        course=replace(DEMO.course, treatment="Study treatment or the same without it " * 2),
    )
    with pseudo.spoken(40):
        document = printed(build_report(crowded, BODY, Texts(), GLYPHS.covers), "us-letter")
    names = [text for text in _places(document) if text.startswith(("Mometasone", "Hydrocortisone", "Moisturiser"))]
    assert len(names) == 3
    assert all(name.endswith("…") for name in names)


def test_the_empty_part_of_a_page_is_not_left_while_a_part_goes_to_the_next() -> None:
    """Without charts, page one has room for everything, and one page is enough."""
    entries = [replace(entry, itch=None, sleep_quality=None) for entry in DEMO.entries]
    asked = replace(
        lived_request(Parts(weekly_table=False, treatments=False, happened=False, details=False)), entries=entries
    )
    assert len(read_pdf(printed(report_of(asked), "us-letter")).pages) == 1
