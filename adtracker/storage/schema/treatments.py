"""Treatments with what is planned, and what was taken of them."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Named,
    Table,
    Text,
    TypedColumns,
)

from adtracker.storage.schema.base import BY_KEY, BY_NUMBER, METADATA, is_day, is_moment


class TreatmentColumns(TypedColumns):
    """One treatment; what is planned of it stands in its plans.

    `doses_left` were there on the day `counted_on`; `order_days` before the last is used the person wants to order.
    """

    id: Named[int] = Column(Integer, primary_key=True)
    name: Named[str] = Column(Text)
    kind: Named[str] = Column(Text)
    strength: Named[str] = Column(Text)
    removed_on: Named[str | None] = Column(Text)
    counted_on: Named[str | None] = Column(Text)
    doses_left: Named[int | None] = Column(Integer)
    order_days: Named[int | None] = Column(Integer)


TREATMENT = Table(
    "treatment",
    METADATA,
    TreatmentColumns,
    CheckConstraint("kind IN ('injection', 'tablet', 'cream', 'moisturiser', 'light', 'other')", "kind"),
    is_day("removed_on"),
    is_day("counted_on"),
    CheckConstraint("doses_left BETWEEN 0 AND 9999", "doses_left"),
    CheckConstraint("order_days BETWEEN 0 AND 366", "order_days"),
    **BY_NUMBER,
)


class TreatmentPlanColumns(TypedColumns):
    """What is planned of a treatment from a day on; `count` is the interval in days or weeks, or the times a day.

    `known` says whether the first day is known, or only its month or year.
    """

    treatment: Named[int] = Column(Integer, ForeignKey("treatment.id", ondelete="CASCADE"), primary_key=True)
    first: Named[str] = Column(Text, primary_key=True)
    known: Named[str] = Column(Text)
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
    is_day("first"),
    CheckConstraint("known IN ('day', 'month', 'year')", "known"),
    CheckConstraint("schedule IN ('days', 'weeks', 'daily', 'when_needed', 'stopped')", "schedule"),
    CheckConstraint("count BETWEEN 1 AND 366", "count"),
    CheckConstraint("(count IS NULL) = (schedule IN ('when_needed', 'stopped'))", "count_given"),
    is_day("start"),
    CheckConstraint("(start IS NULL) = (schedule NOT IN ('days', 'weeks'))", "start_given"),
    **BY_KEY,
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
    is_day("day"),
    CheckConstraint("taken BETWEEN 0 AND 24", "taken"),
    CheckConstraint("skipped BETWEEN 0 AND 24", "skipped"),
    CheckConstraint("taken + skipped > 0", "any"),
    is_day("recorded_on"),
    is_moment("recorded_at"),
    **BY_KEY,
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
    **BY_KEY,
)
