"""The running text of a lesson: plain words, bold words, and terms that the glossary explains.

There is no other markup, so a screen that draws these runs one by one cannot be made to show anything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Style(Enum):
    """How a run of words is meant; a TERM links to the glossary (`adtracker.domain.lesson.glossary`)."""

    PLAIN = "plain"
    BOLD = "bold"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style. Joined end to end, the runs of a text are what a person reads."""

    text: str
    style: Style = Style.PLAIN


Text = tuple[Run, ...]

_MARK = re.compile(r"\*\*(?P<bold>[^*\[\]]+)\*\*|\[\[(?P<term>[^*\[\]]+)\]\]")
_UNFINISHED = re.compile(r"\*\*|\[\[|\]\]")
# Not \s: a no-break space in "24 weeks" is meant to stay.
_BREAKS = re.compile(r"[ \t\r\n]+")


def parse_text(markup: str) -> Text:
    """Read `**bold**` and `[[term]]`; line breaks are spaces. ValueError for an open mark or no text."""
    line = on_one_line(markup)
    if not readable(line):
        raise ValueError("is empty or has signs that cannot be seen")
    runs: list[Run] = []
    end = 0
    for match in _MARK.finditer(line):
        runs += [*_plain_run(line[end : match.start()]), _marked_run(match)]
        end = match.end()
    return (*runs, *_plain_run(line[end:]))


def on_one_line(words: str) -> str:
    """Words with every line break, and the space around it, made one space."""
    return _BREAKS.sub(" ", words).strip(" ")


def readable(line: str) -> bool:
    """Whether there is something on a line and all of it can be seen: no control or direction signs."""
    return bool(line) and line.replace("\xa0", " ").isprintable()


def plain(text: Text) -> str:
    """The words alone."""
    return "".join(run.text for run in text)


def _plain_run(words: str) -> tuple[Run, ...]:
    if _UNFINISHED.search(words):
        raise ValueError(f"has a mark that is not closed near “{words.strip()}”")
    return (Run(words),) if words else ()


def _marked_run(match: re.Match[str]) -> Run:
    style = Style(match.lastgroup)
    words = match[style.value]
    if words != words.strip():
        raise ValueError(f"has a space just inside the marks of “{words.strip()}”")
    return Run(words, style)
