"""The body map's numbers by hand, for every age, and what no picking may ever break."""

import copy
import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.records.body import (
    AgeColumn,
    Basis,
    Body,
    BodySide,
    Figure,
    Grade,
    age_column,
    extent_percent,
    palms_to_percent,
    parse_body,
)

RESOURCES = Path(__file__).parents[3] / "resources"
DATA: dict[str, Any] = tomllib.loads((RESOURCES / "body" / "body.toml").read_text(encoding="utf-8"))
NAMES = tomllib.loads((RESOURCES / "text" / "en" / "body.toml").read_text(encoding="utf-8"))
BODY = parse_body(DATA)
CM = AgeColumn

columns = st.sampled_from(AgeColumn)
pickings = st.dictionaries(st.sampled_from(list(BODY.regions)), st.sampled_from(Grade))


def both(*keys: str, grade: Grade = Grade.MOST) -> dict[str, Grade]:
    """The same grade for the left and the right of each region."""
    return {f"{side}_{key}": grade for key in keys for side in ("left", "right")}


@pytest.mark.parametrize("column", AgeColumn)
def test_all_regions_are_the_whole_skin(column: AgeColumn) -> None:
    assert sum(BODY.share(key, column) for key in BODY.regions) == pytest.approx(100, abs=1e-9)
    assert extent_percent(BODY, dict.fromkeys(BODY.regions, Grade.MOST), column) == 100


@pytest.mark.parametrize(
    ("grades", "column", "percent"),
    [
        ({}, CM.ADULT, 0),
        (both("palm", "hand_back"), CM.ADULT, 5.0),  # 4 x 1.25
        ({"left_palm": Grade.MOST}, CM.ADULT, 1.3),  # 1.25, half up as by hand
        (both("inner_elbow"), CM.ADULT, 1.1),  # 2 x (0.15 x 2 + 0.15 x 1.5) = 1.05
        (both("knee_back", grade=Grade.HALF), CM.ADULT, 0.8),  # 0.5 x 2 x (0.475 + 0.35) = 0.825
        ({"face": Grade.MOST, "scalp_front": Grade.MOST, "scalp_back": Grade.MOST}, CM.ADULT, 7.0),
        ({"face": Grade.MOST, "scalp_front": Grade.MOST, "scalp_back": Grade.MOST}, CM.BIRTH, 19.0),
        ({"face": Grade.LITTLE}, CM.ONE, 1.7),  # 0.25 x 0.8 x 8.5
        ({"chest": Grade.MOST, "belly": Grade.MOST, "groin": Grade.MOST}, CM.TEN, 14.0),  # 13 and 1
        (both("thigh_front", "thigh_back", "knee", "knee_back"), CM.FIVE, 17.1),  # 4 x 4 + 4 x 0.1 x 2.75 = 17.1
        ({"left_inner_wrist": Grade.LITTLE}, CM.ADULT, 0.1),  # 0.056: affected is never shown as 0
        ({"left_inner_wrist": Grade.NONE}, CM.ADULT, 0),
    ],
)
def test_extent_as_worked_out_by_hand(grades: dict[str, Grade], column: AgeColumn, percent: float) -> None:
    assert extent_percent(BODY, grades, column) == percent


@given(pickings, columns)
def test_extent_is_a_percentage_to_one_decimal(grades: dict[str, Grade], column: AgeColumn) -> None:
    percent = extent_percent(BODY, grades, column)
    assert 0 <= percent <= 100
    assert percent == round(percent, 1)
    assert (percent > 0) == any(grade is not Grade.NONE for grade in grades.values())


@given(pickings, columns, st.sampled_from(list(BODY.regions)), st.permutations(list(Grade)))
def test_more_of_a_region_never_lowers_the_extent(
    grades: dict[str, Grade], column: AgeColumn, key: str, order: list[Grade]
) -> None:
    less, more = sorted(order[:2], key=BODY.grade_shares.__getitem__)
    assert extent_percent(BODY, {**grades, key: less}, column) <= extent_percent(BODY, {**grades, key: more}, column)


def test_a_region_that_is_not_on_the_map_is_named() -> None:
    with pytest.raises(KeyError, match="left_tail"):
        extent_percent(BODY, {"left_tail": Grade.HALF}, AgeColumn.ADULT)


@pytest.mark.parametrize(("palms", "percent"), [(0, 0), (0.5, 0.5), (12, 12), (250, 100)])
def test_a_palm_is_one_per_cent(palms: float, percent: float) -> None:
    assert palms_to_percent(BODY, palms) == percent


@pytest.mark.parametrize("palms", [-1, float("nan"), float("inf")])
def test_no_other_number_of_palms(palms: float) -> None:
    with pytest.raises(ValueError, match="palms"):
        palms_to_percent(BODY, palms)


@pytest.mark.parametrize(
    ("birth_year", "column"),
    [
        (None, CM.ADULT),
        (2027, CM.BIRTH),
        (2026, CM.BIRTH),
        (2025, CM.ONE),
        (2022, CM.ONE),
        (2021, CM.FIVE),
        (2017, CM.FIVE),
        (2016, CM.TEN),
        (2012, CM.TEN),
        (2011, CM.FIFTEEN),
        (2009, CM.FIFTEEN),
        (2008, CM.ADULT),
        (1930, CM.ADULT),
    ],
)
def test_the_column_for_an_age(birth_year: int | None, column: AgeColumn) -> None:
    assert age_column(birth_year, date(2026, 11, 22)) is column


def test_own_divisions_are_marked_and_whole_parts_are_the_chart() -> None:
    for region in BODY.regions.values():
        whole = set(region.fractions.values()) == {1.0}
        assert (region.basis is Basis.CHART) is whole, region.key


def test_every_figure_region_and_site_has_one_name() -> None:
    assert set(NAMES["regions"]) == set(BODY.regions)
    assert set(NAMES["sites"]) == {region.site for region in BODY.regions.values()}
    assert set(NAMES["grades"]) == {grade.value for grade in Grade}
    assert set(NAMES["figures"]) == {figure.value for figure in Figure}
    assert len(set(NAMES["regions"].values())) == len(BODY.regions)


def test_left_and_right_say_so_in_key_and_name() -> None:
    for region in BODY.regions.values():
        if region.side is not BodySide.MIDDLE:
            assert region.key.startswith(region.side.value)
            assert region.side.value in NAMES["regions"][region.key].lower()


def cut(data: dict[str, Any]) -> None:
    del data["regions"]["face"]["outline"]


def misspelt(data: dict[str, Any]) -> None:
    data["regions"]["nape"]["figure"] = "behind"


def opened(data: dict[str, Any]) -> None:
    data["regions"]["chest"]["outline"] = "M 0 0 L 1 1 L 2 0 Z"


def negative(data: dict[str, Any]) -> None:
    data["parts"]["foot"]["percent"]["10"] = -1.75


def worded(data: dict[str, Any]) -> None:
    data["palm"]["percent"] = "1"


def unknown_part(data: dict[str, Any]) -> None:
    data["regions"]["left_palm"]["fractions"] = {"paw": 1.0}


def uneven(data: dict[str, Any]) -> None:
    data["regions"]["chest"]["fractions"]["trunk"] = 0.5


def off_column(data: dict[str, Any]) -> None:
    data["parts"]["neck"]["percent"]["5"] = 2.0


def no_grade(data: dict[str, Any]) -> None:
    del data["grades"]["share"]["half"]


def no_strokes(data: dict[str, Any]) -> None:
    data["figures"]["back"]["details"] = ["M 0"]


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (cut, "regions.face.outline is missing"),
        (misspelt, "regions.nape.figure: 'behind'"),
        (opened, "regions.chest.outline: the outline does not end"),
        (negative, "parts.foot.percent.10: -1.75"),
        (worded, "palm.percent: '1'"),
        (unknown_part, "regions.left_palm: there is no part 'paw'"),
        (uneven, "parts.trunk: front, middle: fractions do not add to 1"),
        (off_column, "column 5 adds to 102"),
        (no_grade, "grades.share.half is missing"),
        (no_strokes, "figures.back.details: a path cannot contain 'M 0'"),
    ],
)
def test_a_malformed_file_is_refused_by_name(damage: Callable[[dict[str, Any]], None], named: str) -> None:
    data = copy.deepcopy(DATA)
    damage(data)
    with pytest.raises(ValueError, match=re.escape(named)):
        parse_body(data)


def test_a_body_is_the_same_whenever_it_is_read() -> None:
    again: Body = parse_body(copy.deepcopy(DATA))
    assert again == BODY
