"""Prints how many answers are read right off generated sheets: `python3 packaging/dev.py read-sheets`.

Always the same figures: everything is drawn from one seed, which nothing was tuned with. Without a word 60 sheets are
read, for a look; a number takes so many instead: the table in the README is of 1000. Exit code 1 if a bar is missed.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from multiprocessing import get_context

from tests.calibration.tables import MISSED, Table, verdict
from tests.sheets.counting import Counts, count
from tests.sheets.taking import BAD, CONDITIONS

COUNT = 60
SEED = 20_261_129
SECONDS = 3.0
HEADINGS = (
    "taken as",
    "sheets",
    "answers",
    "wrong, not asked about (0)",
    "asked about (at most 1 % of scans, 3 % of photos)",
    "refused",
    "slowest page, of the processor (at most 3 s)",
)
_BAD_HEADINGS = ("spoilt by", "pictures", "refused (at least 99 %)", "wrong answers of the others")


def tables(words: list[str]) -> Iterator[Table]:
    """The table of usual pictures, then that of spoilt ones, of which there are a third as many."""
    sheets = int(words[0]) if words else COUNT
    usual = [(name, f"{SEED} {number}") for number in range(-(-sheets // len(CONDITIONS))) for name in CONDITIONS]
    bad = [(name, f"{SEED} {number}") for number in range(-(-sheets // 3 // len(BAD))) for name in BAD]
    found: dict[str, Counts] = defaultdict(Counts)
    with get_context("spawn").Pool() as pool:
        for name, counts in pool.imap_unordered(count, [*usual[:sheets], *bad]):
            found[name] = found[name] + counts
    yield Table("Sheets of paper", HEADINGS, [_usual(name, found[name]) for name in CONDITIONS])
    yield Table("Spoilt pictures", _BAD_HEADINGS, [_spoilt(name, found[name]) for name in BAD])


def _usual(name: str, counts: Counts) -> tuple[str, ...]:
    share = counts.asked / max(counts.rows, 1)
    return (
        name,
        str(counts.sheets),
        f"{counts.rows:,}",
        verdict(str(counts.wrong), not counts.wrong),
        verdict(f"{counts.asked} ({100 * share:.2f} %)", share <= (0.03 if name.startswith("photo") else 0.01)),
        str(counts.refused),
        verdict(f"{counts.seconds:.1f} s", counts.seconds <= SECONDS),
    )


def _spoilt(name: str, counts: Counts) -> tuple[str, ...]:
    share = counts.refused / max(counts.sheets, 1)
    return name, str(counts.sheets), verdict(f"{100 * share:.1f} %", share >= 0.99), str(counts.wrong)


def main(words: list[str]) -> int:
    """Make the sheets, read them, and print what was counted."""
    missed = False
    for table in tables(words):
        lines = list(table.lines())
        missed |= any(MISSED in line for line in lines)
        sys.stdout.writelines(f"{line}\n" for line in lines)
        sys.stdout.flush()
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
