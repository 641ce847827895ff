"""The same days in a sheet of LibreOffice Calc: what somebody would take instead. Where it is not installed, the rows
say so.

Each start of it has a profile and a sheet of its own, copied before the clock runs: it is ended while it is open, and
would ask about that the next time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path

from tests.benchmarks import diaries
from tests.benchmarks.measure import ROOT, Ratio, Take, environment, in_pairs, run_script, timed

START_BAR, PDF_BAR, CSV_BAR = 0.7, 0.8, 1.2
SCREEN = "1280x800x24"
RUNS = 5
_QUIET = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value>
</prop></item></oor:items>
"""
_numbers = count()


class PeerMissingError(Exception):
    """What is measured against is not installed here."""


def started(folder: Path) -> Ratio:
    """From the start until the content stands on the screen: ten years in the diary, the same days in a sheet."""
    diary, sheet = diaries.ten_years(folder), sheet_of(folder)
    with screen() as display:
        ours = on_screen(folder, display, lambda: [sys.executable, "-m", "adtracker", "--diary", str(diary)])
        calc = on_screen(folder, display, lambda: calc_command(folder, str(fresh_sheet(folder, sheet))))
        return in_pairs("start until the content stands, 10 years", "LibreOffice Calc", START_BAR, ours, calc, RUNS)


def printed(folder: Path) -> Ratio:
    """Ten years as a PDF, the whole process."""
    diary, sheet = diaries.ten_years(folder), sheet_of(folder)
    first = diaries.today().replace(year=diaries.today().year - 10).isoformat()
    words = ["report", "--diary", str(diary), "--from", first, "-o", str(folder / "ours.pdf")]
    ours, calc = by_program(words), converted(folder, sheet, "pdf")
    return in_pairs("10 years as a PDF", "LibreOffice Calc", PDF_BAR, ours, calc, RUNS)


def written(folder: Path) -> Ratio:
    """Ten years as a table, the whole process."""
    diary, sheet = diaries.ten_years(folder), sheet_of(folder)
    words = ["export", "--diary", str(diary), "--format", "csv", "-o", str(folder / "ours.csv")]
    ours, calc = by_program(words), converted(folder, sheet, "csv")
    return in_pairs("a table of 10 years", "LibreOffice Calc", CSV_BAR, ours, calc, RUNS)


@cache
def sheet_of(folder: Path) -> Path:
    """The days of the diary of ten years in a sheet of Calc's own format. Raises PeerMissingError."""
    office()
    table = folder / "days.csv"
    by_program(["export", "--diary", str(diaries.ten_years(folder)), "--format", "csv", "-o", str(table)])()
    converted(folder, table, "ods")()
    return folder / "out" / "days.ods"


def by_program(words: list[str]) -> Take:
    """Seconds of a command of ours. Written anew each time."""

    def take() -> float:
        Path(words[-1]).unlink(missing_ok=True)
        return timed(lambda: _run([sys.executable, "-m", "adtracker", *words]))

    return take


def converted(folder: Path, file: Path, kind: str) -> Take:
    """Seconds in which Calc turns a file into another kind, without a window."""

    def take() -> float:
        words = ["--headless", "--convert-to", kind, "--outdir", str(folder / "out"), str(file)]
        command = calc_command(folder, *words)
        return timed(lambda: _run(command))

    return take


def calc_command(folder: Path, *words: str) -> list[str]:
    """Calc with a profile of its own, which has been started before. Raises PeerMissingError."""
    profile = folder / f"profile-{next(_numbers)}"
    shutil.copytree(profile_of(folder), profile)
    return [office(), f"-env:UserInstallation={profile.as_uri()}", "--norestore", "--nologo", *words]


def fresh_sheet(folder: Path, sheet: Path) -> Path:
    """The sheet under a name that nobody has open."""
    return Path(shutil.copy(sheet, folder / f"days-{next(_numbers)}.ods"))


@cache
def profile_of(folder: Path) -> Path:
    """What Calc makes when it is started for the first time, with its tip of the day switched off."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_QUIET, encoding="utf-8")
    _run([office(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--terminate_after_init"])
    return profile


def office() -> str:
    """The program. Raises PeerMissingError."""
    found = shutil.which("soffice")
    if found is None:
        raise PeerMissingError("LibreOffice is not here")
    return found


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody else has, by its name. Raises PeerMissingError."""
    if shutil.which("Xvfb") is None:
        raise PeerMissingError("Xvfb is not here")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def on_screen(folder: Path, display: str, command: Callable[[], list[str]]) -> Take:
    """Seconds until what a program shows on a screen stands."""

    def take() -> float:
        words = [str(folder / "said.txt"), *command()]
        return run_script("content_stands.py", words, DISPLAY=display, QT_QPA_PLATFORM="xcb")["stands"] / 1e9

    return take


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=True)
