"""Whose diary it is."""

from sqlalchemy import CheckConstraint, Column, Integer, Named, Table, Text, TypedColumns

from adtracker.storage.schema.base import METADATA, is_day


class PersonColumns(TypedColumns):
    """Whose diary it is: at most one row."""

    id: Named[int] = Column(Integer, primary_key=True)
    name: Named[str] = Column(Text)
    birth_year: Named[int | None] = Column(Integer)
    questions: Named[str] = Column(Text)
    birth_date: Named[str | None] = Column(Text)
    clinic_number: Named[str] = Column(Text)
    weekly_on: Named[int | None] = Column(Integer)


PERSON = Table(
    "person",
    METADATA,
    PersonColumns,
    CheckConstraint("id = 1", "single"),
    is_day("birth_date"),
    CheckConstraint("weekly_on BETWEEN 1 AND 7", "weekly_on"),
    sqlite_strict=True,
)
