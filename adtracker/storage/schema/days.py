"""The days, with the regions that were affected."""

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Integer, Named, Table, Text, TypedColumns

from adtracker.storage.schema.base import BY_KEY, METADATA, is_day, is_flag, is_json, is_moment


class DayColumns(TypedColumns):
    """One day that has an entry. The extent's result stands beside the answer it was worked out from.
    `origin` is how it came where it was not typed.

    `signs` and `context` are JSON arrays of keys (empty: none of them), `answers` a JSON object of numbers by question.
    """

    day: Named[str] = Column(Text, primary_key=True)
    itch: Named[float | None] = Column(REAL)
    sleep_quality: Named[float | None] = Column(REAL)
    extent_percent: Named[float | None] = Column(REAL)
    extent_method: Named[str | None] = Column(Text)
    extent_age_column: Named[str | None] = Column(Text)
    extent_palms: Named[float | None] = Column(REAL)
    note: Named[str] = Column(Text)
    recorded_at: Named[str | None] = Column(Text)
    recorded_on: Named[str | None] = Column(Text)
    woken: Named[int | None] = Column(Integer)
    signs: Named[str | None] = Column(Text)
    context: Named[str | None] = Column(Text)
    answers: Named[str | None] = Column(Text)
    bad_day: Named[int | None] = Column(Integer)
    origin: Named[str | None] = Column(Text)


DAY = Table(
    "day",
    METADATA,
    DayColumns,
    is_day("day"),
    CheckConstraint("itch BETWEEN 0 AND 10", "itch"),
    CheckConstraint("sleep_quality BETWEEN 0 AND 10", "sleep_quality"),
    CheckConstraint("extent_percent BETWEEN 0 AND 100", "extent_percent"),
    CheckConstraint("extent_method IN ('regions', 'palms', 'percent')", "extent_method"),
    CheckConstraint("(extent_percent IS NULL) = (extent_method IS NULL)", "extent"),
    CheckConstraint("extent_palms BETWEEN 0 AND 100", "extent_palms"),
    is_day("recorded_on"),
    is_moment("recorded_at"),
    is_flag("woken"),
    is_json("signs", "array"),
    is_json("context", "array"),
    is_json("answers", "object"),
    is_flag("bad_day"),
    CheckConstraint("origin IN ('pasted', 'paper', 'file')", "origin"),
    **BY_KEY,
)


class DayRegionColumns(TypedColumns):
    """How much of one body region was affected on a day; a region that was not has no row."""

    day: Named[str] = Column(Text, ForeignKey("day.day", ondelete="CASCADE"), primary_key=True)
    region: Named[str] = Column(Text, primary_key=True)
    grade: Named[str] = Column(Text)


DAY_REGION = Table(
    "day_region",
    METADATA,
    DayRegionColumns,
    CheckConstraint("grade IN ('little', 'half', 'most')", "grade"),
    **BY_KEY,
)
