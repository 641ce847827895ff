"""A text as a code square that a phone reads from paper (QR, ISO/IEC 18004), with the rim that it needs."""

from __future__ import annotations

import io

import segno

# What templates call it.
SQUARE_FILE = "square.svg"
# Light modules around a square, without which few readers find it (ISO/IEC 18004, 6.3.8).
RIM = 4


def code_square(text: str) -> segno.QRCode:
    """The square of a text, which is read even where a seventh of it is lost."""
    return segno.make_qr(text, error="m")


def rim_share(square: segno.QRCode) -> float:
    """How much of the width of a drawn square its rim takes at either side."""
    return RIM / square.symbol_size(border=RIM)[0]


def drawn_square(square: segno.QRCode) -> bytes:
    """The square as SVG, as wide as whoever shows it wants."""
    drawn = io.BytesIO()
    square.save(drawn, kind="svg", border=RIM, light="white", omitsize=True)
    return drawn.getvalue()
