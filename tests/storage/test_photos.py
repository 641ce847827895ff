"""Photos in two files: found again whole, undone and done again, and never a photo whose pixels are nowhere."""

import hashlib
import os
import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.common.problem import RefusedError
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.records.photo import CleanPhoto, Photo
from adtracker.errors import DiaryError
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY, assert_worded, full_entry, open_journal, snapshot, start, texts, write_daily

YESTERDAY = TODAY - timedelta(days=1)
LONG_AFTER = TODAY + timedelta(days=31)


def pixels(number: int = 0, size: int = 100_000) -> CleanPhoto:
    """Pixels for the file, which does not look at them."""
    jpeg = f"JPEG {number} ".encode() * (size // 8)
    return CleanPhoto(jpeg, 1600, 1200, f"small {number}".encode(), hashlib.sha256(jpeg).hexdigest())


def added(journal: Journal, number: int = 0, day: date = TODAY, region: str | None = None) -> Photo:
    """A new photo, as it is stored."""
    (change,) = journal.add_photo(pixels(number), day, region).changes
    assert isinstance(change.after, Photo)
    return change.after


def reopened(journal: Journal, today: date = TODAY) -> Journal:
    journal.close()
    return open_journal(journal.path, create=False, today=today)


def test_a_photo_comes_back_as_it_was(journal: Journal) -> None:
    (change,) = journal.add_photo(pixels(), YESTERDAY, "left_inner_elbow", "after the bath").changes
    photo = Photo(YESTERDAY, pixels().digest, 1600, 1200, "left_inner_elbow", "after the bath", key=1)
    assert change == Change(None, photo)
    journal = reopened(journal)
    assert journal.photos() == (photo,)
    assert journal.picture(photo) == pixels().jpeg
    assert journal.thumbnails([photo]) == {photo.digest: b"small 0"}
    assert journal.photo_counts() == (1, 0)
    assert journal.check() == []
    journal.close()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    day=st.dates(date(1900, 1, 1), TODAY), region=st.none() | texts.filter(lambda text: len(text) <= 100), note=texts
)
def test_whatever_is_said_about_a_photo_comes_back(path: Path, day: date, region: str | None, note: str) -> None:
    journal = open_journal(path)
    (change,) = journal.add_photo(pixels(size=8), day, region, note).changes
    assert change.after in journal.photos(Period(day, day))
    assert isinstance(change.after, Photo)
    assert (change.after.region, change.after.note) == (region, note)
    journal.close()


def test_a_photo_takes_room_in_its_own_file_alone(journal: Journal, path: Path) -> None:
    journal.save(full_entry(TODAY))
    before = path.stat().st_size
    assert not journal.photo_file.exists()
    for number in range(5):
        added(journal, number)
    journal.close()
    assert path.stat().st_size == before
    assert journal.photo_file.stat().st_size > 400_000
    assert set(snapshot(path.parent)) == {"my.diary", "my.diary.photos"}
    if os.name == "posix":
        assert stat.S_IMODE(journal.photo_file.stat().st_mode) == 0o600


def test_photos_come_by_day_and_only_those_asked_for(journal: Journal) -> None:
    first, second, third = added(journal, 1, TODAY), added(journal, 2, YESTERDAY), added(journal, 3, TODAY)
    assert journal.photos() == (second, first, third)
    assert journal.photos(Period(TODAY, TODAY)) == (first, third)
    assert journal.thumbnails([second, third]) == {second.digest: b"small 2", third.digest: b"small 3"}
    assert journal.thumbnails([]) == {}


def test_the_same_pixels_are_stored_once(journal: Journal) -> None:
    first, again = added(journal), added(journal, day=YESTERDAY)
    assert first.digest == again.digest
    journal.close()
    assert journal.photo_file.stat().st_size < 150_000


def test_what_is_said_about_a_photo_can_be_put_right(journal: Journal) -> None:
    photo = added(journal)
    moved = replace(photo, day=YESTERDAY, region="nape", note="better light")
    edit = journal.save(moved)
    assert edit == Edit((Change(photo, moved),))
    assert edit.days == {TODAY, YESTERDAY}
    assert journal.photos() == (moved,)
    assert not journal.save(moved)


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), date(1899, 1, 1)])
def test_a_photo_of_no_day_is_refused_before_anything_is_written(journal: Journal, day: date) -> None:
    before = snapshot(journal.path.parent)
    with pytest.raises(RefusedError):
        journal.add_photo(pixels(), day)
    assert snapshot(journal.path.parent) == before


def test_adding_is_undone_and_done_again_with_its_pixels(journal: Journal) -> None:
    edit = journal.add_photo(pixels(), TODAY)
    journal.replay(edit.inverse())
    assert (journal.photos(), journal.removed()) == ((), ())
    journal = reopened(journal)
    journal.replay(edit)
    (photo,) = journal.photos()
    assert photo == edit.changes[0].after
    assert journal.picture(photo) == pixels().jpeg
    journal.close()


def test_a_deleted_photo_comes_back_by_undo_and_by_hand(journal: Journal) -> None:
    photo = added(journal)
    edit = journal.remove(photo)
    gone = replace(photo, removed_on=TODAY)
    assert edit == Edit((Change(photo, gone),))
    assert (journal.photos(), journal.removed(), journal.photo_counts()) == ((), (gone,), (0, 1))
    journal.replay(edit.inverse())
    assert journal.photos() == (photo,)
    journal.replay(edit)
    journal.save(replace(gone, removed_on=None))
    assert journal.photos() == (photo,)
    assert journal.picture(photo) == pixels().jpeg


def test_a_deleted_photo_stays_for_thirty_days_and_then_goes_from_the_disk(journal: Journal) -> None:
    kept, photo = added(journal, 1), added(journal, 2)
    journal.remove(photo)
    write_daily(journal.path, range(1, 31))
    journal = reopened(journal, TODAY + timedelta(days=30))
    assert journal.removed() == (replace(photo, removed_on=TODAY),)
    write_daily(journal.path, [31])
    journal = reopened(journal, LONG_AFTER)
    assert journal.removed() == ()
    assert journal.picture(photo) == pixels(2).jpeg  # what was forgotten may still come back with a backup
    assert journal.album.loose() == ()
    write_daily(journal.path, range(32, 63))
    journal.close()
    content = journal.photo_file.read_bytes()
    assert pixels(1).jpeg[:1000] in content
    assert b"JPEG 2" not in content
    assert journal.photo_file.stat().st_size < 150_000
    journal = open_journal(journal.path, today=LONG_AFTER)
    assert journal.photos() == (kept,)
    assert journal.check() == []
    journal.close()


def test_pixels_that_are_needed_again_do_not_go(journal: Journal) -> None:
    edit = journal.add_photo(pixels(), TODAY)
    journal.replay(edit.inverse())
    journal = reopened(journal)
    journal.replay(edit)
    for _ in range(3):
        journal = reopened(journal, LONG_AFTER)
    assert [journal.picture(photo) for photo in journal.photos()] == [pixels().jpeg]
    journal.close()


def test_pixels_that_a_crash_left_behind_harm_nobody_and_are_kept(journal: Journal) -> None:
    added(journal, 1)
    journal.keep_pixels([pixels(2)])  # and the crash comes before the diary speaks of them
    assert journal.check() == []
    write_daily(journal.path, range(1, 63))
    assert [(loose.digest, loose.own) for loose in journal.album.loose()] == [(pixels(2).digest, True)]


ADD = """
import hashlib, sys
from datetime import date
from pathlib import Path
from adtracker.domain.records.photo import CleanPhoto
from adtracker.storage.journal import Journal
journal = Journal.open(Path(sys.argv[1]), lambda: date(2026, 11, 22))
for number in range(10_000):
    jpeg = f"JPEG {number} ".encode() * 40_000
    photo = CleanPhoto(jpeg, 1600, 1200, b"small", hashlib.sha256(jpeg).hexdigest())
    journal.add_photo(photo, date(2026, 11, 22))
    print(number, flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("acknowledged", [1, 4, 9])
def test_a_photo_that_was_acknowledged_has_its_pixels_whatever_happens_next(path: Path, acknowledged: int) -> None:
    with start(ADD, path) as other:
        assert other.stdout is not None
        for _ in range(acknowledged):
            other.stdout.readline()
        other.kill()
        rest = other.stdout.read().split("\n")[:-1]
    journal = open_journal(path, create=False)
    assert len(journal.photos()) >= acknowledged + len(rest)
    assert journal.check() == []
    journal.close()


def test_photos_whose_file_is_gone_are_named_and_come_back_with_it(journal: Journal, tmp_path: Path) -> None:
    photo = added(journal)
    journal.close()
    shutil.move(journal.photo_file, tmp_path / "elsewhere")
    journal = open_journal(journal.path)
    assert journal.photos() == (photo,)
    assert journal.picture(photo) is None
    assert journal.thumbnails([photo]) == {}
    (problem,) = journal.check()
    assert (problem.field, problem.rule) == (f"{TODAY} photo", "no_pixels")
    assert Texts().problem(problem)
    journal.close()
    assert not journal.photo_file.exists()
    shutil.move(tmp_path / "elsewhere", journal.photo_file)
    journal = open_journal(journal.path)
    assert journal.picture(photo) == pixels().jpeg
    journal.close()


def test_pixels_that_changed_on_the_disk_are_named(journal: Journal) -> None:
    added(journal)
    journal.close()
    content = journal.photo_file.read_bytes()
    at = content.index(b"JPEG 0 JPEG 0", 50_000)
    journal.photo_file.write_bytes(content[:at] + b"X" + content[at + 1 :])
    journal = open_journal(journal.path)
    assert [problem.rule for problem in journal.check()] == ["no_pixels"]
    journal.close()


def _no_photos(diary: bytes, photos: bytes) -> dict[str, bytes]:
    """What may lie where the photos should, by the kind of refusal."""
    return {
        "empty": b"",
        "not_a_diary": diary,
        "newer": photos[:60] + (99).to_bytes(4, "big") + photos[64:],
        "damaged": photos[: len(photos) // 2],
    }


@pytest.mark.parametrize("kind", sorted(_no_photos(b"", b"")))
def test_a_file_that_is_not_ours_is_left_as_it_is_and_the_diary_goes_on(journal: Journal, kind: str) -> None:
    photo = added(journal)
    journal.close()
    content = _no_photos(journal.path.read_bytes(), journal.photo_file.read_bytes())[kind]
    journal.photo_file.write_bytes(content)
    journal = open_journal(journal.path)
    for attempt in (partial(journal.picture, photo), partial(journal.add_photo, pixels(2), TODAY)):
        with pytest.raises(DiaryError) as caught:
            attempt()
        assert caught.value.key == f"photos.{kind}"
        assert_worded(caught.value)
    assert journal.photos() == (photo,)
    assert journal.save(full_entry(TODAY))
    journal.close()
    assert journal.photo_file.read_bytes() == content


def test_a_file_with_other_tables_is_damaged(journal: Journal) -> None:
    photo = added(journal)
    journal.close()
    with closing(sqlite3.connect(journal.photo_file)) as meddling:
        meddling.execute("ALTER TABLE pixels RENAME COLUMN jpeg TO gif")
    journal = open_journal(journal.path)
    with pytest.raises(DiaryError) as caught:
        journal.picture(photo)
    assert caught.value.key == "photos.damaged"
    journal.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files in their place")
def test_a_file_that_was_moved_away_while_it_was_open_takes_nothing(journal: Journal, tmp_path: Path) -> None:
    photo = added(journal)
    journal.photo_file.rename(tmp_path / "elsewhere")
    with pytest.raises(DiaryError) as caught:
        journal.add_photo(pixels(2), TODAY)
    assert caught.value.key == "photos.moved"
    assert journal.photos() == (photo,)
    (tmp_path / "elsewhere").rename(journal.photo_file)
    assert journal.add_photo(pixels(2), TODAY)


def test_every_failure_of_the_file_has_its_sentence() -> None:
    errors = Texts().table("errors")
    of_the_diary_alone = {"backup_failed", "not_begun", "upgrade_failed"}
    assert set(errors["diary"]) - of_the_diary_alone <= set(errors["photos"])


def test_closing_a_diary_without_photos_writes_nothing(journal: Journal, path: Path) -> None:
    journal.save(full_entry(TODAY))
    journal.close()
    before, moment = snapshot(path.parent), path.stat().st_mtime_ns
    open_journal(path, today=LONG_AFTER).close()
    assert (snapshot(path.parent), path.stat().st_mtime_ns) == (before, moment)
