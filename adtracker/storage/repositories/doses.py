"""The doses of a day by treatment and day, with the injection sites."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from adtracker.domain.common.period import EVER, Period
from adtracker.domain.treatments.dose import DayDoses
from adtracker.storage.repositories.repository import (
    Row,
    Values,
    day_of,
    day_text,
    ends,
    moment_of,
    moment_text,
    readable,
    replace_parts,
    upsert,
)
from adtracker.storage.schema import DOSE, DOSE_SITE, TREATMENT

_DOSE, _SITE = DOSE.c, DOSE_SITE.c
_SITES = (
    select(func.json_group_array(_SITE.site))
    .where(_SITE.day == _DOSE.day, _SITE.treatment == _DOSE.treatment)
    .label("sites")
)
_SELECT = select(*_DOSE, _SITES).order_by(_DOSE.day, _DOSE.treatment)
_FIND = _SELECT.where(_DOSE.day.between(bindparam("first"), bindparam("last")))
_SHOWN = _FIND.where(_DOSE.treatment.in_(select(TREATMENT.c.id).where(TREATMENT.c.removed_on.is_(None))))
_FIND_OF = _SELECT.where(_DOSE.treatment == bindparam("of_treatment"))
_AT = _FIND_OF.where(_DOSE.day == bindparam("of_day"))
_PUT = upsert(DOSE)
_DROP = delete(DOSE).where(  # its sites go with it
    _DOSE.day == bindparam("of_day"), _DOSE.treatment == bindparam("of_treatment")
)
_PUT_SITE = insert(DOSE_SITE)
_DROP_SITES = delete(DOSE_SITE).where(_SITE.day == bindparam("of_day"), _SITE.treatment == bindparam("of_treatment"))


class Doses:
    """The repository of doses."""

    def key(self, record: DayDoses) -> tuple[int, date]:
        """The treatment and the day."""
        return record.treatment, record.day

    def between(self, connection: Connection, period: Period) -> tuple[DayDoses, ...]:
        """All doses of a period, by day, also those of deleted treatments."""
        return tuple(map(doses_of, connection.execute(_FIND, ends(period)).mappings()))

    def all(self, connection: Connection) -> tuple[DayDoses, ...]:
        """All doses, by day, also those of deleted treatments."""
        return self.between(connection, EVER)

    def standing(self, connection: Connection, period: Period) -> tuple[DayDoses, ...]:
        """The doses of a period, by day, of the treatments that are not deleted."""
        return tuple(map(doses_of, connection.execute(_SHOWN, ends(period)).mappings()))

    def of(self, connection: Connection, treatment: int) -> tuple[DayDoses, ...]:
        """All doses of one treatment, by day."""
        return tuple(map(doses_of, connection.execute(_FIND_OF, {"of_treatment": treatment}).mappings()))

    def find(self, connection: Connection, like: Sequence[DayDoses]) -> Sequence[DayDoses]:
        """The doses of the same treatments and days."""
        keys = {self.key(doses) for doses in like}
        days = [day for _, day in keys]
        return [doses for doses in self.between(connection, Period(min(days), max(days))) if self.key(doses) in keys]

    def at(self, connection: Connection, key: tuple[int, str]) -> DayDoses | None:
        """The doses of a treatment and a day, read alone."""
        row = connection.execute(_AT, {"of_treatment": key[0], "of_day": key[1]}).mappings().first()
        return None if row is None else doses_of(row)

    def put(self, connection: Connection, records: Sequence[DayDoses]) -> Sequence[DayDoses]:
        """Store doses, and their sites in place of those that were there."""
        connection.execute(_PUT, [dose_values(doses) for doses in records])
        sites = [row for doses in records for row in site_values(doses)]
        replace_parts(connection, _DROP_SITES, list(map(_of_key, records)), _PUT_SITE, sites)
        return records

    def drop(self, connection: Connection, records: Sequence[DayDoses]) -> None:
        """Take doses out."""
        connection.execute(_DROP, [_of_key(doses) for doses in records])


@readable
def doses_of(row: Row) -> DayDoses:
    """Doses from a row of `dose`, with their `sites` as a JSON array."""
    return DayDoses(
        treatment=row["treatment"],
        day=date.fromisoformat(row["day"]),
        taken=row["taken"],
        skipped=row["skipped"],
        reason=row["reason"],
        amount=row["amount"],
        sites=tuple(sorted(json.loads(row["sites"]))),
        recorded_at=moment_of(row["recorded_at"]),
        recorded_on=day_of(row["recorded_on"]),
    )


def dose_values(doses: DayDoses) -> Values:
    """The columns of `dose`. Raises ValueError for a moment without a time zone."""
    return {
        "day": doses.day.isoformat(),
        "treatment": doses.treatment,
        "taken": doses.taken,
        "skipped": doses.skipped,
        "reason": doses.reason,
        "amount": doses.amount,
        "recorded_at": moment_text(doses.recorded_at),
        "recorded_on": day_text(doses.recorded_on),
    }


def site_values(doses: DayDoses) -> list[Values]:
    """The rows of `dose_site`."""
    return [{"day": doses.day.isoformat(), "treatment": doses.treatment, "site": site} for site in doses.sites]


def _of_key(doses: DayDoses) -> Values:
    return {"of_day": doses.day.isoformat(), "of_treatment": doses.treatment}
