"""A real diary in a real file, at a fixed day and moment."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from adtracker.storage.journal import Journal
from tests.storage.samples import open_journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's diary lives; nothing is there yet."""
    return tmp_path / "diaries" / "my.diary"


@pytest.fixture
def journal(path: Path, empty_diary: Path) -> Iterator[Journal]:
    """A new diary."""
    path.parent.mkdir(mode=0o700)
    shutil.copy(empty_diary, path)
    opened = open_journal(path)
    yield opened
    opened.close()
