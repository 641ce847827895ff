"""Whatever stands in a text, each line has an outcome, and twice as many lines take twice the work."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import date
from types import FrameType

import pytest

from adtracker.domain.intake.lines.line_proposal import Fate
from adtracker.domain.intake.lines.reading import read_lines
from adtracker.domain.records.day import check_entry
from adtracker.exchange.intake.lines_found import found_in
from tests.domain.intake.lines.habits import ORDERS, TODAY, habits

WORDS = (
    *("itch", "sleep", "skin", "woken", "bad day", "note", "Stress at work", "Swam", "Steps", "palms", "%", "h"),
    *("juckreiz", "schlaf", "picor", "sueño", "démangeaison", "sommeil", "yesterday", "vor", "Tagen", "hace", "días"),
    *(
        "Mon",
        "so",
        "mar",
        "hier",
        "28.11.",
        "28/11/26",
        "2026-11-28",
        "Nov",
        "28",
        "22:14",
        "[28.11.26, 22:14]",
        "-",
        "/",
    ),
    *(
        "6",
        "4",
        "6,5",
        "1,250",
        "six",
        "einundzwanzig",
        "y medio",
        "point",
        "no",
        "not",
        "yes",
        "of ten",
        "to",
        "?",
        ">",
    ),
    *(
        "Anna:",
        ":",
        ";",
        ",",
        ".",
        "(",
        "]",
        "\u200e",
        "\u0301",
        "😩",
        "\uff16",
        "²",
        "½",
        "٣",
        "\u066b",
        "\t",
        "'",
        "9" * 400,
    ),
)
LETTERS = "".join(map(chr, (*range(32, 127), *range(160, 600), 0x661, 0x200D, 0x202E, 0x20AC, 0x4E00, 0x1F629, 0xFEFF)))


def _lines(seed: int, count: int) -> Iterator[str]:
    chance = random.Random(seed)
    for _ in range(count):
        if chance.random() < 0.8:
            yield chance.choice((" ", "")).join(chance.choices(WORDS, k=chance.randint(1, 12)))
        else:
            yield "".join(chance.choices(LETTERS, k=chance.randint(1, 60)))


@pytest.mark.slow
def test_20_000_lines_of_garbage_have_an_outcome_each() -> None:
    for seed, order in enumerate(ORDERS):
        texts = [line for line in _lines(seed, 6_700) if line.strip()]
        lines = read_lines("\n".join(texts), habits(order))
        assert len(lines) >= len(texts) - 100  # some are blank but for signs that are not seen
        for one in lines:
            assert one.fate is not Fate.CLEAR or (one.day is not None and one.parts)
            assert all(date(1900, 1, 1) <= day <= TODAY for day in one.days)
        assert not [problem for entry in found_in(lines).proposals({}).entries() for problem in check_entry(entry)]


def _work(text: str) -> int:
    """How many calls it takes to read a text."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    made = habits()
    sys.setprofile(count)
    try:
        read_lines(text, made)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "line",
    [
        "28.11. itch 6 sleep 4",
        "itch 6 " * 80,
        "(" * 590,
        "28.11.26, 22:14 - A: 6 4",
        "a:" * 290,
        "no " * 190,
        "6-" * 290,
    ],
    ids=["line", "answers", "signs", "chat", "colons", "nots", "ranges"],
)
def test_twice_as_many_lines_take_twice_the_work(line: str) -> None:
    read_lines(line, habits())
    once, twice = _work(f"{line}\n" * 5), _work(f"{line}\n" * 10)
    assert twice <= 2.1 * once


@pytest.mark.parametrize("piece", ["itch 6 ", "no ", "6-", "(", "a ", "itch ", "vor ", "28 ", "28.11. ", "9", "woken "])
def test_a_line_that_is_twice_as_long_takes_twice_the_work(piece: str) -> None:
    length = 280 // len(piece)
    read_lines(piece, habits())
    once, twice = _work(piece * length), _work(piece * (2 * length))
    assert twice <= 2.6 * once
