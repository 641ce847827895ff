"""The tables of a diary file, with typed columns: what a row holds and which values the file itself refuses.

A file holds one person's diary, so no table names a person. Dates are ISO text, the calendar day the person saw;
moments are ISO text in UTC; missing is NULL, never zero. Tables are STRICT and carry their ranges as checks, so that a
wrong value is stopped even if the code above it fails. `removed_on` is the day a record was deleted: it can be brought
back for some weeks.

Typed columns (new in SQLAlchemy 2.1) say what a mapped class would, without loading the object-relational mapper: that
would be a tenth of a second of every start, for rows that are only ever read as rows.

A change here needs a migration beside it; a test holds the two equal.
"""

from typing import Any

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Named,
    Table,
    Text,
    TypedColumns,
)

# Constraints have names, so that migrations can find them.
METADATA = MetaData(
    naming_convention={
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_BY_KEY: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}
# A number is never given to another record, so that one that was taken out can come back.
_BY_NUMBER: dict[str, Any] = {"sqlite_strict": True, "sqlite_autoincrement": True}


def _day(name: str) -> CheckConstraint:
    return CheckConstraint(f"date({name}) IS {name}", name)


def _moment(name: str) -> CheckConstraint:
    return CheckConstraint(f"{name} IS NULL OR datetime({name}) IS NOT NULL", name)


def _flag(name: str) -> CheckConstraint:
    return CheckConstraint(f"{name} IN (0, 1)", name)


def _json(name: str, kind: str) -> CheckConstraint:
    return CheckConstraint(f"json_valid({name}) AND json_type({name}) = '{kind}'", name)


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
    _day("start"),
    CheckConstraint("weeks BETWEEN 1 AND 520", "weeks"),
    _day("removed_on"),
    **_BY_NUMBER,
)


class DayColumns(TypedColumns):
    """One day that has an entry. The extent's result stands beside the answer it was worked out from.

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


DAY = Table(
    "day",
    METADATA,
    DayColumns,
    _day("day"),
    CheckConstraint("itch BETWEEN 0 AND 10", "itch"),
    CheckConstraint("sleep_quality BETWEEN 0 AND 10", "sleep_quality"),
    CheckConstraint("extent_percent BETWEEN 0 AND 100", "extent_percent"),
    CheckConstraint("extent_method IN ('regions', 'palms', 'percent')", "extent_method"),
    CheckConstraint("(extent_percent IS NULL) = (extent_method IS NULL)", "extent"),
    CheckConstraint("extent_palms BETWEEN 0 AND 100", "extent_palms"),
    _day("recorded_on"),
    _moment("recorded_at"),
    _flag("woken"),
    _json("signs", "array"),
    _json("context", "array"),
    _json("answers", "object"),
    **_BY_KEY,
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
    **_BY_KEY,
)


class OwnTriggerColumns(TypedColumns):
    """Something that may set the skin off, as the person calls it now; `key` is what days name it by, for ever."""

    key: Named[str] = Column(Text, primary_key=True)
    name: Named[str] = Column(Text)
    hidden: Named[int] = Column(Integer)


OWN_TRIGGER = Table("own_trigger", METADATA, OwnTriggerColumns, _flag("hidden"), **_BY_KEY)


class OwnQuestionColumns(TypedColumns):
    """A question that the person asks themselves daily; `key` is what days name it by, for ever."""

    key: Named[str] = Column(Text, primary_key=True)
    text: Named[str] = Column(Text)
    kind: Named[str] = Column(Text)
    better: Named[str] = Column(Text)
    unit: Named[str] = Column(Text)
    position: Named[int] = Column(Integer)
    hidden: Named[int] = Column(Integer)


OWN_QUESTION = Table(
    "own_question",
    METADATA,
    OwnQuestionColumns,
    CheckConstraint("kind IN ('scale', 'yes_no', 'count')", "kind"),
    CheckConstraint("better IN ('lower', 'higher', 'neither')", "better"),
    _flag("hidden"),
    **_BY_KEY,
)


class TreatmentColumns(TypedColumns):
    """One treatment; what is planned of it stands in its plans."""

    id: Named[int] = Column(Integer, primary_key=True)
    name: Named[str] = Column(Text)
    kind: Named[str] = Column(Text)
    strength: Named[str] = Column(Text)
    removed_on: Named[str | None] = Column(Text)


TREATMENT = Table(
    "treatment",
    METADATA,
    TreatmentColumns,
    CheckConstraint("kind IN ('injection', 'tablet', 'cream', 'moisturiser', 'light', 'other')", "kind"),
    _day("removed_on"),
    **_BY_NUMBER,
)


class TreatmentPlanColumns(TypedColumns):
    """What is planned of a treatment from a day on; `count` is the interval in days or weeks, or the times a day."""

    treatment: Named[int] = Column(Integer, ForeignKey("treatment.id", ondelete="CASCADE"), primary_key=True)
    first: Named[str] = Column(Text, primary_key=True)
    schedule: Named[str] = Column(Text)
    count: Named[int | None] = Column(Integer)
    start: Named[str | None] = Column(Text)
    dose: Named[str] = Column(Text)
    loading_dose: Named[str] = Column(Text)
    reason: Named[str] = Column(Text)


TREATMENT_PLAN = Table(
    "treatment_plan",
    METADATA,
    TreatmentPlanColumns,
    _day("first"),
    CheckConstraint("schedule IN ('days', 'weeks', 'daily', 'when_needed', 'stopped')", "schedule"),
    CheckConstraint("count BETWEEN 1 AND 366", "count"),
    CheckConstraint("(count IS NULL) = (schedule IN ('when_needed', 'stopped'))", "count_given"),
    _day("start"),
    CheckConstraint("(start IS NULL) = (schedule NOT IN ('days', 'weeks'))", "start_given"),
    **_BY_KEY,
)


class DoseColumns(TypedColumns):
    """What was taken and skipped of one treatment on one day. A treatment that has doses cannot go without them."""

    day: Named[str] = Column(Text, primary_key=True)
    treatment: Named[int] = Column(Integer, ForeignKey("treatment.id"), primary_key=True)
    taken: Named[int] = Column(Integer)
    skipped: Named[int] = Column(Integer)
    reason: Named[str] = Column(Text)
    amount: Named[str] = Column(Text)
    recorded_at: Named[str | None] = Column(Text)
    recorded_on: Named[str | None] = Column(Text)


DOSE = Table(
    "dose",
    METADATA,
    DoseColumns,
    _day("day"),
    CheckConstraint("taken BETWEEN 0 AND 24", "taken"),
    CheckConstraint("skipped BETWEEN 0 AND 24", "skipped"),
    CheckConstraint("taken + skipped > 0", "any"),
    _day("recorded_on"),
    _moment("recorded_at"),
    **_BY_KEY,
)


class DoseSiteColumns(TypedColumns):
    """One place where an injection of a day was given."""

    day: Named[str] = Column(Text, primary_key=True)
    treatment: Named[int] = Column(Integer, primary_key=True)
    site: Named[str] = Column(Text, primary_key=True)


DOSE_SITE = Table(
    "dose_site",
    METADATA,
    DoseSiteColumns,
    ForeignKeyConstraint(["day", "treatment"], ["dose.day", "dose.treatment"], ondelete="CASCADE"),
    **_BY_KEY,
)


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
    _day("day"),
    CheckConstraint("width BETWEEN 1 AND 1600", "width"),
    CheckConstraint("height BETWEEN 1 AND 1600", "height"),
    CheckConstraint("length(digest) = 64", "digest"),
    _day("removed_on"),
    **_BY_NUMBER,
)


class VisitColumns(TypedColumns):
    """A visit to a doctor, with what was said and what to ask the next time."""

    id: Named[int] = Column(Integer, primary_key=True)
    day: Named[str] = Column(Text)
    who: Named[str] = Column(Text)
    notes: Named[str] = Column(Text)
    questions: Named[str] = Column(Text)
    removed_on: Named[str | None] = Column(Text)


VISIT = Table("visit", METADATA, VisitColumns, _day("day"), _day("removed_on"), **_BY_NUMBER)


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
    _day("first"),
    _day("last"),
    CheckConstraint("last >= first", "order"),
    CheckConstraint("severity IN ('mild', 'moderate', 'severe')", "severity"),
    _day("removed_on"),
    **_BY_NUMBER,
)


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
    _day("day"),
    CheckConstraint("value BETWEEN 0 AND 1000", "value"),
    _day("removed_on"),
    **_BY_NUMBER,
)


class FormColumns(TypedColumns):
    """A questionnaire that was opened from a file, with the file's own text: the version that answers belong to."""

    key: Named[str] = Column(Text, primary_key=True)
    title: Named[str] = Column(Text)
    format: Named[str] = Column(Text)
    content: Named[str] = Column(Text)
    every_days: Named[int | None] = Column(Integer)
    opened_on: Named[str] = Column(Text)
    hidden: Named[int] = Column(Integer)


FORM = Table(
    "form",
    METADATA,
    FormColumns,
    CheckConstraint("format IN ('fhir', 'own')", "format"),
    CheckConstraint("every_days BETWEEN 1 AND 366", "every_days"),
    _day("opened_on"),
    _flag("hidden"),
    **_BY_KEY,
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
    _day("day"),
    _json("answers", "object"),
    _day("removed_on"),
    **_BY_NUMBER,
)
