"""`adtracker archive`: says what is in it and that no password keeps it; makes none of a damaged diary."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from adtracker.commands import archive
from tests.archive.reading import unpack
from tests.cli.conftest import Run
from tests.press import press


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports come from the press, but for those that a process of its own prints."""
    monkeypatch.setattr(archive, "typeset_here", press)


def test_it_is_said_what_is_in_it_and_who_can_read_it(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    done = run("archive", "-o", file, "--diary", diary)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"The archive is {file}. It was read back, and all of it is there (days: 17, photos: 0).",
        "It has no password: whoever has the file can read it.",
    ]
    assert "Amlitelimab 250 mg" in (unpack(file, tmp_path / "x") / "diary.json").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_process_of_its_own_makes_one_and_reads_it_back(process: Run, diary: Path, tmp_path: Path) -> None:
    done = process("archive", "-o", tmp_path / "a.zip", "--paper", "us-letter", "--diary", diary)
    assert (done.code, done.err) == (0, "")
    folder = unpack(tmp_path / "a.zip", tmp_path / "x")
    assert re.search(rb"/MediaBox ?\[0 0 612 792\]", (folder / "report-2026.pdf").read_bytes())
    done = process("import", folder / "diary.json", "--diary", tmp_path / "new.diary")
    assert "Days: 17 new" in done.out


def test_a_damaged_diary_has_none(run: Run, diary: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(diary)) as connection, connection:
        connection.execute("UPDATE day SET itch = 2 WHERE day = '2026-08-02'")
    done = run("archive", "-o", tmp_path / "a.zip", "--diary", diary)
    assert done.code == 1
    assert "is damaged" in done.err
    assert not (tmp_path / "a.zip").exists()


def test_it_is_never_written_over_a_diary_and_standard_output_is_no_place(
    run: Run, diary: Path, tmp_path: Path
) -> None:
    before = diary.read_bytes()
    assert "is a diary" in run("archive", "-o", diary, "--diary", diary).err
    assert run("archive", "--diary", diary).code == 2
    assert run("archive", "-o", tmp_path / "a.zip", "--diary", tmp_path / "none.diary").code == 1
    assert diary.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_file()) == ["my.diary"]
