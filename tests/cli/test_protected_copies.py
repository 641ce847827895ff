"""Copies, damage and salvage of a diary with a password, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from adtracker import paths
from adtracker.storage.naming import keys_of
from tests.cli.conftest import Run
from tests.cli.test_protect import CANARY, OLD, _given, diary, sheet  # noqa: F401 -- fixtures

PAGE = 4096


@pytest.fixture
def copied(run: Run, diary: Path, sheet: Path) -> Path:  # noqa: F811
    """A diary with a password, one copy from before it and one since."""
    assert run("unprotect", "--diary", diary, "--password-fd", _given(OLD)).code == 0
    assert run("backup", "--diary", diary).code == 0
    sheet.unlink()
    assert run("protect", "--diary", diary, "--words", sheet, "--password-fd", _given(OLD)).code == 0
    assert run("backup", "--diary", diary, "--password-fd", _given(OLD)).code == 0
    return diary


def _damage(file: Path, page: int) -> None:
    content = bytearray(file.read_bytes())
    content[page * PAGE + 2000 : page * PAGE + 2010] = bytes(10)
    file.write_bytes(content)


@pytest.mark.slow
def test_copies_are_listed_with_what_locks_them(run: Run, copied: Path) -> None:
    done = run("backups", "--check", "--diary", copied, "--password-fd", _given(OLD))
    assert (done.code, done.err) == (0, "")
    last, first, verdict = done.out.splitlines()
    assert "without a password" in first
    assert "password" not in last
    assert "Two copies are good" in verdict
    listed = run("backups", "--json", "--diary", copied, "--password-fd", _given(OLD))
    assert [one["password"] for one in json.loads(listed.out)] == ["given", "none"]
    assert run("backups", "--diary", copied).code == 2


@pytest.mark.slow
def test_copies_of_a_diary_that_is_gone_are_still_listed(run: Run, copied: Path) -> None:
    copied.unlink()
    keys_of(copied).unlink()
    done = run("backups", "--diary", copied)
    assert done.code == 0
    assert "has a password of its own" in done.out.splitlines()[0]
    assert "1 day" in done.out.splitlines()[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("gone", "by"),
    [("all", "words"), ("all", "password"), ("first page", "password"), ("a page", "password"), ("cut", "words")],
)
def test_a_diary_that_cannot_be_opened_is_brought_back(
    run: Run,
    copied: Path,
    sheet: Path,  # noqa: F811
    gone: str,
    by: str,
) -> None:
    if gone == "all":
        keys_of(copied).unlink()
        for spare in (paths.settings_file().parent / "keys").iterdir():
            spare.unlink()
        copied.unlink()
    elif gone == "cut":
        copied.write_bytes(copied.read_bytes()[:10_000])
    elif gone == "first page":
        copied.write_bytes(bytes(PAGE) + copied.read_bytes()[PAGE:])
    elif gone == "a page":
        _damage(copied, 2)
    given = OLD if by == "password" else sheet.read_text()
    done = run("restore", "--diary", copied, f"--{by}-fd", _given(given))
    assert (done.code, done.err) == (0, "")
    done = run("export", "--format", "json", "-o", "-", "--diary", copied, "--password-fd", _given(OLD))
    assert CANARY in done.out
    assert CANARY.encode() not in copied.read_bytes()


@pytest.mark.slow
def test_a_wrong_password_restores_nothing(run: Run, copied: Path) -> None:
    before = copied.read_bytes()
    for given, code in ((("--password-fd", _given("not this one")), 1), ((), 2)):
        done = run("restore", "--diary", copied, *given)
        assert (done.code, done.out) == (code, "")
        assert done.err.count("\n") == 1
    assert copied.read_bytes() == before


@pytest.mark.slow
def test_damage_is_named_and_what_can_be_read_is_saved_encrypted(run: Run, copied: Path, tmp_path: Path) -> None:
    _damage(copied, 4)
    before = copied.read_bytes()
    done = run("check", "--diary", copied, "--password-fd", _given(OLD))
    assert done.code == 1
    assert "damaged" in done.err
    assert run("backup", "--diary", copied, "--password-fd", _given(OLD)).code == 1
    new = tmp_path / "new.diary"
    assert run("salvage", "--diary", copied, "-o", new).code == 2
    done = run("salvage", "--diary", copied, "-o", new, "--password-fd", _given(OLD))
    assert done.code == 0
    assert copied.read_bytes() == before
    assert CANARY.encode() not in new.read_bytes()
    found = run("export", "--format", "json", "-o", "-", "--diary", new, "--password-fd", _given(OLD))
    assert CANARY in found.out
    assert run("check", "--diary", new, "--password-fd", _given(OLD)).code == 0


@pytest.mark.slow
def test_a_first_page_that_is_damaged_is_not_called_a_wrong_password(run: Run, copied: Path) -> None:
    _damage(copied, 0)
    done = run("check", "--diary", copied, "--password-fd", _given(OLD))
    assert done.code == 1
    assert "is damaged" in done.err


@pytest.mark.slow
def test_going_back_to_a_copy_without_a_password_says_so(run: Run, copied: Path) -> None:
    listed = run("backups", "--json", "--diary", copied, "--password-fd", _given(OLD))
    plain = json.loads(listed.out)[1]["name"]
    done = run("restore", "--copy", plain, "--diary", copied, "--password-fd", _given(OLD))
    assert (done.code, done.err) == (0, "")
    assert "has none now" in done.out
    assert run("check", "--diary", copied).code == 0
