"""`adtracker salvage`: a new diary of what can be read, and a line for what cannot."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Run, open_diary


def test_a_sound_diary_loses_nothing(run: Run, diary: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.diary"
    done = run("salvage", "--diary", diary, "-o", new)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("Nothing was lost.\n")
    ours, theirs = open_diary(diary), open_diary(new)
    assert ours.entries() == theirs.entries() != ()
    assert run("check", "--diary", new).code == 0
    ours.close()
    theirs.close()


def test_what_cannot_be_read_and_what_is_not_certain_is_named(run: Run, diary: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(diary)) as file, file:
        first, second = (row[0] for row in file.execute("SELECT day FROM day ORDER BY day LIMIT 2"))
        file.execute("DELETE FROM day WHERE day = ?", (first,))
        file.execute("UPDATE day SET note = 'other' WHERE day = ?", (second,))
    before = diary.read_bytes()
    done = run("salvage", "--diary", diary, "-o", tmp_path / "new.diary")
    assert done.code == 0
    assert done.err.splitlines() == [
        f"could not be read: Days {first}",
        f"please look at it, it may not be what you wrote: Days {second}",
    ]
    assert diary.read_bytes() == before


def test_a_file_that_is_there_is_left_as_it_is(run: Run, diary: Path) -> None:
    before = diary.read_bytes()
    done = run("salvage", "--diary", diary, "-o", diary)
    assert done.code == 1
    assert "There already is a file" in done.err
    assert diary.read_bytes() == before


def test_nothing_is_imported_into_a_damaged_diary(run: Run, diary: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(diary)) as file, file:
        file.execute("UPDATE day SET note = 'other'")
    before = diary.read_bytes()
    (tmp_path / "days.csv").write_text("date,itch\n2020-01-01,3\n", encoding="utf-8")
    done = run("import", tmp_path / "days.csv", "--diary", diary)
    assert done.code == 1
    assert "is damaged" in done.err
    assert diary.read_bytes() == before
