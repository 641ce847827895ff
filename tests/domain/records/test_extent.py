"""From an answer about the skin to an extent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker import resources
from adtracker.domain.records.body import AgeColumn, Grade, extent_percent
from adtracker.domain.records.day import Extent, ExtentMethod
from adtracker.domain.records.extent import carried_over, from_grades, from_palms

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
