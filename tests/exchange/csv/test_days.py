"""The table: every refused row is named with its line and reasons, and what is written reads back the same."""

import tracemalloc
from datetime import date
from itertools import chain, repeat

import pytest
from hypothesis import given, settings

from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.sign import Sign
from adtracker.errors import ExchangeError
from adtracker.exchange.csv import days as csv_days
from adtracker.exchange.csv.day_table import write_days
from adtracker.exchange.csv.rows import Table
from adtracker.exchange.import_result import MOST_REFUSED, ImportResult
from adtracker.exchange.references import References
from adtracker.exchange.text_file import lines_in
from adtracker.resources import Texts
from tests.exchange.whole import as_in_a_table
from tests.strategies import TODAY, asked, diary_days

LEFT = (("left", 3.0),)
HEADER = "date,itch,sleep_quality,extent_percent,note\n"
TEXTS = Texts()
DAY = date(2026, 8, 1)


STRESS = Question("Stress", "Stress at work")
WINE = Question("wine; red", "Any wine?", AnswerKind.YES_NO)
STEPS = Question("steps", "Steps", AnswerKind.COUNT)


def _read(text: str, *questions: Question) -> ImportResult:
    parsed = ImportResult(TODAY, References(questions={question.key: question for question in questions}))
    csv_days.read(Table("days.csv", lines_in(text)), parsed)
    return parsed


def _refusals(text: str) -> list[tuple[int | None, str, str]]:
    parsed = _read(text)
    found = [(refused.place.line, problem) for refused in parsed.refused for problem in refused.problems]
    assert all(TEXTS.problem(problem) for _, problem in found)  # each has its sentence
    return [(line, problem.field, problem.rule) for line, problem in found]


@pytest.mark.slow
@settings(max_examples=40)
@given(diary_days)
def test_what_is_written_reads_back_the_same(days: list[DayEntry]) -> None:
    parsed = _read(write_days(days), *asked(days))
    assert parsed.refused == []
    assert parsed.of(DayEntry) == [as_in_a_table(entry) for entry in days]


def test_what_surrounds_a_day_is_written_in_words() -> None:
    days = [
        DayEntry(DAY, woken=True, signs=(), context=("stress", "a; b"), answers=(("Stress", 6.5), ("wine; red", 1.0))),
        DayEntry(
            TODAY, woken=False, signs=(Sign.DRY, Sign.CRACKED), context=(), answers=(("left", 3.0),), bad_day=True
        ),
    ]
    assert write_days(days, [STRESS, WINE]) == (
        "date,itch,sleep_quality,extent_percent,note,woken,signs,context,bad_day,"
        "answer: Stress,answer: wine; red,answer: left\r\n"
        '2026-08-01,,,,,yes,none,"stress; ""a; b""",,6.5,yes,\r\n'
        "2026-08-02,,,,,no,dry; cracked,none,yes,,,3\r\n"
    )


def test_what_surrounds_a_day_is_read_as_people_write_it() -> None:
    text = (
        "date;Woken;SIGNS;Context;ANSWER:Stress;answer:  wine; red \n"
        '2026-08-01; YES ;"cracked;dry;";"pets ; ""a; b""";7;0\n'
    ).replace("answer:  wine; red ", '"answer:  wine; red "')
    (entry,) = _read(text, STRESS, WINE).of(DayEntry)
    assert (entry.woken, entry.signs, entry.context) == (True, (Sign.DRY, Sign.CRACKED), ("pets", "a; b"))
    assert entry.answers == (("Stress", 7.0), ("wine; red", 0.0))


@pytest.mark.parametrize(
    ("column", "text", "field", "rule"),
    [
        ("woken", "maybe", "woken", "not_yes_or_no"),
        ("woken", "1", "woken", "not_yes_or_no"),
        ("signs", "dry; purple", "signs", "not_a_choice"),
        ("signs", '"""dry"', "signs", "list_quotation_marks"),
        ("context", "x" * 61, "context", "text_too_long"),
        ("context", "a; a", "context", "keys_range"),
        ("context", '""" """', "context", "name_missing"),
        ("answer: Stress", "11", "answers.Stress", "number_range"),
        ("answer: Stress", "yes", "answers.Stress", "not_a_number"),
        ("answer: steps", "1.5", "answers.steps", "whole_number"),
        ("answer: wine; red", "maybe", "answers.wine; red", "not_yes_or_no"),
        ("answer: wine; red", "2", "answers.wine; red", "number_range"),
    ],
)
def test_what_surrounds_a_day_is_refused_by_its_column(column: str, text: str, field: str, rule: str) -> None:
    parsed = _read(f"date,{column}\n2026-08-01,{text}\n", STRESS, WINE, STEPS)
    (problem,) = (problem for refused in parsed.refused for problem in refused.problems)
    assert (problem.field, problem.rule) == (field, rule)
    assert TEXTS.problem(problem)


def test_answers_to_a_question_nobody_knows_refuse_the_file() -> None:
    with pytest.raises(ExchangeError) as caught:
        _read("date,answer: Mood\n2026-08-01,3\n", STRESS)
    assert TEXTS.error(caught.value).startswith("days.csv has answers to “Mood”, a question that neither")


def test_a_table_is_written_as_people_expect_it() -> None:
    extent = Extent(14.2, ExtentMethod.PALMS, palms=14.2)
    days = [DayEntry(DAY, 7.0, 6.5, extent, 'bad, "very" bad'), DayEntry(TODAY, note="=1+1")]
    assert write_days(days) == (
        "date,itch,sleep_quality,extent_percent,note,woken,signs,context,bad_day\r\n"
        '2026-08-01,7,6.5,14.2,"bad, ""very"" bad",,,,\r\n'
        "2026-08-02,,,,'=1+1,,,,\r\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "date,itch,sleep_quality,extent_percent,note\n2026-08-01,7,6.5,14,hot night\n",
        "date,itch,sleep_quality,extent_percent,note\r\n2026-08-01,7,6.5,14,hot night\r\n\r\n",
        "note,extent_percent,sleep_quality,itch,date\nhot night,14,6.5,7,2026-08-01",
        " Date ,ITCH,Sleep_Quality,extent_percent,NOTE\n 2026-08-01 , 7 ,6.5,14,hot night\n",
        "date;itch;sleep_quality;extent_percent;note\n2026-08-01;7;6.5;14;hot night\n",
        '"date","itch","sleep_quality","extent_percent","note"\n"2026-08-01","7","6.5","14","hot night"\n,,,,\n',
    ],
)
def test_a_table_is_read_however_it_is_laid_out(text: str) -> None:
    parsed = _read(text)
    assert parsed.refused == []
    assert parsed.of(DayEntry) == [DayEntry(DAY, 7, 6.5, Extent(14, ExtentMethod.PERCENT), "hot night")]


def test_only_the_date_column_must_be_there_and_empty_is_not_recorded() -> None:
    assert _read("itch,date\n0,2026-08-01\n").of(DayEntry) == [DayEntry(DAY, itch=0)]
    assert not _read(HEADER + "2026-08-01,,,,\n").of(DayEntry)
    assert not _read(HEADER).of(DayEntry)


def test_a_note_is_kept_letter_for_letter() -> None:
    note = " =cmd|'/c calc'!A1\n<b>&amp;\t"
    assert _read(f'date,note\n2026-08-01,"{note}"\n').of(DayEntry) == [DayEntry(DAY, note=note)]


@pytest.mark.parametrize(
    ("row", "field", "rule"),
    [
        ("2026-08-01,11,,,", "itch", "number_range"),
        ("2026-08-01,-1,,,", "itch", "number_range"),
        ("2026-08-01,1e309,,,", "itch", "number_range"),
        ("2026-08-01,NaN,,,", "itch", "not_a_number"),
        ("2026-08-01,,bad,,", "sleep_quality", "not_a_number"),
        ("2026-08-01,,,101,", "extent_percent", "number_range"),
        ("2026-02-30,5,,,", "date", "not_a_date"),
        (",5,,,", "date", "missing"),
        ("1899-12-31,5,,,", "date", "date_range"),
        ("2026-08-01,,,,a\0b", "note", "text_unreadable"),
        ("2026-08-01,7,6,14,hot, humid", "", "number_of_values"),
        ("2026-08-01,7", "", "number_of_values"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_with_its_line_and_reason(row: str, field: str, rule: str) -> None:
    assert _refusals(f"{HEADER}2026-07-31,5,,,\n{row}\n2026-07-30,5,,,\n") == [(3, field, rule)]


def test_all_that_is_wrong_with_a_row_is_named_at_once() -> None:
    assert sorted(_refusals(HEADER + "yesterday,11,x,14,\n")) == [
        (2, "date", "not_a_date"),
        (2, "itch", "number_range"),
        (2, "sleep_quality", "not_a_number"),
    ]


def test_lines_are_counted_in_the_file_not_in_rows() -> None:
    text = HEADER + '2026-07-30,5,,,"one\ntwo\nthree"\n\n2026-07-31,12,,,\n'
    assert _refusals(text) == [(6, "itch", "number_range")]


def test_the_second_row_of_a_day_is_refused() -> None:
    assert _refusals(HEADER + "2026-08-01,5,,,\n2026-08-01,5,,,\n") == [(3, "date", "day_twice")]


def test_a_quotation_mark_left_open_is_named_where_the_row_begins() -> None:
    text = HEADER + '2026-07-31,5,,,\n2026-08-01,5,,,"never closed\n2026-08-02,5,,,\n'
    assert _refusals(text) == [(3, "", "quotation_marks")]


def test_a_note_of_ten_million_letters_is_refused_like_any_long_note() -> None:
    assert _refusals(f"{HEADER}2026-08-01,5,,,{'x' * 10_000_000}\n") == [(2, "note", "text_too_long")]


@pytest.mark.slow
def test_rows_are_read_one_by_one_and_few_refusals_are_kept() -> None:
    rows = chain(["date,itch,note\n"], repeat("2026-08-01,99,what nobody needs to remember\n", 20_000))
    parsed = ImportResult(TODAY)
    tracemalloc.start()
    try:
        csv_days.read(Table("days.csv", lambda: rows), parsed)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (parsed.refused_count, len(parsed.refused)) == (20_000, MOST_REFUSED)
    assert most < 1_000_000


@pytest.mark.parametrize(
    ("header", "key", "values"),
    [
        ("", "no_header", {"column": "date"}),
        ("\n\n", "no_header", {"column": "date"}),
        ("itch,note", "no_header", {"column": "date"}),
        ("date,Itching", "unknown_column", {"column": "Itching", "number": 2, "file": "days.csv"}),
        ("date,itch,Date ", "column_twice", {"column": "Date"}),
        ('date,"itch', "no_header", {"column": "date"}),
    ],
)
def test_a_header_that_cannot_be_understood_refuses_the_file(header: str, key: str, values: dict[str, object]) -> None:
    with pytest.raises(ExchangeError) as caught:
        _read(f"{header}\n2026-08-01,5\n" if header.strip() else header)
    assert caught.value.key == f"exchange.{key}"
    assert TEXTS.error(caught.value)
    assert values.items() <= caught.value.values.items()
