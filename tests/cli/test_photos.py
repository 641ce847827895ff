"""Photos on the command line: an export and its import give the same diary, pictures and all."""

import json
import sqlite3
import tempfile
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from adtracker import cli
from adtracker.domain.records.photo import Photo
from adtracker.photos.picture_file import clean_bytes
from adtracker.storage.journal import Journal
from tests import strategies
from tests.cli.conftest import NOW, TODAY, Run, open_diary
from tests.photos.samples import BLUE, GREEN, RED, SECRET, encoded, exif, quarters

COLOURS = (RED, GREEN, BLUE)


def _add(journal: Journal, number: int, day: date, region: str | None = None, note: str = "") -> Photo:
    data = encoded(Image.new("RGB", (30 + number, 20), COLOURS[number]), "jpeg", exif=exif())
    photo = journal.add_photo(clean_bytes(data), day, region, note).changes[0].after
    assert isinstance(photo, Photo)
    return photo


@pytest.fixture
def with_photos(diary: Path) -> Path:
    """The diary with photos of three days, and one that was deleted."""
    journal = open_diary(diary)
    for number in range(3):
        _add(journal, number, TODAY - timedelta(days=30 * number), "left_inner_elbow", "after the bath")
    journal.remove(_add(journal, 0, TODAY, "face"))
    journal.close()
    return diary


def _all(diary: Path) -> list[tuple[date, str | None, str, str, bytes | None]]:
    journal = open_diary(diary)
    found = [(photo.day, photo.region, photo.note, photo.digest, journal.picture(photo)) for photo in journal.photos()]
    assert journal.check() == []
    journal.close()
    return found


def test_photos_go_through_json_with_their_pictures(run: Run, with_photos: Path, tmp_path: Path) -> None:
    file, new = tmp_path / "all.json", tmp_path / "new.diary"
    done = run("export", "--format", "json", "-o", file, "--diary", with_photos)
    assert done.out.splitlines()[1] == f"3 photos are in {tmp_path / 'all-photos'}."
    assert len(list((tmp_path / "all-photos").iterdir())) == 3
    assert "Photos: 3 new, 0 completed, 0 the same, 0 different." in run("import", file, "--diary", new).out
    assert _all(new) == _all(with_photos)
    assert "Photos: 0 new, 0 completed, 3 the same, 0 different." in run("import", file, "--diary", new).out
    assert _all(new) == _all(with_photos)


@pytest.mark.slow
@settings(max_examples=8)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 2),
            strategies.DAYS,
            st.none() | st.sampled_from(["nape", "face"]),
            strategies.NOTES,
        ),
        max_size=4,
        unique_by=lambda photo: photo[:2],
    )
)
def test_any_photos_come_back_the_same(photos: list[tuple[int, date, str | None, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        diary, file, new = (Path(name) / part for part in ("a.diary", "a.json", "new.diary"))
        journal = open_diary(diary, create=True)
        for photo in photos:
            _add(journal, *photo)
        journal.close()
        assert cli.main(["export", "--format", "json", "-o", str(file), "--diary", str(diary)], lambda: NOW) == 0
        assert cli.main(["import", str(file), "--diary", str(new)], lambda: NOW) == 0
        assert _all(new) == _all(diary)


def test_a_picture_that_is_missing_refuses_the_whole_file(run: Run, with_photos: Path, tmp_path: Path) -> None:
    file, new = tmp_path / "all.json", tmp_path / "new.diary"
    run("export", "--format", "json", "-o", file, "--diary", with_photos)
    gone = sorted((tmp_path / "all-photos").iterdir())[0]
    gone.unlink()
    done = run("import", file, "--diary", new)
    assert done.code == 3
    assert f"photos[0]: file: There is no picture “{gone.name}” in the folder of photos" in done.err
    assert not new.exists()


def test_another_picture_in_its_place_is_cleaned_as_any(run: Run, with_photos: Path, tmp_path: Path) -> None:
    file, new = tmp_path / "all.json", tmp_path / "new.diary"
    run("export", "--format", "json", "-o", file, "--diary", with_photos)
    first = sorted((tmp_path / "all-photos").iterdir())[0]
    first.write_bytes(encoded(quarters(), "png", exif=exif()))
    assert run("import", file, "--diary", new).code == 0
    picture = _all(new)[0][-1]
    assert isinstance(picture, bytes)
    assert SECRET.encode() not in picture
    first.write_bytes(b"<svg>")
    done = run("import", file, "--diary", tmp_path / "other.diary")
    assert "is not a picture that adtracker can read" in done.err


def test_standard_output_says_what_there_is_without_pictures(run: Run, with_photos: Path, tmp_path: Path) -> None:
    done = run("export", "--format", "json", "-o", "-", "--diary", with_photos)
    data = json.loads(done.out)
    assert [photo["file"] for photo in data["photos"]] == [None, None, None]
    assert not (tmp_path / "all-photos").exists()
    (tmp_path / "out.json").write_text(done.out, encoding="utf-8")
    assert run("import", tmp_path / "out.json", "--diary", tmp_path / "new.diary").code == 0
    journal = open_diary(tmp_path / "new.diary")
    assert [photo.day for photo in journal.photos()] == [photo[0] for photo in _all(with_photos)]
    assert [journal.picture(photo) for photo in journal.photos()] == [None, None, None]
    journal.close()


def test_a_diary_whose_pictures_are_gone_is_named_by_the_check(run: Run, with_photos: Path) -> None:
    assert run("check", "--diary", with_photos).code == 0
    with_photos.with_name(f"{with_photos.name}.photos").unlink()
    done = run("check", "--diary", with_photos)
    assert done.code == 1
    assert "2026-11-29 photo: The picture of this photo is not there" in done.out + done.err


def test_damaged_pictures_do_not_keep_a_diary_from_being_taken_along(
    run: Run, with_photos: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(_beside(with_photos))) as file, file:
        digests = [row[0] for row in file.execute("SELECT digest FROM pixels ORDER BY length(jpeg), digest")]
        file.execute("UPDATE pixels SET jpeg = substr(jpeg, 1, 40) WHERE digest = ?", digests[:1])
        file.execute("UPDATE pixels SET jpeg = CAST(jpeg || x'00' AS BLOB) WHERE digest = ?", digests[1:2])
    everything, new = tmp_path / "all.json", tmp_path / "new.diary"
    said = run("export", "--format", "json", "-o", everything, "--diary", with_photos).out
    assert "2 photos are in " in said
    assert "1 photo is written without a picture" in said
    done = run("import", everything, "--diary", new)
    assert (done.code, done.err) == (0, "")
    assert "Photos: 3 new" in done.out
    journal = open_diary(new)
    assert len([photo for photo in journal.photos() if journal.picture(photo) is not None]) == 2
    journal.close()


def _beside(diary: Path) -> Path:
    return diary.with_name(f"{diary.name}.photos")


def test_a_small_picture_that_was_damaged_is_made_anew_and_that_is_said_once(run: Run, with_photos: Path) -> None:
    with closing(sqlite3.connect(_beside(with_photos))) as file, file:
        whole = file.execute("SELECT digest, thumbnail FROM pixels ORDER BY digest").fetchall()
        file.execute("UPDATE pixels SET thumbnail = x'ffd8ff00' WHERE digest = ?", whole[0][:1])
        file.execute("UPDATE pixels SET thumbnail = ? WHERE digest = ?", (whole[0][1], whole[1][0]))
    sound = f"The diary {with_photos} is sound.\n"
    said = "2 small pictures were not what they were, and have been made anew from the large ones.\n"
    assert run("check", "--diary", with_photos) == (0, said + sound, "")
    with closing(sqlite3.connect(_beside(with_photos))) as file:
        assert file.execute("SELECT digest, thumbnail FROM pixels ORDER BY digest").fetchall() == whole
    assert run("check", "--diary", with_photos) == (0, sound, "")


def test_pictures_that_no_day_names_are_counted_and_are_no_damage(run: Run, with_photos: Path) -> None:
    with closing(sqlite3.connect(with_photos)) as older, older:
        older.execute("DELETE FROM photo WHERE id IN (2, 3)")
        older.execute("DELETE FROM digest WHERE kind = 'photos' AND key IN ('2', '3')")  # as it was before them
    done = run("check", "--diary", with_photos)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("2 pictures that no day names are kept.")


def test_pictures_of_another_diary_are_counted_apart(run: Run, with_photos: Path) -> None:
    before = _beside(with_photos).read_bytes()
    with_photos.unlink()
    open_diary(with_photos, create=True).close()
    done = run("check", "--diary", with_photos)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("3 pictures of another diary lie beside this one. They are left as they are;")
    assert _beside(with_photos).read_bytes() == before
