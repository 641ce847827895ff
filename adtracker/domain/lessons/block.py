"""The parts a lesson is built of, as values: a screen draws each kind its own way and knows every kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from adtracker.domain.lessons.text import Run, Text, plain

# In every block `sources` are the numbers (from 1) of the lesson's sources that stand behind it.


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    text: Text
    sources: tuple[int, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """All there is to read in it, in order."""
        return (self.text,)


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of the blocks that follow."""

    title: str

    @property
    def texts(self) -> tuple[Text, ...]:
        """All there is to read in it, in order."""
        return (_words(self.title),)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short points."""

    items: tuple[Text, ...]
    sources: tuple[int, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """All there is to read in it, in order."""
        return self.items


@dataclass(frozen=True, slots=True)
class Note:
    """A tinted box beside the flow of the text, such as "Good to know"."""

    title: str
    text: Text
    sources: tuple[int, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """All there is to read in it, in order."""
        return (_words(self.title), self.text)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of column titles; every row has as many cells."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    sources: tuple[int, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """All there is to read in it, in order."""
        cells = tuple(cell for row in self.rows for cell in row)
        return (_words(self.caption), *map(_words, self.columns), *cells)


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a figure. `colour` names a theme token: accent, itch, sleep or extent."""

    key: str
    label: str
    detail: str
    colour: str
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two boxes. `blocked` is the word at a cross on it, or empty; `quiet` is drawn dashed."""

    start: str
    end: str
    blocked: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of boxes, left to right, and lines between them. `alternative` says in words what it shows."""

    caption: str
    alternative: str
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    sources: tuple[int, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """All there is to read in it, in order."""
        return (_words(self.caption), _words(self.alternative))


class Urgency(Enum):
    """How soon help is needed; fixed in the text, never worked out from a diary."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class HelpCard:
    """Signs of trouble and what to do, in order."""

    title: str
    urgency: Urgency
    signs: tuple[Text, ...]
    steps: tuple[Text, ...]
    sources: tuple[int, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """All there is to read in it, in order."""
        return (_words(self.title), *self.signs, *self.steps)


Block = Paragraph | Heading | Bullets | Note | Table | Figure | HelpCard
FIGURE_COLOURS = ("accent", "itch", "sleep", "extent")


def block_text(block: Block) -> str:
    """A block without its looks: one line for each piece of text."""
    return "\n".join(plain(text) for text in block.texts)


def _words(text: str) -> Text:
    return (Run(text),)
