"""Names the first of many things: however many there are, what is said of them is short."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from adtracker.commands.context import CommandContext

# So many of a kind are named one by one.
MOST_NAMED = 20
Say = Callable[[str], None]


def say_in_part(desk: CommandContext, say: Say, lines: Iterable[str], count: int) -> None:
    """Say the first of `count` lines, and how many there are beyond them."""
    for line in islice(lines, MOST_NAMED):
        say(line)
    say_more(desk, say, count - MOST_NAMED)


def say_more(desk: CommandContext, say: Say, count: int) -> None:
    """Say how many there are beyond those that were named, if there are any."""
    if count > 0:
        say(desk.text("more", count=count))
