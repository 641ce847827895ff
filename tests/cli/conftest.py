"""A diary on the 120th day of a course, and the command line as a function."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from adtracker import cli, resources
from adtracker.commands import report
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.extent import from_palms
from adtracker.domain.records.profile import Profile
from adtracker.storage.journal import Journal
from tests.press import press

TODAY = date(2026, 11, 29)
START = date(2026, 8, 2)
NOW = datetime(2026, 11, 29, 20, 15, tzinfo=UTC)


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


def open_diary(path: Path, *, create: bool = False) -> Journal:
    return Journal.open(path, lambda: TODAY, create=create, now=lambda: NOW)


def summary_of(run: Run, diary: Path, *words: object) -> dict[str, Any]:
    """What `adtracker summary --json` says of a diary."""
    done = run("summary", "--json", "--diary", diary, *words)
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    return found


@pytest.fixture(autouse=True)
def _pressed(monkeypatch: pytest.MonkeyPatch, quick_passwords: None) -> None:
    """Reports come from the press, but for those that a process of its own prints; passwords are quick."""
    monkeypatch.setattr(report, "make", partial(report.make, typeset=press))


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Call the command line in this process, on 29 November 2026 at 20:15."""

    def call(*words: object) -> Done:
        capfd.readouterr()
        code = cli.main([str(word) for word in words], lambda: NOW)
        return Done(code, *capfd.readouterr())

    return call


@pytest.fixture
def process() -> Run:
    """Call the command line as a process of its own."""

    def call(*words: object) -> Done:
        command = [sys.executable, "-m", "adtracker", *(str(word) for word in words)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
        return Done(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A diary with a profile, a course, its baseline week and its first ten days."""
    path = tmp_path / "my.diary"
    body = resources.body()
    journal = open_diary(path, create=True)
    journal.save(Profile("A. B.", 1988, "May I swim?"))
    journal.save(Course(START, "Amlitelimab 250 mg"))
    days = [START + timedelta(days=number) for number in range(-7, 10)]
    extent = from_palms(body, 28)
    journal.save_all(
        [DayEntry(day, itch=7 if day < START else 5, sleep_quality=4, extent=extent, recorded_on=day) for day in days]
    )
    journal.close()
    return path
