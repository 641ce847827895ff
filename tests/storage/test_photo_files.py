"""Whose pictures they are: nothing but its own diary's deletion makes one go, whatever file lies in whatever place."""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from adtracker.domain.common.problem import RefusedError
from adtracker.domain.records.photo import CleanPhoto, LoosePicture, Photo
from adtracker.errors import DiaryError
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY, assert_worded, full_entry, open_journal, snapshot, write_daily
from tests.storage.test_photos import added, pixels

LONG_AFTER = TODAY + timedelta(days=62)
LONG = range(1, 63)


def _flip(file: Path, at: int) -> None:
    """Change one bit, as a disk does."""
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def _pictures(journal: Journal) -> list[bytes | None]:
    return [journal.picture(photo) for photo in journal.photos()]


def _all(count: int) -> list[bytes | None]:
    return [pixels(number).jpeg for number in range(count)]


def _as_version_1(file: Path, unused_since: str | None = None) -> None:
    """What the first version wrote."""
    with closing(sqlite3.connect(file)) as old, old:
        old.executescript("DROP TABLE owner; DROP TABLE seal; ALTER TABLE pixels RENAME deleted_on TO unused_since")
        old.execute("UPDATE pixels SET unused_since = ?", (unused_since,))
        old.execute("PRAGMA user_version = 1")


def test_an_older_copy_used_for_weeks_and_then_the_newer_put_back_keep_every_picture(
    journal: Journal, tmp_path: Path
) -> None:
    path = journal.path
    for number in range(3):
        added(journal, number)
    journal.close()
    shutil.copy(path, tmp_path / "older")
    for number in range(3, 8):
        added(journal, number)
    journal.close()
    shutil.move(path, tmp_path / "newer")
    shutil.copy(tmp_path / "older", path)
    write_daily(path, LONG)
    older = open_journal(path, today=LONG_AFTER)
    assert _pictures(older) == _all(3)
    assert {loose.digest for loose in older.album.loose()} == {pixels(number).digest for number in range(3, 8)}
    older.close()
    shutil.move(tmp_path / "newer", path)
    newer = open_journal(path, today=LONG_AFTER)
    assert _pictures(newer) == _all(8)
    assert (newer.check(), newer.album.loose()) == ([], ())
    newer.close()


def test_a_new_diary_under_an_old_name_leaves_the_pictures_of_the_old_one(journal: Journal, tmp_path: Path) -> None:
    path, file = journal.path, journal.photo_file
    for number in range(3):
        added(journal, number)
    journal.close()
    lost, content = tmp_path / "lost", file.read_bytes()
    shutil.move(path, lost)
    new = open_journal(path)
    assert [(loose.digest, loose.own) for loose in new.album.loose()] == sorted(
        (pixels(number).digest, False) for number in range(3)
    )
    photo = added(new, 7)
    new.remove(photo)
    new.close()
    write_daily(path, range(1, 32))  # the photo goes
    write_daily(path, range(32, 63))  # and its pixels
    assert file.read_bytes() == content
    with closing(open_journal(path, today=LONG_AFTER)) as new:
        assert len(new.album.loose()) == 3
        assert new.photo_file != file
        assert b"JPEG 7" not in new.photo_file.read_bytes()
    shutil.move(lost, path)
    with closing(open_journal(path, today=LONG_AFTER)) as old:
        assert _pictures(old) == _all(3)
        assert (old.check(), old.album.loose(), old.photo_file) == ([], (), file)


def test_what_is_added_beside_a_file_of_another_diary_goes_into_a_file_of_its_own(
    journal: Journal,
) -> None:
    file = journal.photo_file
    added(journal, 0)
    journal.close()
    content = file.read_bytes()
    journal.path.unlink()
    new = open_journal(journal.path)
    photo = added(new, 5)
    new.close()
    assert new.photo_file.name.startswith("my.diary.")
    assert new.photo_file.name.endswith(".photos")
    assert set(snapshot(file.parent)) == {"my.diary", "my.diary.photos", new.photo_file.name}
    assert file.read_bytes() == content
    if os.name == "posix":
        assert new.photo_file.stat().st_mode & 0o777 == 0o600
    new = open_journal(journal.path)
    assert new.photos() == (photo,)
    assert _pictures(new) == [pixels(5).jpeg]
    assert new.thumbnails([photo]) == {photo.digest: b"small 5"}
    assert new.check() == []
    new.close()
    file.unlink()  # whoever clears up takes nothing away from it
    new = open_journal(journal.path)
    added(new, 6)
    assert _pictures(new) == [pixels(5).jpeg, pixels(6).jpeg]
    assert not file.exists()
    new.close()


@pytest.mark.parametrize("where", ["diary", "photos"])
def test_one_flipped_bit_in_a_name_destroys_nothing_and_is_listed(journal: Journal, where: str) -> None:
    for number in range(3):
        added(journal, number)
    journal.close()
    file = journal.path if where == "diary" else journal.photo_file
    name = pixels(1).digest.encode()
    while (found := file.read_bytes().find(name)) >= 0:  # the row, and the index of the names
        _flip(file, found + next(place for place in range(64) if chr(name[place] ^ 1) in "0123456789abcdef"))
    write_daily(journal.path, LONG)
    broken = open_journal(journal.path, today=LONG_AFTER)
    rules = ["no_pixels"] if where == "photos" else ["record_changed", "no_pixels"]
    assert [problem.rule for problem in broken.check()] == rules
    (loose,) = broken.album.loose()
    assert loose.own
    assert broken.album.pixels.jpeg(loose.digest) == pixels(1).jpeg
    if where == "photos":  # the photo that lacked it has it again
        broken.put_back(loose, pixels(1), TODAY)
        assert pixels(1).jpeg in _pictures(broken)
        assert broken.album.loose() == ()
        assert (len(broken.photos()), broken.check()) == (3, [])
    broken.close()
    assert open_journal(journal.path, today=LONG_AFTER).album.pixels.jpeg(loose.digest) == pixels(1).jpeg


def test_a_loose_picture_is_put_back_on_a_day_and_taken_from_it_again(journal: Journal) -> None:
    journal.keep_pixels([pixels(1)])
    (loose,) = journal.album.loose()
    assert loose == LoosePicture(pixels(1).digest, b"small 1", own=True)
    with pytest.raises(RefusedError):
        journal.put_back(loose, pixels(1), LONG_AFTER)
    assert journal.album.loose() == (loose,)
    edit = journal.put_back(loose, pixels(1), TODAY)
    assert _pictures(journal) == [pixels(1).jpeg]
    assert journal.album.loose() == ()
    journal.replay(edit.inverse())
    assert journal.album.loose() == (loose,)
    write_daily(journal.path, LONG)
    assert journal.album.loose() == (loose,)


def test_a_loose_picture_that_is_deleted_goes_as_all_that_is_deleted_goes(journal: Journal) -> None:
    journal.keep_pixels([pixels(1), pixels(2)])
    first, second = journal.album.loose()
    for loose in (first, second):
        journal.album.discard(loose, journal.usage())
    assert journal.album.loose() == ()
    journal.album.keep(second, journal.usage())
    assert journal.album.loose() == (second,)
    write_daily(journal.path, range(1, 31))
    assert journal.album.pixels.jpeg(first.digest) is not None
    journal.close()
    write_daily(journal.path, [31])
    assert journal.album.pixels.jpeg(first.digest) is None
    assert journal.album.pixels.jpeg(second.digest) is not None
    journal.close()


def test_a_picture_of_another_diary_is_copied_and_never_deleted(journal: Journal) -> None:
    file = journal.photo_file
    added(journal, 0)
    journal.close()
    content = file.read_bytes()
    journal.path.unlink()
    new = open_journal(journal.path)
    (loose,) = new.album.loose()
    new.album.discard(loose, new.usage())
    assert new.album.loose() == (loose,)
    new.put_back(loose, pixels(0), TODAY)
    assert new.album.loose() == ()
    assert file.read_bytes() == content
    file.unlink()
    new.close()
    assert _pictures(new) == [pixels(0).jpeg]
    new.close()


def test_adding_that_was_undone_is_a_deletion_and_waits_as_long(journal: Journal) -> None:
    edit = journal.add_photo(pixels(1), TODAY)
    journal.replay(edit.inverse())
    assert journal.album.loose() == ()
    journal.close()
    write_daily(journal.path, range(1, 31))
    assert b"JPEG 1" in journal.photo_file.read_bytes()
    assert journal.album.loose() == ()
    journal.close()
    write_daily(journal.path, [31])
    assert b"JPEG 1" not in journal.photo_file.read_bytes()


@pytest.mark.parametrize("unused_since", [None, "2020-01-01"])
def test_a_file_of_the_first_version_goes_on_and_loses_nothing_that_was_only_guessed(
    journal: Journal, unused_since: str | None
) -> None:
    for number in range(3):
        added(journal, number)
    journal.keep_pixels([pixels(7)])
    journal.close()
    _as_version_1(journal.photo_file, unused_since)
    before = journal.photo_file.read_bytes()
    with closing(open_journal(journal.path)) as old:
        assert _pictures(old) == _all(3)
        assert old.thumbnails(old.photos()) == {pixels(number).digest: b"small %d" % number for number in range(3)}
        assert (old.check(), [loose.digest for loose in old.album.loose()]) == ([], [pixels(7).digest])
    assert journal.photo_file.read_bytes() == before  # it is brought up when there is something to write
    write_daily(journal.path, LONG)
    with closing(open_journal(journal.path, today=LONG_AFTER)) as old:
        added(old, 3)
        assert _pictures(old) == _all(4)
        assert (old.check(), [loose.digest for loose in old.album.loose()]) == ([], [pixels(7).digest])
    assert journal.photo_file.read_bytes()[60:64] == (2).to_bytes(4, "big")


def test_a_file_of_the_first_version_beside_a_new_diary_is_lost_to_nobody(journal: Journal, tmp_path: Path) -> None:
    for number in range(3):
        added(journal, number)
    journal.close()
    _as_version_1(journal.photo_file)
    shutil.move(journal.path, tmp_path / "lost")
    with closing(open_journal(journal.path)) as new:
        added(new, 7)
        assert len(new.album.loose()) == 3
    write_daily(journal.path, LONG)
    with closing(open_journal(journal.path)) as new:
        assert _pictures(new) == [pixels(7).jpeg]
    shutil.move(tmp_path / "lost", journal.path)
    with closing(open_journal(journal.path, today=LONG_AFTER)) as old:
        assert _pictures(old) == _all(3)
        added(old, 4)
        assert _pictures(old) == [*_all(3), pixels(4).jpeg]


def test_a_copy_of_a_diary_with_its_pictures_is_the_same_diary(journal: Journal, tmp_path: Path) -> None:
    added(journal, 0)
    journal.close()
    (tmp_path / "copy").mkdir()
    for file in (journal.path, journal.photo_file):
        shutil.copy(file, tmp_path / "copy")
    with closing(open_journal(tmp_path / "copy" / "my.diary")) as copy:
        added(copy, 1)
        assert _pictures(copy) == _all(2)
    assert set(snapshot(tmp_path / "copy")) == {"my.diary", "my.diary.photos"}


def test_a_small_picture_that_the_disk_damaged_is_shown_whole_and_made_anew(journal: Journal) -> None:
    photos = [added(journal, number) for number in range(2)]
    journal.close()
    _flip(journal.photo_file, journal.photo_file.read_bytes().index(b"small 1"))
    assert journal.thumbnails(photos) == {photos[0].digest: b"small 0", photos[1].digest: pixels(1).jpeg}
    assert journal.check() == []
    assert journal.album.renew_thumbnails(_cleaned) == 1
    assert journal.thumbnails(photos) == {photos[0].digest: b"small 0", photos[1].digest: b"small 1"}
    assert journal.album.renew_thumbnails(_cleaned) == 0


def test_small_pictures_of_the_first_version_get_their_seal_without_a_word(journal: Journal) -> None:
    photos, file = [added(journal, number) for number in range(2)], journal.photo_file
    journal.close()
    _as_version_1(file)
    assert journal.album.renew_thumbnails(_cleaned) == 0
    journal.close()
    _flip(file, file.read_bytes().index(b"small 1"))
    assert journal.thumbnails(photos)[photos[1].digest] == pixels(1).jpeg


def test_a_large_picture_that_the_disk_damaged_comes_back_with_the_same_picture(journal: Journal) -> None:
    photo = added(journal, 1)
    journal.close()
    _flip(journal.photo_file, journal.photo_file.read_bytes().index(b"JPEG 1 JPEG 1", 50_000))
    assert [problem.rule for problem in journal.check()] == ["no_pixels"]
    assert journal.album.renew_thumbnails(_cleaned) == 0
    journal.keep_pixels([pixels(1)])  # from an export
    assert (journal.check(), journal.picture(photo)) == ([], pixels(1).jpeg)


def test_a_file_that_changed_hands_while_it_was_open_is_refused(journal: Journal) -> None:
    added(journal, 0)
    with closing(sqlite3.connect(journal.photo_file)) as meddling, meddling:
        meddling.execute("UPDATE owner SET diary = ?", ("f" * 32,))
    for attempt in (partial(journal.add_photo, pixels(2), TODAY), partial(journal.keep_pixels, [pixels(2)])):
        with pytest.raises(DiaryError) as caught:
            attempt()
        assert caught.value.key == "photos.foreign"
        assert_worded(caught.value)
    assert len(journal.photos()) == 1
    assert journal.save(full_entry(TODAY))


def _cleaned(jpeg: bytes) -> CleanPhoto:
    """The photo of a JPEG as `pixels` makes them."""
    number = int(jpeg.split()[1])
    assert jpeg == pixels(number).jpeg
    return CleanPhoto(jpeg, 1600, 1200, f"small {number}".encode(), hashlib.sha256(jpeg).hexdigest())


def test_every_photo_of_a_diary_without_identity_stays_its_own(journal: Journal) -> None:
    """Only damage can take the row away; the diary then gets a new identity, and looks on at its pictures."""
    photo = added(journal, 0)
    journal.close()
    with closing(sqlite3.connect(journal.path)) as meddling, meddling:
        meddling.execute("DELETE FROM identity")
    assert isinstance(photo, Photo)
    assert _pictures(journal) == [pixels(0).jpeg]
    journal.close()


def test_a_copy_made_of_a_diary_has_all_its_pictures_also_those_in_the_file_of_another(
    journal: Journal, tmp_path: Path
) -> None:
    file = journal.photo_file
    photos = [added(journal, number) for number in range(2)]
    journal.close()
    with closing(sqlite3.connect(file)) as meddling, meddling:
        meddling.execute("UPDATE owner SET diary = ?", ("f" * 32,))
    with closing(open_journal(journal.path)) as mine:
        added(mine, 7)
        mine.copy_to(tmp_path / "copy.diary")
        assert len(snapshot(tmp_path)) == 3
    with closing(open_journal(tmp_path / "copy.diary")) as copy:
        assert _pictures(copy) == [pixels(0).jpeg, pixels(1).jpeg, pixels(7).jpeg]
        assert len(copy.photos()) == len(photos) + 1
        assert copy.check() == []
