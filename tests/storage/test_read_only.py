"""Where nothing can be written a diary is still read, all of it, and left byte for byte as it is."""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker.domain.records.day import DayEntry
from adtracker.errors import DiaryError
from adtracker.storage.database import Database
from adtracker.storage.header import journal_of
from adtracker.storage.journal import Journal
from adtracker.storage.naming import PHOTOS
from tests.storage.samples import TODAY, assert_worded, full_entry, long_diary, open_journal, refusal, snapshot
from tests.storage.test_photos import pixels

FOLDER_OR_FILE = [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)]


@pytest.fixture
def place(persons_folder: Path) -> Path:
    return persons_folder / "diaries" / "my.diary"


@pytest.fixture
def filled(persons_folder: Path, place: Path, as_person: AbstractContextManager[None]) -> Iterator[Path]:
    """A diary of 40 days and a photo, of somebody who may only read it from then on."""
    journal = open_journal(place)
    journal.save_all(long_diary(40))
    journal.add_photo(pixels(), TODAY, "face", "after the bath")
    journal.close()
    owner = persons_folder.stat()
    for made in (place.parent, *place.parent.iterdir()):
        os.chown(made, owner.st_uid, owner.st_gid)
    with as_person:
        yield place
        place.parent.chmod(0o700)


def _close_for_writing(place: Path, rights_of_file: int = 0o400, rights_of_folder: int = 0o500) -> None:
    for file in place.parent.iterdir():
        file.chmod(rights_of_file)
    place.parent.chmod(rights_of_folder)


def _everything(journal: Journal) -> tuple[object, ...]:
    (photo,) = journal.photos()
    return journal.entries(), photo, journal.picture(photo), journal.thumbnails([photo]), journal.check()


@pytest.mark.parametrize(("rights_of_file", "rights_of_folder"), FOLDER_OR_FILE)
def test_all_is_read_and_nothing_is_written(filled: Path, rights_of_file: int, rights_of_folder: int) -> None:
    journal = open_journal(filled)
    wanted = _everything(journal)
    journal.close()
    _close_for_writing(filled, rights_of_file, rights_of_folder)
    before = snapshot(filled.parent)
    journal = open_journal(filled)
    assert journal.read_only
    assert _everything(journal) == wanted
    for write in (
        lambda: journal.save(DayEntry(TODAY, itch=1)),
        lambda: journal.save_all([full_entry(TODAY, 3)]),
        lambda: journal.remove(journal.photos()[0]),
        lambda: journal.add_photo(pixels(1), TODAY),
        lambda: journal.keep_pixels([pixels(1)]),
    ):
        with pytest.raises(DiaryError) as caught:
            write()
        assert caught.value.key in {"diary.read_only", "photos.read_only"}
        assert_worded(caught.value)
    journal.close()
    assert snapshot(filled.parent) == before


def test_it_is_written_to_again_once_that_is_allowed(filled: Path) -> None:
    _close_for_writing(filled)
    open_journal(filled).close()
    filled.parent.chmod(0o700)
    for file in filled.parent.iterdir():
        file.chmod(0o600)
    journal = open_journal(filled)
    assert not journal.read_only
    assert journal.save(DayEntry(TODAY, itch=1))
    journal.close()


def test_an_older_diary_is_read_without_being_brought_up(
    persons_folder: Path, as_person: AbstractContextManager[None]
) -> None:
    old = persons_folder / "old.diary"
    shutil.copy(Path(__file__).parent / "diaries" / "version-1.diary", old)
    os.chmod(old, 0o644)  # noqa: PTH101
    shutil.copy(old, persons_folder / "mine.diary")
    open_journal(persons_folder / "mine.diary").close()  # loads what an upgrade needs, which nobody else may read
    with as_person:
        before = old.read_bytes()
        journal = open_journal(old)
        assert journal.read_only
        assert journal.entries()
        assert {problem.rule for problem in journal.check()} == {"not_known"}  # places as they were called then
        with pytest.raises(DiaryError):
            journal.save(DayEntry(TODAY, itch=1))
        assert journal.entries()
        journal.close()
        assert old.read_bytes() == before


def test_a_change_that_was_cut_off_is_not_read_half(filled: Path) -> None:
    torn = filled.with_name("torn")
    with closing(Database(filled)) as database, database.bare() as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM day")
        shutil.copytree(filled.parent, torn)
        connection.execute("ROLLBACK")
    _close_for_writing(torn / filled.name)
    before = snapshot(torn)
    assert refusal(torn / filled.name, create=False).key == "diary.unfinished"
    assert snapshot(torn) == before
    torn.chmod(0o700)


def test_what_others_put_into_a_diary_that_is_only_read_is_read_anew(
    filled: Path, as_person: AbstractContextManager[None]
) -> None:
    newer = filled.with_name("newer.diary")
    shutil.copy(filled, newer)
    other = open_journal(newer)
    other.save(DayEntry(TODAY, itch=1, note="newer"))
    other.close()
    content = newer.read_bytes()
    filled.chmod(0o400)
    journal = open_journal(filled)
    assert journal.entry(TODAY).note == "day 0"
    filled.chmod(0o600)
    filled.write_bytes(content)
    assert journal.entry(TODAY).note == "newer"
    journal.close()


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_files_that_others_could_read_become_their_owners_alone(filled: Path, caplog: pytest.LogCaptureFixture) -> None:
    journal_of(filled).touch()
    files = [filled, journal_of(filled), filled.with_name(filled.name + PHOTOS)]
    for file in files:
        file.chmod(0o644)
    journal = open_journal(filled)
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert "could be read by others" in caplog.text
    assert "face" not in caplog.text
    caplog.clear()
    journal.close()
    open_journal(filled).close()
    assert not caplog.text


def test_pictures_that_no_day_names_are_listed_and_stay(filled: Path) -> None:
    with closing(open_journal(filled)) as journal:
        journal.keep_pixels([pixels(2)])
    _close_for_writing(filled)
    before = snapshot(filled.parent)
    with closing(open_journal(filled, today=TODAY + timedelta(days=99))) as journal:
        (loose,) = journal.album.loose()
        assert journal.album.pixels.jpeg(loose.digest) == pixels(2).jpeg
        for attempt in (journal.album.discard, journal.album.keep):
            with pytest.raises(DiaryError) as caught:
                attempt(loose, journal.usage())
            assert caught.value.key == "photos.read_only"
            assert_worded(caught.value)
    assert snapshot(filled.parent) == before
