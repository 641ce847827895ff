"""Lines as people write them: each is read, asked about or shown; none is taken for what it does not say."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from adtracker.domain.intake.lines.line_proposal import Doubt, Fate
from adtracker.domain.intake.lines.reading import read_lines
from adtracker.resources import Texts
from tests.domain.intake.lines.habits import habits
from tests.domain.intake.lines.told import told

LINES = tomllib.loads(Path(__file__).with_name("messy.toml").read_text("utf-8"))["lines"]


@pytest.mark.parametrize("line", LINES, ids=[line[0] for line in LINES])
def test_a_line_is_read_rightly_asked_about_or_shown(line: list[str]) -> None:
    text, *expected = line
    (one,) = read_lines(text, habits())
    assert list(told(one)) == expected
    assert one.text == text


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
