"""From an answer about the skin to an extent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker import resources
from adtracker.domain.records.body import AgeColumn, Grade, extent_percent
from adtracker.domain.records.day import Extent, ExtentMethod
from adtracker.domain.records.extent import carried_over, check_extent, from_grades, from_palms
from adtracker.resources import Texts

BODY = resources.body()
GRADES = st.dictionaries(st.sampled_from(sorted(BODY.regions)), st.sampled_from(Grade), max_size=12)


@given(GRADES, st.sampled_from(AgeColumn))
def test_marks_are_kept_sorted_without_the_regions_that_are_not_affected(
    grades: dict[str, Grade], column: AgeColumn
) -> None:
    extent = from_grades(BODY, grades, column)
    assert dict(extent.grades) == {key: grade for key, grade in grades.items() if grade is not Grade.NONE}
    assert list(extent.grades) == sorted(extent.grades, key=lambda pair: pair[0])
    assert extent.percent == extent_percent(BODY, grades, column)
    assert (extent.method, extent.age_column) == (ExtentMethod.REGIONS, column.value)


def test_no_marks_say_that_no_skin_is_affected() -> None:
    assert from_grades(BODY, {}, AgeColumn.ADULT) == Extent(0, ExtentMethod.REGIONS, (), "adult")


def test_palms_are_kept_as_they_were_given() -> None:
    assert from_palms(BODY, 2.5) == Extent(2.5, ExtentMethod.PALMS, palms=2.5)
    with pytest.raises(ValueError, match="palms"):
        from_palms(BODY, float("nan"))


def test_another_days_marks_are_weighed_by_todays_age_column() -> None:
    before = from_grades(BODY, {"face": Grade.MOST}, AgeColumn.BIRTH)
    after = carried_over(BODY, before, AgeColumn.ADULT)
    assert after == from_grades(BODY, {"face": Grade.MOST}, AgeColumn.ADULT)
    assert after.percent < before.percent


@pytest.mark.parametrize("method", [ExtentMethod.PALMS, ExtentMethod.PERCENT])
def test_other_answers_are_taken_over_as_they_are(method: ExtentMethod) -> None:
    before = Extent(12.5, method, palms=12.5 if method is ExtentMethod.PALMS else None)
    assert carried_over(BODY, before, AgeColumn.ONE) is before


# ---- a percentage and what it is said to come from

PALM = (("left_palm", Grade.LITTLE),)  # a quarter of 1.25 %
FACE = (("face", Grade.MOST),)  # 2.8 % of a grown-up, 7.6 % of a newborn


@given(GRADES, st.sampled_from(AgeColumn))
def test_what_the_app_works_out_never_contradicts_itself(grades: dict[str, Grade], column: AgeColumn) -> None:
    assert check_extent(BODY, from_grades(BODY, grades, column)) == []


@given(st.floats(0, 100))
def test_neither_do_palms(palms: float) -> None:
    assert check_extent(BODY, from_palms(BODY, palms)) == []


@pytest.mark.parametrize(
    ("extent", "sentence"),
    [
        (
            Extent(95, ExtentMethod.REGIONS, PALM, "adult"),
            "95 % of the skin is affected, but the marked places add up to 0.3 %",
        ),
        (
            Extent(0, ExtentMethod.REGIONS, FACE, "adult"),
            "0 % of the skin is affected, but the marked places add up to 2.8 %",
        ),
        (
            Extent(12.5, ExtentMethod.REGIONS, (), "adult"),
            "12.5 % of the skin is affected, but the marked places add up to 0 %",
        ),
        (Extent(40, ExtentMethod.REGIONS, FACE), "but the marked places add up to 7.6 %"),  # whatever the age
        (Extent(95, ExtentMethod.PALMS, palms=2), "95 % of the skin is affected, but the palms stand for 2 %"),
    ],
)
def test_a_percentage_that_contradicts_its_marks_is_named_with_both_numbers(extent: Extent, sentence: str) -> None:
    (problem,) = check_extent(BODY, extent)
    assert problem.field == "percent"
    assert sentence in Texts().problem(problem)


@pytest.mark.parametrize(
    "extent",
    [
        Extent(1, ExtentMethod.REGIONS, PALM, "adult"),  # rounded up to a whole one
        Extent(3, ExtentMethod.REGIONS, FACE, "adult"),
        Extent(7.6, ExtentMethod.REGIONS, FACE),  # no column: a newborn's, or anybody's
        Extent(2.8, ExtentMethod.REGIONS, FACE),
        Extent(95, ExtentMethod.PERCENT),  # nothing it could contradict
        Extent(95, ExtentMethod.PALMS),
        Extent(95, ExtentMethod.PALMS, palms=float("nan")),  # for other checks to say
        Extent(95, ExtentMethod.REGIONS, (("tail", Grade.MOST),), "adult"),
        Extent(95, ExtentMethod.REGIONS, PALM, "antediluvian"),
    ],
)
def test_what_is_rounded_or_cannot_be_weighed_is_let_through(extent: Extent) -> None:
    assert check_extent(BODY, extent) == []
