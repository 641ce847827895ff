"""Goes the ways of `tests/ui/heard` with the real Orca beside them, and compares what it says with what is written.

    .venv/bin/python packaging/listen.py [NAME ...]

On Linux, with the packages of Debian that it names where they are missing (it ends with 2 then). All that is written
for a key in `tests/ui/heard/golden` must be among what Orca said after it: the name, what it is, its state and what is
told with it. Prints a table of the ways; ends with 1 if anything is lacking.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from debian import packages_of_missing
from listening.comparing import Way, compare
from listening.stage import NEEDED, go_inside, orca
from messages import SetupError, say

ROOT = Path(__file__).resolve().parents[1]
_INSIDE = "--inside"


def main(arguments: list[str]) -> int:
    """Start all of it and listen."""
    try:
        if arguments[:1] == [_INSIDE]:
            return _listen(Path(arguments[1]), arguments[2:])
        if missing := packages_of_missing(NEEDED):
            raise SetupError(f"Not tried. What is missing comes with: sudo apt install {' '.join(missing)}")
        with tempfile.TemporaryDirectory() as folder:
            return go_inside(Path(__file__), [_INSIDE, folder, *arguments], Path(folder))
    except SetupError as error:
        say(str(error))
        return 2


def _listen(folder: Path, names: list[str]) -> int:
    """Go them all; what lacks something once more, as a busy machine may be slower than the wait for it."""
    log, first, second = folder / "orca.txt", folder / "first.txt", folder / "second.txt"
    with orca(log) as environment:
        ended = _go(environment, log, first, names)
        if again := [name for name, way in compare(first, log).items() if way.lacking]:
            ended = _go(environment, log, second, again) or ended
    ways = compare(first, log) | compare(second, log)
    _print(ways)
    return 1 if ended or not ways or any(way.lacking for way in ways.values()) else 0


def _go(environment: dict[str, str], log: Path, notes: Path, names: list[str]) -> int:
    environment = environment | {"PYTHONPATH": f"{ROOT}:{ROOT / 'packaging'}"}
    environment |= {"ADTRACKER_ORCA_LOG": str(log), "ADTRACKER_ORCA_NOTES": str(notes)}
    tests = ["-q", "-p", "listening.beside", "-p", "no:cacheprovider", "--show-capture=no"]
    tests += ["tests/ui/heard/test_journeys.py", *(["-k", " or ".join(names)] if names else [])]
    return subprocess.call([sys.executable, "-m", "pytest", *tests], env=environment, cwd=ROOT)


def _print(ways: dict[str, Way]) -> None:
    say("\n| Way | To be heard | Heard |\n|---|---:|---:|")
    for name, way in ways.items():
        say(f"| {name} | {way.wanted} | {way.wanted - len(way.lacking)} |")
    for name, way in ways.items():
        for line in way.lacking:
            say(f"{name}, {line}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
