"""`adtracker report`: a PDF of the right days, with those days attached as a table."""

import re
from contextlib import closing
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from adtracker.commands import options, report
from adtracker.commands.context import CommandContext
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.queries.report import Parts
from adtracker.report.periods import usual_period
from adtracker.resources import Texts
from adtracker.settings import Settings
from tests.cli.conftest import NOW, START, TODAY, Run, open_diary
from tests.report.samples import read_pdf, text_of


def test_the_report_is_saved_and_said_where_it_is(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "visit.pdf"
    assert run("report", "-o", file, "--diary", diary) == (0, f"The report is in {file}.\n", "")
    assert file.read_bytes().startswith(b"%PDF-")


def test_the_paper_can_be_chosen(run: Run, diary: Path, tmp_path: Path) -> None:
    for paper, size in (("a4", (595, 842)), ("us-letter", (612, 792))):
        file = tmp_path / f"{paper}.pdf"
        assert run("report", "-o", file, "--paper", paper, "--diary", diary).code == 0
        box = re.search(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", file.read_bytes())
        assert box is not None
        assert (round(float(box[1])), round(float(box[2]))) == size


def test_published_ranges_are_in_the_chart_if_asked_for(run: Run, diary: Path, tmp_path: Path) -> None:
    for ranges, is_there in (((), False), (("--ranges",), True)):
        file = tmp_path / "visit.pdf"
        assert run("report", "-o", file, *ranges, "--diary", diary).code == 0
        assert ("Thin lines: 2 and 4 points below baseline" in text_of(file.read_bytes())) == is_there
        file.unlink()


def test_the_report_covers_the_days_asked_for_and_attaches_them(diary: Path) -> None:
    desk = CommandContext(Texts(), Settings(), diary, lambda: NOW)
    made, document = report.make(desk, report.Wanted(date(2026, 8, 3), date(2026, 8, 5)))
    assert "3" in made.when
    assert "5 August 2026" in made.when
    assert b"diary.csv" in document


@pytest.mark.parametrize(
    ("today", "period"),
    [
        (date(2026, 8, 2), Period(START, date(2026, 8, 2))),
        (TODAY, Period(START, TODAY)),
        (date(2027, 1, 16), Period(START, date(2027, 1, 16))),  # day 168, the last of the course
        (date(2027, 1, 17), Period(date(2026, 8, 3), date(2027, 1, 17))),
        (date(2026, 8, 1), Period(date(2026, 2, 15), date(2026, 8, 1))),
    ],
)
def test_unless_days_are_given_it_covers_the_course_so_far_or_the_last_24_weeks(today: date, period: Period) -> None:
    assert usual_period(Course(START), today) == period


def test_a_last_day_before_the_course_still_has_its_24_weeks(run: Run, diary: Path, tmp_path: Path) -> None:
    assert run("report", "-o", tmp_path / "visit.pdf", "--to", "2026-07-30", "--diary", diary).code == 0


def test_days_the_wrong_way_round_are_wrong_usage(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "visit.pdf"
    done = run("report", "-o", file, "--from", "2026-08-05", "--to", "2026-08-03", "--diary", diary)
    assert done == (2, "", "The report cannot end (2026-08-03) before it begins (2026-08-05).\n")
    assert not file.exists()


def test_a_character_that_no_font_has_is_named_not_dropped(run: Run, diary: Path, tmp_path: Path) -> None:
    journal = open_diary(diary)
    journal.save(Profile("A. B. \N{PILE OF POO}"))
    journal.close()
    done = run("report", "-o", tmp_path / "visit.pdf", "--diary", diary)
    assert done.code == 0
    assert "says them in words: pile of poo." in done.err


def test_a_report_can_be_made_from_an_empty_diary_and_sent_on(run: Run, tmp_path: Path) -> None:
    new = tmp_path / "new.diary"
    open_diary(new, create=True).close()
    file = tmp_path / "visit.pdf"
    assert run("report", "-o", file, "--diary", new).code == 0
    assert file.stat().st_size > 1000


def _attached(file: Path) -> list[str]:
    """The lines of the table in a report; none where there is no table."""
    found = read_pdf(file.read_bytes()).attachments.get("diary.csv")
    return found[0].decode("utf-8-sig").splitlines() if found else []


@pytest.mark.slow
def test_what_goes_along_can_be_said(run: Run, diary: Path, tmp_path: Path) -> None:
    with closing(open_diary(diary)) as journal:
        journal.save(DayEntry(TODAY, itch=3, note="Slept by the window.", context=("stress",)))
    file = tmp_path / "visit.pdf"
    usual = "date,itch,sleep_quality,extent_percent,woken,signs,context,bad_day"
    for words, header, has_note, has_trigger in (
        ([], usual, False, True),
        (["--notes"], "date,itch,sleep_quality,extent_percent,note,woken,signs,context,bad_day", True, True),
        (["--without", "details"], "date,itch,sleep_quality,extent_percent,bad_day", False, False),
        (["--data", "none", "--notes"], None, True, True),
        (["--without", "summary", "--without", "weeks"], "date,woken,signs,context", False, True),
    ):
        assert run("report", "-o", file, *words, "--diary", diary).code == 0
        assert _attached(file)[:1] == ([header] if header else [])
        text = " ".join(text_of(file.read_bytes()).split()) + " ".join(_attached(file))
        assert ("Slept by the window." in text, "Triggers ticked" in text) == (has_note, has_trigger)


def test_every_part_of_a_report_can_be_named() -> None:
    usual = {one.name for one in fields(Parts) if one.default is True}
    assert set(options.PARTS.values()) == usual - {"data"}


def test_a_part_that_there_is_not_is_wrong_usage(run: Run, diary: Path, tmp_path: Path) -> None:
    done = run("report", "-o", tmp_path / "visit.pdf", "--without", "notes", "--diary", diary)
    assert done.code == 2
    assert "summary" in done.err
