"""Encrypted pages read without the engine that wrote them, and damaged ones made readable again."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from adtracker.protection.labels import new_key
from adtracker.protection.pages import PAGE, RESERVED, SALT, Pages
from adtracker.storage import header
from adtracker.storage.database import Database
from adtracker.storage.encryption.sealing import fits, reseal, unsealed
from tests.endure.damaging import make_diary

KEY = bytes(range(32))
NOTES = "SELECT day, note FROM day ORDER BY day"


@pytest.fixture
def sealed(path: Path) -> Path:
    """An encrypted diary of some months."""
    make_diary(path, KEY)
    return path


def _notes(path: Path) -> list[tuple[str, str]]:
    with closing(Database(path, read_only=True, key=KEY)) as database, database.transaction() as connection:
        return [(row[0], row[1]) for row in connection.exec_driver_sql(NOTES)]


def test_the_key_and_the_published_form_are_enough(sealed: Path, tmp_path: Path) -> None:
    """AES and SQLite as everybody has them, and 16 bytes that all files of SQLite begin with."""
    plain = tmp_path / "plain.db"
    plain.write_bytes(b"SQLite format 3\0" + unsealed(sealed, KEY)[16:])
    with closing(sqlite3.connect(plain)) as file:
        assert file.execute(NOTES).fetchall() == _notes(sealed)


def _shell() -> str | None:
    """The shell of SQLCipher, if it is one that knows version 4 of the form."""
    shell = shutil.which("sqlcipher")
    if shell is None:
        return None
    asked = subprocess.run([shell], input="PRAGMA cipher_version;", capture_output=True, text=True, check=False)
    return shell if asked.stdout.strip()[:1].isdigit() and int(asked.stdout.strip()[0]) >= 4 else None


@pytest.mark.skipif(_shell() is None, reason="there is no shell of SQLCipher 4 (Debian: sqlcipher)")
def test_the_stock_shell_says_the_same(sealed: Path) -> None:
    asked = f"PRAGMA key=\"x'{KEY.hex()}'\";\n{NOTES};\n"
    done = subprocess.run([str(_shell()), sealed], input=asked, capture_output=True, text=True, check=True)
    said = [tuple(line.split("|", 1)) for line in done.stdout.splitlines() if "|" in line]
    assert said == _notes(sealed)


@pytest.mark.parametrize(("begin", "end"), [(0, 16), (16, 32), (0, 512), (512, 1024), (0, PAGE), (PAGE, 5 * PAGE)])
def test_the_key_of_a_damaged_file_is_still_known(sealed: Path, begin: int, end: int) -> None:
    content = bytearray(sealed.read_bytes())
    content[begin:end] = bytes(end - begin)
    sealed.write_bytes(content)
    assert fits(sealed, KEY)
    assert not fits(sealed, new_key())


def test_a_file_with_broken_seals_is_sealed_anew(sealed: Path) -> None:
    whole = sealed.read_bytes()
    content = bytearray(whole)
    for at in range(3000, len(content), 3 * PAGE):
        content[at] ^= 1
    sealed.write_bytes(content + b"too much")
    assert not all(_seals(sealed))
    reseal(sealed, KEY, partial(header.mended, size=len(content), reserved=RESERVED))
    assert sealed.stat().st_size == len(whole)
    assert all(_seals(sealed))
    # In each page that was damaged one block of the cipher is noise, and one bit of the next block another one.
    before, after = _unsealed(whole, sealed), unsealed(sealed, KEY)
    assert 0 < sum(a != b for a, b in zip(before, after, strict=True)) <= 17 * (len(whole) // PAGE // 3 + 1) + 100


def _seals(file: Path) -> list[bool]:
    content = file.read_bytes()
    pages = Pages(KEY, content[:SALT])
    return [
        pages.is_whole(number, content[(number - 1) * PAGE : number * PAGE])
        for number in range(1, len(content) // PAGE + 1)
    ]


def _unsealed(content: bytes, beside: Path) -> bytes:
    file = beside.with_name("whole")
    file.write_bytes(content)
    return unsealed(file, KEY)


def test_nothing_fits_a_file_that_is_no_diary(tmp_path: Path) -> None:
    file = tmp_path / "noise"
    file.write_bytes(new_key() * PAGE)
    assert not fits(file, KEY)
    assert not fits(tmp_path / "not there", KEY)
