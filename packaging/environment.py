"""A checkout's own Python environments: made once, brought up to date when a lock changes.

Those who work on it have `.venv`; packing has one to itself, so that no tool of theirs can get into what is shipped.

A stamp, written last, says what it holds. No stamp means that an install was cut short: it is made anew.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path

import debian
from messages import SetupError, say

PATIENCE_SECONDS = 1800


class Level(StrEnum):
    """How much is installed, named by the lock file that says so; DEV and BUILD hold everything that RUNTIME does."""

    RUNTIME = "requirements.txt"
    DEV = "requirements-dev.txt"
    BUILD = "requirements-build.txt"


class Environment:
    """One environment of a checkout: `.venv`, or whatever its folder is called."""

    def __init__(self, root: Path, folder: str = ".venv") -> None:
        self.root = root
        self.folder = root / folder
        self.scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.script("python")
        self._stamp = self.folder / "stamp.json"

    def script(self, name: str) -> Path:
        """Where a program of the environment lies, such as `pytest`."""
        return self.scripts / (f"{name}.exe" if os.name == "nt" else name)

    def lock_file(self, level: Level) -> Path:
        """The lock file of a level."""
        return self.root / "packaging" / level

    def is_ready(self, level: Level) -> bool:
        """Whether everything locked for `level` is installed; reads three small files and starts nothing."""
        stamp = self._read_stamp()
        return self._is_sound(stamp) and stamp.get(level) == self._fingerprint(level)

    def prepare(self, level: Level) -> None:
        """Make the environment hold what `level` locks. Raises SetupError if this machine cannot."""
        if self.is_ready(level):
            return
        with only_one_at_a_time(self.folder.with_name(f"{self.folder.name}.lock")):
            if not self.is_ready(level):
                self._build(level)

    def _build(self, level: Level) -> None:
        if not self._is_sound(self._read_stamp()):
            self._make()
        self._stamp.unlink(missing_ok=True)
        say("Installing the locked packages; the first time takes about a minute...")
        # Wheels only: building from source would fetch build tools that no lock names.
        self._install("--only-binary", ":all:", "--no-compile", "--require-hashes", "-r", self.lock_file(level))
        self._install("--no-build-isolation", "-e", self.root)
        self._write_stamp(level)

    def _make(self) -> None:
        if self.folder.exists():
            say(f"The environment in {self.folder.name} is not complete or not of this place; making it anew.")
            _remove(self.folder)
        base = _base_python()
        _run([base, "-m", "venv", *_source_of_pip(base), self.folder])

    def _install(self, *words: str | Path) -> None:
        quiet = ["-qq", "--disable-pip-version-check", "--no-input"]
        _run([*self._pip(), "install", *quiet, "--no-deps", *words])

    def _pip(self) -> list[str | Path]:
        if self.script("pip").exists():
            return [self.python, "-m", "pip"]
        return [_base_python(), "-m", "pip", "--python", self.python]

    def _fingerprint(self, level: Level) -> str:
        digest = hashlib.sha256((self.root / "pyproject.toml").read_bytes())
        digest.update(self.lock_file(level).read_bytes())
        return digest.hexdigest()

    def _is_sound(self, stamp: dict[str, str]) -> bool:
        # The path tells a moved checkout, the interpreter behind the link an upgraded or removed Python.
        made_here = stamp.get("root") == str(self.root) and stamp.get("python") == self._interpreter()
        return made_here and self.python.exists()

    def _interpreter(self) -> str:
        return os.path.realpath(self.python)

    def _read_stamp(self) -> dict[str, str]:
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def _write_stamp(self, level: Level) -> None:
        held = {level, Level.RUNTIME}
        stamp = {"root": str(self.root), "python": self._interpreter()}
        stamp |= {each.value: self._fingerprint(each) for each in held}
        self._stamp.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


@contextmanager
def only_one_at_a_time(file: Path) -> Iterator[None]:
    """Hold `file` for the length of the block; wait for another call that holds it.

    An exclusive SQLite transaction is the one lock of the standard library that works on every system and ends
    with its process, however that ends.
    """
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            say("Another call is setting this checkout up; waiting for it...")
            lock.execute(f"PRAGMA busy_timeout = {PATIENCE_SECONDS * 1000}")
            lock.execute("BEGIN EXCLUSIVE")
        yield


def _base_python() -> str:
    # An activated .venv may be what starts us, and may be about to be made anew.
    return getattr(sys, "_base_executable", None) or sys.executable


def _has(module: str, python: str) -> bool:
    command = [python, "-c", f"import {module}"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _source_of_pip(base: str) -> list[str]:
    """The words for `venv` that say where pip comes from: `base` has it (seconds faster), or bundles it to unpack."""
    if _has("pip", base):
        return ["--without-pip"]
    if not _has("ensurepip", base):
        if not debian.is_debian():
            raise SetupError("This Python has neither pip nor ensurepip. Install pip for it, then try again.")
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        debian.provide([f"python{version}-venv"], "Python needs a part that is not here yet")
    return []


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise SetupError(
            f"{folder} could not be removed ({error.strerror}). Close what uses it, then try again."
        ) from error


def _run(command: Sequence[str | Path]) -> None:
    if subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode:
        raise SetupError("That did not work; the lines above say why. Nothing is lost: run the same command again.")
