"""What is no diary, or not a sound one, is refused with a sentence and left byte for byte as it was."""

import errno
import os
import random
import sqlite3
import sys
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adtracker.domain.records.visit import Visit
from adtracker.errors import DiaryError
from adtracker.storage.header import SCHEMA_VERSION
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY, assert_worded, long_diary, open_journal, refusal, snapshot
from tests.storage.trouble import held_by_another

PAGE = 4096
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX has them")


@pytest.fixture(scope="session")
def sound_diary(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a diary of 400 days, some 60 pages."""
    path = tmp_path_factory.mktemp("sound") / "my.diary"
    journal = open_journal(path)
    journal.save_all(long_diary(400))
    journal.close()
    return path.read_bytes()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


def _refused(path: Path, content: bytes) -> str:
    """The key of the refusal of a file with this content, which must still be there, alone."""
    _write(path, content)
    before = snapshot(path.parent)
    key = refusal(path).key
    assert snapshot(path.parent) == before
    return key


def _changed(content: bytes, at: int, new: bytes) -> bytes:
    return content[:at] + new + content[at + len(new) :]


def test_another_programs_database_is_no_diary(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute("PRAGMA journal_mode=WAL")
        foreign.execute("CREATE TABLE day (day TEXT)")
    assert _refused(path, path.read_bytes()) == "diary.not_a_diary"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "diary.empty"),
        (b"x", "diary.not_a_diary"),
        ("Dear diary, today my skin was better. 🧴\n".encode() * 100, "diary.not_a_diary"),
        (bytes(8192), "diary.not_a_diary"),
        (random.Random(4).randbytes(20_000), "diary.not_a_diary"),
        (b"SQLite format 3\0", "diary.damaged"),
    ],
    ids=["empty", "a letter", "a text", "zeros", "noise", "a beginning"],
)
def test_any_other_file_is_no_diary(path: Path, content: bytes, key: str) -> None:
    assert _refused(path, content) == key


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 2**31 - 1, 2**32 - 1])
def test_a_diary_of_a_newer_version_is_left_to_that_version(path: Path, sound_diary: bytes, version: int) -> None:
    assert _refused(path, _changed(sound_diary, 60, version.to_bytes(4, "big"))) == "diary.newer"


@pytest.mark.parametrize(
    ("at", "new"),
    [
        (0, b"sqlite"),  # the magic words
        (16, b"\xff"),  # the size of a page
        (18, b"\x02\x02"),  # the kind of journal: a damaged file must not get another journal beside it
        (20, b"\x08"),  # bytes reserved in each page
        (21, b"\xff"),  # a fraction that SQLite fixes
        (31, b"\xff"),  # the number of pages
        (27, b"\xff"),  # the count of changes: SQLite would correct the header
        (44, b"\0\0\0\x09"),  # the format of the schema
        (56, b"\0\0\0\x03"),  # the encoding of texts
        (60, bytes(4)),  # the version
        (100, b"\xff" * 8),  # the first page of the schema
    ],
)
def test_a_damaged_beginning_is_seen(path: Path, sound_diary: bytes, at: int, new: bytes) -> None:
    assert _refused(path, _changed(sound_diary, at, new)) == "diary.damaged"


@pytest.mark.parametrize("length", [99, 100, 3000, PAGE, 5 * PAGE + 17, -1])
def test_a_cut_off_diary_is_seen(path: Path, sound_diary: bytes, length: int) -> None:
    assert _refused(path, sound_diary[:length]) == "diary.damaged"


@pytest.mark.slow
def test_every_damaged_page_is_seen_when_the_diary_is_opened(path: Path, sound_diary: bytes) -> None:
    _write(path, sound_diary)
    with closing(sqlite3.connect(path)) as looking:
        indexes = looking.execute("SELECT rootpage FROM sqlite_schema WHERE type = 'index'").fetchall()
    pages = [at for at in range(PAGE, len(sound_diary), PAGE) if (at // PAGE + 1,) not in indexes]
    filled = [at for at in pages if sound_diary[at + 3 : at + 5] != b"\0\0"]
    assert len(filled) > 20
    for at in pages:
        assert _refused(path, _changed(sound_diary, at, b"\xff" * 8)) == "diary.damaged"
    for at in filled:  # where the page says its rows begin
        assert _refused(path, _changed(sound_diary, at + 8, b"\xff" * 6)) == "diary.damaged"


def test_a_damaged_name_of_a_table_is_seen_though_it_is_no_text(path: Path, sound_diary: bytes) -> None:
    assert b"CREATE TABLE day (" in sound_diary
    content = sound_diary.replace(b"CREATE TABLE day (", b"CREATE TABL\xff day (")
    assert _refused(path, content) == "diary.damaged"


def test_a_table_that_is_gone_is_seen(path: Path, sound_diary: bytes) -> None:
    _write(path, sound_diary)
    with closing(sqlite3.connect(path)) as meddling:
        meddling.execute("DROP TABLE day_region")
    assert _refused(path, path.read_bytes()) == "diary.damaged"


@pytest.mark.parametrize(
    ("was", "became"),
    [
        (b"day 399", b"day \xff\xfe9"),
        (b"2026-11-21", b"2026-11-2x"),
        (b"facehalf", b"facehelf"),
        (b"regions", b"regiohs"),
    ],
)
def test_a_row_that_makes_no_sense_any_more_is_not_guessed_at(
    path: Path, sound_diary: bytes, was: bytes, became: bytes
) -> None:
    assert was in sound_diary
    _write(path, sound_diary.replace(was, became))
    journal = open_journal(path)
    with pytest.raises(DiaryError) as caught:
        journal.entries()
    journal.close()
    assert caught.value.key == "diary.damaged"


def test_a_day_that_is_nowhere_is_damage_and_no_fault_when_the_diary_is_closed(path: Path, sound_diary: bytes) -> None:
    _write(path, sound_diary)
    journal = open_journal(path)
    journal.save(Visit(TODAY, "Dr. Osei"))
    journal.close()
    for statement in (
        "UPDATE sqlite_schema SET sql = replace(sql, 'day TEXT NOT NULL', 'day TEXT') WHERE name = 'visit'",
        "UPDATE visit SET day = NULL",
    ):
        with closing(sqlite3.connect(path)) as meddling:
            meddling.execute("PRAGMA writable_schema=ON")
            assert meddling.execute(statement).rowcount == 1
            meddling.commit()
    journal = open_journal(path)
    with pytest.raises(DiaryError) as caught:
        journal.visits()
    assert caught.value.key == "diary.damaged"
    journal.close()


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_at_all_makes_it_write_or_stumble(path: Path, sound_diary: bytes, data: st.DataObject) -> None:
    content = sound_diary
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        content = _changed(content, at, data.draw(st.binary(min_size=1, max_size=min(40, len(content) - at))))
    _write(path, content)
    before = snapshot(path.parent)
    try:
        journal = open_journal(path)
        try:
            journal.entries(), journal.courses(), journal.profile(), journal.span(), journal.check()
        finally:
            journal.close()
    except DiaryError as error:
        assert_worded(error)
    assert snapshot(path.parent) == before


def test_a_folder_is_no_diary(path: Path) -> None:
    path.mkdir(parents=True)
    assert refusal(path).key == "diary.folder"


def test_a_missing_diary_is_not_made_unless_asked_for(path: Path) -> None:
    assert refusal(path, create=False).key == "diary.missing"
    assert not path.parent.exists()


@POSIX
def test_a_pipe_is_no_diary_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe").key == "diary.not_a_diary"


def test_a_diary_cannot_be_made_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("hello", encoding="utf-8")
    assert refusal(tmp_path / "letter" / "my.diary").key == "diary.cannot_create"


@POSIX
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("n" * 256, "diary.name_too_long"),
        ("n" * 248, "diary.name_too_long"),  # no room for the journal
        ("n" * 241, "diary.name_too_long"),  # nor for that of the photos
        ("ä" * 123, "diary.name_too_long"),  # of two bytes each
        (f"{'f' * 200}/" * 3 + "my.diary", "diary.path_too_long"),
    ],
    ids=["256", "248", "241", "bytes", "path"],
)
def test_a_name_without_room_for_what_lies_beside_it_is_said(tmp_path: Path, name: str, key: str) -> None:
    assert refusal(tmp_path / name).key == key
    assert not any(tmp_path.rglob("n*"))


@POSIX
@pytest.mark.parametrize("room", [-1, 0])
def test_the_longest_path_is_that_of_sqlite(tmp_path: Path, sound_diary: bytes, room: int) -> None:
    length = 504 - len(os.fsencode(tmp_path)) - len("/my.diary") - 1 - room
    folder = tmp_path / Path(*[f"{'f' * 99}"] * (length // 100), "f" * (length % 100))
    folder.mkdir(parents=True)
    path = folder / "my.diary"
    path.write_bytes(sound_diary)
    assert len(os.fsencode(path)) == 504 - room
    if room:
        assert refusal(path, create=False).key == "diary.path_too_long"
    else:
        open_journal(path, create=False).close()


@pytest.mark.slow
@POSIX
def test_a_disk_that_cannot_lock_is_named(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite takes it for another program; here one holds the file, and the system says what such a disk says."""
    import fcntl  # noqa: PLC0415 -- POSIX has it

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    with held_by_another(journal.path):
        monkeypatch.setattr(fcntl, "lockf", refuse)
        with pytest.raises(DiaryError) as caught:
            journal.entries()
    assert caught.value.key == "diary.no_locks"
    assert_worded(caught.value)


@pytest.mark.parametrize(("rights_of_file", "rights_of_folder"), [(0o000, 0o700), (0o600, 0o000), (0o600, 0o600)])
def test_a_place_without_rights_is_told_and_never_taken_for_an_empty_one(
    persons_folder: Path,
    as_person: AbstractContextManager[None],
    sound_diary: bytes,
    rights_of_file: int,
    rights_of_folder: int,
) -> None:
    folder = persons_folder / "diaries"
    path = folder / "my.diary"
    with as_person:
        _write(path, sound_diary)
        path.chmod(rights_of_file)
        folder.chmod(rights_of_folder)
        key = "diary.unreadable" if rights_of_folder == 0o700 else "diary.folder_closed"
        assert refusal(path, create=False).key == key
        assert refusal(path).key == key
        folder.chmod(0o700)
        path.chmod(0o600)
        assert snapshot(folder) == {"my.diary": sound_diary}


def test_a_folder_that_takes_no_files_gets_no_diary(
    persons_folder: Path, as_person: AbstractContextManager[None]
) -> None:
    with as_person:
        persons_folder.chmod(0o500)
        assert refusal(persons_folder / "my.diary").key == "diary.cannot_create"
        assert refusal(persons_folder / "new" / "my.diary").key == "diary.cannot_create"
        persons_folder.chmod(0o700)
