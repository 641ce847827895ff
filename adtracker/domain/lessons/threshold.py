"""Published changes that mattered to people: numbers to compare with, each with its study, and the range they span."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from adtracker.domain.lessons.reader import Reader


@dataclass(frozen=True, slots=True)
class Published:
    """What one study found: from `low` to `high` points, with its citation and where it can be read.

    `key` names the sentence on who was studied (`thresholds.<measure>.<key>` in the text catalogue).
    """

    key: str
    low: int
    high: int
    source: str
    address: str


@dataclass(frozen=True, slots=True)
class Thresholds:
    """All studies of one measure, and the range from `low` to `high` points that they span; none is the truth."""

    measure: str
    low: int
    high: int
    published: tuple[Published, ...]


def parse_thresholds(data: Mapping[str, object]) -> Thresholds:
    """Thresholds from a parsed file (`resources/thresholds`). Raises ValueError, naming the field, if it is no such."""
    reader = Reader(data, "thresholds")
    studies = tuple(_published(table) for table in reader.tables("published"))
    found = Thresholds(reader.text("measure"), reader.number("low"), reader.number("high"), studies)
    reader.finish()
    spanned = {min(study.low for study in studies), max(study.high for study in studies)} if studies else set()
    if spanned != {found.low, found.high}:
        raise ValueError("thresholds: low and high are not those of the studies")
    return found


def _published(reader: Reader) -> Published:
    study = Published(
        reader.text("key"), reader.number("low"), reader.number("high"), reader.text("source"), reader.text("address")
    )
    reader.finish()
    return study
