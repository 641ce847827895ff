"""What a person can read in Learn: lessons with dated sources, their glossary, and a search through them.

A lesson is one TOML file in `resources/lessons/<language>/`. This module parses its text and reads no files.

    id = "plateau"                      # stays the same when the title changes
    title = "Still improving at week 24?"
    order = 40                          # place in the list
    reviewed = "2026-11"                # month in which somebody last went through the whole lesson

    [[body]]                            # blocks in reading order, each with one of the keys
    paragraph = "Plain words, **bold words** and a [[term]] that the glossary explains."
    sources = ["press"]                 # which sources stand behind this block

    [[body]]                            # or heading, note, table, figure, help: see lesson_parts.py
    list = ["One point.", "Another."]

    [[terms]]                           # in the glossary only
    name = "flare"
    also = ["flares"]                   # other forms that mean the same
    meaning = "A time when the skin is worse than usual."

    [[sources]]
    id = "press"
    title = "Title of the page or paper"
    by = "Who published it, and when"
    address = "https://example.org/page"   # shown, never opened; left out where there is none
    checked = "2026-03"                 # month in which somebody last read it
    kind = "press"                      # see SourceKind
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from adtracker.domain.common.plain_search import folded, has_words, words_of
from adtracker.domain.lessons.block import Block, block_text
from adtracker.domain.lessons.parts import read_block
from adtracker.domain.lessons.reader import Reader
from adtracker.domain.lessons.text import Text, plain

# Slower than the usual 200 or more: for people who slept badly.
WORDS_A_MINUTE = 160
Table = Mapping[str, object]
_ADDRESS = re.compile(r"https?://[!-~]+")


class SourceKind(Enum):
    """How near a source is to the fact: shown beside it, so that people can judge."""

    STUDY = "study"
    REGISTRY = "registry"
    OFFICIAL = "official"
    PATIENTS = "patients"
    COMPANY = "company"
    PRESS = "press"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read; `checked` is the first day of the month in which it was last read there."""

    key: str
    title: str
    by: str
    address: str | None
    checked: date
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary. `also` are other forms of it: plurals, short forms."""

    name: str
    also: tuple[str, ...]
    meaning: Text

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way the term is written, its name first."""
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson. `order` sorts the list; `reviewed` is the first day of the month of the last review.

    `is_being_revised` says that the language it is told in is behind the English one.
    """

    key: str
    title: str
    order: int
    reviewed: date
    body: tuple[Block, ...]
    terms: tuple[Term, ...]
    sources: tuple[Source, ...]
    is_being_revised: bool = False

    @property
    def minutes(self) -> int:
        """How long reading takes, in whole minutes, at least 1."""
        return max(1, round(len(plain_text(self).split()) / WORDS_A_MINUTE))


def parse_lesson(text: str, name: str = "lesson", told: Callable[[Table], Table] | None = None) -> Lesson:
    """The lesson in the text of a file. Raises ValueError naming the file (`name`), the line and the key.

    `told` is what turns its sentences into those of another language.
    """
    try:
        table: Table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name}: {error}") from None
    if told is not None:
        table = told(table)
    reader = Reader(table, name, text.splitlines())
    sources = tuple(_source(item) for item in reader.tables("sources"))
    numbers = {source.key: number for number, source in enumerate(sources, 1)}
    if len(numbers) < len(sources):
        raise reader.error("sources", "have the same id twice")
    lesson = Lesson(
        key=reader.text("id"),
        title=reader.text("title"),
        order=reader.number("order"),
        reviewed=reader.month("reviewed"),
        body=tuple(read_block(item, numbers) for item in reader.tables("body")),
        terms=tuple(_term(item) for item in reader.tables("terms")),
        sources=sources,
    )
    reader.finish()
    return lesson


def plain_text(lesson: Lesson) -> str:
    """All that a lesson says, without looks and sources, one line for each piece."""
    terms = (f"{', '.join(term.forms)}: {plain(term.meaning)}" for term in lesson.terms)
    return "\n".join([lesson.title, *map(block_text, lesson.body), *terms])


def search(lessons: Iterable[Lesson], query: str) -> list[Lesson]:
    """The lessons that have every word of a query, or a part of it: first those that have them in the title.

    Case, accents and hyphens make no difference. A blank query finds all lessons.
    """
    words = words_of(query)
    ranked = sorted(lessons, key=lambda lesson: (not _has(lesson.title, words), lesson.order))
    return [lesson for lesson in ranked if _has(plain_text(lesson), words)]


def glossary(lessons: Iterable[Lesson]) -> Mapping[str, Term]:
    """Every term by each of its forms, in lower case: `glossary(lessons)[run.text.casefold()]`.

    Raises ValueError if two terms share a form.
    """
    found: dict[str, Term] = {}
    for term in (term for lesson in lessons for term in lesson.terms):
        for form in map(str.casefold, term.forms):
            if form in found:
                raise ValueError(f"the glossary explains “{form}” twice")
            found[form] = term
    return found


def _has(text: str, words: Sequence[str]) -> bool:
    return has_words(folded(text), words)


def _source(reader: Reader) -> Source:
    address = reader.text("address") if reader.has("address") else None
    if address is not None and not _ADDRESS.fullmatch(address):
        raise reader.error("address", "must begin with http:// or https:// and have no spaces")
    source = Source(
        key=reader.text("id"),
        title=reader.text("title"),
        by=reader.text("by"),
        address=address,
        checked=reader.month("checked"),
        kind=reader.choice("kind", SourceKind),
    )
    reader.finish()
    return source


def _term(reader: Reader) -> Term:
    term = Term(reader.text("name"), reader.names("also"), reader.markup("meaning"))
    reader.finish()
    return term
