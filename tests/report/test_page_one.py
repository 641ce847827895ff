"""Page one, which is shown before the others are laid out, is page one of the whole: only their number comes later."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtGui import QImage

from adtracker.domain.records.profile import QUESTIONS_LIMIT, Profile
from adtracker.queries.report import Parts, Request
from adtracker.report.printing import Paper
from adtracker.report.render import PagePicture, render_draft
from adtracker.report.typeset import typeset_apart
from tests.report.samples import PAGE_ONE, START, demo_request, draft_of, itches, request, with_words

PPI = 72  # a pixel is a point
FOOT = 62
NOTED = Parts(notes=True)
MANY_QUESTIONS = Profile("Sam Example " * 5, 1988, "\n".join(f"{number} of my questions?" for number in range(60)))


def _pages(asked: Request, paper: Paper = "a4") -> tuple[list[PagePicture], list[PagePicture]]:
    """What is handed over first, and all pages."""
    first: list[PagePicture] = []
    return first, render_draft(draft_of(asked), first.append, PPI, paper, typeset_apart)


def _different(one: PagePicture, other: PagePicture) -> set[tuple[int, int]]:
    """Where two pictures of one size are not the same."""
    ours, theirs = QImage.fromData(one.png), QImage.fromData(other.png)
    assert ours.size() == theirs.size()
    everywhere = product(range(ours.width()), range(ours.height()))
    return {(x, y) for x, y in everywhere if ours.pixel(x, y) != theirs.pixel(x, y)}


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "us-letter"])
@pytest.mark.parametrize(
    "asked",
    [
        demo_request(NOTED),
        replace(demo_request(NOTED), profile=MANY_QUESTIONS),
        request(itches(START, [5] * 200)),
        with_words("Кожа сухая, עור יבש \N{GRINNING FACE}"),
    ],
    ids=["demonstration", "questions that go on", "itch alone", "letters of other fonts"],
)
def test_but_for_the_number_of_pages_it_is_the_same_pixel_by_pixel(asked: Request, paper: Paper) -> None:
    (first,), pages = _pages(asked, paper)
    assert len(pages) > 1
    assert first.headings == pages[0].headings
    different = _different(first, pages[0])
    assert different, "the number of pages"
    size = QImage.fromData(first.png).size()
    left, top = (min(side) for side in zip(*different, strict=True))
    assert top > size.height() - FOOT, "nothing on the page itself"
    assert max(y for _, y in different) - top < 10, "one line"
    assert left > size.width() - 120, "at the right, where no other words are"


@pytest.mark.slow
def test_it_is_the_same_whoever_sets_it() -> None:
    apart, _ = _pages(demo_request())
    here: list[PagePicture] = []
    render_draft(draft_of(demo_request()), here.append, lambda: PPI)
    assert here == apart


@pytest.mark.parametrize(
    "asked",
    [
        demo_request(PAGE_ONE),
        demo_request(replace(NOTED, summary=False)),
        request([]),
        replace(request([]), profile=Profile(questions="Q" * QUESTIONS_LIMIT)),
    ],
    ids=["one page", "page one holds what fits", "no day", "questions alone"],
)
def test_where_nothing_is_gained_by_it_it_does_not_come_first(asked: Request) -> None:
    first, pages = _pages(asked)
    assert pages
    assert first == []
