"""Words that tables from elsewhere have, in four languages: months, yes and no, names of columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from adtracker.exchange.screen_words import folded
from adtracker.resources import read_toml

_PARTS = re.compile(r"[^\W_]+|%")


@cache
def _words() -> Mapping[str, Any]:
    return read_toml("intake", "words.toml")


@cache
def months() -> Mapping[str, int]:
    """The number of each month by its names."""
    return {name: int(number) for number, names in _words()["months"].items() for name in names}


@cache
def flags() -> Mapping[str, bool]:
    """What words mean yes and no."""
    return {word: said == "yes" for said, words in _words()["flags"].items() for word in words}


@cache
def nothing() -> frozenset[str]:
    """What is written where there is nothing."""
    return frozenset(_words()["nothing"]["words"])


@cache
def longest_nothing() -> int:
    """How many letters the longest of these has."""
    return max(map(len, nothing()))


@cache
def none_of_these() -> frozenset[str]:
    """What says that a list has no items."""
    return frozenset(_words()["nothing"]["none"])


def columns() -> Mapping[str, list[str]]:
    """The names of columns by what they become, those that count first further up."""
    found: Mapping[str, list[str]] = _words()["columns"]
    return found


def turned() -> Mapping[str, list[str]]:
    """The names that say that the other end is better, by what a column becomes."""
    found: Mapping[str, list[str]] = _words()["turned"]
    return found


def amounts() -> Mapping[str, list[str]]:
    """The names that say that a number is how long something took, by what the column would else become."""
    found: Mapping[str, list[str]] = _words()["amounts"]
    return found


def has_one_of(name: str, words: Iterable[str]) -> bool:
    """Whether a name has one of some words in it; one that ends in * need only begin one of its own."""
    parts = _PARTS.findall(folded(name).replace("_", " "))
    return any(_has(parts, word) for word in words)


def _has(parts: list[str], word: str) -> bool:
    wanted = _PARTS.findall(word.removesuffix("*").replace("_", " "))
    for begin in range(len(parts) - len(wanted) + 1):
        here = parts[begin : begin + len(wanted)]
        if here == wanted or (word.endswith("*") and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1])):
            return True
    return False
