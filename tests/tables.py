"""Tables of what was measured, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, each as soon as it is known."""
    for cells in chain((headings, ["---"] * len(headings)), rows):
        yield f"| {' | '.join(cells)} |"
