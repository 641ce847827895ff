"""What the settings say about reminders, as the rule that they follow."""

from __future__ import annotations

from datetime import time

from adtracker.domain.views.reminder import Quiet, ReminderRule
from adtracker.settings import Settings


def reminder_rule(settings: Settings) -> ReminderRule | None:
    """The rule; None for never."""
    if not settings.remind_at:
        return None
    quiet = Quiet(time.fromisoformat(settings.quiet_from), time.fromisoformat(settings.quiet_until))
    return ReminderRule(time.fromisoformat(settings.remind_at), quiet, settings.day_starts_at)
