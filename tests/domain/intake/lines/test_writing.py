"""What is written as lines is read as the same days, in every language and order of dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.intake.lines.line_proposal import Fate
from adtracker.domain.intake.lines.reading import read_lines
from adtracker.domain.intake.lines.writing import LineWriting, write_lines
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod, Origin
from adtracker.domain.records.extent import from_palms
from adtracker.domain.records.sign import Sign
from adtracker.exchange.intake.line_words import words_of_language
from adtracker.exchange.intake.lines_found import found_in
from adtracker.resources import body
from tests.domain.intake.lines.habits import LANGUAGES, ORDERS, QUESTIONS, TODAY, habits

RATINGS = st.none() | st.integers(0, 100_000).map(lambda number: number / 10_000)
PER_CENTS = st.integers(0, 1_000_000).map(lambda number: Extent(number / 10_000, ExtentMethod.PERCENT))
PALMS = st.integers(0, 1000).map(lambda number: from_palms(body(), number / 10))
# What stands on one line.
NOTE_LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40).map(str.strip)
NOTES = st.lists(NOTE_LINES.filter(bool), max_size=3).map("\n".join)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "Stress at work": st.integers(0, 100).map(lambda number: number / 10),
        "Swam": st.sampled_from([0.0, 1.0]),
        "Steps": st.integers(0, 1_000_000).map(float),
        "Sport": st.integers(0, 1_000_000).map(lambda number: number / 1000),
    },
).map(lambda found: tuple(sorted(found.items())))
SIGNS = st.sets(st.sampled_from(Sign), min_size=1).map(lambda seen: tuple(one for one in Sign if one in seen))
DAYS = st.builds(
    DayEntry,
    st.dates(date(1900, 1, 1), TODAY),
    itch=RATINGS,
    sleep_quality=RATINGS,
    extent=st.none() | PER_CENTS | PALMS,
    note=NOTES,
    woken=st.none() | st.booleans(),
    bad_day=st.sampled_from([None, True]),
    signs=st.none()
    | st.sets(st.sampled_from(Sign), min_size=1).map(lambda seen: tuple(one for one in Sign if one in seen)),
    answers=ANSWERS,
).filter(lambda entry: not entry.is_empty)
DIARIES = st.lists(DAYS, max_size=6, unique_by=lambda entry: entry.day)


def _writing(language: str, order: DateOrder | None) -> LineWriting:
    questions = {one.key: one for one in QUESTIONS}
    return LineWriting(words_of_language(language), order, has_comma=language != "en", questions=questions)


@given(DIARIES, st.sampled_from(LANGUAGES), st.sampled_from(ORDERS))
def test_what_is_written_is_read_as_the_same_days(
    days: Sequence[DayEntry], language: str, order: DateOrder | None
) -> None:
    text = write_lines(days, _writing(language, order))
    lines = read_lines(text, habits(order))
    assert [(one.text, one.doubts) for one in lines if one.fate is not Fate.CLEAR] == []
    read = list(found_in(lines).proposals({}).entries())
    assert read == sorted((replace(entry, origin=Origin.PASTED) for entry in days), key=lambda entry: entry.day)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_written_as_a_person_would(language: str) -> None:
    entry = DayEntry(date(2026, 11, 28), itch=6, sleep_quality=4.5, woken=True, note="…", answers=(("Swam", 1.0),))
    line = {
        "en": "28.11.2026 itch 6 sleep 4.5 woken yes Swam yes note: …\n",
        "de": "28.11.2026 Juckreiz 6 Schlaf 4,5 aufgewacht ja Swam ja Notiz: …\n",
        "es": "28.11.2026 picazón 6 sueño 4,5 desperté sí Swam sí nota: …\n",
        "fr": "28.11.2026 démangeaison 6 sommeil 4,5 réveillé oui Swam oui remarque: …\n",
    }
    assert write_lines([entry], _writing(language, DateOrder.DAY_FIRST)) == line[language]


def test_marks_on_the_body_are_written_as_the_share_that_they_are() -> None:
    marked = DayEntry(date(2026, 11, 28), extent=Extent(1.8, ExtentMethod.REGIONS, (), "adult"))
    (line,) = read_lines(write_lines([marked], _writing("en", None)), habits())
    read = replace(marked, extent=Extent(1.8, ExtentMethod.PERCENT), origin=Origin.PASTED)
    assert list(found_in([line]).proposals({}).entries()) == [read]


def test_a_language_without_words_of_its_own_has_those_of_english() -> None:
    assert words_of_language("it") == words_of_language("en") != words_of_language("de")
