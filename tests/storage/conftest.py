"""A real diary in a real file, at a fixed day and moment."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest

from adtracker.storage.journal import Journal
from tests.storage.samples import open_journal

NOBODY = 65534


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


@pytest.fixture
def persons_folder() -> Iterator[Path]:
    """A folder of somebody who is not the administrator, for whom no rights would hold."""
    if sys.platform == "win32":
        pytest.skip("rights are POSIX's")
    folder = Path(tempfile.mkdtemp())
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def as_person() -> AbstractContextManager[None]:
    """Acts with the rights of an ordinary account, also where the tests run as administrator."""
    return _as_nobody() if sys.platform != "win32" and os.geteuid() == 0 else nullcontext()


@contextmanager
def _as_nobody() -> Iterator[None]:
    assert sys.platform != "win32"
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
