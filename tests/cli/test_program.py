"""The program as a whole: errors in one sentence, codes as --help says, quiet where nobody listens, quick to start."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from adtracker import __released__, __version__, cli, paths, settings
from adtracker.commands import check
from adtracker.commands import import_command as take_in
from adtracker.commands.context import CommandContext
from adtracker.domain.records.day import DayEntry
from adtracker.resources import Texts
from adtracker.settings import Settings
from tests.cli.conftest import Done, Run, open_diary

READERS = (
    ("summary", "--json", "--start", "2026-08-02"),
    ("export", "--format", "json", "-o", "-"),
    ("report", "-o", "visit.pdf"),
    ("check",),
)
# What only the window, the report or a change of the file's form needs.
LATE = ("PySide6", "pyqtgraph", "numpy", "alembic", "typst", "fontTools")


def _is_one_sentence(done: Done) -> bool:
    return done.out == "" and done.err.count("\n") == 1 and "Traceback" not in done.err


@pytest.mark.parametrize("words", READERS, ids=lambda words: words[0])
def test_a_command_that_only_reads_never_makes_a_diary(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    missing = tmp_path / "missing" / "my.diary"
    done = run(*words, "--diary", missing)
    assert done.code == 1
    assert _is_one_sentence(done)
    assert "There is no diary" in done.err
    assert not missing.parent.exists()


@pytest.mark.parametrize("words", READERS, ids=lambda words: words[0])
def test_a_file_that_is_no_diary_is_left_as_it_was(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    other = tmp_path / "letter.diary"
    other.write_text("Dear doctor", encoding="utf-8")
    done = run(*words, "--diary", other)
    assert done.code == 1
    assert _is_one_sentence(done)
    assert other.read_text(encoding="utf-8") == "Dear doctor"


def test_of_many_problems_the_check_names_the_first(run: Run, diary: Path) -> None:
    journal = open_diary(diary)
    journal.save_all(DayEntry(date(2020, 1, 1) + timedelta(days=number), note="x") for number in range(1500))
    journal.close()
    with closing(sqlite3.connect(diary)) as file, file:
        file.execute("UPDATE day SET note = printf('%.10001c', 'x') WHERE note = 'x'")
    done = run("check", "--diary", diary)
    lines = done.err.splitlines()
    assert (done.code, done.out, len(lines)) == (1, "", 21)
    assert lines[0].startswith("2020-01-01 ")
    assert lines[-1] == "and 1,480 more"


def test_a_damaged_diary_is_said_in_one_sentence_and_nothing_else(run: Run, diary: Path) -> None:
    data = bytearray(diary.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    diary.write_bytes(data)
    done = run("check", "--diary", diary)
    assert done.code == 1
    assert _is_one_sentence(done)
    assert diary.read_bytes() == data


def test_a_sound_diary_is_said_to_be_sound(run: Run, diary: Path) -> None:
    assert run("check", "--diary", diary) == (0, f"The diary {diary} is sound.\n", "")


def test_the_diary_may_be_named_before_or_after_the_command(run: Run, diary: Path) -> None:
    assert run("--diary", diary, "check") == run("check", "--diary", diary)


def test_unless_one_is_named_the_diary_of_the_settings_is_meant(run: Run, diary: Path) -> None:
    settings.store(paths.settings_file(), Settings(diary=str(diary)))
    assert run("check").out == f"The diary {diary} is sound.\n"


@pytest.mark.parametrize(("day_start", "day"), [("04:00", 29), ("03:00", 30), ("00:00", 30)])
def test_the_day_turns_when_the_settings_say(diary: Path, day_start: str, day: int) -> None:
    desk = CommandContext(
        Texts(), Settings(day_start=day_start), diary, lambda: datetime(2026, 11, 30, 3, 30, tzinfo=UTC)
    )
    assert desk.today() == date(2026, 11, day)


@pytest.mark.parametrize(
    "words",
    [
        ("dance",),
        ("export", "-o", "-"),
        ("export", "--format", "xml", "-o", "-"),
        ("report",),
        ("report", "-o", "visit.pdf", "--paper", "a5"),
        ("report", "-o", "visit.pdf", "--from", "02.08.2026"),
        ("import",),
        ("summary", "--jso"),
    ],
)
def test_wrong_usage_is_one_line_with_a_hint(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.code == 2
    assert _is_one_sentence(done)
    assert "--help" in done.err


def test_help_lists_the_commands_and_the_exit_codes(run: Run) -> None:
    done = run("--help")
    text = " ".join(done.out.split())
    assert done.code == 0
    assert all(command in text for command in ("run", *cli.COMMANDS))
    assert all(f"{code} " in text.partition("Exit codes:")[2] for code in range(4))


@pytest.mark.parametrize("command", ["run", *cli.COMMANDS])
def test_every_command_has_its_help(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert "--diary FILE" in done.out


def test_the_version_is_printed(run: Run) -> None:
    done = run("--version")
    version, licence, *parts = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert version == f"adtracker {__version__} ({__released__})"
    assert "MIT" in licence
    assert any(line.split() == ["typst", "Apache-2.0"] for line in parts)
    assert parts == sorted(parts, key=str.casefold)


@pytest.mark.parametrize(
    ("years", "days", "said"), [(1, -1, ""), (1, 0, "a year old"), (2, -1, "a year old"), (2, 0, "2 years old")]
)
def test_a_version_says_how_old_it_is_once_it_is_a_year(
    capsys: pytest.CaptureFixture[str], years: int, days: int, said: str
) -> None:
    released = datetime.fromisoformat(f"{__released__}T12:00:00+00:00")
    then = released.replace(year=released.year + years) + timedelta(days=days)
    assert cli.main(["--version"], lambda: then) == 0
    second = capsys.readouterr().out.splitlines()[1]
    assert (said or "MIT") in second


def test_a_fault_of_our_own_is_a_sentence_and_a_note_in_the_log_without_content(
    run: Run, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_desk: object) -> int:
        raise LookupError("a very private note")

    monkeypatch.setattr(check, "run", fail)
    done = run("check", "--diary", diary)
    assert done.code == 1
    assert _is_one_sentence(done)
    assert str(paths.log_file()) in done.err
    log = paths.log_file().read_text(encoding="utf-8")
    assert "LookupError" in log
    assert "private note" not in done.err + log


def test_without_any_output_to_write_to_it_still_works(
    diary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["export", "--format", "csv", "-o", str(tmp_path / "days.csv"), "--diary", str(diary)]) == 0
    assert cli.main(["check", "--diary", str(tmp_path / "missing.diary")]) == 1


def test_stopping_it_is_quiet(run: Run, diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_words: object, **_more: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(take_in, "run", interrupt)
    assert run("import", "days.csv", "--diary", diary) == (130, "", "Stopped.\n")


def _command(*words: object) -> list[str]:
    return [sys.executable, "-m", "adtracker", *(str(word) for word in words)]


def test_the_installed_module_is_the_same_program(process: Run, diary: Path) -> None:
    done = process("summary", "--json", "--start", "2026-08-02", "--diary", diary)
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["start"] == "2026-08-02"


def test_a_reader_who_has_enough_is_no_failure(diary: Path) -> None:
    with subprocess.Popen(
        _command("export", "--format", "json", "-o", "-", "--diary", diary),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_output_that_cannot_be_written_is_one_sentence(diary: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(_command("check", "--diary", diary), stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "late"),
    [
        (("--version",), (*LATE, "sqlalchemy")),
        (("summary", "--json", "--start", "2026-08-02"), LATE),
        (("export", "--format", "json", "-o", "-"), LATE),
        (("check",), LATE),
        (("report", "-o", "{folder}/visit.pdf"), [name for name in LATE if name != "typst"]),
    ],
    ids=["version", "summary", "export", "check", "report"],
)
def test_a_command_loads_only_what_it_needs(
    diary: Path, tmp_path: Path, words: tuple[str, ...], late: tuple[str, ...]
) -> None:
    words = tuple(word.format(folder=tmp_path) for word in words)
    script = (
        "import sys; from adtracker import cli; code = cli.main(sys.argv[2:]);"
        "found = [name for name in sys.argv[1].split(',') if name in sys.modules];"
        "sys.exit(f'loaded: {found}' if found else code)"
    )
    command = [sys.executable, "-c", script, ",".join(late), "--diary", str(diary), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_a_first_import_loads_what_makes_a_diary_and_no_window(tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    file.write_text("date,itch\n2026-06-01,5\n", encoding="utf-8")
    script = "import sys; from adtracker import cli; code = cli.main(sys.argv[1:]); sys.exit('PySide6' in sys.modules)"
    command = [sys.executable, "-c", script, "import", str(file), "--diary", str(tmp_path / "my.diary")]
    assert subprocess.run(command, check=False, timeout=120).returncode == 0
    journal = open_diary(tmp_path / "my.diary")
    assert len(journal.entries()) == 1
    journal.close()
