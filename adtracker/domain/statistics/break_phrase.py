"""How many empty days lie in breaks and why, and how many days are marked as bad, as one phrase for all who say it."""

from __future__ import annotations

from collections.abc import Callable

from adtracker.domain.records.diary_break import BreakDays

# A sentence of the text catalogue by its key, filled in.
Say = Callable[..., str]


def break_phrase(found: BreakDays, say: Say) -> str:
    """Such as "10 in breaks (holiday 7, too ill 3)"; empty where no day lies in a break."""
    if not found.total:
        return ""
    reasons = (
        say("happening.breaks.reason", reason=say(f"happening.reason.{reason.value}"), count=count)
        for reason, count in found.by_reason
    )
    return say("happening.breaks.days", count=found.total, reasons=", ".join(reasons))


def bad_days_phrase(count: int, say: Say) -> str:
    """How many of the days kept are bad days without numbers; empty for none."""
    return say("happening.breaks.bad", count=count) if count else ""
