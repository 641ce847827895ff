"""Scores that somebody gave, and questionnaires with their answers."""

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Integer, Named, Table, Text, TypedColumns

from adtracker.storage.schema.base import BY_KEY, BY_NUMBER, METADATA, is_day, is_flag, is_json


class ClinicScoreColumns(TypedColumns):
    """A score that somebody gave on a day; which scales there are and how far they go is knowledge, not schema."""

    id: Named[int] = Column(Integer, primary_key=True)
    day: Named[str] = Column(Text)
    scale: Named[str] = Column(Text)
    value: Named[float] = Column(REAL)
    given_by: Named[str] = Column(Text)
    note: Named[str] = Column(Text)
    removed_on: Named[str | None] = Column(Text)


CLINIC_SCORE = Table(
    "clinic_score",
    METADATA,
    ClinicScoreColumns,
    is_day("day"),
    CheckConstraint("value BETWEEN 0 AND 1000", "value"),
    is_day("removed_on"),
    **BY_NUMBER,
)


class FormColumns(TypedColumns):
    """A questionnaire that was opened from a file: the version that answers belong to, in the app's own format."""

    key: Named[str] = Column(Text, primary_key=True)
    title: Named[str] = Column(Text)
    content: Named[str] = Column(Text)
    every_days: Named[int | None] = Column(Integer)
    opened_on: Named[str] = Column(Text)
    hidden: Named[int] = Column(Integer)


FORM = Table(
    "form",
    METADATA,
    FormColumns,
    is_json("content", "object"),
    CheckConstraint("every_days BETWEEN 1 AND 366", "every_days"),
    is_day("opened_on"),
    is_flag("hidden"),
    **BY_KEY,
)


class FilledFormColumns(TypedColumns):
    """The answers to a questionnaire on a day, by question, and its score where it has one."""

    id: Named[int] = Column(Integer, primary_key=True)
    day: Named[str] = Column(Text)
    form: Named[str] = Column(Text, ForeignKey("form.key"))
    answers: Named[str] = Column(Text)
    value: Named[float | None] = Column(REAL)
    removed_on: Named[str | None] = Column(Text)


FILLED_FORM = Table(
    "filled_form",
    METADATA,
    FilledFormColumns,
    is_day("day"),
    is_json("answers", "object"),
    is_day("removed_on"),
    **BY_NUMBER,
)
