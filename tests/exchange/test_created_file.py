"""Files made for the person: whole, private, and never in the place of a diary."""

import os
from datetime import date
from pathlib import Path

import pytest

from adtracker.errors import ExchangeError
from adtracker.exchange.created_file import write_created
from adtracker.storage.journal import Journal

NOWHERE = Path("none.diary")


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    file = tmp_path / "my.diary"
    Journal.open(file, lambda: date(2026, 11, 29)).close()
    return file


def test_a_file_is_written_whole_over_what_stands_there(tmp_path: Path) -> None:
    file = tmp_path / "visit.pdf"
    file.write_bytes(b"longer than what comes now")
    assert write_created(file, b"new", NOWHERE) == file
    assert file.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir() if "draft" in one.name or one.name.startswith(".")] == []


@pytest.mark.skipif(os.name != "posix", reason="links need a right on Windows")
def test_a_link_stays_and_the_file_it_names_is_written(tmp_path: Path) -> None:
    file, link = tmp_path / "visit.pdf", tmp_path / "link.pdf"
    link.symlink_to(file)
    assert write_created(link, b"new", NOWHERE) == file
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("is_open_one", [True, False])
def test_no_diary_is_written_over(diary: Path, is_open_one: bool) -> None:
    before = diary.read_bytes()
    with pytest.raises(ExchangeError) as caught:
        write_created(diary, b"new", diary if is_open_one else NOWHERE)
    assert caught.value.key == "exchange.is_a_diary"
    assert diary.read_bytes() == before


def test_the_open_diary_is_known_by_more_than_its_first_bytes(tmp_path: Path) -> None:
    encrypted = tmp_path / "my.diary"
    encrypted.write_bytes(os.urandom(4096))
    with pytest.raises(ExchangeError):
        write_created(encrypted, b"new", encrypted)


@pytest.mark.parametrize("name", ["", "no/such/folder/visit.pdf", "nul\0byte"])
def test_where_nothing_can_be_written_it_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        write_created(tmp_path / name, b"new", NOWHERE)
    assert caught.value.key in {"exchange.cannot_write", "exchange.not_an_ordinary_file"}
