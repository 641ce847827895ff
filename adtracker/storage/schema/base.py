"""What all tables share: the names of their constraints, how rows are told apart, and the checks of columns."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, MetaData

# Constraints have names, so that migrations can find them.
METADATA = MetaData(
    naming_convention={
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
BY_KEY: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}
# A number is never given to another record, so that one that was taken out can come back.
BY_NUMBER: dict[str, Any] = {"sqlite_strict": True, "sqlite_autoincrement": True}


def is_day(name: str) -> CheckConstraint:
    """A calendar day, where there is one."""
    return CheckConstraint(f"date({name}) IS {name}", name)


def is_moment(name: str) -> CheckConstraint:
    """A moment, where there is one."""
    return CheckConstraint(f"{name} IS NULL OR datetime({name}) IS NOT NULL", name)


def is_flag(name: str) -> CheckConstraint:
    """Yes or no, where there is an answer."""
    return CheckConstraint(f"{name} IN (0, 1)", name)


def is_json(name: str, kind: str) -> CheckConstraint:
    """JSON of a kind ("array", "object"), where there is any."""
    return CheckConstraint(f"json_valid({name}) AND json_type({name}) = '{kind}'", name)
