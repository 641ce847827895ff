"""Opens copies, counts and compares: the drill that says whether they could be gone back to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from adtracker.errors import DiaryError
from adtracker.storage.copies.contents import Contents, contents, opened_copy
from adtracker.storage.copies.copy_folder import Copy, CopyFolder
from adtracker.storage.copies.copy_name import NOBODY
from adtracker.storage.copies.pictures import lacking
from adtracker.storage.damage import look_at_records
from adtracker.storage.header import SCHEMA_VERSION

DRILLED = 3


@dataclass(frozen=True, slots=True)
class CheckedCopy:
    """What a look at one copy found: what is in it, None if it cannot be used, and how many pictures it lacks."""

    copy: Copy
    contents: Contents | None
    lacking: int = 0

    @property
    def is_good(self) -> bool:
        """Whether all of it could be gone back to."""
        return self.contents is not None and self.lacking == 0


def look_into(copy: Copy) -> Contents | None:
    """What is in a copy, None if it cannot be read; it is not checked page by page."""
    try:
        with opened_copy(copy) as database:
            held = contents(database)
    except DiaryError:
        return None
    return held if (held.diary or NOBODY).startswith(copy.name.diary) else None


def is_sound(copy: Copy) -> bool:
    """Whether a copy is whole, page by page and record by record; older ones than digests only page by page."""
    try:
        with opened_copy(copy) as database:
            has_digests = database.version() == SCHEMA_VERSION
            return database.is_sound() and not (has_digests and any(look_at_records(database)))
    except DiaryError:
        return False


def check(copy: Copy) -> bool:
    """Whether a copy is what its name says, and whole."""
    return look_into(copy) is not None and is_sound(copy)


def drill(folder: CopyFolder, diary: str | None, is_over: Callable[[], bool] = lambda: False) -> list[CheckedCopy]:
    """Check the last three copies, the last one first; every picture that they need is read once.

    Stops where `is_over` says that nobody waits any more. Raises DiaryError if the folder cannot be read.
    """
    held: list[tuple[Copy, Contents | None]] = []
    for copy in folder.copies(diary)[:DRILLED]:
        if is_over():
            return []
        held.append((copy, look_into(copy) if is_sound(copy) else None))
    wanted = frozenset().union(*(one.photos for _, one in held if one is not None))
    missing = lacking(folder, held[0][0].name.diary, wanted) if held and wanted else frozenset()
    return [CheckedCopy(copy, one, 0 if one is None else len(one.photos & missing)) for copy, one in held]
