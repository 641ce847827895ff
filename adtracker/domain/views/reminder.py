"""When to remind somebody of a day that is not written yet, and when to be silent.

All times are those that the clock on the wall shows, without a zone: who says "at eight in the evening" means eight in
the evening, whatever became of the zone or of summer time meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from adtracker.domain.common.period import EARLIEST_DAY, ONE_DAY, diary_day

LATER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Quiet:
    """The hours in which nobody is reminded: from `begins` until `ends`, over midnight where that comes first.

    Two times that are the same are no quiet hours.
    """

    begins: time = time(22)
    ends: time = time(7)

    def holds(self, moment: datetime) -> bool:
        """Whether it is quiet then."""
        at = moment.time()
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends

    def after(self, moment: datetime) -> datetime:
        """The moment itself, or where it is quiet the end of that."""
        if not self.holds(moment):
            return moment
        end = datetime.combine(moment.date(), self.ends)
        return end if end > moment else end + ONE_DAY


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """What a person chose: the time of day, the quiet hours, and when a diary day begins."""

    at: time
    quiet: Quiet
    day_start: time

    def wanted(self, day: date) -> datetime:
        """The time of the reminder on a diary day, which ends after midnight."""
        moment = datetime.combine(day, self.at)
        return moment + ONE_DAY if self.at < self.day_start else moment

    def loud(self, day: date, moment: datetime) -> datetime | None:
        """A moment of a diary day, or the end of the quiet hours it lies in; None where the day is over by then."""
        moment = self.quiet.after(moment)
        return moment if diary_day(moment, self.day_start) == day else None

    @property
    def is_never(self) -> bool:
        """Whether its time lies in the quiet hours, and so do all that follow on the same day."""
        day = EARLIEST_DAY  # any will do
        return self.loud(day, self.wanted(day)) is None


@dataclass(frozen=True, slots=True)
class Reminded:
    """What is known of the last days: the day that is `written`, the one for which a reminder was `shown`, and until
    when somebody who saw it wanted to be left alone (`later`)."""

    written: date | None = None
    shown: date | None = None
    later: datetime | None = None


def next_reminder(now: datetime, rule: ReminderRule, known: Reminded) -> datetime | None:
    """The next moment, `now` or after it, at which to remind somebody; None if there is none today or tomorrow.

    There is one a day, and one more an hour after each "later". A time that lies in the quiet hours waits for their
    end, if the diary day is still the same then.
    """
    today = diary_day(now, rule.day_start)
    moments = (_on(day, now, rule, known) for day in (today, today + ONE_DAY))
    return next((moment for moment in moments if moment is not None), None)


def _on(day: date, now: datetime, rule: ReminderRule, known: Reminded) -> datetime | None:
    if day == known.written:
        return None
    moment = max(rule.wanted(day), now)
    if known.later is not None and diary_day(known.later, rule.day_start) == day:
        moment = max(known.later, now)
    elif day == known.shown:
        return None
    return rule.loud(day, moment)
