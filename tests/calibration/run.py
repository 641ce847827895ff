"""Prints how often the app's answers are right, as tables. Run by `python3 packaging/dev.py calibrate`.

Always the same figures: everything is drawn from one seed. A number as the only word takes so many diaries for each
share instead of 2,000. Exit code 1 if a bar is missed where any analysis could hold it.
"""

from __future__ import annotations

import sys
from multiprocessing import get_context

from tests.calibration.trends import TrendRow, trend_rows
from tests.calibration.triggers import TriggerRow, trigger_rows
from tests.tables import table

COUNT = 2_000
SEED = 20_260_802
MOST_FALSE = 0.05
LEAST_FOUND = 0.60
COVERED = (0.92, 0.98)
TREND_HEADINGS = (
    "diaries",
    "retest",
    "no trend: falling or rising (at most 5 %)",
    "no trend: interval holds (92 to 98 %)",
    "no trend: level",
    "fall 0.25 a week: falling (at least 60 %)",
    "findable at all",
    "fall: interval holds (92 to 98 %)",
    "no trend: falling or rising by bootstrap",
)
TRIGGER_HEADINGS = (
    "diaries",
    "does nothing, scattered: shown (at most 5 %)",
    "does nothing, in runs: shown (at most 5 %)",
    "adds about 1 point: shown",
)


def trend_cells(row: TrendRow) -> tuple[str, ...]:
    """One line of the first table. A fall that nothing could find has no bar to hold."""
    found = _marked(row.found, row.found >= LEAST_FOUND) if row.attainable >= LEAST_FOUND else _percent(row.found)
    return (
        row.setting.name,
        f"{row.retest:.2f}",
        _marked(row.false_alarms, row.false_alarms <= MOST_FALSE),
        _marked(row.covered, COVERED[0] <= row.covered <= COVERED[1]),
        _percent(row.level),
        found,
        _percent(row.attainable),
        _marked(row.covered_falling, COVERED[0] <= row.covered_falling <= COVERED[1]),
        _percent(row.bootstrap_false_alarms),
    )


def trigger_cells(row: TriggerRow) -> tuple[str, ...]:
    """One line of the second table."""
    nothing = (_marked(share, share <= MOST_FALSE) for share in (row.scattered, row.in_runs))
    return row.setting.name, *nothing, _percent(row.found)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _marked(share: float, held: bool) -> str:
    return f"{_percent(share)} {'held' if held else 'MISSED'}"


def main(words: list[str]) -> int:
    """Make the diaries, ask the app about each, and print the shares."""
    count = int(words[0]) if words else COUNT
    with get_context("spawn").Pool() as pool:
        trends = [trend_cells(row) for row in trend_rows(pool, count, SEED)]
        triggers = [trigger_cells(row) for row in trigger_rows(pool, count, SEED)]
    lines = [*table(TREND_HEADINGS, trends), "", *table(TRIGGER_HEADINGS, triggers)]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return int(any("MISSED" in line for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
