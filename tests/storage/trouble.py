"""What can go wrong around an open diary, for real: a full disk, another program that holds the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.storage.samples import start

_HOLD_THE_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.readline()
connection.close()
"""


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process may grow: it reads as ever, but nothing can be stored."""
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@contextmanager
def held_by_another(diary: Path) -> Iterator[None]:
    """Another program has the diary for itself: whoever else wants it waits for two seconds and gives up."""
    with start(_HOLD_THE_LOCK, diary) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "locked\n"
        yield
        other.stdin.write("\n")
        other.stdin.flush()
        other.wait()
