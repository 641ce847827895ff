#!/usr/bin/env python3
"""Everything a checkout can do, from one command that sets the rest up by itself.

    python3 packaging/dev.py run [WORDS]     open adtracker; words go to it. No screen: make a demonstration
    python3 packaging/dev.py test [WORDS]    ruff, mypy, import-linter and pytest; words go to pytest, such as --fast
    python3 packaging/dev.py cover           count the lines and branches that tests without a window run through
    python3 packaging/dev.py screens DIR     save a picture of every page, light and dark
    python3 packaging/dev.py bench [WORDS]   measure speed and memory, as ratios
    python3 packaging/dev.py calibrate [N]   count how often what is said of a diary is right, on N made-up ones
    python3 packaging/dev.py read-sheets [N] count how many answers are read right off N generated paper sheets
    python3 packaging/dev.py endure [N]      kill it, cut the power and damage diaries, N times each; count what is lost
    python3 packaging/dev.py words [CODE]    give every language's catalogue the sentences of today; CODE begins one
    python3 packaging/dev.py lock [WORDS]    write the lock files from pyproject.toml; words go to uv

Without a word it only sets up. Needs Python 3.11 or newer and a connection the first time; nothing else.
"""

import os
import subprocess
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one line that an older Python must still be able to run
    sys.exit(f"adtracker needs Python 3.11 or newer; this one is {sys.version.split()[0]}.")

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import debian
from environment import Environment, Level
from messages import SetupError, say

ROOT = Path(__file__).resolve().parent.parent
HERE = Environment(ROOT)
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}

# Heading and command; each is a program of the environment.
CHECKS = (
    ("Rules of style (ruff check)", ("ruff", "check", ".")),
    ("Layout of the code (ruff format)", ("ruff", "format", "--check", ".")),
    ("Types (mypy)", ("mypy",)),
    ("Which room may import which (import-linter)", ("lint-imports", "--no-logo")),
)

PYTEST = ("pytest", "-n", "auto", "--dist", "worksteal")
COVERED = ("domain", "exchange", "storage", "report")
WINDOWLESS_PARTS = (("domain", "exchange", "storage"), ("report", "cli"))
WINDOWLESS = tuple(room for part in WINDOWLESS_PARTS for room in part)
LARGE = ("records", "settings", "shell")


def run(words: Sequence[str]) -> int:
    """Open the app, or where no window can open and nothing else was asked for, show what it does."""
    prepare(Level.RUNTIME)
    if words or has_screen(sys.platform, os.environ):
        return hand_over([HERE.python, "-m", "adtracker", *words])
    return demonstrate(ROOT / "demonstration")


def test(words: Sequence[str]) -> int:
    """Run every check to its end, then fail if any failed, so that one run shows everything.

    With words that are no options pytest is called once, with those; without any words what needs no window is counted
    while it is tested.
    """
    prepare(Level.DEV)
    failed = [heading for heading, command in CHECKS if _fails(heading, *command)]
    if any(not word.startswith("-") for word in words):
        failed += ["Tests"] if _fails("Tests (pytest)", *PYTEST, *words) else []
    else:  # in parts, or a worker would keep what all of them load
        failed += ["Tests without a window"] if (_without_a_window(words) if words else cover(())) else []
        large = [f"tests/ui/{room}" for room in LARGE]
        failed += ["Tests with a window"] if _fails("Tests with a window", *PYTEST, *large, *words) else []
        pages = ["tests/ui", *(f"--ignore={room}" for room in large), *words]
        failed += ["Tests of pages"] if _fails("Tests with a window, page by page", *PYTEST, *pages) else []
        others = [*(f"--ignore=tests/{room}" for room in (*WINDOWLESS, "ui")), *words]
        failed += ["Tests of packaging"] if _fails("Tests of packaging, photos and all else", *PYTEST, *others) else []
    say(f"\nNot in order: {'; '.join(failed)}." if failed else "\nEverything is in order.")
    return 1 if failed else 0


def cover(words: Sequence[str]) -> int:
    """Run the tests of the rooms without a window, and fail if one room has more untested than it may."""
    prepare(Level.DEV)
    # The processes of the tests, and those that they begin, are counted each for itself.
    call([HERE.script("coverage"), "erase"])
    failed = _without_a_window(words, "coverage", "run", "-m")
    call([HERE.script("coverage"), "combine", "--quiet"])
    for room in COVERED:
        failed |= _fails(f"What the tests of {room} leave out", "coverage", "report", f"--include=adtracker/{room}/*")
    return 1 if failed else 0


def _without_a_window(words: Sequence[str], *under: str) -> bool:
    failed = False
    for rooms in WINDOWLESS_PARTS:
        heading = f"Tests without a window: {', '.join(rooms)}"
        failed |= _fails(heading, *under, *PYTEST, *(f"tests/{room}" for room in rooms), *words)
    return failed


def _fails(heading: str, program: str, *arguments: str) -> bool:
    say(f"\n=== {heading} ===")
    return bool(call([HERE.script(program), *arguments], OFFSCREEN))


def screens(words: Sequence[str]) -> int:
    """Save a picture of every page into a folder."""
    if len(words) != 1:
        raise SetupError("Say where the pictures go: python3 packaging/dev.py screens DIR")
    prepare(Level.RUNTIME)
    return hand_over([HERE.python, "-m", "adtracker", "demo", "--screens", Path(words[0]).absolute()], OFFSCREEN)


def bench(words: Sequence[str]) -> int:
    """Measure, and print the table of ratios."""
    prepare(Level.DEV)
    return hand_over([HERE.python, ROOT / "tests" / "benchmarks" / "run.py", *words])


def calibrate(words: Sequence[str]) -> int:
    """Ask the app about diaries whose truth is known, and print the tables."""
    prepare(Level.DEV)
    own = {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    return hand_over([HERE.python, ROOT / "tests" / "calibration" / "run.py", *words], own)


def read_sheets(words: Sequence[str]) -> int:
    """Have generated paper sheets read, and print the tables."""
    prepare(Level.DEV)
    own = {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    return hand_over([HERE.python, ROOT / "tests" / "sheets" / "run.py", *words], own)


def endure(words: Sequence[str]) -> int:
    """Have diaries live through what befalls them in ten years, and print the table."""
    prepare(Level.DEV)
    return hand_over([HERE.python, ROOT / "tests" / "endure" / "run.py", *words], {"PYTHONPATH": str(ROOT)})


def lock(words: Sequence[str]) -> int:
    """Write all lock files anew; pins that still fit stay unless words say `--upgrade`."""
    prepare(Level.DEV)
    command: list[str | Path] = [HERE.script("uv"), "pip", "compile", "--quiet", "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-header"]
    command += ["--no-annotate", *words, "pyproject.toml", "-"]
    more = ("-c", HERE.lock_file(Level.RUNTIME))
    extra = {Level.RUNTIME: (), Level.DEV: ("--extra", "dev", *more), Level.BUILD: ("--extra", "build", *more)}
    for level in Level:
        complete = [*command, *extra[level], "-o", HERE.lock_file(level)]
        if subprocess.run(complete, check=False, cwd=ROOT, input=build_requirements(), text=True).returncode:
            return 1
    say("The lock files are written; the next call installs what changed.")
    return 0


def words(codes: Sequence[str]) -> int:
    """Bring the catalogues of the languages up to date, and say what each one lacks."""
    prepare(Level.DEV)
    return call([HERE.python, ROOT / "packaging" / "catalogues.py", *codes])


def build_requirements() -> str:
    """What building the project itself needs, a line each: locked with the rest, as no build is isolated."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return "\n".join(project["build-system"]["requires"])


def demonstrate(folder: Path) -> int:
    """Make the demonstration without a window and say where it lies."""
    say("There is no screen here, so no window can open. Making the demonstration instead:")
    say("a diary of 24 weeks, a picture of every page, and the report.")
    failed = call([HERE.python, "-m", "adtracker", "demo", folder], OFFSCREEN)
    if not failed:
        say(f"\nIn {folder}:")
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            say(f"  {file.relative_to(folder)}")
    return failed


def has_screen(system: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can open: always but on Linux without a display server."""
    return system != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def prepare(level: Level) -> None:
    """Bring the machine and the environment to where `level` can start."""
    debian.provide_libraries()
    HERE.prepare(level)
    if any(_is_older(file.with_suffix(".mo"), file) for file in (ROOT / "resources" / "language").glob("*.po")):
        call([HERE.python, ROOT / "packaging" / "catalogues.py", "make"])


def _is_older(made: Path, source: Path) -> bool:
    return not made.exists() or made.stat().st_mtime_ns < source.stat().st_mtime_ns


def call(command: Sequence[str | Path], more: Mapping[str, str] = {}) -> int:
    """Run a command in the checkout to its end and give its exit code."""
    return subprocess.run(command, check=False, cwd=ROOT, env={**os.environ, **more}).returncode


def hand_over(command: Sequence[str | Path], more: Mapping[str, str] = {}) -> int:
    """Become the command where the system can, so that signals and exit code are its own; else run it."""
    environment = {**os.environ, **more}
    if sys.platform != "win32":
        sys.stdout.flush()
        os.execve(command[0], [str(word) for word in command], environment)
    return subprocess.run(command, check=False, env=environment).returncode


WORDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "cover": cover,
    "screens": screens,
    "bench": bench,
    "calibrate": calibrate,
    "read-sheets": read_sheets,
    "endure": endure,
    "words": words,
    "lock": lock,
}


def main(words: Sequence[str]) -> int:
    """Act on the words of the command line; the result is the exit code."""
    if not words:
        prepare(Level.DEV)
        say(__doc__)
        return 0
    word, *further = words
    if word not in WORDS:
        asked = word in ("-h", "--help", "help")
        print(__doc__, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    return WORDS[word](further)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as trouble:
        sys.exit(str(trouble))
    except KeyboardInterrupt:
        sys.exit(130)
