"""Days, spans and numbers are written in one way, in words that people read at once."""

from datetime import date
from string import Formatter

import pytest

from adtracker.domain.common.measure import EXTENT, ITCH
from adtracker.domain.common.period import Period
from adtracker.report.wording import Wording, mean_text, percent_of, value_text, week_number
from adtracker.resources import read_toml
from tests.report.samples import GLYPHS, TEXTS

WORDING = Wording(TEXTS)
AUGUST = date(2026, 8, 2)


@pytest.mark.parametrize(
    ("last", "full", "short"),
    [
        (date(2026, 8, 2), "2 August 2026", "2 Aug 2026"),
        (date(2026, 8, 8), "2 to 8 August 2026", "2 to 8 Aug 2026"),
        (date(2026, 9, 5), "2 August to 5 September 2026", "2 Aug to 5 Sep 2026"),
        (date(2027, 8, 2), "2 August 2026 to 2 August 2027", "2 Aug 2026 to 2 Aug 2027"),
    ],
)
def test_a_span_says_once_what_both_ends_share(last: date, full: str, short: str) -> None:
    period = Period(AUGUST, last)
    assert (WORDING.span(period), WORDING.short_span(period)) == (full, short)


def test_months_and_weekdays_are_complete() -> None:
    days = [date(2026, month, 1) for month in range(1, 13)]
    assert [WORDING.day(day) for day in days] == [f"{day.day} {day:%B %Y}" for day in days]
    assert [WORDING.short_day(day) for day in days] == [f"{day.day} {day:%b}" for day in days]
    week = [date(2026, 6, day) for day in range(1, 8)]
    assert [WORDING.names("weekdays_short")[day.weekday()] for day in week] == [f"{day:%a}" for day in week]


def test_one_is_not_many() -> None:
    assert (WORDING.days(1), WORDING.days(2), WORDING.days(0)) == ("1 day", "2 days", "0 days")


def test_means_keep_their_decimals_and_days_do_not() -> None:
    assert (mean_text(7.0, ITCH), value_text(7.0, ITCH)) == ("7.0", "7")
    assert (mean_text(28.4, EXTENT), value_text(100, EXTENT)) == ("28.4\u00a0%", "100\u00a0%")
    assert value_text(7.25, ITCH) == "7.3"


def test_shares_are_rounded_by_hand() -> None:
    assert [percent_of(*share) for share in ((0, 3), (1, 3), (1, 8), (3, 3))] == ["0", "33", "13", "100"]


def test_weeks_before_the_first_count_down_with_a_true_minus() -> None:
    assert [week_number(number) for number in (1, 0, -1)] == ["1", "0", "\u22121"]


def _sentences(table: object) -> list[str]:
    if isinstance(table, dict):
        return [sentence for value in table.values() for sentence in _sentences(value)]
    return [str(entry) for entry in table] if isinstance(table, list) else [str(table)]


def test_every_sentence_of_the_report_can_be_printed_and_read() -> None:
    for sentence in _sentences(read_toml("text", "en", "report.toml")):
        assert all(map(GLYPHS.covers, sentence.replace("\n", ""))), sentence
        assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(sentence)), sentence
        forbidden = ("diagnose", "detect", "monitor", "predict", "alert", "advise", "responder")
        assert not any(word in sentence.casefold() for word in forbidden), sentence
