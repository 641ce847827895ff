"""The counts beside published definitions as plain data (`published` of `adtracker summary --json`)."""

from __future__ import annotations

from typing import Any

from adtracker.domain.scores.score_reading import Reading
from adtracker.domain.statistics.published_counts import CalmWeeks, PublishedCounts, Run
from adtracker.exchange.values import iso


def published_data(found: PublishedCounts) -> dict[str, Any]:
    """`published`, with worst itch throughout and weeks that are over.

    `last_7_days` has the `worst` and the `average` of `n` days, None where they are too few. Of `counted` weeks those
    are `calm` whose average (`average_0_or_1`), or whose every day (`every_day_0_or_1`), is 0 or 1; `longest` is their
    longest run with the scores of its days, None without one. `cream` has the days on which a cream against
    inflammation was `used`, of those on which it is `known`; `controlled` the weeks with none (`totally`) and with at
    most 2 (`well`) days of itch above 4 and of such creams, of `counted` weeks in which both are known on all 7 days.
    Both are None in a diary without a cream.
    """
    week, cream, controlled = found.week, found.cream, found.controlled
    return {
        "published": {
            "last_7_days": {
                "from": iso(week.period.first),
                "to": iso(week.period.last),
                "worst": week.worst,
                "average": week.average,
                "n": week.n,
            },
            "average_0_or_1": _calm(found.average),
            "every_day_0_or_1": _calm(found.every_day),
            "cream": None if cream is None else {"used": cream.used, "known": cream.known},
            "controlled": None
            if controlled is None
            else {"counted": controlled.counted, "totally": controlled.totally, "well": controlled.well},
        }
    }


def _calm(weeks: CalmWeeks) -> dict[str, Any]:
    longest = None if weeks.longest is None else _run(weeks.longest)
    return {"counted": weeks.counted, "calm": weeks.calm, "longest": longest}


def _run(run: Run) -> dict[str, Any]:
    span = {"from": iso(run.period.first), "to": iso(run.period.last)}
    return {"weeks": run.weeks, **span, "scores": [_score(one) for one in run.scores]}


def _score(one: Reading) -> dict[str, Any]:
    return {"date": iso(one.day), "name": one.name, "value": one.value}
