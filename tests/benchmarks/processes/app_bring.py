"""A long table brought in by the command line, from the file to the commit: the most memory it takes."""

from __future__ import annotations

import sys
from pathlib import Path

from adtracker.cli import main
from tests.benchmarks.bringing import table
from tests.benchmarks.resident import most_resident_bytes

folder = Path(sys.argv[1])
code = main(["import", str(table(folder)), "--guess", "--diary", str(folder / "brought.diary")])
sys.stdout.write(f"MARK memory {most_resident_bytes()}\n")
sys.exit(code)
