"""What Typst prints: the numbers of the summary, a person's words letter for letter, what the PDF claims to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Timer
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QImage

from adtracker.domain.common.measure import MEASURES
from adtracker.domain.records.day import NOTE_LIMIT
from adtracker.domain.records.profile import NAME_LIMIT, QUESTIONS_LIMIT, Profile
from adtracker.domain.statistics.summary import summarise
from adtracker.errors import ReportError
from adtracker.queries.report import Parts, Request
from adtracker.report.letters.fonts import font_folder
from adtracker.report.masthead import FOOT_LETTERS
from adtracker.report.printing import Paper
from adtracker.report.render import Attachment, render_pages, render_pdf
from adtracker.report.typeset import MAIN_FILE, Job, SecondProcess, Typesetter, typeset_apart, typeset_here
from adtracker.report.wording import NO_BREAK, mean_text
from adtracker.resources import Texts
from tests.press import press
from tests.report.samples import (
    COURSE,
    DEMO,
    PAGE_ONE,
    START,
    TODAY,
    demo_request,
    itches,
    printed,
    read_pdf,
    report_of,
    request,
    text_of,
    with_words,
)

if TYPE_CHECKING:
    from pypdf import PdfReader

DEMO_REPORT = report_of(demo_request())
CSV = Attachment(b"date,itch\r\n2026-08-02,7\r\n", "text/csv", "The diary as a table")
MARKUP = [
    '#let x = 1 #panic("no") #sys.version',
    "*bold* _it_ `code` $x^2$ <b>b</b> &amp; @ref <label>",
    r"back\slash \u{1F600} \#",
    "// no comment /* nor this */ = Heading",
    "'single' \"double\" -- --- ... -> => ~ [x] {y} %s {0}",
]


@pytest.fixture(scope="module")
def document() -> bytes:
    return printed(DEMO_REPORT, attachments={"diary.csv": CSV})


@pytest.fixture(scope="module")
def reader(document: bytes) -> PdfReader:
    return read_pdf(document)


def _elements(node: Any) -> list[Any]:
    """All elements of a structure tree, in reading order."""
    found = node.get_object()
    if isinstance(found, list):
        return [element for child in found for element in _elements(child)]
    if not hasattr(found, "get"):
        return []
    below = _elements(found["/K"]) if "/K" in found else []
    return [found, *below] if "/S" in found else below


def test_the_numbers_on_paper_are_those_of_the_summary(document: bytes) -> None:
    text = text_of(document)
    summary = summarise(DEMO.entries, DEMO.course, TODAY)
    for week in (summary.baseline.means, *summary.weeks):
        for measure in MEASURES:
            mean = week.of[measure.key].mean
            assert mean is None or mean_text(mean, measure).replace(NO_BREAK, " ") in text
    kept = summary.completeness
    assert f"Days kept: {kept.kept} of {kept.elapsed}" in text
    assert "Page 1 of 2" in text
    assert "Page 2 of 2" in text


def test_every_page_has_the_footer(reader: PdfReader) -> None:
    for page in reader.pages:
        assert "Self-reported, not a diagnosis." in page.extract_text()


@pytest.mark.parametrize("words", MARKUP)
def test_markup_is_printed_letter_for_letter(words: str) -> None:
    document = printed(report_of(with_words(words)))
    text = " ".join(text_of(document).split())
    pages = len(read_pdf(document).pages)
    at_foot = pages if len(words) <= FOOT_LETTERS else 0  # longer ones are cut there
    assert text.count(words) == 4 + at_foot  # name, treatment, questions, note


def test_it_claims_pdf_a_3a_and_pdf_ua_1(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/OutputIntents"]


def test_a_screen_reader_finds_headings_tables_and_a_sentence_for_each_picture(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    elements = _elements(root["/StructTreeRoot"])
    kinds = [element["/S"] for element in elements]
    assert kinds.count("/H1") == 1
    assert kinds.index("/H1") < kinds.index("/H2")
    assert kinds.count("/Table") == 4
    pictures = [element["/Alt"] for element in elements if element["/S"] == "/Figure"]
    assert [picture.split(",")[0].split(".")[0] for picture in pictures] == [
        "Worst itch",
        "Sleep quality",
        "Skin affected",
        "Worst itch day by day",
        "Body from the front and from the back",
    ]


def test_all_fonts_are_inter_and_embedded(reader: PdfReader) -> None:
    fonts: list[Any] = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert fonts
    for font in fonts:
        assert "Inter" in font["/BaseFont"]
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & descriptor.keys()


def test_the_metadata_say_what_it_is_and_nothing_of_the_person_or_the_computer(reader: PdfReader) -> None:
    found = reader.metadata
    assert found is not None
    assert found.title == "Skin diary report, 2 August to 29 November 2026"
    assert found.keys() == {"/Title", "/Creator", "/ModDate", "/CreationDate"}
    assert found.creation_date is not None
    assert found.creation_date.date() == TODAY


def test_the_diary_is_attached_as_it_is(reader: PdfReader) -> None:
    assert {name: data[0] for name, data in reader.attachments.items()} == {"diary.csv": CSV.data}
    root: Any = reader.trailer["/Root"]
    (file,) = (one.get_object() for one in root["/AF"])
    assert (file["/AFRelationship"], file["/Desc"]) == ("/Data", CSV.description)
    assert file["/EF"]["/F"]["/Subtype"] == "/text/csv"


@pytest.mark.parametrize(("paper", "width", "height"), [("a4", 595, 842), ("us-letter", 612, 792)])
def test_page_one_fits_on_one_page_of_either_paper(paper: Paper, width: int, height: int) -> None:
    asked = demo_request(PAGE_ONE)
    questions = "\n".join(f"{number}. May I go on with the cream on my face and hands?" for number in range(1, 7))
    full = replace(
        asked,
        profile=Profile("A person with a name of some length", 1988, questions),
        course=replace(DEMO.course, treatment="A medicine with a long name 250 mg every 4 weeks, and a cream " * 2),
    )
    for report, most in ((report_of(asked), 1), (report_of(full), 2)):  # of a full one the shares may go on
        reader = read_pdf(printed(report, paper))
        assert len(reader.pages) <= most
        assert (round(reader.pages[0].mediabox.width), round(reader.pages[0].mediabox.height)) == (width, height)
        first = reader.pages[0].extract_text()
        assert all(part in first for part in ("Key numbers", "Course over 24 weeks", "Days by itch", "My questions"))


@pytest.mark.slow
def test_of_many_questions_the_first_stand_on_page_one_and_the_others_on_the_next() -> None:
    lines = [f"May I go on with cream number {number}?" for number in range(1, 40)]
    asked = replace(demo_request(PAGE_ONE), profile=Profile(questions="\n".join(lines)))
    first, second = (page.extract_text() for page in read_pdf(printed(report_of(asked))).pages)
    assert "36 more on page 2." in first
    assert [f"{number}. {line}" in first for number, line in enumerate(lines, 1)] == [True] * 3 + [False] * 36
    assert [f"{number}. {line}" in second for number, line in enumerate(lines, 1)] == [False] * 3 + [True] * 36


def test_questions_too_long_for_page_one_stand_whole_on_the_next() -> None:
    long = "May I go on with the cream? " * 60
    asked = replace(demo_request(PAGE_ONE), profile=Profile(questions=f"{long}\n{long}"))
    first, second = (" ".join(page.extract_text().split()) for page in read_pdf(printed(report_of(asked))).pages)
    assert "My questions stand on page 2." in first
    assert "May I go on" not in first
    assert second.count(long.strip()) == 2


@pytest.mark.parametrize(("written", "numbered"), [("One?\nTwo?", True), ("One?", False), ("1) One?\n2) Two?", False)])
def test_questions_are_numbered_unless_the_person_did_or_there_is_one(written: str, numbered: bool) -> None:
    found = report_of(replace(demo_request(), profile=Profile(questions=written))).questions
    assert found is not None
    assert found.numbered == numbered


def test_every_page_says_whose_it_is_of_which_days_and_which_of_how_many() -> None:
    reader = read_pdf(printed(report_of(replace(demo_request(), profile=replace(DEMO.profile, name="N" * 80)))))
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert f"{'N' * 39}…, born 1988 · 2 August to 29 November 2026" in text
        assert f"Page {number} of {len(reader.pages)}" in text


def test_a_note_is_not_split_over_two_pages() -> None:
    words = " ".join(f"w{number}" for number in range(400))
    entries = [replace(entry, note=f"begin {words} end") for entry in itches(START, [5] * 9)]
    asked = replace(request(entries, COURSE), parts=Parts(weekly_table=False, notes=True))
    pages = [page.extract_text() for page in read_pdf(printed(report_of(asked))).pages]
    assert len(pages) > 2
    assert sum(page.count("begin w0") for page in pages) == 9
    assert all(page.count("begin w0") == page.count("end") for page in pages[1:])


@pytest.mark.parametrize("note", ["word " * (NOTE_LIMIT // 5), "x" * NOTE_LIMIT, "line\n" * (NOTE_LIMIT // 5)])
def test_the_longest_notes_go_over_as_many_pages_as_they_need(note: str) -> None:
    asked = replace(request([replace(itches(START, [5])[0], note=note)]), parts=Parts(summary=False, notes=True))
    text = text_of(printed(report_of(asked)))
    letters = [letter for letter in text if letter == note[0]]
    assert len(letters) >= note.count(note[0])


def test_the_longest_name_and_questions_are_printed_whole() -> None:
    profile = Profile("N" * NAME_LIMIT, 1988, "Q" * QUESTIONS_LIMIT)
    text = text_of(printed(report_of(replace(demo_request(), profile=profile))))
    assert text.count("N") >= NAME_LIMIT
    assert text.count("Q") >= QUESTIONS_LIMIT


def test_pages_are_pictures_of_the_paper() -> None:
    pages = render_pages(DEMO_REPORT, ppi=72, typeset=press)
    assert len(pages) == 2
    image = QImage.fromData(pages[0].png)
    assert (image.width(), image.height()) == (595, 842)


@pytest.mark.parametrize(
    "asked",
    [
        request([]),
        request(itches(START, [5]), COURSE),
        request(itches(START - timedelta(days=500), [number % 11 for number in range(800)]), COURSE),
        request(itches(START, [5] * 20)),
    ],
    ids=["empty", "one day", "long", "no course"],
)
def test_odd_diaries_are_printed_too(asked: Request) -> None:
    (first, *_) = render_pages(report_of(asked), ppi=30, typeset=press)
    assert first.png.startswith(b"\x89PNG")


def test_it_is_known_which_headings_stand_on_which_page() -> None:
    first, second = render_pages(DEMO_REPORT, ppi=30, typeset=press)
    assert first.headings[:2] == ("Skin diary report", "Key numbers")
    assert second.headings == ("Week by week", "Days with signs, counted from the diary", "Triggers ticked")


def test_the_same_report_gives_the_same_bytes_in_any_process(document: bytes) -> None:
    assert render_pdf(DEMO_REPORT, attachments={"diary.csv": CSV}, typeset=typeset_apart) == document
    assert render_pages(DEMO_REPORT, ppi=30, typeset=typeset_apart) == render_pages(DEMO_REPORT, ppi=30, typeset=press)


def test_another_process_can_be_stopped_before_and_while_it_works() -> None:
    # That this test ends is what it holds.
    endless = Job({MAIN_FILE: b"#let f(n) = f(n + 1)\n#while true { }"}, (), datetime(2026, 11, 29, tzinfo=UTC), {})
    apart = SecondProcess()
    Timer(0.3, apart.stop).start()
    with pytest.raises(ReportError):
        apart(endless)
    with pytest.raises(ReportError):
        apart(endless)


def test_a_process_started_ahead_sets_its_job_and_ends_with_it_or_when_nobody_wants_it() -> None:
    job = Job({MAIN_FILE: b"early"}, (str(font_folder()),), datetime(2026, 11, 29, tzinfo=UTC), {"format": "png"})
    late = job._replace(late=lambda: {"ppi": 20})
    apart, unwanted = SecondProcess(), SecondProcess()
    apart.start_ahead()
    assert apart(late) == typeset_here(late) == typeset_here(job._replace(options={"format": "png", "ppi": 20}))
    unwanted.start_ahead()
    process = unwanted._apart._ahead
    assert process is not None
    unwanted.stop()
    assert process.returncode is not None
    with pytest.raises(ReportError):
        unwanted(late)


@pytest.mark.parametrize("typeset", [typeset_here, typeset_apart])
def test_a_failure_is_a_sentence_and_not_a_crash(typeset: Typesetter) -> None:
    job = Job({MAIN_FILE: b"#panic()"}, (), datetime(2026, 11, 29, tzinfo=UTC), {"format": "pdf"})
    with pytest.raises(ReportError) as caught:
        typeset(job)
    assert "Your diary is safe" in Texts().error(caught.value)
