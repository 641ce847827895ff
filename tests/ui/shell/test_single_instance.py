"""One window for one diary, held with real processes: a second start, a crash, a window that does not answer."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.storage.journal import Journal
from adtracker.ui.shell.starting.single_instance import SingleInstance
from tests.ui.conftest import TODAY

ROOT = Path(__file__).parents[3]
PATIENCE_SECONDS = 30
PROGRAM = [sys.executable, "-m", "tests.ui.one_window"]


@pytest.fixture
def diary(diary_path: Path) -> Path:
    Journal.open(diary_path, lambda: TODAY).close()
    return diary_path


@contextmanager
def windowed(diary: Path) -> Iterator[subprocess.Popen[str]]:
    """A window in a process of its own, usable when this begins and gone when it ends."""
    with subprocess.Popen([*PROGRAM, str(diary)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        patience = threading.Timer(PATIENCE_SECONDS, process.kill)  # then it says nothing more, and nobody waits for it
        patience.start()
        try:
            assert _says(process) == "painted"
            assert _says(process) == "usable"
            yield process
        finally:
            patience.cancel()
            process.kill()


def _says(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


@pytest.mark.slow
def test_a_second_start_brings_the_first_window_forward(diary: Path) -> None:
    with windowed(diary) as first:
        second = subprocess.run(
            [*PROGRAM, str(diary)], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
        )
        assert second.returncode == 0
        assert second.stdout == "This diary is open already; its window was brought forward.\n"
        assert _says(first) == "forward"
        assert first.wait(timeout=PATIENCE_SECONDS) == 0
    assert [file.name for file in diary.parent.iterdir()] == [diary.name]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["diary.diary", "of my child.DIARY"])
def test_a_diary_that_is_double_clicked_is_the_one_that_opens(diary: Path, name: str) -> None:
    diary = diary.rename(diary.with_name(name))
    with windowed(diary) as first:
        command = [sys.executable, "-m", "adtracker", str(diary)]
        second = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
        assert (second.returncode, second.stderr) == (0, "")
        assert second.stdout == "This diary is open already; its window was brought forward.\n"
        assert _says(first) == "forward"


@pytest.mark.skipif(sys.platform != "linux", reason="only here a desktop may be missing")
def test_without_a_screen_nothing_is_touched(diary_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    diary_path.parent.mkdir()
    command = [sys.executable, "-m", "adtracker", "--diary", str(diary_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no screen here")
    assert len(done.stderr.splitlines()) == 1
    assert not list(diary_path.parent.iterdir())


@pytest.mark.slow
def test_a_crash_locks_nobody_out(diary: Path, qapp: QApplication) -> None:
    with windowed(diary) as first:
        os.kill(first.pid, signal.SIGKILL)
        first.wait(timeout=PATIENCE_SECONDS)
    instance = SingleInstance(diary)
    assert instance.take(patience=0.1)
    instance.release()


def test_a_window_that_does_not_answer_locks_nobody_out(diary: Path, qapp: QApplication) -> None:
    silent, second = SingleInstance(diary), SingleInstance(diary)
    assert silent.take()  # and never looks for requests
    assert second.take(patience=0.1)
    assert not list(diary.parent.glob(".*.show"))
    second.release()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX's")
def test_a_lock_that_a_crash_left_where_nothing_can_be_written_locks_nobody_out(
    persons_folder: Path, as_person: AbstractContextManager[None], diary: Path, qapp: QApplication
) -> None:
    with windowed(diary) as first:
        os.kill(first.pid, signal.SIGKILL)
        first.wait(timeout=PATIENCE_SECONDS)
    for file in diary.parent.iterdir():
        shutil.copy(file, persons_folder)
    assert (persons_folder / f".{diary.name}.lock").exists()
    persons_folder.chmod(0o555)
    with as_person:
        instance = SingleInstance(persons_folder / diary.name)
        assert instance.take(patience=0.1)
        instance.watch()
        instance.release()
    persons_folder.chmod(0o700)


def test_another_diary_is_another_window(diary: Path, qapp: QApplication) -> None:
    mine, other = SingleInstance(diary), SingleInstance(diary.with_name("child.diary"))
    assert mine.take()
    assert other.take(patience=0.1)
    assert not mine.is_for(other.diary)
    mine.release()
    other.release()


def test_a_link_is_the_same_diary(diary: Path, tmp_path: Path, qtbot: QtBot) -> None:
    link = tmp_path / "link.diary"
    link.symlink_to(diary)
    first, second = SingleInstance(diary), SingleInstance(link)
    assert first.take()
    first.watch()
    assert first.is_for(link)
    with qtbot.waitSignal(first.asked):
        request = diary.with_name(f".{diary.name}.show")
        request.touch()
    assert not request.exists()
    first.release()
    assert second.take()
    second.release()


def test_the_lock_belongs_to_its_owner_alone(diary: Path, qapp: QApplication) -> None:
    instance = SingleInstance(diary)
    instance.take()
    assert diary.with_name(f".{diary.name}.lock").stat().st_mode & 0o077 == 0
    instance.release()


def test_a_folder_that_comes_later_is_guarded_then(diary_path: Path, qapp: QApplication) -> None:
    first, second = SingleInstance(diary_path), SingleInstance(diary_path)
    assert first.take()
    diary_path.parent.mkdir()
    first.watch()
    assert diary_path.with_name(f".{diary_path.name}.lock").exists()
    first.release()
    assert second.take()
    second.release()
