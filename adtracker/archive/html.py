"""Pages of plain HTML, for any browser of any year: all in one file, no script, and whatever was written stays text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter

from adtracker import language, resources


def page(title: str, body: Iterable[str]) -> bytes:
    """A whole page; `body` is made of the blocks below."""
    lines = (
        "<!DOCTYPE html>",
        f'<html lang="{language.spoken()}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{resources.read_text('archive', 'page.css')}</style>",
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def heading(text: str, level: int = 2) -> str:
    """A heading; a page has one of level 1."""
    return f"<h{level}>{escape(text)}</h{level}>"


def paragraph(*sentences: str) -> str:
    """Sentences that stand together; an empty one is left out."""
    return f"<p>{escape(' '.join(filter(None, sentences)))}</p>"


def command(text: str) -> str:
    """Something to be typed."""
    return f"<p><code>{escape(text)}</code></p>"


def link(name: str, text: str) -> str:
    """A way to another file of the archive."""
    return f"<p>{_link(name, text)}</p>"


def footer(text: str) -> str:
    """The end of a page."""
    return f"<footer>{escape(text)}</footer>"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "", *, are_files: bool = False) -> str:
    """A table; the first cell of a row is what the row is about, such as a file, to which it then leads."""
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "".join(_row(cells, is_file=are_files) for cells in rows)
    said = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f"<table>{said}<thead><tr>{top}</tr></thead><tbody>\n{body}</tbody></table>"


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """What is called so, and what is said of it, line by line; what follows under the same name stands below it."""
    lines: list[str] = []
    for name, same in groupby(pairs, key=itemgetter(0)):
        lines += [f"<dt>{escape(name)}</dt>", *(f"<dd>{escape(said)}</dd>" for _, said in same)]
    return f"<dl>{''.join(lines)}</dl>"


def picture(name: str, width: int, height: int, words: str) -> str:
    """A picture that is another file, with the words for it."""
    size = f'width="{width}" height="{height}"' if width and height else ""
    image = f'<img src="{escape(name)}" {size} loading="lazy" alt="{escape(words)}">'
    return f"<figure>{image}<figcaption>{escape(words)}</figcaption></figure>"


def article(blocks: Iterable[str]) -> str:
    """Blocks that belong together."""
    return f"<article>{''.join(blocks)}</article>"


def _row(cells: Sequence[str], *, is_file: bool) -> str:
    first = _link(cells[0], cells[0]) if is_file else escape(cells[0])
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells[1:])}</tr>\n'


def _link(name: str, text: str) -> str:
    return f'<a href="{escape(name)}">{escape(text)}</a>'
