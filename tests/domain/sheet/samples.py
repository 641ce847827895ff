"""Sheets of many kinds."""

from __future__ import annotations

from datetime import date

from adtracker.domain.sheet.spec import Asks, SheetField, SheetPaper, SheetSpec

FIRST = date(2026, 11, 30)
PLAIN = tuple(map(SheetField, (Asks.ITCH, Asks.SLEEP, Asks.WOKEN, Asks.SIGNS)))
OWN = (
    SheetField(Asks.SCALE, "AB2"),
    SheetField(Asks.YES_NO, "CD3"),
    SheetField(Asks.DOSES, "EF4"),
    SheetField(Asks.DOSES, "GH5", 2),
)
USUAL = SheetSpec("K7QM", "DIAR", FIRST, 14, PLAIN)
FULL = SheetSpec("FULL", "DIAR", FIRST, 7, (*PLAIN, *OWN))
LARGE = SheetSpec("LARG", "DIAR", FIRST, 7, PLAIN, SheetPaper.LETTER, large=True)
SHORT = SheetSpec("SHRT", "DIAR", FIRST, 1, (SheetField(Asks.ITCH),), SheetPaper.LETTER)
LARGE_FULL = SheetSpec("LFUL", "DIAR", FIRST, 5, (*PLAIN, *OWN), SheetPaper.A4, large=True)
# A tablet when needed, an injection every two weeks and a cream every third day.
DUE = SheetSpec(
    "DUES",
    "DIAR",
    FIRST,
    7,
    (
        *PLAIN,
        SheetField(Asks.SCALE, "AB2"),
        SheetField(Asks.DOSES, "EF4", 3),
        SheetField(Asks.DOSES, "GH5", 0, (2,)),
        SheetField(Asks.DOSES, "IJ6", 0, (0, 3, 6)),
    ),
    layout=2,
)
ALL = {"usual": USUAL, "full": FULL, "large": LARGE, "short": SHORT, "large-full": LARGE_FULL, "due": DUE}
