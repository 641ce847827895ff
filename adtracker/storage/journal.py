"""The one door to a diary: the rest of the program sees days, courses and treatments, never rows or SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from adtracker.domain.common.draft import Content, Draft
from adtracker.domain.common.period import EVER, Period
from adtracker.domain.common.problem import Problem, RefusedError
from adtracker.domain.common.progress import GoesOn, unwatched
from adtracker.domain.common.soft_delete import Usage, is_over
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import EVENT_KINDS, Record, Removed
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, DayNumbers
from adtracker.domain.records.diary_break import DiaryBreak
from adtracker.domain.records.photo import CleanPhoto, LoosePicture, Photo
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment
from adtracker.errors import DiaryError
from adtracker.storage import backups, damage, drafts, upkeep
from adtracker.storage import unit_of_work as records
from adtracker.storage.database import Database
from adtracker.storage.integrity_check import check_integrity, check_wanted
from adtracker.storage.opening import open_diary
from adtracker.storage.photo_album import PhotoAlbum
from adtracker.storage.photo_files import PhotoFiles
from adtracker.storage.replaying import replay, taken_in
from adtracker.storage.repositories.all_repositories import DAYS, PERSON, REPOSITORIES
from adtracker.storage.repositories.photos import PHOTOS
from adtracker.storage.settled import settled

R = TypeVar("R")


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
        self._album = PhotoAlbum(database)
        self._noted: date | None = None

    @classmethod
    def open(
        cls,
        path: Path,
        today: Callable[[], date],
        *,
        create: bool = True,
        now: Callable[[], datetime] = _utc_now,
        key: bytes | None = None,
    ) -> Journal:
        """Open a diary, or make it if `create` and there is none. A file that is refused is left as it was.

        `today` gives the diary day it is, `now` the moment with its time zone, `key` opens one with a password.
        Raises DiaryError.
        """
        return cls(open_diary(path, create=create, key=key), today, now)

    def follow(self, today: Callable[[], date]) -> None:
        """Ask somebody else from now on which diary day it is: a window, which turns its pages before it answers."""
        self._today = today

    @property
    def path(self) -> Path:
        """The diary file."""
        return self._database.path

    def identity(self) -> str:
        """Which diary it is: the same in every copy of the file, and in no other diary."""
        return self._album.identity()

    @property
    def read_only(self) -> bool:
        """Whether the diary can only be read: whatever would change it raises DiaryError."""
        return self._database.read_only or self.is_damaged

    @property
    def key(self) -> bytes | None:
        """What opens the diary, None if it has no password."""
        return self._database.key

    @property
    def is_damaged(self) -> bool:
        """Whether a sign of damage was seen: nothing is written to the file any more."""
        return self._database.is_damaged

    def look_for_damage(self) -> Iterator[bool]:
        """Go through the whole file in steps of a few milliseconds; each says whether it was sound. Others may use the
        diary between two steps. From the first sign of damage on nothing is written any more."""
        for problems in damage.look(self._database):
            self._database.is_damaged = self._database.is_damaged or bool(problems)
            yield not problems

    def standing(self, kind: type[R], period: Period | None = None) -> tuple[R, ...]:
        """All records of a kind in their order, but for deleted ones; of kinds with days those of a period if given."""
        with self._database.transaction() as connection:
            return tuple(REPOSITORIES[kind].standing(connection, period or EVER))

    def profile(self) -> Profile:
        """Whose diary it is; an empty profile if nobody said."""
        with self._database.transaction() as connection:
            return PERSON.only(connection)

    def courses(self) -> tuple[Course, ...]:
        """All courses, by start."""
        return self.standing(Course)

    def course(self) -> Course | None:
        """The course that started last."""
        return next(reversed(self.courses()), None)

    def entry(self, day: date) -> DayEntry:
        """The entry of a day; an empty one if nothing was recorded."""
        return next(iter(self.entries(Period(day, day))), DayEntry(day))

    def entries(self, period: Period | None = None) -> tuple[DayEntry, ...]:
        """The entries of a period, or of the whole diary, by day; days without one are not there."""
        return self.standing(DayEntry, period)

    def numbers(self, period: Period) -> tuple[DayNumbers, ...]:
        """The three numbers of the days of a period, by day, and nothing else of them: many years in a few ms."""
        with self._database.transaction() as connection:
            return DAYS.numbers(connection, period)

    def span(self) -> Period | None:
        """From the first to the last day that have an entry; None in an empty diary."""
        with self._database.transaction() as connection:
            return DAYS.span(connection)

    def treatments(self) -> tuple[Treatment, ...]:
        """All treatments, by start, also those that are no longer used."""
        return self.standing(Treatment)

    def doses(self, period: Period | None = None) -> tuple[DayDoses, ...]:
        """The doses of a period, or of the whole diary, by day; days without any are not there."""
        return self.standing(DayDoses, period)

    def photos(self, period: Period | None = None) -> tuple[Photo, ...]:
        """The photos of a period, or of the whole diary, by day; without those that were deleted."""
        return self.standing(Photo, period)

    def visits(self) -> tuple[Visit, ...]:
        """All visits, past and planned, by day."""
        return self.standing(Visit)

    def side_effects(self) -> tuple[SideEffect, ...]:
        """All side effects, by first day."""
        return self.standing(SideEffect)

    def breaks(self) -> tuple[DiaryBreak, ...]:
        """All breaks, by first day."""
        return self.standing(DiaryBreak)

    def other_events(self) -> tuple[Record, ...]:
        """All that is an event as it is, but for visits, side effects and breaks."""
        kinds = (kind.of for kind in EVENT_KINDS if kind.of not in (Visit, SideEffect, DiaryBreak))
        return tuple(record for kind in kinds for record in self.standing(kind))

    def scores(self) -> tuple[ClinicScore, ...]:
        """All scores that somebody gave, by day."""
        return self.standing(ClinicScore)

    def forms(self) -> tuple[Definition, ...]:
        """The questionnaires that were opened from files, by title, hidden ones included."""
        return self.standing(Definition)

    def filled_forms(self) -> tuple[Response, ...]:
        """What was answered to questionnaires, by day."""
        return self.standing(Response)

    def triggers(self) -> tuple[Trigger, ...]:
        """The person's own triggers, and the usual ones that they hid or called otherwise."""
        return self.standing(Trigger)

    def questions(self) -> tuple[Question, ...]:
        """The person's own questions in their order, hidden ones included."""
        return self.standing(Question)

    def answered(self) -> frozenset[str]:
        """The keys of the own questions that have an answer on any day."""
        with self._database.transaction() as connection:
            return DAYS.answered(connection)

    def removed(self) -> tuple[Removed, ...]:
        """All that was deleted and can be brought back."""
        with self._database.transaction() as connection:
            used = upkeep.usage(connection, self._today())
            return tuple(record for record in records.removed(connection) if not is_over(record, used))

    def usage(self) -> Usage:
        """On which days something was written: what was deleted goes for good by that."""
        with self._database.transaction() as connection:
            return upkeep.usage(connection, self._today())

    def photo_counts(self) -> tuple[int, int]:
        """How many photos the diary has, and how many that were deleted."""
        return self._album.counts()

    def picture(self, photo: Photo) -> bytes | None:
        """A photo as a JPEG; None if its pixels are not there: the photos file was not copied with the diary."""
        return self._album.pixels.jpeg(photo.digest)

    def thumbnails(self, photos: Iterable[Photo]) -> Mapping[str, bytes]:
        """Small JPEGs by digest; those whose pixels are not there are left out."""
        return self._album.thumbnails(photos)

    @property
    def photo_file(self) -> Path:
        """Where the pixels of the photos are; there is no such file before the first photo."""
        return self._album.pixels.path

    @property
    def album(self) -> PhotoAlbum:
        """The pictures themselves, those that no photo uses among them."""
        return self._album

    def put_back(self, loose: LoosePicture, pixels: CleanPhoto, day: date) -> Edit:
        """Give a loose picture a day, as a new photo; a photo that lacks just this picture only gets it back.

        `pixels` are made of the picture. Raises RefusedError for a day that is not valid.
        """
        with self._database.transaction() as connection:
            photo = Photo(day, pixels.digest, pixels.width, pixels.height)
            self._check(connection, [photo])
            is_used = pixels.digest in PHOTOS.digests(connection)
        self._album.take_back(loose, pixels, self.usage())
        return Edit() if is_used else self.add_photo(pixels, day)

    def stored(self, record: Record) -> Record | None:
        """What is stored under a record's day or key, also if it was deleted; None if nothing is."""
        with self._database.transaction() as connection:
            return records.stored(connection, record)

    def copy_to(self, place: Path) -> None:
        """Write all of it, the photos too, to a new file, where this diary stays what it was."""
        backups.copy_all(self._database, self._album.pixels, place)

    def with_files(self, work: Callable[[Database, PhotoFiles], R]) -> R:
        """Do something with the files as they are, such as copying them."""
        return work(self._database, self._album.pixels)

    def keep_pixels(self, pixels: Iterable[CleanPhoto]) -> None:
        """Store pixels for photos that are about to be taken in by `replay`."""
        for one in pixels:
            self._album.pixels.put(one)

    def add_photo(self, pixels: CleanPhoto, day: date, region: str | None = None, note: str = "") -> Edit:
        """Store a new photo. Raises RefusedError for a day, region or note that is not valid."""
        photo = Photo(day, pixels.digest, pixels.width, pixels.height, region, note)
        with self._database.transaction() as connection:
            self._check(connection, [photo])
        self._album.pixels.put(pixels)
        with self._database.transaction() as connection:
            return self._noting(connection, records.apply(connection, [Change(None, photo)]))

    def save(self, record: Record) -> Edit:
        """Store a record in place of what stands under its day or key; an empty entry takes the day out.

        An entry, or doses, that do not say when they were recorded keep what is stored, and where they are new get
        now. If nothing is new the edit is empty and nothing is written. Raises RefusedError for an answer that is not
        valid.
        """
        return self.save_each([record])

    def save_each(self, wanted: Sequence[Record]) -> Edit:
        """Store several records as `save` does, all or none, in one edit."""
        with self._database.transaction() as connection:
            self._check(connection, wanted)
            pairs = [(records.stored(connection, one), one) for one in wanted]
            changes = [Change(before, settled(before, one, self._now, self._today)) for before, one in pairs]
            return self._noting(connection, records.apply(connection, changes))

    def remove(self, record: Removed) -> Edit:
        """Put a record, a treatment with its doses, among those that were deleted; one that is not there is fine.

        It stays there for some weeks (`domain.removal`); `save` without `removed_on` brings it back.
        """
        with self._database.transaction() as connection:
            stored = records.stored(connection, record)
            if not isinstance(stored, Removed) or stored.removed_on is not None:
                return Edit()
            gone = Change(stored, replace(stored, removed_on=self._today()))
            return self._noting(connection, records.apply(connection, [gone]))

    def replay(self, edit: Edit) -> Edit:
        """Make the changes of an edit, to undo or to do again; what was changed elsewhere since is left as it is."""
        with self._database.transaction() as connection:
            return self._noting(connection, replay(connection, edit.changes))

    def take_in(self, edit: Edit, *, undoable: bool = True, goes_on: GoesOn = unwatched) -> Edit:
        """Make the changes of an edit that comes from elsewhere and was checked on its way in: all or none, and what
        is raised as `taken_in` does. What is to be `undoable` is given as it was stored; else nothing, to save room.
        """
        noted = self._noted
        try:
            with self._database.transaction() as connection:
                steps = (self._noting(connection, step) for step in taken_in(connection, edit.changes, goes_on))
                return Edit(tuple(change for step in steps if undoable for change in step.changes))
        except BaseException:
            self._noted = noted  # what was noted was taken back with the rest
            raise

    def save_all(self, wanted: Iterable[Record]) -> Edit:
        """Store many records exactly as they are, all or none; empty entries take their day out.

        Raises RefusedError for the first one that is not valid.
        """
        all_wanted = list(wanted)
        changes = [Change(one, None if isinstance(one, DayEntry) and one.is_empty else one) for one in all_wanted]
        with self._database.transaction() as connection:
            self._check(connection, all_wanted)
            return self._noting(connection, records.apply(connection, records.current(connection, changes)))

    def draft(self, form: str) -> Draft | None:
        """What was typed into a form and is neither stored nor given up."""
        with self._database.transaction() as connection:
            return drafts.find(connection, form)

    def keep_draft(self, form: str, content: Content) -> None:
        """Keep what stands in a form, in place of what was kept of it before. No Edit: no record changes."""
        with self._database.transaction() as connection:
            drafts.put(connection, Draft(form, content, self._now()))

    def drop_draft(self, form: str) -> None:
        """Keep it no longer: it was stored, or given up."""
        with self._database.transaction() as connection:
            drafts.drop(connection, form)

    def check(self) -> list[Problem]:
        """Look at everything in the file, which takes a while in a long diary; empty if all is sound."""
        found = check_integrity(self._database)
        self._database.is_damaged = self._database.is_damaged or any(map(damage.is_damage, found))
        return found + self._album.inspect()

    def days_ahead(self) -> frozenset[date]:
        """The days after today that have something all the same: the clock was put right, or somebody flew west."""
        with self._database.transaction() as connection:
            return records.days_ahead(connection, self._today())

    def wrong_with(self, record: Record) -> list[Problem]:
        """What keeps a record from being stored as it is now; empty if nothing does."""
        with self._database.transaction() as connection:
            return check_wanted(connection, [record], self._today())

    def close(self) -> None:
        """Let go of the file, and of what was deleted long ago."""
        if not self.read_only:
            with suppress(DiaryError):
                self._forget()
        self._album.close()
        self._database.close()

    def _forget(self) -> None:
        """Take out what can be brought back no longer: first from the diary, then the pictures that it let go of."""
        with self._database.transaction() as connection:
            used = upkeep.usage(connection, self._today())
            self._album.let_go(records.forget(connection, used))
        self._album.tidy(used)

    def _noting(self, connection: Connection, edit: Edit) -> Edit:
        """Note with the first write of a day that the diary was used on it, and which pictures it let go of."""
        today = self._today()
        if edit and today != self._noted:
            upkeep.note_use(connection, today)
            self._noted = today
        self._album.let_go(edit)
        return edit

    def _check(self, connection: Connection, wanted: Sequence[Record]) -> None:
        if problems := check_wanted(connection, wanted, self._today()):
            raise RefusedError(problems)
