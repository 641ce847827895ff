"""Scores and filled-in questionnaires on the report: among the key numbers, above them, and in their table."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker.domain.common.period import Period
from adtracker.domain.scores.answer_validation import respond
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition_content import definition_of
from adtracker.domain.scores.score_reading import readings
from adtracker.domain.views.event import Surroundings
from adtracker.queries.report import Parts, Request, read_request
from adtracker.report.printing import Paper
from adtracker.resources import scales
from adtracker.storage.journal import Journal
from tests.forms import evening
from tests.report.samples import (
    COURSE,
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
LAST = START + 27 * DAY
NONE = "\u2013"
ITCHY = itches(START, [5] * 28)


def test_scores_of_the_clinic_are_on_page_one_and_in_a_table() -> None:
    scores = (ClinicScore(START, "easi", 21.4, "Dr. Weber"), ClinicScore(START + 20 * DAY, "dlqi", 9.0))
    asked = replace(request(ITCHY, COURSE), around=Surroundings(readings=readings(scores, (), (), scales())))
    assert report_of(asked).around == ("DLQI 9 (0 to 30, 22 Aug 2026) · EASI 21.4 (0 to 72, 2 Aug 2026)",)
    found = listing_of(asked, "Scores from the clinic or from a form")
    assert found.rows[0] == ("2 Aug 2026", "EASI (0 to 72, lower is better)", "21.4", "Dr. Weber", "")
    assert "Questionnaires" not in found.caption


def _scored(*scores: tuple[int, str, float]) -> Request:
    """Days of a course with these scores of the clinic, each by its day counted from the first dose."""
    given = [ClinicScore(START + day * DAY, scale, value) for day, scale, value in scores]
    return replace(request(ITCHY, COURSE), around=Surroundings(readings=readings(given, (), (), scales())))


def test_a_score_with_two_values_is_among_the_key_numbers_however_many_came_later() -> None:
    later = [(number + 8, key, 3.0) for number, key in enumerate(("dlqi", "adct", "recap", "scorad"))]
    asked = _scored((-4, "easi", 26.4), (5, "easi", 9.8), (-4, "poem", 21), (6, "poem", 11), *later)
    report = report_of(asked)
    assert report.summary is not None
    assert report.summary.key_numbers is not None
    assert [(row.label, row.scale, row.cells) for row in report.summary.key_numbers.scores] == [
        (
            "EASI",
            "0 to 72, lower is better",
            ("26.4", "9.8", "▼\u00a016.6 (\u221263\u00a0%)", NONE, NONE, "29 Jul, 7 Aug"),
        ),
        ("POEM", "0 to 28, lower is better", ("21", "11", "▼\u00a010", NONE, NONE, "29 Jul, 8 Aug")),
    ]
    assert "the last value of the 8 weeks up to the first dose" in report.summary.key_numbers.notes
    (line,) = report.around
    assert [said.split()[0] for said in line.split(" · ")] == ["SCORAD", "RECAP", "ADCT", "1"]
    assert line.endswith(" · 1 more score")


def test_scores_stand_above_where_there_is_no_page_of_key_numbers() -> None:
    asked = _scored((-4, "easi", 26.4), (5, "easi", 9.8))
    assert report_of(replace(asked, parts=Parts(summary=False))).around == ("EASI 9.8 (0 to 72, 7 Aug 2026)",)


def test_without_a_course_a_score_is_its_newest_value_with_its_day() -> None:
    asked = replace(_scored((-4, "easi", 26.4), (5, "easi", 9.8)), course=None)
    report = report_of(asked)
    assert report.summary is not None
    assert report.summary.key_numbers is not None
    assert [row.cells for row in report.summary.key_numbers.scores] == [("9.8", NONE, NONE, "7 Aug")]


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_page_one_holds_all_scores_there_are(paper: Paper) -> None:
    given = [(day, key, 4.0 + day / 10) for key in scales() for day in (-10, 0, 10) if key != "iga"]
    given += [(-1, "iga", 4), (9, "iga", 2)]
    whole = [(day, key, round(value)) for day, key, value in given]
    asked = replace(demo_request(), around=_scored(*whole).around)
    first = read_pdf(printed(report_of(asked), paper)).pages[0].extract_text()
    assert all(one.name in first for one in scales().values())
    assert "Days by itch" in first


def test_questionnaires_that_were_filled_in_stand_with_the_scores(tmp_path: Path) -> None:
    # Some days (1) and most days (2), one answer of three missing: 3 points become 4.5. Two missing: no score.
    form = definition_of(evening(), START)
    whole = respond(evening(), START + 6 * DAY, {"dry": "some", "sore": "most"})
    half = respond(evening(), START + 13 * DAY, {"dry": "some"})
    with closing(Journal.open(tmp_path / "my.diary", lambda: LAST)) as journal:
        journal.save(form)
        journal.save(ClinicScore(START, "easi", 9.0))
        journal.save_all([whole, half])
        asked = read_request(journal, Period(START, LAST), LAST)
    assert report_of(asked).around == ("Evening questions 4.5 (0 to 9, 8 Aug 2026) · EASI 9 (0 to 72, 2 Aug 2026)",)
    found = listing_of(asked, "Scores from the clinic or from a form")
    name = "Evening questions, version 2 (0 to 9, lower is better)"
    assert found.rows[1:] == (
        ("8 Aug 2026", name, "4.5", "the patient", ""),
        ("15 Aug 2026", name, "not scored: 2 answers missing", "the patient", ""),
    )
    assert "scored by their own rule" in found.caption
    assert "not scored:" in text_of(printed(report_of(asked)))
