"""The sheets in docs/sheets: printed once, all but the last by the first version, kept for ever; and what was marked.

Run as a program it makes those that are not there.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from adtracker.report.typeset import typeset_here
from tests.domain.sheet.samples import DUE, FULL, LARGE, LARGE_FULL, USUAL
from tests.sheets.pens import Pen, Truth, filled_in
from tests.sheets.printing import printed
from tests.sheets.taking import Camera, hard_shadow, photographed, scanned

FOLDER = Path(__file__).parents[2] / "docs" / "sheets"
MARKED = Path(__file__).with_name("examples.json")
_FLAT = Camera(4.6, 0.03, 0.0, (0.8, 0.97), 2.0, 0.5, 55)
EXAMPLES = {
    "1-crosses-scanned": (USUAL, Pen("cross", "blue", 0.3, mixed=False), scanned(110, 1, 55)),
    "2-ticks-photographed": (FULL, Pen("tick", "black", 0.4, mixed=False), photographed(_FLAT)),
    "3-large-slashes": (LARGE, Pen("slash", "red", 0.3, mixed=False), photographed(_FLAT)),
    "4-pencil-bent": (
        LARGE_FULL,
        Pen("fill", "pencil", 0.3, mixed=False),
        photographed(Camera(4.6, 0.04, 0.6, (0.5, 0.8), 2.0, 0.5, 55)),
    ),
    "5-shadow-refused": (FULL, Pen("cross", "blue", 0.3, mixed=False), photographed(_FLAT, hard_shadow)),
    "6-due-days": (DUE, Pen("cross", "black", 0.3, mixed=False), photographed(_FLAT)),
}


def said(truth: Truth) -> dict[str, object]:
    """What was marked, as JSON has it."""
    return {f"{day} {' '.join(part)}".strip(): _plain(value) for (day, part), value in sorted(truth.items(), key=str)}


def _plain(value: object) -> object:
    return [getattr(one, "value", one) for one in value] if isinstance(value, tuple) else value


def main() -> None:
    """Make those that are not there."""
    marked = json.loads(MARKED.read_text(encoding="utf-8")) if MARKED.exists() else {}
    for name, (spec, pen, take) in EXAMPLES.items():
        file = FOLDER / f"{name}.jpg"
        if not file.exists():
            random = Random(name)
            page, truth = filled_in(printed(spec, typeset_here), spec, random, pen)
            file.write_bytes(take(page, random))
            marked[name] = said(truth)
    MARKED.write_text(json.dumps(marked, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
