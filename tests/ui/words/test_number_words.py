"""Numbers in words: one style everywhere, missing is never zero, direction in words beside the arrow."""

import pytest
from PySide6.QtCore import QLocale

from adtracker.domain.common.measure import EXTENT, ITCH, Measure
from adtracker.domain.records.question import AnswerKind, Better, Question, measure_of
from adtracker.resources import Texts
from adtracker.ui.trends.words import worked_out
from adtracker.ui.words.number_words import (
    NO_BREAK,
    baseline_words,
    change_mark,
    change_words,
    days,
    mean_words,
    n_of_seven,
    sum_words,
    value_words,
    written_number,
)
from tests.pseudo import spoken
from tests.reading_level import grade, sentences, words

SWAM = measure_of(Question("Swam", "Did I swim?", AnswerKind.YES_NO, Better.NEITHER))
STEPS = measure_of(Question("Steps", "Steps", AnswerKind.COUNT, Better.HIGHER, "steps"))


@pytest.mark.parametrize(
    ("value", "measure", "expected"),
    [(4, ITCH, "4"), (0, ITCH, "0"), (4.5, ITCH, "4.5"), (12, EXTENT, "12\u00a0%"), (12.25, EXTENT, "12.3\u00a0%")],
)
def test_what_was_recorded_has_no_more_decimals_than_it_needs(value: float, measure: Measure, expected: str) -> None:
    assert value_words(value, measure) == expected


def test_a_mean_keeps_its_decimals() -> None:
    assert mean_words(7.0, ITCH) == "7.0"
    assert mean_words(28.4, EXTENT) == "28.4\u00a0%"


@pytest.mark.parametrize(
    ("change", "percent", "measure", "words", "mark"),
    [
        (-3.9, -53, ITCH, "3.9 (53\u00a0%) lower than baseline", "▼\u00a03.9 (53\u00a0%)"),
        (0.4, None, ITCH, "0.4 higher than baseline", "▲\u00a00.4"),  # from a baseline of 0
        (0.0, 0, ITCH, "the same as baseline", "no change"),
        # Of 26.7 % it is 17.8 points, not 17.8 %.
        (-17.8, -67, EXTENT, "17.8 points (67\u00a0%) lower than baseline", "▼\u00a017.8 (67\u00a0%)"),
    ],
)
def test_a_change_says_its_direction(
    change: float, percent: float | None, measure: Measure, words: str, mark: str
) -> None:
    assert change_words(change, measure, percent) == words
    assert change_mark(change, measure, percent) == mark


def test_a_yes_or_no_is_said_in_words_and_averaged_as_the_share_of_days() -> None:
    assert [value_words(value, SWAM) for value in (0, 1)] == ["no", "yes"]
    assert mean_words(0.29, SWAM) == "29\u00a0% of days"
    assert change_words(-0.14, SWAM) == "14 points lower than baseline"
    assert change_mark(0.14, SWAM) == "▲\u00a014"


def test_a_count_is_written_in_groups_with_what_is_counted() -> None:
    assert value_words(8400, STEPS) == mean_words(8400, STEPS) == "8,400\u00a0steps"
    assert change_words(-1200, STEPS) == "1,200 lower than baseline"


def test_no_change_is_known_without_both_sides() -> None:
    assert change_mark(None, ITCH) == "–"  # noqa: RUF001 -- the mark for nothing


def test_a_baseline_says_so_if_it_began_late() -> None:
    assert baseline_words(7.3, ITCH, began_late=False) == "baseline 7.3"
    assert baseline_words(7.3, ITCH, began_late=True) == "baseline 7.3 (first days)"


def test_counts() -> None:
    assert (days(1), days(2), n_of_seven(6)) == ("1 day", "2 days", "6 of 7 days")


def test_how_signs_are_counted_can_be_read_after_a_bad_night() -> None:
    said = f"{sum_words()}\n{Texts().table('definitions')['signs']['text']}"
    assert said.count("0 to 4 points a week: 0 for no day") == 2
    assert max(len(words(sentence)) for sentence in sentences(said)) <= 25
    assert grade(said) <= 6


@pytest.mark.parametrize("least", [1, 5])
def test_a_line_of_the_charts_is_said_in_short_sentences(least: int) -> None:
    said = worked_out(least)
    assert (
        f"Each line is a 7-day average, of that day and the 6 days before. It needs at least {least} of 7 days." in said
    )
    assert max(len(words(sentence)) for sentence in sentences(said)) <= 25


def test_thousands_never_look_like_decimals() -> None:
    usual = QLocale()
    assert [written_number(value, 0) for value in (9002, 12_345)] == ["9,002", "12,345"]
    with spoken(code="de"):
        QLocale.setDefault(QLocale(QLocale.Language.German))
        said = [written_number(value, decimals) for value, decimals in ((9002, 0), (7.5, 1), (12_345, 0))]
        QLocale.setDefault(usual)
    assert said == ["9002", "7,5", f"12{NO_BREAK}345"]
