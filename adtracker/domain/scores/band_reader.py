"""Reads published ranges from what a file says: of a questionnaire, and of the scales that a clinic gives."""

from __future__ import annotations

from adtracker.domain.common.field_reader import FieldReader
from adtracker.domain.scores.band import BANDS_LIMIT, SETS_LIMIT, Band, BandSet

NUMBER_LIMIT = 1e9


def needed_number(fields: FieldReader, name: str) -> float:
    """A number that has to stand there; 0 where it does not, which is noted."""
    value = fields.number(name)
    fields.require(name, value)
    return value or 0.0


def read_band_sets(fields: FieldReader) -> tuple[BandSet, ...]:
    """The sets of published ranges that stand under "bands"."""
    return tuple(_band_set(one) for one in fields.objects("bands", SETS_LIMIT))


def _band_set(fields: FieldReader) -> BandSet:
    bands = []
    for one in fields.objects("ranges", BANDS_LIMIT):
        bands.append(Band(needed_number(one, "low"), needed_number(one, "high"), one.needed("label")))
        one.finish()
    found = BandSet(fields.needed("source"), tuple(bands), fields.text("address"))
    fields.finish()
    return found


def read_range(fields: FieldReader) -> tuple[float, float]:
    """The two numbers of "range", the smaller one first."""
    found = fields.items("range")
    numbers = [value for value in found if isinstance(value, int | float) and abs(value) <= NUMBER_LIMIT]
    if len(found) == len(numbers) == 2 and numbers[0] < numbers[1]:
        return float(numbers[0]), float(numbers[1])
    fields.note("range", "not_a_range")
    return 0.0, 0.0
