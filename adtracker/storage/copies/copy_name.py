"""What copies are called: `adtracker.000118.20261128T084200Z.1f00c2a9.diary`, from which their order can be told.

The number counts the copies, the moment is in UTC, and the letters are the first of what the diary calls itself. New
pictures go into a file of the same name that ends on `.photos`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from adtracker.paths import APP, DIARY_SUFFIX
from adtracker.storage.naming import PHOTOS

_MOMENT = "%Y%m%dT%H%M%SZ"
_PATTERN = re.compile(rf"{APP}\.(\d{{6,12}})\.(\d{{8}}T\d{{6}}Z)\.([0-9a-f]{{8}})({DIARY_SUFFIX}|{PHOTOS})")
_LETTERS = 8
NOBODY = "0" * _LETTERS  # a diary of a version that did not say which one it is


@dataclass(frozen=True, slots=True, order=True)
class CopyName:
    """The name of one copy; in the order in which copies were made."""

    number: int
    made: datetime
    diary: str
    ending: str = DIARY_SUFFIX

    @classmethod
    def of(cls, number: int, made: datetime, diary: str | None) -> CopyName:
        """The name for a new copy of a diary with this identity."""
        return cls(number, made.astimezone(UTC).replace(microsecond=0), NOBODY if diary is None else diary[:_LETTERS])

    @classmethod
    def read(cls, text: str) -> CopyName | None:
        """What a file's name says, None if it is none of ours."""
        found = _PATTERN.fullmatch(text)
        if found is None:
            return None
        try:
            made = datetime.strptime(found[2], _MOMENT).replace(tzinfo=UTC)
        except ValueError:
            return None
        return cls(int(found[1]), made, found[3], found[4])

    @property
    def text(self) -> str:
        """The name of the file."""
        return f"{APP}.{self.number:06}.{self.made.strftime(_MOMENT)}.{self.diary}{self.ending}"

    @property
    def is_pictures(self) -> bool:
        """Whether the file has pictures in it, and no diary."""
        return self.ending == PHOTOS

    @property
    def pictures(self) -> CopyName:
        """The name of the pictures that are new with this copy."""
        return replace(self, ending=PHOTOS)
