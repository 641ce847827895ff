"""All that is done with the copies of one diary, for whoever shows or asks it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from adtracker.domain.common.progress import GoesOn, unwatched
from adtracker.errors import DiaryError
from adtracker.storage.copies import making, restoring
from adtracker.storage.copies.checking import CheckedCopy, check, drill
from adtracker.storage.copies.copy_folder import Copy, CopyFolder
from adtracker.storage.copies.copy_name import CopyName
from adtracker.storage.copies.keys import Lock, lock_of
from adtracker.storage.copies.unfinished import is_unfinished
from adtracker.storage.database import Database
from adtracker.storage.header import SCHEMA_VERSION, check_header, is_sealed
from adtracker.storage.journal import Journal
from adtracker.storage.naming import keys_of
from adtracker.storage.photo_files import PhotoFiles
from adtracker.storage.soundness import refuse_damaged

# What is said of a file that somebody named otherwise: it may be a copy of any diary.
_ANY = CopyName(0, datetime.fromtimestamp(0, UTC), "")


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A copy that was made, None if nothing was new, and whether the second folder has the last one.

    `why_not` is what kept the second folder from it; no second folder is no reason.
    """

    made: making.MadeCopy | None
    on_second: bool = False
    why_not: DiaryError | None = None


class Shelf:
    """The copies of the diary at a path: in the folder of this computer, and in a second one if there is any.

    With the `key` of the diary those are read that it opens, and those from before it had a password.
    """

    def __init__(self, diary: Path, second: Path | None = None, key: bytes | None = None) -> None:
        self._diary = diary
        self.key = key
        self.folder = making.own_folder(diary, key)
        self.second = None if second is None else CopyFolder(second, key)

    def back_up(
        self,
        journal: Journal,
        now: datetime,
        *,
        always: bool = False,
        was_looked_at: bool = False,
        goes_on: GoesOn = unwatched,
    ) -> BackedUp:
        """Copy an open diary if it was changed since, or `always`. Raises DiaryError if that fails.

        The diary is looked through before, record by record, unless it `was_looked_at` a moment ago: no damage is
        copied. That the second folder is not there or takes nothing is no failure of the copy.
        """

        def work(diary: Database, pixels: PhotoFiles) -> BackedUp:
            shelf = self.under(diary.key)
            shelf.folder.make()
            made = None
            if always or making.is_changed(diary, shelf.folder):
                if not was_looked_at:
                    refuse_damaged(journal)
                made = shelf._make(diary, pixels, now, goes_on)
            return shelf._carry_on(made)

        return journal.with_files(work)

    def under(self, key: bytes | None) -> Shelf:
        """The same copies with another key."""
        return Shelf(self._diary, None if self.second is None else self.second.place, key)

    def copies(self, diary: str | None = None) -> list[Copy]:
        """The copies that are at hand, the last one first; one that is in both folders comes from this computer."""
        second = self._second_if_there()
        found = {copy.name: copy for copy in (second.copies(diary) if second else [])}
        found |= {copy.name: copy for copy in self.folder.copies(diary)}
        return [found[name] for name in sorted(found, reverse=True)]

    def drill(self, diary: str | None = None, is_over: Callable[[], bool] = lambda: False) -> list[CheckedCopy]:
        """Check the last three; those of the second folder where this computer has none."""
        second = self._second_if_there()
        folder = second if second and not self.folder.copies(diary) else self.folder
        return drill(folder, diary, is_over)

    def newest_good(self) -> Copy:
        """The last copy that could be gone back to. Raises DiaryError if there is none."""
        copies = self.copies(self._whose())
        found = next((copy for copy in copies if check(copy)), None)
        if found is None:
            raise DiaryError("copies.none_good" if copies else "copies.none", folder=self.folder.place)
        return found

    def named(self, text: str) -> Copy:
        """The copy with a name, or at a path. Raises DiaryError if there is none."""
        for copy in self.copies():
            if copy.name.text == text:
                return copy
        file = Path(text)
        if not file.is_file():
            raise DiaryError("copies.unknown", file=text, folder=self.folder.place)
        return Copy(file, CopyName.read(file.name) or _ANY, self.key)

    def restore(self, copy: Copy, now: datetime) -> restoring.Restored:
        """Go back to a copy; nobody may have the diary open. Raises DiaryError; the diary is then as it was.

        Where today's diary is sound, what is new in it is copied before. Where the key of the diary opens the copy, the
        diary's password stays what it is.
        """
        if lock_of(copy) is Lock.SHUT:
            raise DiaryError("copies.locked", file=copy.file)
        self.folder.make()
        self._copy_before(now)
        places = [self.folder.place, *([self.second.place] if self.second else ()), copy.file.parent]
        folders = [CopyFolder(place, copy.key) for place in dict.fromkeys(places)]
        keeps_keys = copy.key is not None and copy.key == self.key and keys_of(self._diary).exists()
        return restoring.restore(self._diary, copy, folders, now, keeps_keys=keeps_keys)

    def _copy_before(self, now: datetime) -> None:
        """What cannot be copied is set aside all the same."""
        if is_unfinished(self._diary):
            return
        with suppress(DiaryError), closing(opened_aside(self._diary, now.date, self.key)) as journal:
            self.folder.note_restored()  # nothing is thinned out now: it could be the copy that is gone back to
            journal.with_files(partial(self._copy_if_sound, journal, now))

    def _copy_if_sound(self, journal: Journal, now: datetime, diary: Database, pixels: PhotoFiles) -> None:
        if diary.version() == SCHEMA_VERSION and making.is_changed(diary, self.folder):
            refuse_damaged(journal)
            self._make(diary, pixels, now)

    def _make(self, diary: Database, pixels: PhotoFiles, now: datetime, goes_on: GoesOn = unwatched) -> making.MadeCopy:
        second = self._second_if_there()
        after = second.last_number() if second else 0
        return making.back_up(diary, pixels, self.folder, now, after, goes_on)

    def _carry_on(self, made: making.MadeCopy | None) -> BackedUp:
        if self.second is None:
            return BackedUp(made)
        try:
            last = self.folder.copies()[0]
            making.carry_on(self.folder, self.second, last.name.diary)
        except DiaryError as error:
            return BackedUp(made, why_not=error)
        return BackedUp(made, on_second=True)

    def _second_if_there(self) -> CopyFolder | None:
        try:
            return self.second if self.second is not None and self.second.place.is_dir() else None
        except OSError:
            return None

    def _whose(self) -> str | None:
        """The letters of the last copy of this computer: a diary that cannot be read does not say whose it is."""
        last = next(iter(self.folder.copies()), None)
        return None if last is None else last.name.diary


def opened_aside(file: Path, today: Callable[[], date], key: bytes | None = None) -> Journal:
    """A diary that was set aside, to be read: it stays byte for byte what it is. Raises DiaryError."""
    check_header(file, has_key=key is not None)
    return Journal(Database(file, read_only=True, key=key if is_sealed(file) else None), today, _never)


def _never() -> datetime:
    raise AssertionError("nothing is written to a diary that was set aside")
