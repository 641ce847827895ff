"""What Today has read of the diary: its days, the course, whose diary it is. An edit of its own goes into that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.period import EARLIEST_DAY, ONE_DAY, Period
from adtracker.domain.edits.edit import Edit
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import DiaryBreak
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.visit import Visit, next_visit
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.coming_back import ComingBack, coming_back, gap_before
from adtracker.domain.views.first_days import YOUNG_DAYS
from adtracker.ui.core.edit_names import called
from adtracker.ui.today.day_strip import DayStrip
from adtracker.ui.words.answer_changes import Called

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal

SAID_BESIDE = (Course, Profile, Question, Treatment, Visit, DiaryBreak)


@dataclass(frozen=True, slots=True)
class ReadDays:
    """The recorded days of a `period` by their day, the course that started last, the person, the days after today
    that have something, and what treatments and own questions are called.

    Where the day that is open is today, `visit` is the next one, `begun_on` the diary's first day, `lately` worst itch
    of the entries of the last weeks, `back` what somebody who comes back is asked, and `in_gap` the entries of the days
    that it asks about.
    """

    period: Period
    entries: Mapping[date, DayEntry]
    course: Course | None
    profile: Profile
    ahead: frozenset[date]
    called: Called
    visit: Visit | None = None
    begun_on: date | None = None
    lately: Mapping[date, float | None] = field(default_factory=dict)
    back: ComingBack | None = None
    in_gap: Mapping[date, DayEntry] = field(default_factory=dict)

    def after(self, edit: Edit) -> ReadDays:
        """The same, with what an edit did to the days."""
        entries, lately = dict(self.entries), dict(self.lately)
        for change in edit.changes:
            if isinstance(change.record, DayEntry) and change.record.day in self.period:
                day = change.record.day
                entries.pop(day, None)
                lately.pop(day, None)
                if isinstance(change.after, DayEntry):
                    entries[day] = change.after
                    lately[day] = change.after.itch
        is_back = self.back is not None and self.period.last not in entries
        return replace(self, entries=dict(sorted(entries.items())), lately=lately, back=self.back if is_back else None)


def period_around(day: date, today: date) -> Period:
    """The days of the strip, and the seven up to the open one: the day before is carried over, all are counted."""
    strip = DayStrip.period(day, today)
    first = min(strip.first, max(day - 6 * ONE_DAY, EARLIEST_DAY))
    return Period(first, strip.last)


def read_days(journal: Journal, day: date, today: date, gap: Period | None = None) -> ReadDays:
    """Read the days around one, and what is said beside them; `gap` is asked about already. Raises DiaryError."""
    period = period_around(day, today)
    entries = {entry.day: entry for entry in journal.entries(period)}
    found = ReadDays(
        period, entries, journal.course(), journal.profile(), ahead=journal.days_ahead(), called=called(journal)
    )
    return _with_today(found, journal, today, gap) if day == today else found


def _last_written(found: ReadDays, journal: Journal, last: date, today: date) -> date:
    """The last day with an entry, but for those that were filled in today: of them somebody who comes back has not said
    all yet."""
    newest = found.entries.get(last)
    if newest is None or newest.recorded_on != today:
        return last
    return max((entry.day for entry in journal.entries() if entry.recorded_on != today), default=last)


def _with_today(found: ReadDays, journal: Journal, today: date, gap: Period | None) -> ReadDays:
    span = journal.span()
    lately = {one.day: one.itch for one in journal.numbers(Period.ending(today, YOUNG_DAYS))}
    found = replace(
        found,
        visit=next_visit(journal.visits(), today),
        begun_on=None if span is None else span.first,
        lately=lately,
    )
    gap = gap or gap_before(today, None if span is None else _last_written(found, journal, span.last, today))
    if gap is None or today in found.entries or found.profile.weekly_on is not None:
        return found
    in_gap = {entry.day: entry for entry in journal.entries(gap)}
    return replace(found, back=coming_back(gap, in_gap, journal.breaks()), in_gap=in_gap)
