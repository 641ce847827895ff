"""The first of a month, which some languages count in words, and every other day: what is written is read again."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale

from adtracker import resources
from adtracker.domain.common.period import Period
from adtracker.domain.intake.lines.reading import read_lines
from adtracker.exchange.intake.when import read_when
from adtracker.language import ENGLISH, NAMES, NO_BREAK
from adtracker.report.wording import Wording
from adtracker.resources import Texts
from adtracker.ui.words.day_words import (
    brief_day,
    brief_day_before,
    date_words,
    day_words,
    listed_day_words,
    short_day_words,
    span_words,
    weekday_letter,
)
from adtracker.ui.words.language import days_typed, speak
from tests.domain.intake.lines.habits import TODAY, habits

FIRST, LAST = date(2026, 8, 1), date(2026, 8, 8)
DAYS = [FIRST + timedelta(days=step) for step in range(92)]


@pytest.fixture(params=NAMES)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    code = str(request.param)
    resources.speak(code)
    speak(QLocale("en_GB" if code == ENGLISH else code))
    yield code
    resources.speak(ENGLISH)


def test_the_first_of_a_month_is_written_as_the_language_does(spoken: str) -> None:
    wanted = {
        "en": ("1 August 2026", "Sat 1 Aug", "1 to 8 August 2026", "1"),
        "de": ("1. August 2026", "Sa, 1. Aug", "1. bis 8. August 2026", "1."),
        "es": ("1 de agosto de 2026", "sáb 1 ago", "1 al 8 de agosto de 2026", "1"),
        "fr": ("1er août 2026", "sam 1er août", "1er au 8 août 2026", "1er"),
    }[spoken]
    said = date_words(FIRST), short_day_words(FIRST, TODAY), span_words(Period(FIRST, LAST))
    assert (*said, brief_day_before(FIRST, LAST)) == wanted
    report = Wording(Texts())
    printed = (report.day(FIRST), report.span(Period(FIRST, LAST)))
    assert tuple(one.replace(NO_BREAK, " ") for one in printed) == (wanted[0], wanted[2])


def test_the_month_stands_with_the_first_of_two_days_only_where_the_other_has_another() -> None:
    assert brief_day_before(FIRST, date(2026, 9, 2)) == "1 Aug"
    assert brief_day_before(FIRST, date(2027, 8, 2)) == "1 Aug"


def test_every_day_that_is_written_is_read_by_a_field(spoken: str) -> None:
    for day in DAYS:
        for said in (date_words(day), day_words(day, TODAY), short_day_words(day, TODAY), brief_day(day)):
            assert days_typed(said, TODAY) == (day,), said
        assert days_typed(listed_day_words(day), date(2020, 1, 1)) == (day,)


def test_every_day_that_is_written_is_read_from_a_table_and_from_a_line(spoken: str) -> None:
    for day in DAYS:
        when = read_when(date_words(day))
        assert when is not None
        assert when.day == day
        (line,) = read_lines(f"{date_words(day)} 6/4", habits(language=spoken))
        assert line.days == (day,)


@pytest.mark.parametrize("said", ["1.º de agosto de 2026", "1º de agosto de 2026", "1ro de agosto de 2026"])
def test_the_first_of_a_month_is_read_as_it_is_written_in_america(said: str) -> None:
    when = read_when(said)
    assert when is not None
    assert when.day == FIRST
    speak(QLocale("es_MX"))
    assert days_typed(said, TODAY) == (FIRST,)


@pytest.mark.parametrize("code", ["en_GB", "de", "es", "fr", "he", "ar", "fa", "ur", "zh"])
def test_the_days_of_a_week_can_be_told_apart_by_their_letters(code: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(code))
    letters = [weekday_letter(FIRST + timedelta(days=step)) for step in range(7)]
    QLocale.setDefault(before)
    assert len(set(letters)) >= 4
    assert max(map(len, letters)) <= 2
    assert not any(letter.islower() for letter in letters), "they stand alone"
