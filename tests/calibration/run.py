"""Prints how often the app's answers are right, as tables. Run by `python3 packaging/dev.py calibrate`.

Always the same figures: everything is drawn from one seed. Without a word 40 diaries stand for each cell, for a look; a
number takes so many instead: the tables in docs/calibration.md are of 400. Exit code 1 if a bar is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.pool import Pool

from tests.calibration.course_tables import with_course, without_trend
from tests.calibration.tables import MISSED, Table, percent, verdict
from tests.calibration.together import TogetherRow, is_held, names, together_rows

COUNT = 40
MOST_TOGETHER = 150
SEED = 20_260_802
TOGETHER_HEADINGS = (
    "diaries",
    "nothing acts, 10 things: any shown (at most 11 %)",
    "25 things (at most 11 %)",
    "one of 25 acts: wrong ones among those shown (at most 8 %)",
    "one of 60 (at most 8 %)",
    "with weekends (at most 12 %)",
    "twin shown, 10 things (at most 10 %)",
    "25 things (at most 10 %)",
    "one of 25 acts: found (at least 75 %)",
    "one of 60 (at least 68 %)",
)


def together_cells(row: TogetherRow) -> tuple[str, ...]:
    """One line of the table of what happened together."""
    shares = {name: getattr(row, name) for name in names()}
    return row.noise.name, *(verdict(percent(share), is_held(name, share)) for name, share in shares.items())


def tables(pool: Pool, words: list[str]) -> Iterator[Table]:
    """All tables, one after the other."""
    count = int(words[0]) if words else COUNT
    yield from without_trend(pool, count, SEED)
    yield from with_course(pool, max(count // 2, 1), SEED)
    together = together_rows(pool, max(1, min(count // 4, MOST_TOGETHER)), SEED)
    yield Table("What happened together", TOGETHER_HEADINGS, [together_cells(row) for row in together])


def main(words: list[str]) -> int:
    """Make the diaries, ask the app about each, and print the shares as they come."""
    missed = False
    with get_context("spawn").Pool() as pool:
        for table in tables(pool, words):
            lines = list(table.lines())
            missed |= any(MISSED in line for line in lines)
            sys.stdout.writelines(f"{line}\n" for line in lines)
            sys.stdout.flush()
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
