"""Lines as people write them: each is read, asked about or shown; none is taken for what it does not say."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.intake.lines.line_proposal import Doubt, Fate
from adtracker.domain.intake.lines.reading import read_lines
from adtracker.resources import Texts
from tests.domain.intake.lines.habits import ORDERS, habits
from tests.domain.intake.lines.told import told

LINES = tomllib.loads(Path(__file__).with_name("messy.toml").read_text("utf-8"))["lines"]


@pytest.mark.parametrize("line", LINES, ids=[line[0] for line in LINES])
def test_a_line_is_read_rightly_asked_about_or_shown(line: list[str]) -> None:
    text, *expected = line
    (one,) = read_lines(text, habits())
    assert list(told(one)) == expected
    assert one.text == text


@pytest.mark.parametrize("order", ORDERS, ids=str)
@pytest.mark.parametrize("line", ["8.5. itch 6", "8.5.2026 itch 6", "8. 5. itch 6", "on 8.5.26: itch 6"])
def test_a_day_with_full_stops_is_day_and_month_however_the_computer_is_set(line: str, order: DateOrder | None) -> None:
    (one,) = read_lines(line, habits(order))
    assert (one.fate, one.day) == (Fate.CLEAR, date(2026, 5, 8))


def test_where_the_lines_show_the_month_first_a_day_with_full_stops_is_asked_about() -> None:
    first, second = read_lines("11.28. itch 6\n8.5. itch 5", habits(DateOrder.MONTH_FIRST))
    assert (first.fate, first.day) == (Fate.CLEAR, date(2026, 11, 28))
    assert second.doubts == (Doubt.SEVERAL_DAYS,)


def test_where_nobody_knows_the_order_of_days_the_lines_show_it() -> None:
    slashes = [one.day for one in read_lines("8/5 itch 6\n28/5 itch 5", habits(None))]
    assert slashes == [date(2026, 5, 8), date(2026, 5, 28)]
    both = read_lines("8/5 itch 6\n28/5 itch 5\n5/28 itch 4", habits(None))
    assert both[0].doubts == (Doubt.SEVERAL_DAYS,)
    stops = read_lines("8/5 itch 6\n28.5. itch 5", habits(None))
    assert stops[0].doubts == (Doubt.SEVERAL_DAYS,), "full stops say nothing of slashes"


def test_there_are_200_of_them_of_every_fate() -> None:
    assert len({line[0] for line in LINES}) >= 200
    assert {line[1] for line in LINES} == {fate.value for fate in Fate}


def test_what_is_not_clear_says_why() -> None:
    for text, fate, _, _, doubts in LINES:
        assert bool(doubts) == (fate not in ("clear", "heading")), text


def test_whatever_is_open_has_its_words() -> None:
    texts = Texts()
    for doubt in Doubt:
        assert texts.say(f"lines.asked.{doubt.value}")
        assert texts.say(f"intake.open.{doubt.value}")
