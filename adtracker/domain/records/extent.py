"""How an answer about the skin becomes an extent: from marked regions, or from a number of palms."""

from __future__ import annotations

import math
from collections.abc import Mapping

from adtracker.domain.common.problem import Problem
from adtracker.domain.records.body import AgeColumn, Body, Grade, extent_percent, palms_to_percent
from adtracker.domain.records.day import Extent, ExtentMethod

# A percentage from elsewhere may be rounded to a whole one, up or down; further off, it contradicts its marks.
_ROUNDED_BY = 1.0


def from_grades(body: Body, grades: Mapping[str, Grade], column: AgeColumn) -> Extent:
    """The extent of marked regions; no region at all means that no skin is affected: 0 per cent, not "not recorded".

    Raises KeyError for a region that is not on the map.
    """
    marked = {key: grade for key, grade in grades.items() if grade is not Grade.NONE}
    percent = extent_percent(body, marked, column)
    pairs = tuple(sorted(marked.items(), key=lambda pair: pair[0]))
    return Extent(percent, ExtentMethod.REGIONS, pairs, column.value)


def from_palms(body: Body, palms: float) -> Extent:
    """The extent of 0 to 100 of the person's own palms. Raises ValueError for a negative or endless number."""
    return Extent(palms_to_percent(body, palms), ExtentMethod.PALMS, palms=palms)


def carried_over(body: Body, before: Extent, column: AgeColumn) -> Extent:
    """Another day's answer taken over; marked regions are weighed anew, for the person may be in another age column."""
    if before.method is ExtentMethod.REGIONS:
        return from_grades(body, dict(before.grades), column)
    return before


def check_extent(body: Body, extent: Extent) -> list[Problem]:
    """Whether a percentage contradicts its own marks, or its own number of palms; both numbers are named.

    Without a column of the chart, the marks may be those of any age. What names a region that is not on the map, a
    column that there is not, or no possible number of palms cannot be weighed: that is for other checks to say.
    """
    told = _told(body, extent)
    if not told or any(abs(extent.percent - percent) <= _ROUNDED_BY + 1e-9 for percent in told):
        return []
    nearest = min(told, key=lambda percent: abs(extent.percent - percent))
    values = {"percent": f"{extent.percent:g}", "marked": f"{nearest:g}"}
    if extent.method is ExtentMethod.REGIONS:
        return [Problem("percent", "extent_not_as_marked", values)]
    return [Problem("percent", "extent_not_as_palms", values)]


def _told(body: Body, extent: Extent) -> list[float]:
    """Every percentage that the marks or palms may stand for; none if there are none, or they cannot be weighed."""
    if extent.method is ExtentMethod.REGIONS:
        columns = [column for column in AgeColumn if extent.age_column in (None, column.value)]
        if all(region in body.regions for region, _ in extent.grades):
            return [extent_percent(body, dict(extent.grades), column) for column in columns]
    elif extent.method is ExtentMethod.PALMS and extent.palms is not None:
        return [palms_to_percent(body, extent.palms)] if math.isfinite(extent.palms) and extent.palms >= 0 else []
    return []
