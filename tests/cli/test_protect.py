"""Passwords on the command line: given by descriptors, asked at a terminal, never by words that others can read."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from adtracker.domain.records.day import DayEntry
from tests.cli.conftest import TODAY, Run, open_diary

OLD, NEW = "four quiet grey herons", "another four words"
CANARY = "canary-91c2-quince"


def _given(text: str) -> int:
    """A descriptor that gives a text once."""
    with tempfile.TemporaryFile() as file:
        file.write(text.encode())
        file.flush()
        os.lseek(file.fileno(), 0, os.SEEK_SET)
        return os.dup(file.fileno())


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A diary of one day, without a password."""
    path = tmp_path / "my.diary"
    journal = open_diary(path, create=True)
    journal.save(DayEntry(TODAY, itch=4, note=CANARY))
    journal.close()
    return path


@pytest.fixture
def sheet(run: Run, diary: Path, tmp_path: Path) -> Path:
    """The words of the diary, which has a password from now on."""
    file = tmp_path / "sheet.txt"
    done = run("protect", "--diary", diary, "--words", file, "--password-fd", _given(OLD + "\n"))
    assert (done.code, done.err) == (0, "")
    assert "Without its password or its 24 words nobody can open it" in done.out
    return file


@pytest.mark.slow
def test_a_protected_diary_opens_by_password_and_by_words(run: Run, diary: Path, sheet: Path) -> None:
    assert CANARY.encode() not in diary.read_bytes()
    assert run("check", "--diary", diary, "--password-fd", _given(OLD)).code == 0
    done = run("export", "--format", "json", "-o", "-", "--diary", diary, "--words-fd", _given(sheet.read_text()))
    assert (done.code, done.err) == (0, "")
    assert CANARY in done.out


@pytest.mark.slow
def test_the_sheet_is_its_owners_alone_and_never_written_over(run: Run, diary: Path, sheet: Path) -> None:
    before = sheet.read_text()
    assert len(re.findall(r"\d+\. \w+", before)) == 24
    if os.name == "posix":
        assert sheet.stat().st_mode & 0o077 == 0
    assert run("unprotect", "--diary", diary, "--password-fd", _given(OLD)).code == 0
    done = run("protect", "--diary", diary, "--words", sheet, "--password-fd", _given(OLD))
    assert done.code == 1
    assert sheet.read_text() == before
    assert CANARY.encode() in diary.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("command", [("check",), ("summary",), ("unprotect",), ("password",)])
def test_where_nobody_can_be_asked_a_sentence_says_so(
    run: Run, diary: Path, sheet: Path, command: tuple[str, ...]
) -> None:
    before = diary.read_bytes()
    done = run(*command, "--diary", diary)
    assert done.code == 2
    assert "--password-fd" in done.err
    assert done.err.count("\n") == 1
    assert diary.read_bytes() == before


@pytest.mark.slow
def test_a_wrong_password_and_wrong_words_are_told(run: Run, diary: Path, sheet: Path) -> None:
    done = run("check", "--diary", diary, "--password-fd", _given("no herons at all"))
    assert (done.code, done.out) == (1, "")
    assert "not the password" in done.err
    done = run("check", "--diary", diary, "--words-fd", _given("abandom " * 24))
    assert done.code == 1
    assert "Did you mean “abandon”?" in done.err
    done = run("check", "--diary", diary, "--words-fd", _given("abandon " * 23 + "art"))
    assert "another diary" in done.err


def test_a_descriptor_that_is_not_open_is_told(run: Run, diary: Path) -> None:
    done = run("check", "--diary", diary, "--password-fd", 987)
    assert done.code == 2
    assert "987" in done.err


@pytest.mark.slow
def test_a_new_password_by_the_old_one_or_by_the_words(run: Run, diary: Path, sheet: Path) -> None:
    assert run("password", "--diary", diary, "--password-fd", _given(f"{OLD}\n{NEW}\n")).code == 0
    assert run("check", "--diary", diary, "--password-fd", _given(OLD)).code == 1
    assert run("check", "--diary", diary, "--password-fd", _given(NEW)).code == 0
    words = _given(sheet.read_text())
    assert run("password", "--diary", diary, "--words-fd", words, "--password-fd", _given(OLD)).code == 0
    assert run("check", "--diary", diary, "--password-fd", _given(OLD)).code == 0
    done = run("password", "--diary", diary, "--password-fd", _given(OLD))
    assert done.code == 2
    assert "second line" in done.err


def test_a_short_password_leaves_the_diary_plain(run: Run, diary: Path, tmp_path: Path) -> None:
    before = diary.read_bytes()
    done = run("protect", "--diary", diary, "--words", tmp_path / "w", "--password-fd", _given("short"))
    assert done.code == 1
    assert "at least 10 characters" in done.err
    assert diary.read_bytes() == before
    assert not (tmp_path / "w").exists()


@pytest.mark.slow
def test_what_is_so_already_is_said(run: Run, diary: Path, tmp_path: Path) -> None:
    for command in ("unprotect", "password"):
        assert "has no password" in run(command, "--diary", diary, "--password-fd", _given(OLD)).err
    assert run("protect", "--diary", diary, "--password-fd", _given(OLD)).code == 0
    assert "a password already" in run("protect", "--diary", diary, "--password-fd", _given(OLD)).err


@pytest.mark.slow
def test_without_a_file_the_words_are_printed_and_open_it(run: Run, diary: Path) -> None:
    printed = run("protect", "--diary", diary, "--password-fd", _given(OLD)).out
    words = " ".join(re.findall(r"\d+\. (\w+)", printed))
    assert run("check", "--diary", diary, "--words-fd", _given(words)).code == 0


DUMPS = """
import ctypes, resource
from adtracker.secrecy import forbid_core_dumps
forbid_core_dumps()
assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks what only Linux knows")
def test_no_picture_of_a_process_with_a_key_is_written() -> None:
    done = subprocess.run([sys.executable, "-c", DUMPS], capture_output=True, text=True, check=True)
    assert done.stdout == "0\n"


SECOND = """
import ctypes, importlib, sys
from contextlib import suppress
with suppress(EOFError):
    importlib.import_module(sys.argv[1]).main()
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks what only Linux knows")
@pytest.mark.parametrize("module", ["adtracker.report.typeset", "adtracker.workers.associations"])
def test_nor_of_a_second_process_which_is_given_the_diary(module: str) -> None:
    done = subprocess.run([sys.executable, "-c", SECOND, module], input=b"", capture_output=True, check=True)
    assert done.stdout == b"0\n"


@pytest.mark.slow
def test_copies_from_before_are_named_and_become_what_is_asked_for(run: Run, diary: Path) -> None:
    for _ in range(2):
        assert run("backup", "--diary", diary).code == 0
    done = run("protect", "--diary", diary, "--password-fd", _given(OLD))
    assert "can still be read by everybody" in done.out
    named = [Path(line.strip()) for line in done.out.splitlines() if line.startswith("  ")]
    assert len(named) == 2
    assert "lies beside it until the diary is next opened" in done.out
    assert all(CANARY.encode() in file.read_bytes() for file in named)
    done = run("protect", "--diary", diary, "--old-files", "encrypt", "--password-fd", _given(OLD))
    assert (done.code, done.out, done.err) == (0, "Files encrypted: 2.\n", "")
    assert all(CANARY.encode() not in file.read_bytes() for file in named)
    assert run("backups", "--check", "--diary", diary, "--password-fd", _given(OLD)).code == 0
    done = run("protect", "--diary", diary, "--old-files", "remove", "--password-fd", _given(OLD))
    assert "Files removed: 0." in done.out


@pytest.mark.slow
def test_new_words_when_somebody_has_seen_the_old_ones(run: Run, diary: Path, sheet: Path, tmp_path: Path) -> None:
    assert run("backup", "--diary", diary, "--password-fd", _given(OLD)).code == 0
    fresh = tmp_path / "fresh.txt"
    given = ("--diary", diary, "--password-fd", _given(f"{OLD}\n{NEW}"))
    done = run("password", "--new-words", "--words", fresh, *given)
    assert (done.code, done.err) == (0, "")
    assert fresh.read_text() != sheet.read_text()
    assert run("check", "--diary", diary, "--words-fd", _given(sheet.read_text())).code == 1
    assert run("check", "--diary", diary, "--words-fd", _given(fresh.read_text())).code == 0
    assert run("backups", "--check", "--diary", diary, "--password-fd", _given(NEW)).code == 0
    done = run("password", "--words", tmp_path / "x", "--diary", diary, "--password-fd", _given(f"{NEW}\n{OLD}"))
    assert done.code == 2
    assert not (tmp_path / "x").exists()
