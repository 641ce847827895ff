"""The share of skin affected as an object of a day; a table of days has its percentage alone."""

from __future__ import annotations

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.records.body import AgeColumn, Grade
from adtracker.domain.records.day import Extent, ExtentMethod
from adtracker.exchange.codec import Data
from adtracker.exchange.import_result import ImportResult


def extent_data(extent: Extent) -> Data:
    """The object, with what the percentage was worked out from."""
    return {
        "percent": extent.percent,
        "method": extent.method.value,
        "grades": {region: grade.value for region, grade in extent.grades},
        "age_column": extent.age_column,
        "palms": extent.palms,
    }


def read_extent(fields: FieldReader | None, parsed: ImportResult) -> Extent | None:
    """The opposite; None for none."""
    if fields is None:
        return None
    percent, method = fields.number("percent"), fields.choice("method", ExtentMethod)
    fields.require("percent", percent)
    fields.require("method", method)
    column = fields.choice("age_column", AgeColumn)
    extent = Extent(
        percent=percent or 0.0,
        method=method or ExtentMethod.PERCENT,
        grades=_read_grades(fields.inner("grades"), parsed),
        age_column=None if column is None else column.value,
        palms=fields.number("palms"),
    )
    fields.finish()
    return extent


def _read_grades(fields: FieldReader | None, parsed: ImportResult) -> tuple[tuple[str, Grade], ...]:
    """The grades of the regions on the map, by key; any other region stays an unknown name."""
    if fields is None:
        return ()
    words = parsed.known.words
    named = ((name, words.key("regions", name)) for name in fields.names())
    grades: dict[str, Grade | None] = {}
    for name, region in named:
        if region in grades:
            fields.note(name, "name_taken", text=shown(name))
        elif region in parsed.known.regions:
            grades[region] = fields.choice(name, Grade, words.of("grades"))
    fields.finish()
    return tuple(sorted((region, grade) for region, grade in grades.items() if grade not in (None, Grade.NONE)))
