"""Whole files or none: a failed write leaves the old file and no leavings; what is written is private."""

import os
from pathlib import Path

import pytest

from adtracker.files import write_whole


def test_a_file_is_written_and_written_over(tmp_path: Path) -> None:
    file = tmp_path / "visit.pdf"
    write_whole(file, b"first")
    write_whole(file, b"second")
    assert file.read_bytes() == b"second"
    assert [item.name for item in tmp_path.iterdir() if item.is_file()] == ["visit.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_only_the_owner_may_read_it_whatever_stood_there_before(tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_bytes(b"old")
    file.chmod(0o644)
    write_whole(file, b"new")
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "occupied"
    (folder / "inside").mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OSError, match="occupied"):
        write_whole(folder, b"a file cannot take the place of a folder")
    assert sorted(tmp_path.rglob("*")) == before
