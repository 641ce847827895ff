"""Whole files or none: a failed write leaves the old file and no leavings; what is written is private."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from adtracker.files import STALE_SECONDS, clear_drafts, draft_of, write_whole

# Writes a file whole and is killed while it does.
KILLED = """
import os, signal, sys
from pathlib import Path
from adtracker import files
os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
files.write_whole(Path(sys.argv[1]), b"half of a diary")
"""
posix = pytest.mark.skipif(os.name != "posix", reason="rights, links and processes as POSIX has them")


def test_a_file_is_written_and_written_over(tmp_path: Path) -> None:
    file = tmp_path / "visit.pdf"
    write_whole(file, b"first")
    write_whole(file, b"second")
    assert file.read_bytes() == b"second"
    assert [item.name for item in tmp_path.iterdir() if item.is_file()] == ["visit.pdf"]


@posix
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


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """What a killed process left in a folder, an hour ago and more."""
    folder = tmp_path / "diaries"
    folder.mkdir()
    subprocess.run([sys.executable, "-c", KILLED, folder / "visit.pdf"], check=False)
    (left,) = folder.iterdir()
    return _aged(left)


def _aged(file: Path) -> Path:
    old = time.time() - STALE_SECONDS - 60
    os.utime(file, (old, old), follow_symlinks=False)
    return file


@posix
def test_what_a_killed_process_left_is_taken_away(left: Path) -> None:
    assert left.read_bytes() == b"half of a diary"
    journal = left.with_name(f"{left.name}-journal")
    journal.touch()
    clear_drafts(left.parent)
    assert list(left.parent.iterdir()) == [journal], "it was touched a moment ago"
    _aged(journal)
    clear_drafts(left.parent)
    assert not list(left.parent.iterdir())


@posix
def test_what_may_be_in_use_or_somebody_elses_stays(left: Path) -> None:
    folder, kept = left.parent, left.parent / "kept"
    kept.write_bytes(b"a diary")
    ours, parents = draft_of(kept), folder / f".adtracker-{os.getppid()}-0123abcd"
    for file in (ours, parents, folder / f"{left.name}.diary", folder / f"x{left.name}", folder / f"{left.name}0"):
        file.touch()
    link, inside = folder / f"{left.name[:-8]}0123abcd", folder / f"{left.name[:-8]}01234567"
    link.symlink_to(kept)
    inside.mkdir()
    for file in folder.iterdir():
        _aged(file)
    before = sorted(folder.iterdir())
    clear_drafts(folder)
    assert sorted(folder.iterdir()) == [file for file in before if file != left]
    assert kept.read_bytes() == b"a diary"


def test_a_folder_that_is_not_there_is_fine(tmp_path: Path) -> None:
    clear_drafts(tmp_path / "none")
