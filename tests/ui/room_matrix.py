"""Run as a program: the room of everything in each language, at each factor, size of the window and of the text.

    PYTHONPATH=.:packaging python -m tests.ui.room_matrix FOLDER [--languages de fr] [--factors 1.5 3] [-j 2]

Prints one table, and below it what is cut. Each language at each factor is a program of its own, as Qt reads a factor
when it starts; what it says is kept in FOLDER once it is whole. Called again it measures only what is not there: it
goes on where it was stopped, and a folder that is full is a table at once. The exit code says whether anything is cut,
or was not measured. A size is in the program's own pixels, so the screen need not be as large.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from adtracker.language import NAMES
from tests.tables import table
from tests.ui.room_report import LONGER, MIRRORED, SIZES, TEXTS

LANGUAGES = (*NAMES, MIRRORED, LONGER)
FACTORS = ("1", "1.5", "2", "3")
_CELLS = tuple(product(SIZES, map(str, TEXTS)))
_COUNT = re.compile(r"(\S+) at (\d+) %: (\d+) cut")
# What is not so here is only said, and would hide what went wrong: windows of the platform without a screen.
_QUIET = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}


@dataclass(frozen=True)
class Row:
    """A language at a factor: what was said of it, as far as it went."""

    language: str
    factor: str
    folder: Path

    @property
    def file(self) -> Path:
        """Where it stands once it is whole."""
        return self.folder / f"{self.language}-{self.factor}.txt"

    @property
    def said(self) -> list[str]:
        return self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []

    @property
    def counts(self) -> dict[tuple[str, str], int]:
        """What is cut, by size and text."""
        found = filter(None, map(_COUNT.match, self.said))
        return {(one[1], one[2]): int(one[3]) for one in found}

    @property
    def faults(self) -> list[str]:
        """Each thing that is cut, above the line that counts those of a size and text."""
        return [line for line in self.said if " 0 cut in " not in line]

    @property
    def cells(self) -> list[str]:
        """A line of the table; what was not measured is a question."""
        counts = self.counts
        return [self.language, self.factor, *(str(counts.get(cell, "?")) for cell in _CELLS)]

    def measure(self) -> None:
        """Run the program, unless it was, and keep what it says if it comes to its end."""
        if self.file.exists():
            return
        words = (sys.executable, "-m", "tests.ui.room_report", "--matrix", "--language", self.language)
        unfinished = self.file.with_suffix(".part")
        with unfinished.open("w", encoding="utf-8") as out:
            subprocess.run(words, stdout=out, env=_QUIET | os.environ | {"QT_SCALE_FACTOR": self.factor}, check=False)
        if unfinished.read_text(encoding="utf-8").count(" cut in ") == len(_CELLS):
            unfinished.replace(self.file)


def told(rows: list[Row]) -> Iterator[str]:
    """The table, and what is cut."""
    headings = ["language", "factor", *(f"{size} {text} %" for size, text in _CELLS)]
    yield from table(headings, [row.cells for row in rows])
    for row in rows:
        if row.faults:
            yield f"\n{row.language} at {row.factor}:\n"
            yield from row.faults


def main(words: Sequence[str]) -> int:
    """Measure what is missing, and print it all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--languages", nargs="+", default=LANGUAGES)
    parser.add_argument("--factors", nargs="+", default=FACTORS)
    parser.add_argument("-j", type=int, default=1, help="so many programs at a time")
    asked = parser.parse_args(words)
    asked.folder.mkdir(parents=True, exist_ok=True)
    rows = [Row(language, factor, asked.folder) for factor in asked.factors for language in asked.languages]
    with ThreadPoolExecutor(asked.j) as pool:
        list(pool.map(Row.measure, rows))
    sys.stdout.writelines(f"{line}\n" for line in told(rows))
    return 0 if all(len(row.counts) == len(_CELLS) and not row.faults for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
