"""Photos in the JSON of a diary: they come back exactly with their pictures, and nothing leads out of their folder."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.records.photo import CleanPhoto, Photo
from adtracker.errors import ExchangeError
from adtracker.exchange.codecs.photos import picture_name
from adtracker.exchange.export import CSV, JSON, write_export
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.json import diary as json_diary
from adtracker.exchange.merge import plan_merge
from adtracker.exchange.picture_folder import picture_folder
from adtracker.exchange.references import Load, References, no_pictures
from adtracker.exchange.snapshot import Snapshot
from adtracker.resources import Texts
from tests.exchange.pictures import folder_of
from tests.strategies import DAYS, NOTES, REGIONS, TODAY

DAY = date(2026, 8, 1)


def _picture(number: int) -> CleanPhoto:
    jpeg = f"JPEG {number}".encode()
    return CleanPhoto(jpeg, 1600, 1200, b"small", hashlib.sha256(jpeg).hexdigest())


def _photo(number: int = 0, day: date = DAY, region: str | None = "nape", note: str = "") -> Photo:
    return Photo(day, _picture(number).digest, 1600, 1200, region, note)


photos = st.lists(
    st.builds(_photo, st.integers(0, 5), DAYS, st.none() | st.sampled_from(REGIONS), NOTES),
    max_size=6,
    unique_by=lambda photo: (photo.day, photo.digest),
)


def _contents(photos: Sequence[Photo], *, with_pictures: bool = True) -> Snapshot:
    pictures = {_picture(number).digest: _picture(number).jpeg for number in range(6)}
    return Snapshot(photos, pictures if with_pictures else {})


def _read(text: str, load: Load) -> ImportResult:
    parsed = ImportResult(TODAY, References(REGIONS, load=load))
    json_diary.read(text, parsed)
    return parsed


def _folder(photos: Sequence[Photo]) -> Load:
    known = {_picture(number).digest: _picture(number) for number in range(6)}
    return folder_of({picture_name(photo): known[photo.digest] for photo in photos})


@given(photos)
def test_what_is_written_reads_back_exactly(photos: list[Photo]) -> None:
    parsed = _read(json_diary.write(_contents(photos)), _folder(photos))
    assert parsed.refused == []
    assert parsed.of(Photo) == photos
    assert {digest: picture.jpeg for digest, picture in parsed.pictures.items()} == {
        photo.digest: _contents(photos).pictures[photo.digest] for photo in photos
    }


@given(photos)
def test_without_pictures_what_is_recorded_about_them_reads_back(photos: list[Photo]) -> None:
    parsed = _read(json_diary.write(_contents(photos, with_pictures=False)), no_pictures)
    assert (list(parsed.of(Photo)), parsed.pictures, parsed.refused) == (photos, {}, [])


def test_a_photo_is_written_as_the_format_says() -> None:
    data = json.loads(json_diary.write(_contents([_photo(note="after the bath")])))
    digest = _picture(0).digest
    assert data["photos"] == [
        {
            "date": "2026-08-01",
            "region": "nape",
            "note": "after the bath",
            "file": f"2026-08-01-{digest[:16]}.jpg",
            "digest": digest,
            "width": 1600,
            "height": 1200,
        }
    ]


def test_where_there_is_a_picture_it_counts_more_than_what_is_said_about_it() -> None:
    data = {"adtracker": 2, "photos": [{"date": "2026-08-01", "file": "mine.jpg", "digest": "x", "width": 9}]}
    parsed = _read(json.dumps(data), folder_of({"mine.jpg": _picture(3)}))
    assert parsed.of(Photo) == [_photo(3, region=None)]


@pytest.mark.parametrize(
    ("photo", "problem"),
    [
        ({"date": "2026-08-01", "file": "gone.jpg"}, ("file", "no_picture_file")),
        ({"date": "2026-08-01", "file": "../../secret.jpg"}, ("file", "not_a_file_name")),
        ({"date": "2026-08-01", "file": "/etc/passwd"}, ("file", "not_a_file_name")),
        ({"date": "2026-08-01", "file": "a\\b.jpg"}, ("file", "not_a_file_name")),
        ({"date": "2026-08-01", "file": "c:a.jpg"}, ("file", "not_a_file_name")),
        ({"date": "2026-08-01", "file": ".."}, ("file", "not_a_file_name")),
        ({"date": "2026-08-01", "file": "a\0.jpg"}, ("file", "not_a_file_name")),
        ({"date": "2026-08-01", "file": 7}, ("file", "not_a_text")),
        ({"file": "mine.jpg"}, ("date", "missing")),
        ({"date": "2026-08-01", "file": "mine.jpg", "note": "\0"}, ("note", "text_unreadable")),
        ({"date": "2026-08-01", "file": "mine.jpg", "mood": 3}, ("mood", "unknown_name")),
        ({"date": "2026-08-01", "width": 9, "height": 9}, ("digest", "not_a_digest")),
        ("a photo", ("", "not_an_object")),
    ],
)
def test_what_is_wrong_with_a_photo_is_named(photo: object, problem: tuple[str, str]) -> None:
    parsed = _read(json.dumps({"adtracker": 2, "photos": [photo]}), folder_of({"mine.jpg": _picture(0)}))
    (refused,) = parsed.refused
    assert refused.place.path == "photos[0]"
    found = {(one.field, one.rule) for one in refused.problems}
    assert problem in found
    assert all(Texts().problem(one) for one in refused.problems)


def test_a_photo_that_is_there_is_kept_and_the_others_are_added() -> None:
    here = replace(_photo(0), key=7)
    parsed = ImportResult(TODAY)
    for photo in (_photo(0, region="face"), _photo(1), _photo(0, day=TODAY)):
        parsed.add(photo)
    found = plan_merge(Snapshot([here]), parsed, overwrite=False).of(Photo)
    assert [len(fate) for fate in (found.new, found.same, found.different)] == [2, 0, 1]
    (met,) = plan_merge(Snapshot([here]), parsed, overwrite=True).of(Photo).different
    assert (met.change.before, met.change.after) == (here, replace(here, region="face"))


@pytest.mark.parametrize("form", [JSON, CSV])
def test_pictures_lie_in_a_folder_beside_the_file(tmp_path: Path, form: str) -> None:
    photos = [_photo(0), _photo(1), _photo(0, day=TODAY)]
    file = write_export(_contents(photos), form, tmp_path / "all.file", tmp_path / "my.diary")
    folder = picture_folder(file)
    assert folder == tmp_path / "all-photos"
    assert {found.name: found.read_bytes() for found in folder.iterdir()} == {
        picture_name(photo): _contents(photos).pictures[photo.digest] for photo in photos
    }


def test_where_the_file_must_not_be_there_are_no_pictures_either(tmp_path: Path) -> None:
    (tmp_path / "my.diary").write_bytes(b"SQLite format 3\0")
    with pytest.raises(ExchangeError) as caught:
        write_export(_contents([_photo()]), JSON, tmp_path / "my.diary", tmp_path / "other.diary")
    assert caught.value.key == "exchange.is_a_diary"
    (tmp_path / "all-photos").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(ExchangeError) as caught:
        write_export(_contents([_photo()]), JSON, tmp_path / "all.json", tmp_path / "my.diary")
    assert caught.value.key == "exchange.cannot_write"
    assert not (tmp_path / "all.json").exists()
