"""`adtracker demo`: a diary, its report and pictures of every page, never over somebody's file."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from adtracker.commands.context import CommandContext, UsageError
from adtracker.commands.demo import DIARY, REPORT, write_diary
from adtracker.commands.managed_folder import LIST, ManagedFolder
from adtracker.domain.records.day import DayEntry
from adtracker.resources import Texts
from adtracker.settings import Settings
from tests.cli.conftest import NOW, START, TODAY, Run, open_diary

PNG = b"\x89PNG\r\n\x1a\n"


def test_the_demonstration_is_a_sound_diary(run: Run, tmp_path: Path) -> None:
    desk = CommandContext(Texts(), Settings(), tmp_path / DIARY, lambda: NOW)
    write_diary(desk)
    assert run("check", "--diary", desk.diary).code == 0
    found = json.loads(run("summary", "--json", "--diary", desk.diary).out)
    assert found["start"] == START.isoformat()
    assert found["days"]["elapsed"] == 120
    journal = open_diary(desk.diary)
    span = journal.span()
    assert span is not None
    assert span.last == TODAY
    assert journal.profile().name == "A. B."
    assert [len(some) for some in (journal.photos(), journal.visits(), journal.side_effects())] == [3, 3, 1]
    assert [(one.scale, one.value) for one in journal.scores()][-3:] == [("easi", 9.8), ("iga", 2), ("poem", 11)]
    assert None not in [journal.picture(photo) for photo in journal.photos()]
    journal.close()


@pytest.mark.slow
def test_diary_report_and_pictures_are_made_and_named(process: Run, tmp_path: Path) -> None:
    folder = tmp_path / "demonstration"
    done = process("demo", folder)
    assert done.code == 0, done.err
    assert done.out.splitlines()[:2] == [f"A diary of 24 weeks: {folder / DIARY}", f"Its report: {folder / REPORT}"]
    assert (folder / REPORT).read_bytes().startswith(b"%PDF-")
    copied = open_diary(folder / DIARY)
    assert copied.check() == [], "the photos lie beside it"
    copied.close()
    pictures = sorted((folder / "screens").glob("*.png"))
    assert {f"today-{theme}.png" for theme in ("light", "dark")} <= {picture.name for picture in pictures}
    assert all(picture.read_bytes().startswith(PNG) for picture in pictures)
    assert done.out.splitlines()[2] == f"{len(pictures)} pictures of the pages: {folder / 'screens'}"


def test_an_earlier_demonstration_may_be_made_anew_but_not_one_that_was_written_in(tmp_path: Path) -> None:
    own = ManagedFolder(tmp_path)
    desk = CommandContext(Texts(), Settings(), tmp_path / "workshop" / DIARY, lambda: NOW)
    write_diary(desk)
    file = own.put(DIARY, desk.diary.read_bytes())
    assert ManagedFolder(tmp_path).check(DIARY) == file
    journal = open_diary(file)
    journal.save(DayEntry(TODAY, itch=2))
    journal.close()
    with pytest.raises(UsageError) as caught:
        ManagedFolder(tmp_path).check(DIARY)
    assert caught.value.values["file"] == file


def test_somebodys_file_is_left_as_it_was(run: Run, tmp_path: Path) -> None:
    (tmp_path / REPORT).write_bytes(b"my letter")
    done = run("demo", tmp_path)
    assert done.code == 2
    assert str(tmp_path / REPORT) in done.err
    assert done.err.count("\n") == 1
    assert (tmp_path / REPORT).read_bytes() == b"my letter"
    assert not (tmp_path / DIARY).exists()


@pytest.mark.parametrize("content", ["", "[1]", "{", '{"a.txt": 3}'])
def test_a_list_that_says_nothing_makes_nothing_ours(tmp_path: Path, content: str) -> None:
    (tmp_path / LIST).write_text(content, encoding="utf-8")
    (tmp_path / "a.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError):
        ManagedFolder(tmp_path).put("a.txt", b"theirs")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "mine"


def test_a_folder_where_a_file_should_go_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(UsageError):
        ManagedFolder(tmp_path).put("a.txt", b"theirs")


def test_where_no_folder_can_be_made_is_said_in_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    done = run("demo", tmp_path / "file")
    assert done.code == 1
    assert done.err.count("\n") == 1


def test_the_demonstration_is_the_same_for_the_same_day(tmp_path: Path) -> None:
    desk = CommandContext(Texts(), Settings(), tmp_path / "one.diary", lambda: NOW)
    other = replace(desk, diary=tmp_path / "two.diary")
    write_diary(desk)
    write_diary(other)
    one, two = open_diary(desk.diary), open_diary(other.diary)
    assert one.entries() == two.entries()
    assert one.doses() == two.doses()
    assert one.photos() == two.photos()
    one.close()
    two.close()
