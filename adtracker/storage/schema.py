"""The tables of a diary file, as typed mappings: what a row holds and which values the file itself refuses.

A file holds one person's diary, so no table names a person. Dates are ISO text, the calendar day the person saw;
moments are ISO text in UTC; missing is NULL, never zero. Tables are STRICT and carry their ranges as checks, so that a
wrong value is stopped even if the code above it fails. Whatever else there will be to record gets tables of its own.

A change here needs a migration beside it; a test holds the two equal.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import REAL, CheckConstraint, ForeignKey, ForeignKeyConstraint, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_STRICT = {"sqlite_strict": True}
_STRICT_BY_KEY = {"sqlite_strict": True, "sqlite_with_rowid": False}


class Table(DeclarativeBase):
    """The base of all tables: plain SQLite types, and constraints with names so that migrations can find them."""

    metadata = MetaData(
        naming_convention={
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text, int: Integer, float: REAL}


class PersonRow(Table):
    """Whose diary it is: at most one row."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint("id = 1", "single"), _STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    birth_year: Mapped[int | None]
    questions: Mapped[str]


class CourseRow(Table):
    """One treatment course. Its number is never given to another course, so that an undone one can come back."""

    __tablename__ = "course"
    __table_args__ = (
        CheckConstraint("date(start) IS start", "start"),
        CheckConstraint("weeks BETWEEN 1 AND 520", "weeks"),
        _STRICT | {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[str]
    treatment: Mapped[str]
    weeks: Mapped[int]


class DayRow(Table):
    """One day that has an entry. The extent's result stands beside the answer it was worked out from."""

    __tablename__ = "day"
    __table_args__ = (
        CheckConstraint("date(day) IS day", "day"),
        CheckConstraint("itch BETWEEN 0 AND 10", "itch"),
        CheckConstraint("sleep_quality BETWEEN 0 AND 10", "sleep_quality"),
        CheckConstraint("extent_percent BETWEEN 0 AND 100", "extent_percent"),
        CheckConstraint("extent_method IN ('regions', 'palms', 'percent')", "extent_method"),
        CheckConstraint("(extent_percent IS NULL) = (extent_method IS NULL)", "extent"),
        CheckConstraint("extent_palms BETWEEN 0 AND 100", "extent_palms"),
        CheckConstraint("date(recorded_on) IS recorded_on", "recorded_on"),
        CheckConstraint("recorded_at IS NULL OR datetime(recorded_at) IS NOT NULL", "recorded_at"),
        _STRICT_BY_KEY,
    )

    day: Mapped[str] = mapped_column(primary_key=True)
    itch: Mapped[float | None]
    sleep_quality: Mapped[float | None]
    extent_percent: Mapped[float | None]
    extent_method: Mapped[str | None]
    extent_age_column: Mapped[str | None]
    extent_palms: Mapped[float | None]
    note: Mapped[str]
    recorded_at: Mapped[str | None]
    recorded_on: Mapped[str | None]


class DayRegionRow(Table):
    """How much of one body region was affected on a day; a region that was not has no row."""

    __tablename__ = "day_region"
    __table_args__ = (CheckConstraint("grade IN ('little', 'half', 'most')", "grade"), _STRICT_BY_KEY)

    day: Mapped[str] = mapped_column(ForeignKey(DayRow.day, ondelete="CASCADE"), primary_key=True)
    region: Mapped[str] = mapped_column(primary_key=True)
    grade: Mapped[str]


class TreatmentRow(Table):
    """One treatment; what is planned of it stands in its plans. Its number is never given to another one."""

    __tablename__ = "treatment"
    __table_args__ = (
        CheckConstraint("kind IN ('injection', 'tablet', 'cream', 'moisturiser', 'light', 'other')", "kind"),
        _STRICT | {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    strength: Mapped[str]


class TreatmentPlanRow(Table):
    """What is planned of a treatment from a day on; `count` is the interval in days or weeks, or the times a day."""

    __tablename__ = "treatment_plan"
    __table_args__ = (
        CheckConstraint("date(first) IS first", "first"),
        CheckConstraint("schedule IN ('days', 'weeks', 'daily', 'when_needed', 'stopped')", "schedule"),
        CheckConstraint("count BETWEEN 1 AND 366", "count"),
        CheckConstraint("(count IS NULL) = (schedule IN ('when_needed', 'stopped'))", "count_given"),
        CheckConstraint("date(start) IS start", "start"),
        CheckConstraint("(start IS NULL) = (schedule NOT IN ('days', 'weeks'))", "start_given"),
        _STRICT_BY_KEY,
    )

    treatment: Mapped[int] = mapped_column(ForeignKey(TreatmentRow.id, ondelete="CASCADE"), primary_key=True)
    first: Mapped[str] = mapped_column(primary_key=True)
    schedule: Mapped[str]
    count: Mapped[int | None]
    start: Mapped[str | None]
    dose: Mapped[str]
    loading_dose: Mapped[str]
    reason: Mapped[str]


class DoseRow(Table):
    """What was taken and skipped of one treatment on one day. A treatment that has doses cannot go without them."""

    __tablename__ = "dose"
    __table_args__ = (
        CheckConstraint("date(day) IS day", "day"),
        CheckConstraint("taken BETWEEN 0 AND 24", "taken"),
        CheckConstraint("skipped BETWEEN 0 AND 24", "skipped"),
        CheckConstraint("taken + skipped > 0", "any"),
        CheckConstraint("date(recorded_on) IS recorded_on", "recorded_on"),
        CheckConstraint("recorded_at IS NULL OR datetime(recorded_at) IS NOT NULL", "recorded_at"),
        _STRICT_BY_KEY,
    )

    day: Mapped[str] = mapped_column(primary_key=True)
    treatment: Mapped[int] = mapped_column(ForeignKey(TreatmentRow.id), primary_key=True)
    taken: Mapped[int]
    skipped: Mapped[int]
    reason: Mapped[str]
    amount: Mapped[str]
    recorded_at: Mapped[str | None]
    recorded_on: Mapped[str | None]


class DoseSiteRow(Table):
    """One place where an injection of a day was given."""

    __tablename__ = "dose_site"
    __table_args__ = (
        ForeignKeyConstraint(["day", "treatment"], [DoseRow.day, DoseRow.treatment], ondelete="CASCADE"),
        _STRICT_BY_KEY,
    )

    day: Mapped[str] = mapped_column(primary_key=True)
    treatment: Mapped[int] = mapped_column(primary_key=True)
    site: Mapped[str] = mapped_column(primary_key=True)


class PhotoRow(Table):
    """What is recorded about one photo; its pixels are in the photos file, under its digest.

    One that was deleted stays here for some weeks. Its number is never given to another one.
    """

    __tablename__ = "photo"
    __table_args__ = (
        CheckConstraint("date(day) IS day", "day"),
        CheckConstraint("width BETWEEN 1 AND 1600", "width"),
        CheckConstraint("height BETWEEN 1 AND 1600", "height"),
        CheckConstraint("length(digest) = 64", "digest"),
        CheckConstraint("date(removed_on) IS removed_on", "removed_on"),
        _STRICT | {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[str]
    region: Mapped[str | None]
    width: Mapped[int]
    height: Mapped[int]
    digest: Mapped[str]
    note: Mapped[str]
    removed_on: Mapped[str | None]
