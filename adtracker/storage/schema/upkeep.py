"""What the program keeps for itself: which diary this is, when it was used, what each record was when it was stored,
and forms that are half filled in.

None of it is a record: it is never exported, undone or shown as part of a day.
"""

from sqlalchemy import BLOB, CheckConstraint, Column, Integer, Named, Table, Text, TypedColumns

from adtracker.storage.schema.base import BY_KEY, METADATA, is_day, is_json, is_moment


class IdentityColumns(TypedColumns):
    """Which diary the file is: one row. A copy of the file is the same diary."""

    id: Named[int] = Column(Integer, primary_key=True)
    diary: Named[str] = Column(Text)


IDENTITY = Table(
    "identity",
    METADATA,
    IdentityColumns,
    CheckConstraint("id = 1", "single"),
    CheckConstraint("length(diary) = 32", "diary"),
    sqlite_strict=True,
)


class UsedDayColumns(TypedColumns):
    """A diary day on which somebody used this diary."""

    day: Named[str] = Column(Text, primary_key=True)


USED_DAY = Table("used_day", METADATA, UsedDayColumns, is_day("day"), **BY_KEY)


class TrailColumns(TypedColumns):
    """A mark that a commit left, so that a file with another history is told from this one; the last ones are kept."""

    number: Named[int] = Column(Integer, primary_key=True)
    mark: Named[str] = Column(Text)


TRAIL = Table("trail", METADATA, TrailColumns, CheckConstraint("length(mark) = 16", "mark"), sqlite_strict=True)


class DraftColumns(TypedColumns):
    """What was typed into a form and is neither stored nor given up, as a JSON object of its fields."""

    form: Named[str] = Column(Text, primary_key=True)
    content: Named[str] = Column(Text)
    saved_at: Named[str] = Column(Text)


DRAFT = Table("draft", METADATA, DraftColumns, is_json("content", "object"), is_moment("saved_at"), **BY_KEY)


class TakenFileColumns(TypedColumns):
    """A file of the inbox that was taken into this diary, by the SHA-256 of what was in it, and when."""

    digest: Named[str] = Column(Text, primary_key=True)
    day: Named[str] = Column(Text)


TAKEN_FILE = Table(
    "taken_file", METADATA, TakenFileColumns, CheckConstraint("length(digest) = 64", "digest"), is_day("day"), **BY_KEY
)


class DigestColumns(TypedColumns):
    """The digest that a record had when it was stored, by the name of its kind and its key as text."""

    kind: Named[str] = Column(Text, primary_key=True)
    key: Named[str] = Column(Text, primary_key=True)
    digest: Named[bytes] = Column(BLOB)


DIGEST = Table("digest", METADATA, DigestColumns, CheckConstraint("length(digest) = 16", "digest"), **BY_KEY)
