"""The treatments tried: from when to when, the weeks around them with their days, and reasons in the person's words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from adtracker.domain.common.period import Period
from adtracker.domain.treatments.treatment import Kind, Treatment
from adtracker.queries.report import Parts, Request, read_request
from adtracker.report.build import Report, build_report
from adtracker.report.printing import Paper
from adtracker.report.tried.page import ALONE, MOST_BARS, MOST_YEARS, Cell, Row
from adtracker.report.tried.sheet import make_tried_sheet, tried_sheet
from adtracker.storage.journal import Journal
from tests.press import press
from tests.report.samples import BODY, GLYPHS, TEXTS, printed, read_pdf, text_of
from tests.report.tried import tried_years
from tests.report.tried.tried_years import BEGUN, TODAY, WHY

MONTH = Period.ending(TODAY, 28)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    with closing(Journal.open(tmp_path_factory.mktemp("tried") / "my.diary", lambda: TODAY)) as opened:
        tried_years.write(opened)
        yield opened


def _asked(journal: Journal, parts: Parts = ALONE) -> Request:
    return read_request(journal, MONTH, TODAY, parts)


def _sheet(asked: Request) -> Report:
    return tried_sheet(asked, BODY, TEXTS, GLYPHS.covers)


def _row(report: Report, name: str) -> Row:
    assert report.tried is not None
    (row,) = (row for row in report.tried.rows if row.name == name)
    return row


def _mean(journal: Journal, week: Period) -> str:
    found = [entry.itch for entry in journal.entries(week) if entry.itch is not None]
    return f"{sum(found) / len(found):.1f}"


def test_still_used_ones_come_first_each_the_last_begun_first_and_none_that_lies_ahead(journal: Journal) -> None:
    part = _sheet(_asked(journal)).tried
    assert part is not None
    assert [row.name for row in part.rows] == [
        "Amlitelimab",
        "Mometasone ointment",
        "Urea cream",
        "Methotrexate",
        "UVB light",
        "Betamethasone cream",
    ]
    assert part.lines == (
        "6 treatments since 2018: 3 still used, 3 stopped.",
        "Begun within this diary, which was started in Jul 2023: 3. "
        "Begun before it, from memory (* and hollow bars): 3.",
    )


def test_a_row_says_what_from_when_to_when_and_why_in_the_persons_words(journal: Journal) -> None:
    row = _row(_sheet(_asked(journal)), "Methotrexate")
    assert (row.strength, row.first, row.last) == ("15 mg, once a day", "12 Jan 2025", "to 30 Jun 2025")
    assert row.why == f"“{WHY}”"


def test_the_weeks_are_those_before_the_first_and_up_to_the_last_day(journal: Journal) -> None:
    before, latest, *_ = _row(_sheet(_asked(journal)), "Amlitelimab").cells
    assert before == Cell(_mean(journal, Period.ending(date(2026, 7, 31), 7)), "7 of 7 days")
    assert latest == Cell(_mean(journal, Period.ending(TODAY, 7)), "7 of 7 days")
    before, latest, *_ = _row(_sheet(_asked(journal)), "Methotrexate").cells
    assert before == Cell("", "1 of 7 days\ntoo few days")
    assert latest == Cell(_mean(journal, Period.ending(date(2025, 6, 30), 7)), "7 of 7 days")


def test_skin_stands_beside_itch(journal: Journal) -> None:
    part = _sheet(_asked(journal)).tried
    assert part is not None
    assert [column.replace("\n", " ") for column in part.columns[2:6]] == [
        "Worst itch, week before",
        "Worst itch, last week",
        "Skin affected, week before",
        "Skin affected, last week",
    ]
    cells = _row(_sheet(_asked(journal)), "Methotrexate").cells
    week = journal.entries(Period.ending(date(2025, 6, 30), 7))
    assert cells[3].days.startswith(f"{sum(entry.extent is not None for entry in week)} of 7 days")


def test_what_began_before_the_diary_is_from_memory(journal: Journal) -> None:
    report = _sheet(_asked(journal))
    row = _row(report, "UVB light")
    assert (row.first, row.last, row.why) == ("Feb 2022", "to May 2022 *", "no reason written down")
    assert report.tried is not None
    assert report.tried.picture is not None
    hollow = {bars.label for bars in report.tried.picture.rows if bars.is_hollow}
    assert hollow == {"Urea cream", "UVB light", "Betamethasone cream"}
    assert report.tried.picture.begun == (BEGUN - date(2018, 1, 1)).days


def test_of_a_month_or_a_year_no_week_is_counted(journal: Journal) -> None:
    sheet = _sheet(_asked(journal))
    assert set(_row(sheet, "UVB light").cells) == {Cell("", "day not known")}
    steroid = _row(sheet, "Betamethasone cream")
    assert (steroid.first, steroid.last) == ("2018", "to 3 Mar 2024 *")
    assert [cell.days for cell in steroid.cells[:2]] == ["day not known", "7 of 7 days"]
    assert {cell.days for cell in _row(sheet, "Urea cream").cells[::2]} == {"not recorded"}


def test_a_break_is_drawn_and_its_reason_said_with_its_day(journal: Journal) -> None:
    report = _sheet(_asked(journal))
    row = _row(report, "Mometasone ointment")
    assert row.last == "still used,\nwith breaks"
    assert row.why == "to 31 Aug 2024: “Summer was good.”\nstill used"
    assert report.tried is not None
    assert report.tried.picture is not None
    (bars,) = (bars for bars in report.tried.picture.rows if bars.label == row.name)
    first, end = date(2018, 1, 1), (TODAY - date(2018, 1, 1)).days + 1
    days = [(day - first).days for day in (date(2024, 3, 4), date(2024, 9, 1), date(2025, 2, 1))]
    assert bars.runs == ((days[0], days[1]), (days[2], end))


@pytest.mark.parametrize("word", ["fail", "work", "help", "success", "response"])
def test_nothing_is_judged_unless_the_person_wrote_so(journal: Journal, word: str) -> None:
    said = " ".join(text_of(make_tried_sheet(_asked(journal), BODY, TEXTS, GLYPHS.covers, typeset=press)[1]).split())
    assert word not in said.casefold().replace("these numbers do not say what a treatment did", "")


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_the_sheet_is_one_page_with_its_title_and_nothing_else_of_the_diary(journal: Journal, paper: Paper) -> None:
    _, document = make_tried_sheet(_asked(journal), BODY, TEXTS, GLYPHS.covers, paper, press)
    reader = read_pdf(document)
    assert len(reader.pages) == 1
    assert not reader.attachments
    assert reader.metadata is not None
    assert reader.metadata.title == "Treatments tried, all years to 28 November 2026"
    text = " ".join(text_of(document).split())
    assert "Tom K., born 1979" in text
    assert "all years to 28 November 2026 · made 28 November 2026" in text
    assert "born 1979 · all years to 28 November 2026 Page 1 of 1" in " ".join(text.split())
    assert "liver test was not good" in text
    assert "Page 1 of 1" in text
    assert "May I swim?" not in text
    assert "Nothing was recorded" not in text


def test_it_is_a_table_with_heads_under_headings(journal: Journal) -> None:
    _, document = make_tried_sheet(_asked(journal), BODY, TEXTS, GLYPHS.covers, typeset=press)
    root: Any = read_pdf(document).trailer["/Root"]
    kinds = list(_kinds(root["/StructTreeRoot"]))
    assert (kinds.count("/H1"), kinds.count("/H2"), kinds.count("/Table"), kinds.count("/Figure")) == (1, 2, 1, 1)
    assert kinds.count("/TH") == 7 + kinds.count("/TR") - 1  # one of each column, one of each row below them


def _kinds(node: Any) -> Iterator[str]:
    found = node.get_object()
    if isinstance(found, list):
        for child in found:
            yield from _kinds(child)
    elif hasattr(found, "get"):
        if "/S" in found:
            yield str(found["/S"])
        if "/K" in found:
            yield from _kinds(found["/K"])


def test_only_its_own_tick_lets_it_into_the_report(journal: Journal) -> None:
    without = build_report(_asked(journal, Parts()), BODY, TEXTS, GLYPHS.covers)
    assert without.tried is None
    assert "liver test" not in " ".join(text_of(printed(without)).split())
    ticked = replace(_asked(journal, Parts(tried=True)), parts=Parts())
    assert "liver test" not in " ".join(text_of(printed(build_report(ticked, BODY, TEXTS, GLYPHS.covers))).split())
    report = build_report(_asked(journal, Parts(tried=True, treatments=False)), BODY, TEXTS, GLYPHS.covers)
    last = read_pdf(printed(report)).pages[-1].extract_text()
    assert last.startswith("Treatments tried")
    assert "Methotrexate" in last


def test_a_diary_without_treatments_says_so(tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path / "new.diary", lambda: TODAY)) as empty:
        _, document = make_tried_sheet(_asked(empty), BODY, TEXTS, GLYPHS.covers, typeset=press)
    assert "No treatment is written down." in text_of(document)


def test_of_a_diary_without_days_all_is_from_memory(tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path / "new.diary", lambda: TODAY)) as young:
        young.save(tried_years.METHOTREXATE)
        part = _sheet(_asked(young)).tried
    assert part is not None
    assert part.lines[0] == "1 treatment since 2025: still used 0, stopped 1."
    assert part.lines[1].startswith("They are from memory")
    assert part.picture is not None
    assert (part.picture.begun, part.picture.rows[0].is_hollow) == (None, True)


def test_treatments_of_one_year_have_months_under_their_bars(tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path / "new.diary", lambda: TODAY)) as young:
        young.save(tried_years.AMLITELIMAB)  # from 1 August to 28 November
        part = _sheet(_asked(young)).tried
    assert part is not None
    assert part.picture is not None
    assert [(one.at, one.label) for one in part.picture.ticks] == [
        (0, "Aug 2026"),
        (31, "Sep 2026"),
        (61, "Oct 2026"),
        (92, "Nov 2026"),
    ]


def test_many_treatments_go_on_over_more_pages_and_the_picture_stays_on_one(tmp_path: Path) -> None:
    first = tried_years.METHOTREXATE.plans[0]
    with closing(Journal.open(tmp_path / "many.diary", lambda: TODAY)) as many:
        for number in range(60):
            plan = replace(first, first=first.first - timedelta(days=90 * number))
            many.save(Treatment(f"Number {number}", Kind.OTHER, (plan,)).stopped_after(plan.first, WHY))
        report, document = make_tried_sheet(_asked(many), BODY, TEXTS, GLYPHS.covers, typeset=press)
    assert report.tried is not None
    assert report.tried.picture is not None
    assert len(report.tried.picture.rows) == MOST_BARS
    assert "Only the first 30 of the table are drawn." in report.tried.picture.legend
    assert len(report.tried.picture.ticks) <= MOST_YEARS
    text = text_of(document)
    assert all(f"Number {number}\n" in text for number in range(60))
