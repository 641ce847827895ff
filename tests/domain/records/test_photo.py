"""What may be recorded about a photo, and which photos of a place can be compared."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.soft_delete import Usage, goes_on
from adtracker.domain.records.photo import Photo, by_region, check_photo, comparable
from adtracker.resources import Texts

TODAY = date(2026, 8, 2)
PHOTO = Photo(TODAY, "0f" * 32, 1600, 1200, "left_inner_elbow", "after the bath", key=1)


def test_a_photo_as_people_take_them_is_fine() -> None:
    assert check_photo(PHOTO) == []
    assert check_photo(Photo(TODAY, "a" * 64, 1, 1)) == []
    assert check_photo(replace(PHOTO, removed_on=TODAY)) == []


@pytest.mark.parametrize(
    ("photo", "rule"),
    [
        (replace(PHOTO, day=date(1899, 12, 31)), "date_range"),
        (replace(PHOTO, width=0), "number_range"),
        (replace(PHOTO, height=1601), "number_range"),
        (replace(PHOTO, digest="../../secret"), "not_a_digest"),
        (replace(PHOTO, digest="0F" * 32), "not_a_digest"),
        (replace(PHOTO, note="x" * 1001), "text_too_long"),
        (replace(PHOTO, note="\0"), "text_unreadable"),
        (replace(PHOTO, region="\ud800"), "text_unreadable"),
        (replace(PHOTO, region="x" * 101), "text_too_long"),
    ],
)
def test_each_broken_rule_has_its_sentence(photo: Photo, rule: str) -> None:
    (problem,) = check_photo(photo)
    assert problem.rule == rule
    assert "{" not in Texts().problem(problem)


def test_a_deleted_photo_can_be_brought_back_for_thirty_days() -> None:
    assert goes_on(PHOTO, Usage(TODAY)) is None
    assert goes_on(replace(PHOTO, removed_on=date(2026, 8, 2)), Usage(TODAY)) == date(2026, 9, 2)


def test_photos_are_told_apart_by_place() -> None:
    later, other = replace(PHOTO, day=date(2026, 8, 1), key=2), replace(PHOTO, region=None, key=3)
    assert by_region([PHOTO, later, other]) == {"left_inner_elbow": (later, PHOTO), None: (other,)}
    assert by_region([]) == {}


def test_photos_of_one_day_are_not_compared() -> None:
    same_day = replace(PHOTO, key=2)
    assert comparable([PHOTO, same_day]) == comparable([]) == {}
    before, other = replace(PHOTO, day=date(2026, 5, 1), key=3), replace(PHOTO, region=None, key=4)
    assert comparable([PHOTO, other, same_day, before]) == {PHOTO.region: (before, PHOTO, same_day)}


@given(
    st.lists(st.builds(Photo, st.dates(), st.just("a" * 64), st.just(1), st.just(1), st.sampled_from([None, "face"])))
)
def test_no_photo_gets_lost_by_sorting(photos: list[Photo]) -> None:
    found = by_region(photos)
    assert sorted(photo.day for some in found.values() for photo in some) == sorted(photo.day for photo in photos)
    assert all(list(some) == sorted(some, key=lambda photo: photo.day) for some in found.values())
