"""What Today has read of the diary: its days, the course, whose diary it is. An edit of its own goes into that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.period import EARLIEST_DAY, ONE_DAY, Period
from adtracker.domain.edits.edit import Edit
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.treatments.treatment import Treatment
from adtracker.ui.core.edit_names import called
from adtracker.ui.today.day_strip import DayStrip
from adtracker.ui.words.answer_changes import Called

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal

SAID_BESIDE = (Course, Profile, Question, Treatment)


@dataclass(frozen=True, slots=True)
class ReadDays:
    """The recorded days of a `period` by their day, the course that started last, the person, the days after today
    that have something, and what treatments and own questions are called."""

    period: Period
    entries: Mapping[date, DayEntry]
    course: Course | None
    profile: Profile
    ahead: frozenset[date]
    called: Called

    def after(self, edit: Edit) -> ReadDays:
        """The same, with what an edit did to the days."""
        entries = dict(self.entries)
        for change in edit.changes:
            if isinstance(change.record, DayEntry) and change.record.day in self.period:
                entries.pop(change.record.day, None)
                if isinstance(change.after, DayEntry):
                    entries[change.after.day] = change.after
        return replace(self, entries=dict(sorted(entries.items())))


def period_around(day: date, today: date) -> Period:
    """The days of the strip, and the seven up to the open one: the day before is carried over, all are counted."""
    strip = DayStrip.period(day, today)
    first = min(strip.first, max(day - 6 * ONE_DAY, EARLIEST_DAY))
    return Period(first, strip.last)


def read_days(journal: Journal, period: Period) -> ReadDays:
    """Read the days of a period, and what is said beside them. Raises DiaryError."""
    entries = {entry.day: entry for entry in journal.entries(period)}
    return ReadDays(
        period, entries, journal.course(), journal.profile(), ahead=journal.days_ahead(), called=called(journal)
    )
