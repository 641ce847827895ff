"""What a person does in the open window and waits for, in a process of its own: going to a page for the first time,
a digit, another month, a letter of a search, more days on Trends, another part in the report.

`MOST` is what each may take with twenty years of days on a machine that has nothing else to do; so the fastest of some
runs counts, in which least else was done.
"""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.measure import Ratio, Take, at_most, marked

RUNS = 5
FIRST_VISIT, CHOICE, PREVIEW = 0.2, 0.15, 0.3
DIGIT, AGAIN, FRAME = 0.05, 0.05, 0.033
MOST = {
    "digit": ("one digit on Today, until it is stored", DIGIT),
    "again": ("Trends, a later visit", AGAIN),
    "month": ("another month in History", FRAME),
    "search": ("one letter of a search in History", FRAME),
    "trends": ("Trends, first visit", FIRST_VISIT),
    "timeline": ("Timeline, first visit", FIRST_VISIT),
    "history": ("History, first visit", FIRST_VISIT),
    "learn": ("Learn, first visit", FIRST_VISIT),
    "settings": ("Settings, first visit", FIRST_VISIT),
    "report": ("Report, first visit, its page one there", FIRST_VISIT),
    "whole": ("the same, all its pages there", PREVIEW),
    "all": ("all days on Trends", CHOICE),
    "tick": ("the report's pages after a tick", PREVIEW),
}


def act(diary: Path, name: str) -> Take:
    """Seconds an act takes, until what it shows is painted."""
    take = marked("app_act.py", str(diary), name, mark=name)
    return lambda: take() / 1e9


def felt(diary: Path, name: str) -> Ratio:
    """An act beside the most it may take."""
    words, most = MOST[name]
    take = act(diary, name)
    return at_most(f"{words}, 20 years", "the most it may take", min(take() for _ in range(RUNS)), most)
