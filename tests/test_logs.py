"""The log names kinds and places; a note never lands in it, whichever way an exception carried it."""

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from adtracker import logs
from adtracker.errors import DiaryError

NOTE = "a rash I told nobody about"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "state" / "adtracker.log"
    logs.start(file)
    yield file
    for handler in list(logs.LOG.handlers):
        logs.LOG.removeHandler(handler)
        handler.close()


def _fail_on(text: str) -> None:
    try:
        int(text)
    except ValueError as error:
        error.add_note(text)
        raise DiaryError("diary_locked", file=text) from error


def test_a_note_never_lands_in_the_log(log: Path) -> None:
    try:
        _fail_on(NOTE)
    except DiaryError as error:
        logs.fault(error, "0.1.0")
    written = log.read_text(encoding="utf-8")
    assert NOTE not in written
    assert "builtins.ValueError" in written
    assert "adtracker.errors.DiaryError diary_locked" in written
    assert f"{__name__}:" in written
    assert "in _fail_on" in written
    assert str(Path(__file__).parent) not in written


def test_what_came_in_while_handling_is_named_without_its_message(log: Path) -> None:
    try:
        try:
            dict[str, int]()[NOTE]
        except KeyError:
            raise RuntimeError(NOTE)  # noqa: B904 - the unmarked chain is what is tested
    except RuntimeError as error:
        logs.fault(error, "0.1.0")
    written = log.read_text(encoding="utf-8")
    assert NOTE not in written
    assert written.index("builtins.KeyError") < written.index("builtins.RuntimeError")


def test_what_other_packages_log_is_not_written(log: Path) -> None:
    logging.getLogger("sqlalchemy.engine").error(NOTE)
    logs.LOG.warning("opened a diary")
    written = log.read_text(encoding="utf-8")
    assert NOTE not in written
    assert "WARNING opened a diary" in written


def test_no_file_is_made_before_there_is_something_to_write(log: Path) -> None:
    assert not log.parent.exists()


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_the_log_belongs_to_its_owner_alone(log: Path) -> None:
    logs.LOG.warning("opened a diary")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_a_full_log_is_turned_over_and_only_one_old_one_kept(log: Path) -> None:
    log.parent.mkdir()
    log.write_text("x" * logs.LIMIT, encoding="utf-8")
    logs.LOG.warning("one")
    log.write_text("y" * logs.LIMIT, encoding="utf-8")
    logs.LOG.warning("two")
    assert log.read_text(encoding="utf-8").endswith("two\n")
    assert sorted(file.name for file in log.parent.iterdir()) == ["adtracker.log", "adtracker.old.log"]
    assert log.with_name("adtracker.old.log").read_text(encoding="utf-8").startswith("y")


def test_a_log_that_cannot_be_written_disturbs_nobody(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "state").write_text("a file where the folder should be", encoding="utf-8")
    logs.LOG.warning("opened a diary")
    assert capsys.readouterr() == ("", "")


def test_starting_again_moves_the_log(log: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.log"
    logs.start(other)
    logs.LOG.warning("opened a diary")
    assert other.exists()
    assert not log.exists()
