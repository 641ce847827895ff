"""Whose diary it is, and the courses of treatment."""

from sqlalchemy import CheckConstraint, Column, Integer, Named, Table, Text, TypedColumns

from adtracker.storage.schema.base import BY_NUMBER, METADATA, is_day


class PersonColumns(TypedColumns):
    """Whose diary it is: at most one row."""

    id: Named[int] = Column(Integer, primary_key=True)
    name: Named[str] = Column(Text)
    birth_year: Named[int | None] = Column(Integer)
    questions: Named[str] = Column(Text)


PERSON = Table("person", METADATA, PersonColumns, CheckConstraint("id = 1", "single"), sqlite_strict=True)


class CourseColumns(TypedColumns):
    """One treatment course."""

    id: Named[int] = Column(Integer, primary_key=True)
    start: Named[str] = Column(Text)
    treatment: Named[str] = Column(Text)
    weeks: Named[int] = Column(Integer)
    removed_on: Named[str | None] = Column(Text)


COURSE = Table(
    "course",
    METADATA,
    CourseColumns,
    is_day("start"),
    CheckConstraint("weeks BETWEEN 1 AND 520", "weeks"),
    is_day("removed_on"),
    **BY_NUMBER,
)
