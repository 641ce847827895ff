"""How an answer about the skin becomes an extent: from marked regions, or from a number of palms."""

from __future__ import annotations

from collections.abc import Mapping

from adtracker.domain.records.body import AgeColumn, Body, Grade, extent_percent, palms_to_percent
from adtracker.domain.records.day import Extent, ExtentMethod


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
