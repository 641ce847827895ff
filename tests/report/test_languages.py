"""The report in every language, in longer words and from the right: page one has its parts, numbers their marks."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from adtracker import language, resources
from adtracker.domain.common.period import Period
from adtracker.report.build import Report, build_report
from adtracker.report.printing import PAPER_POINTS, Paper
from adtracker.report.render import render_pages
from adtracker.report.wording import Wording
from adtracker.resources import Texts
from tests import pseudo
from tests.press import press
from tests.report.samples import BODY, GLYPHS, lived_request, printed, read_pdf, text_of

OTHERS = [code for code in language.NAMES if code != language.ENGLISH]
# The title, and the headings of everything that page one can have.
ALL_PARTS = 9


def _report() -> Report:
    """Of everything that the demonstration has."""
    return build_report(lived_request(), BODY, Texts(), GLYPHS.covers)


def _on_page_one(paper: Paper = "a4") -> int:
    """How many headings it has."""
    return len(render_pages(_report(), ppi=20, paper=paper, typeset=press)[0].headings)


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPER_POINTS)
def test_page_one_has_all_its_parts_in_longer_words(paper: Paper) -> None:
    assert _on_page_one(paper) == ALL_PARTS
    for percent in (20, 30):
        with pseudo.spoken(percent):
            assert _on_page_one(paper) == ALL_PARTS


@pytest.mark.slow
@pytest.mark.parametrize("code", OTHERS)
def test_page_one_has_all_its_parts_in_every_language(code: str) -> None:
    resources.speak(code)
    try:
        assert [_on_page_one(paper) for paper in PAPER_POINTS] == [ALL_PARTS] * len(PAPER_POINTS)
        document = printed(_report())
    finally:
        resources.speak(language.ENGLISH)
    assert str(read_pdf(document).root_object["/Lang"]) == code
    said = " ".join(text_of(document).split())
    assert re.search(r"\b\d,\d\b", said)
    assert not re.search(r"(?<![\d.])\d\.\d(?![\d.])", said.replace("0.2.0", "").replace("0.1 %", "")), (
        "a decimal point"
    )


@pytest.mark.slow
def test_a_language_from_the_right_is_printed_so() -> None:
    with pseudo.spoken(0, "ar"):
        report = _report()
        assert report.language == "ar"
        assert report.missing_characters == ()  # the marks that we set are not taken for what somebody wrote
        pages = render_pages(report, ppi=20, typeset=press)
    assert len(pages[0].headings) == ALL_PARTS


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_what_stands_behind_a_bar_is_read_from_the_right_too(tmp_path: Path) -> None:
    """Time runs to the right in every language, but "on 104 of 120 days" does not."""
    file = tmp_path / "page.pdf"
    with pseudo.spoken(0, "ar"):
        file.write_bytes(printed(_report()))
    done = subprocess.run(["pdftotext", "-bbox", "-l", "1", file, "-"], capture_output=True, check=True)
    found = re.findall(r'xMax="([0-9.]+)" yMax="([0-9.]+)">\D*(104|120)\D*</word>', done.stdout.decode())
    ((used, line),) = [(float(place), line) for place, line, number in found if number == "104"]
    (days,) = [float(place) for place, other, number in found if (other, number) == (line, "120")]
    assert used > days


@pytest.mark.parametrize(("code", "said"), [("en", "2 to 8 Aug 2026"), ("de", "2. bis 8. Aug 2026")])
def test_the_first_day_of_a_week_is_written_as_the_last(code: str, said: str) -> None:
    resources.speak(code)
    try:
        found = Wording(Texts()).short_span(Period(date(2026, 8, 2), date(2026, 8, 8)))
    finally:
        resources.speak(language.ENGLISH)
    assert found.replace(language.NO_BREAK, " ") == said
