"""The ring around a part that a widget paints itself, where the keyboard is."""

from __future__ import annotations

from PySide6.QtGui import QPen

from adtracker.ui.core.theme import Theme

_GAP = 1.5  # at each side of the ring


def ring_pens(theme: Theme, width: float = 2.0) -> tuple[QPen, QPen]:
    """To be drawn one over the other: a wider line in the colour of a card, then the ring. The first keeps the ring
    apart from what is filled beside it, whose colour may be as dark.
    """
    return QPen(theme.color("card"), width + 2 * _GAP), QPen(theme.color("focus"), width)
