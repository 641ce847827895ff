"""Prints how often the app's answers are right, as tables. Run by `python3 packaging/dev.py calibrate`.

Always the same figures: everything is drawn from one seed. Without a word it is for a look, with 40 diaries for each
share where nothing happened, half as many with a course and five times as many with a trigger. A number as the only
word takes so many instead: the tables of docs/calibration.md are from 400. Exit code 1 if a bar is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.pool import Pool

from tests.calibration.course_tables import with_course, without_trend
from tests.calibration.tables import MISSED, Table, verdict
from tests.calibration.triggers import TriggerRow, trigger_rows

COUNT = 40
TRIGGERS = 5
SEED = 20_260_802
MOST_FALSE = 0.05
TRIGGER_HEADINGS = (
    "diaries",
    "does nothing, scattered: shown (at most 5 %)",
    "does nothing, in runs: shown (at most 5 %)",
    "adds about 1 point: shown",
)


def trigger_cells(row: TriggerRow) -> tuple[str, ...]:
    """One line of the table of triggers."""
    nothing = (verdict(_percent(share), share <= MOST_FALSE) for share in (row.scattered, row.in_runs))
    return row.setting.name, *nothing, _percent(row.found)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def tables(pool: Pool, words: list[str]) -> Iterator[Table]:
    """All tables, one after the other."""
    count = int(words[0]) if words else COUNT
    yield from without_trend(pool, count, SEED)
    yield from with_course(pool, max(count // 2, 1), SEED)
    yield Table(
        "Triggers", TRIGGER_HEADINGS, [trigger_cells(row) for row in trigger_rows(pool, TRIGGERS * count, SEED)]
    )


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
