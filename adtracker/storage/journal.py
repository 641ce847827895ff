"""The one door to a diary: the rest of the program sees days, courses and treatments, never rows or SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry
from adtracker.domain.dose import DayDoses
from adtracker.domain.edits import Change, Edit, Record
from adtracker.domain.period import Period
from adtracker.domain.problem import Problem, RefusedError
from adtracker.domain.profile import Profile
from adtracker.domain.treatment import Treatment
from adtracker.storage import records
from adtracker.storage.database import Database
from adtracker.storage.inspection import check_record, inspect
from adtracker.storage.opening import open_diary


def _utc_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class Journal:
    """One person's diary in one file.

    Every write is one transaction: it returns when it is on the disk, or raises and has changed nothing. All methods
    raise DiaryError if the file fails.
    """

    def __init__(self, database: Database, today: Callable[[], date], now: Callable[[], datetime]) -> None:
        self._database = database
        self._today = today
        self._now = now

    @classmethod
    def open(
        cls,
        path: Path,
        today: Callable[[], date],
        *,
        create: bool = True,
        now: Callable[[], datetime] = _utc_now,
    ) -> Journal:
        """Open a diary, or make it if `create` and there is none. A file that is refused is left as it was.

        `today` gives the diary day it is, `now` the moment with its time zone. Raises DiaryError.
        """
        return cls(open_diary(path, create=create), today, now)

    @property
    def path(self) -> Path:
        """The diary file."""
        return self._database.path

    def profile(self) -> Profile:
        """Whose diary it is; an empty profile if nobody said."""
        with self._database.transaction() as connection:
            return records.PERSON.only(connection)

    def courses(self) -> tuple[Course, ...]:
        """All courses, by start."""
        with self._database.transaction() as connection:
            return records.COURSES.all(connection)

    def course(self) -> Course | None:
        """The course that started last."""
        return next(reversed(self.courses()), None)

    def entry(self, day: date) -> DayEntry:
        """The entry of a day; an empty one if nothing was recorded."""
        return next(iter(self.entries(Period(day, day))), DayEntry(day))

    def entries(self, period: Period | None = None) -> tuple[DayEntry, ...]:
        """The entries of a period, or of the whole diary, by day; days without one are not there."""
        with self._database.transaction() as connection:
            return records.DAYS.between(connection, period or records.EVER)

    def span(self) -> Period | None:
        """From the first to the last day that have an entry; None in an empty diary."""
        with self._database.transaction() as connection:
            return records.DAYS.span(connection)

    def treatments(self) -> tuple[Treatment, ...]:
        """All treatments, by start, also those that are no longer used."""
        with self._database.transaction() as connection:
            return records.TREATMENTS.all(connection)

    def doses(self, period: Period | None = None) -> tuple[DayDoses, ...]:
        """The doses of a period, or of the whole diary, by day; days without any are not there."""
        with self._database.transaction() as connection:
            return records.DOSES.between(connection, period or records.EVER)

    def save(self, record: Record) -> Edit:
        """Store a record in place of what stands under its day or key; an empty entry takes the day out.

        An entry, or doses, that do not say when they were recorded keep what is stored, and where they are new get
        now. If nothing is new the edit is empty and nothing is written. Raises RefusedError for an answer that is not
        valid.
        """
        self._check([record])
        with self._database.transaction() as connection:
            before = records.stored(connection, record)
            return records.apply(connection, [Change(before, self._settled(before, record))])

    def remove(self, record: Course | Treatment) -> Edit:
        """Take a course out, or a treatment with all its doses; one that is not there is fine."""
        with self._database.transaction() as connection:
            return records.apply(connection, records.current(connection, records.removal(connection, record)))

    def replay(self, edit: Edit) -> Edit:
        """Store the `after` side of every change exactly as it is, to undo or to do again."""
        return self._write(edit.changes)

    def save_all(self, entries: Iterable[DayEntry]) -> Edit:
        """Store many entries exactly as they are, all or none; empty ones take their day out.

        Raises RefusedError for the first one that is not valid.
        """
        wanted = list(entries)
        self._check(wanted)
        return self._write([Change(entry, None if entry.is_empty else entry) for entry in wanted])

    def check(self) -> list[Problem]:
        """Look at everything in the file, which takes a while in a long diary; empty if all is sound."""
        return inspect(self._database, self._today())

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _write(self, changes: Iterable[Change]) -> Edit:
        with self._database.transaction() as connection:
            return records.apply(connection, records.current(connection, changes))

    def _settled(self, before: Record | None, record: Record) -> Record | None:
        """A record as it is to be stored."""
        if not isinstance(record, DayEntry | DayDoses):
            return record
        if record.is_empty:
            return None
        if record.recorded_at is not None or record.recorded_on is not None:
            return record
        if isinstance(before, DayEntry | DayDoses):
            return replace(record, recorded_at=before.recorded_at, recorded_on=before.recorded_on)
        return replace(record, recorded_at=self._now(), recorded_on=self._today())

    def _check(self, wanted: Iterable[Record]) -> None:
        today = self._today()
        for record in wanted:
            if problems := check_record(record, today):
                raise RefusedError(problems)
