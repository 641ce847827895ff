"""The line of a clinic's sheet: what is written is read, also typed from paper; all else is refused with a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.problem import RefusedError
from adtracker.domain.intake.clinic_start import (
    LARGEST,
    MOST_OWN,
    NUMBERS,
    Asked,
    ClinicStart,
    check_start,
    clinic_start,
    plain,
)
from adtracker.domain.intake.clinic_text import read_start, write_start
from adtracker.domain.records.course import Course
from adtracker.domain.records.question import AnswerKind, Better, Question
from adtracker.domain.records.visit import Visit
from tests.strategies import NOTES

WHOLE = ClinicStart(
    course=Course(date(2026, 12, 1), "Dupilumab, 300 mg", 24),
    visit=date(2027, 1, 14),
    asked=(Asked("How sore is your skin?"), Asked("Did you use the cream?", is_yes_no=True)),
)
BODY = (
    "adtracker-start 1; numbers itch sleep; daily; course 2026-12-01, 24 weeks, Dupilumab, 300 mg; visit 2027-01-14; "
    "ask How sore is your skin?; ask-yes-no Did you use the cream?"
)
LINE = f"{BODY}; end {crc32(BODY.encode()) & 0xFFFF:04x}"
DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))


@st.composite
def starts(draw: st.DrawFn) -> ClinicStart:
    """Whatever can be typed, made plain."""
    return clinic_start(
        draw(st.sets(st.sampled_from(NUMBERS), min_size=1)),
        draw(st.none() | st.integers(1, 7)),
        draw(st.none() | st.builds(Course, DAYS, NOTES, st.integers(1, 520))),
        draw(st.none() | DAYS),
        draw(st.lists(st.builds(Asked, NOTES, st.booleans()), max_size=3, unique_by=lambda one: plain(one.text))),
    )


def rule(text: str) -> str:
    """The rule for which a text is refused."""
    with pytest.raises(RefusedError) as refused:
        read_start(text)
    (problem,) = refused.value.problems
    return problem.rule


def test_a_start_is_written_as_the_documentation_says() -> None:
    assert write_start(WHOLE) == LINE
    assert read_start(LINE) == WHOLE


def test_the_smallest_says_what_to_write_and_how_often() -> None:
    assert write_start(ClinicStart()) == "adtracker-start 1; numbers itch sleep; daily; end 378a"
    assert write_start(ClinicStart(("skin",), 7)) == "adtracker-start 1; numbers skin; weekly sunday; end 7b02"


@given(starts())
def test_what_is_written_is_read(start: ClinicStart) -> None:
    assert read_start(write_start(start)) == start


@pytest.mark.slow
@given(starts(), st.data())
def test_line_ends_and_blanks_of_a_mail_are_of_no_account(start: ClinicStart, data: st.DataObject) -> None:
    blanks = st.sampled_from([" ", "  ", "\n", " \r\n", "\t"])
    broken = "".join(data.draw(blanks) if letter == " " else letter for letter in write_start(start))
    assert read_start(f"\n {broken} \n") == start


@pytest.mark.slow
@given(starts(), st.data())
def test_half_of_a_text_is_refused(start: ClinicStart, data: st.DataObject) -> None:
    line = write_start(start)
    assert rule(line[: data.draw(st.integers(0, len(line) - 1))]).startswith("start_")


@given(NOTES | st.text(max_size=200))
def test_any_other_text_is_refused(text: str) -> None:
    assert rule(text) == "start_unknown"


def test_capitals_of_the_words_of_the_program_are_of_no_account() -> None:
    typed = LINE.replace("adtracker-start", "Adtracker-Start").replace("visit", "VISIT").replace("end", "End")
    assert read_start(typed) == WHOLE
    assert rule(LINE.replace("How sore", "how sore")) == "start_mistyped"


@pytest.mark.parametrize(
    ("wrong", "right", "found"),
    [
        ("adtracker-begin", "adtracker-start", "start_unknown"),
        ("start 2;", "start 1;", "start_newer"),
        ("start one;", "start 1;", "start_unknown"),
        ("2027-01-15", "2027-01-14", "start_mistyped"),
        ("2027-02-30", "2027-01-14", "start_part"),
        ("27-01-14", "2027-01-14", "start_part"),
        ("daily; weekly friday", "daily", "start_part_twice"),
        ("daily; daily", "daily", "start_part_twice"),
        ("weekly someday", "daily", "start_part"),
        ("itch itch", "itch sleep", "start_part"),
        ("itch pain", "itch sleep", "start_part"),
        ("24 days", "24 weeks", "start_part"),
        ("0 weeks", "24 weeks", "weeks_range"),
        ("1800-12-01", "2026-12-01", "date_range"),
        ("ask; ask", "ask", "start_part"),
        ("dose 300 mg;", "daily;", "start_part"),
        ("How sore is your skin?; ask How sore is your skin?", "How sore is your skin?", "start_asked_twice"),
    ],
)
def test_what_is_wrong_is_said(wrong: str, right: str, found: str) -> None:
    assert rule(LINE.replace(right, wrong, 1)) == found


def test_the_end_is_missed_where_it_is_not_there() -> None:
    assert rule(BODY) == "start_cut"
    assert rule("adtracker-start 1") == "start_cut"
    assert rule("adtracker-start 1; end 0000") == "start_cut"
    assert rule("x" * 100_000) == "start_unknown"


def test_a_new_diary_gets_records_of_it() -> None:
    sore, cream = WHOLE.questions
    assert sore == Question("How sore is your skin?", "How sore is your skin?", position=0)
    assert (cream.kind, cream.better, cream.position) == (AnswerKind.YES_NO, Better.NEITHER, 1)
    assert WHOLE.visits == (Visit(date(2027, 1, 14)),)
    assert (ClinicStart().visits, ClinicStart().questions) == ((), ())


def test_what_is_typed_is_made_plain() -> None:
    made = clinic_start(
        ["sleep", "itch"], course=Course(date(2026, 12, 1), " A;\n B "), asked=[Asked(" "), Asked("a\tb")]
    )
    assert made == ClinicStart(("itch", "sleep"), course=Course(date(2026, 12, 1), "A, B"), asked=(Asked("a b"),))


def test_what_no_sheet_can_ask_is_refused_when_it_is_written() -> None:
    many = tuple(Asked(str(number)) for number in range(MOST_OWN + 1))
    assert [one.rule for one in check_start(ClinicStart(asked=many))] == ["start_too_many"]
    assert [one.rule for one in check_start(ClinicStart(numbers=()))] == ["start_nothing_asked"]
    long = ClinicStart(asked=tuple(Asked("ツ" * 110 + str(number)) for number in range(4)))
    with pytest.raises(RefusedError) as refused:
        write_start(long)
    assert [one.rule for one in refused.value.problems] == ["start_too_long"]
    assert len("ツ".encode()) * 110 * 4 > LARGEST


def test_the_example_of_the_documentation_is_read() -> None:
    documented = (Path(__file__).parents[3] / "docs" / "data-formats.md").read_text(encoding="utf-8")
    (line,) = (line for line in documented.splitlines() if line.startswith("    adtracker-start"))
    start = read_start(line)
    assert (start.visit, [one.text for one in start.asked]) == (date(2027, 1, 14), ["How sore is your skin?"])
    assert write_start(start) == line.strip()


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n  "])
def test_a_row_may_end_at_any_hyphen_of_the_line(end: str) -> None:
    start = ClinicStart(visit=date(2027, 1, 14), asked=(Asked("Did you use gloves?", is_yes_no=True),))
    line = write_start(start)
    broken = [f"{line[: at + 1]}{end}{line[at + 1 :]}" for at, letter in enumerate(line) if letter == "-"]
    assert len(broken) == 5
    assert [read_start(text) for text in broken] == [start] * 5
