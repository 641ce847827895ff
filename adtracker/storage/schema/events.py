"""What happened on a day or over some: photos, visits, side effects."""

from sqlalchemy import CheckConstraint, Column, Integer, Named, Table, Text, TypedColumns

from adtracker.storage.schema.base import BY_NUMBER, METADATA, is_day


class PhotoColumns(TypedColumns):
    """What is recorded about one photo; its pixels are in the photos file, under its digest."""

    id: Named[int] = Column(Integer, primary_key=True)
    day: Named[str] = Column(Text)
    region: Named[str | None] = Column(Text)
    width: Named[int] = Column(Integer)
    height: Named[int] = Column(Integer)
    digest: Named[str] = Column(Text)
    note: Named[str] = Column(Text)
    removed_on: Named[str | None] = Column(Text)


PHOTO = Table(
    "photo",
    METADATA,
    PhotoColumns,
    is_day("day"),
    CheckConstraint("width BETWEEN 1 AND 1600", "width"),
    CheckConstraint("height BETWEEN 1 AND 1600", "height"),
    CheckConstraint("length(digest) = 64", "digest"),
    is_day("removed_on"),
    **BY_NUMBER,
)


class VisitColumns(TypedColumns):
    """A visit to a doctor, with what was said and what to ask the next time."""

    id: Named[int] = Column(Integer, primary_key=True)
    day: Named[str] = Column(Text)
    who: Named[str] = Column(Text)
    notes: Named[str] = Column(Text)
    questions: Named[str] = Column(Text)
    removed_on: Named[str | None] = Column(Text)


VISIT = Table("visit", METADATA, VisitColumns, is_day("day"), is_day("removed_on"), **BY_NUMBER)


class SideEffectColumns(TypedColumns):
    """A side effect as the person noticed it; without a last day it goes on."""

    id: Named[int] = Column(Integer, primary_key=True)
    what: Named[str] = Column(Text)
    first: Named[str] = Column(Text)
    last: Named[str | None] = Column(Text)
    severity: Named[str | None] = Column(Text)
    done: Named[str] = Column(Text)
    removed_on: Named[str | None] = Column(Text)


SIDE_EFFECT = Table(
    "side_effect",
    METADATA,
    SideEffectColumns,
    is_day("first"),
    is_day("last"),
    CheckConstraint("last >= first", "order"),
    CheckConstraint("severity IN ('mild', 'moderate', 'severe')", "severity"),
    is_day("removed_on"),
    **BY_NUMBER,
)
