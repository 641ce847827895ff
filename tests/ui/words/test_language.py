"""The window writes as its texts do, and reads as the person is used to, in fifteen places of the world and more."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt

from adtracker.domain.common.measure import ITCH
from adtracker.domain.common.period import Period
from adtracker.domain.common.typed_number import number_meant, numbers_read
from adtracker.ui.words.day_words import date_words, day_words, narrow_date_words, qt_date, span_words
from adtracker.ui.words.language import days_typed, first_weekday, speak
from adtracker.ui.words.number_words import mean_digits

SHOWN = date(2026, 11, 22)
PLACES = (
    *("en_US", "en_GB", "en_CA", "en_DE", "de_DE", "fr_FR", "es_ES", "it_IT", "pt_BR", "pl_PL", "cs_CZ", "ru_RU"),
    *("sv_SE", "fi_FI", "nl_NL", "tr_TR", "ar_EG", "fa_IR", "hi_IN", "th_TH", "vi_VN", "zh_CN", "ja_JP", "ko_KR"),
)
DAYS = [date(2026, 1, 1) + timedelta(days=11 * step) for step in range(34)]


@pytest.mark.parametrize("place", PLACES)
def test_a_day_that_is_written_here_is_read_here(place: str) -> None:
    speak(QLocale(place))
    for words in (date_words, narrow_date_words):
        assert [days_typed(words(day), SHOWN) for day in DAYS] == [(day,) for day in DAYS]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("28 mar 2026", date(2026, 3, 28)),
        ("mar 3 mar 2026", date(2026, 3, 3)),
        ("mar 24", date(2026, 11, 24)),
        ("mié 28 mar 2026", None),
        ("mar mar mar 3 2026", None),
    ],
)
def test_a_word_for_a_weekday_and_a_month_is_what_it_can_be(typed: str, day: date | None) -> None:
    speak(QLocale("es_ES"))
    assert days_typed(typed, SHOWN) == ((day,) if day is not None else ())


@pytest.mark.parametrize("place", PLACES)
def test_a_day_as_the_computer_writes_it_is_read_or_asked_for(place: str) -> None:
    locale = QLocale(place)
    speak(locale)
    for day in DAYS:
        short = days_typed(locale.toString(qt_date(day), locale.dateFormat(QLocale.FormatType.ShortFormat)), SHOWN)
        assert day in short
        assert len(short) == 1 or place == "ko_KR", "26. 5. 8. may be anything"
        assert day in days_typed(locale.toString(qt_date(day), "d MMMM yyyy"), SHOWN)


@pytest.mark.parametrize("place", PLACES)
def test_a_number_as_the_computer_writes_it_is_read(place: str) -> None:
    locale = QLocale(place)
    for number in (0.0, 7.5, 12.3, 1234567.5):
        assert numbers_read(locale.toString(number, "f", 1)) == (number,)
    speak(locale)
    assert number_meant(mean_digits(7.25, ITCH)) is not None


@pytest.mark.parametrize(
    ("place", "days"),
    [
        ("en_US", [date(2026, 8, 5)]),
        ("en_GB", [date(2026, 5, 8)]),
        ("de_DE", [date(2026, 5, 8)]),
        ("en_CA", [date(2026, 5, 8), date(2026, 8, 5)]),
        ("ja_JP", [date(2026, 5, 8), date(2026, 8, 5)]),
    ],
)
def test_slashes_are_read_in_the_order_of_the_place(place: str, days: list[date]) -> None:
    speak(QLocale(place))
    assert list(days_typed("8/5/2026", SHOWN)) == days


@pytest.mark.parametrize("place", ["fr_FR", "ar_EG", "ru_RU"])
def test_no_sentence_is_in_two_languages(place: str) -> None:
    speak(QLocale(place))
    assert day_words(SHOWN, SHOWN) == "Sunday 22 November"
    assert span_words(Period(date(2026, 6, 14), SHOWN)) == "14 June to 22 November 2026"
    assert QLocale().toString(4.6, "f", 1) == "4.6"


def test_a_month_in_the_persons_own_language_is_understood_too() -> None:
    speak(QLocale("fr_FR"))
    assert days_typed("8 août 2026", SHOWN) == (date(2026, 8, 8),)
    assert days_typed("8 August 2026", SHOWN) == (date(2026, 8, 8),)


@pytest.mark.parametrize(
    ("place", "weekday"),
    [("en_US", Qt.DayOfWeek.Sunday), ("de_DE", Qt.DayOfWeek.Monday), ("ar_EG", Qt.DayOfWeek.Saturday)],
)
def test_weeks_begin_as_the_place_has_it(place: str, weekday: Qt.DayOfWeek) -> None:
    speak(QLocale(place))
    assert first_weekday() is weekday


PROGRAM = """
from datetime import date
from adtracker.ui.shell.starting.application import application
application()
from adtracker.ui.kit.fields.pickers import DayField
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
field = DayField("Day", date(2026, 11, 22))
field.show()
field.selectAll()
QTest.keyClicks(field, "8/5/2026")
QTest.keyClick(field, Qt.Key.Key_Return)
print(field.text())
"""


@pytest.mark.slow
@pytest.mark.parametrize(("place", "day"), [("en_US", "5 August 2026"), ("de_AT", "8. Mai 2026")])
def test_what_the_computer_is_set_to_counts(place: str, day: str) -> None:
    settings = {"LC_ALL": f"{place}.UTF-8", "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env={**os.environ, **settings}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == day
