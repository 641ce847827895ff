"""Makes the blocks of a lesson from the tables of its file: one key of a table says which kind it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from adtracker.domain.lessons.block import (
    FIGURE_COLOURS,
    Block,
    Box,
    Bullets,
    Figure,
    Heading,
    HelpCard,
    Link,
    Note,
    Paragraph,
    Table,
    Urgency,
)
from adtracker.domain.lessons.reader import Reader
from adtracker.language import tr

Cited = tuple[int, ...]


def read_block(reader: Reader, numbers: Mapping[str, int]) -> Block:
    """One table of `body`. `numbers` gives the number of each source by its id. Raises ValueError."""
    kind = next((kind for kind in _KINDS if reader.has(kind)), None)
    if kind is None:
        raise reader.error("body", f"needs one of the keys {', '.join(_KINDS)}")
    block = _KINDS[kind](reader, _cited(reader, numbers))
    reader.finish()
    return block


def _cited(reader: Reader, numbers: Mapping[str, int]) -> Cited:
    ids = reader.names("sources")
    for name in ids:
        if name not in numbers:
            raise reader.error("sources", f"names “{name}”, which is not a source of this lesson")
    return tuple(sorted({numbers[name] for name in ids}))


def _paragraph(reader: Reader, cited: Cited) -> Block:
    return Paragraph(reader.markup("paragraph"), cited)


def _heading(reader: Reader, cited: Cited) -> Block:
    if cited:
        raise reader.error("sources", "stand with the text below a heading, not with the heading")
    return Heading(reader.text("heading"))


def _bullets(reader: Reader, cited: Cited) -> Block:
    return Bullets(reader.markups("list"), cited)


def _note(reader: Reader, cited: Cited) -> Block:
    return Note(reader.text("title", tr("Good to know")), reader.markup("note"), cited)


def _table(reader: Reader, cited: Cited) -> Block:
    caption = reader.text("table")
    columns = reader.names("columns")
    if not columns:
        raise reader.error("columns", "are missing")
    return Table(caption, columns, reader.rows("rows", len(columns)), cited)


def _figure(reader: Reader, cited: Cited) -> Block:
    caption, alternative = reader.text("figure"), reader.text("alternative")
    boxes = tuple(_box(item) for item in reader.tables("boxes"))
    if not boxes:
        raise reader.error("boxes", "are missing")
    links = tuple(_link(item, {box.key for box in boxes}) for item in reader.tables("links"))
    return Figure(caption, alternative, boxes, links, cited)


def _box(reader: Reader) -> Box:
    key, label, detail = reader.text("id"), reader.text("label"), reader.text("detail", "")
    colour = reader.text("colour")
    if colour not in FIGURE_COLOURS:
        raise reader.error("colour", f"must be one of {', '.join(FIGURE_COLOURS)}")
    box = Box(key, label, detail, colour, reader.flag("filled"))
    reader.finish()
    return box


def _link(reader: Reader, keys: set[str]) -> Link:
    ends = reader.text("from"), reader.text("to")
    for key in ends:
        if key not in keys:
            raise reader.error("links", f"name “{key}”, which is not a box of this figure")
    link = Link(*ends, reader.text("blocked", ""), reader.flag("quiet"))
    reader.finish()
    return link


def _help_card(reader: Reader, cited: Cited) -> Block:
    title, urgency = reader.text("help"), reader.choice("urgency", Urgency)
    return HelpCard(title, urgency, reader.markups("signs"), reader.markups("steps"), cited)


_KINDS: dict[str, Callable[[Reader, Cited], Block]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "list": _bullets,
    "note": _note,
    "table": _table,
    "figure": _figure,
    "help": _help_card,
}
