"""Where the pixels of a diary are: in its own file, and to look at also in one of another diary that lies in its place.

A diary finds a file of photos beside it by its name. If that belongs to another diary (a new one was begun under an old
name, or a file was copied to the wrong place), it is read and never written: the diary's own pictures then go into a
file of their own beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from adtracker.domain.common.soft_delete import Usage
from adtracker.domain.records.photo import CleanPhoto
from adtracker.errors import DiaryError
from adtracker.storage.naming import PHOTOS
from adtracker.storage.photo_file import PhotoFile

# So much of a diary's identity is in the name of a file that could not have the usual one.
_LETTERS = 8


class PhotoFiles:
    """The pixels of one diary, whose `identity` is asked for when it is needed. All methods raise DiaryError."""

    def __init__(
        self, diary: Path, identity: Callable[[], str], *, read_only: bool = False, key: bytes | None = None
    ) -> None:
        self._diary = diary
        self._asked = identity
        self._read_only = read_only
        self._key = key
        self._usual = self._beside(PHOTOS)
        self._chosen: PhotoFile | None = None

    @property
    def path(self) -> Path:
        """Where the diary's own pixels are, or will be with the first photo; where that cannot be told, as usual.

        To ask leaves no file open that was not.
        """
        was_open = self._chosen is not None
        try:
            return self._own().path
        except DiaryError:
            return self._usual.path
        finally:
            if not was_open:
                self.close()

    @property
    def foreign(self) -> Path | None:
        """The file in the diary's usual place, if it belongs to another diary."""
        return None if self._own() is self._usual or not self._usual.is_there else self._usual.path

    @cached_property
    def _identity(self) -> str:
        return self._asked()

    def put(self, photo: CleanPhoto) -> None:
        """Store pixels under their digest. The same pixels are stored once."""
        own = self._own()
        own.put(photo, self._identity)
        self._chosen = own

    def names(self) -> frozenset[str]:
        """The names of all pixels that can be looked at from here."""
        return frozenset().union(*(file.names() for file in self._all()))

    def pictures(self, digests: Collection[str]) -> Iterator[tuple[str, bytes, bytes]]:
        """Names, small and large pictures as they are stored; those that are not there are left out."""
        left = set(digests)
        for file in self._all():
            for found in file.pictures(left):
                left.discard(found[0])
                yield found

    def jpeg(self, digest: str) -> bytes | None:
        """The picture, None if it is not there."""
        return next((jpeg for file in self._all() if (jpeg := file.jpeg(digest)) is not None), None)

    def thumbnails(self, digests: Collection[str]) -> Mapping[str, bytes]:
        """The small pictures by name; those that are not there are left out.

        In place of one that was damaged comes the large one, which shows the same.
        """
        found: dict[str, bytes] = {}
        for file in self._all():
            small = file.thumbnails([digest for digest in digests if digest not in found])
            damaged = _damaged(small, file.seals(small))
            found |= {name: (name in damaged and file.jpeg(name)) or picture for name, picture in small.items()}
        return found

    def unsealed(self, digests: Collection[str]) -> Mapping[str, bytes]:
        """Those of the diary's own small pictures that are not known to be what they were, as they are stored."""
        own = self._own()
        small, seals = own.thumbnails(digests), own.seals(digests)
        damaged = _damaged(small, seals)
        return {name: picture for name, picture in small.items() if name in damaged or name not in seals}

    def lacking(self, digests: Collection[str]) -> frozenset[str]:
        """Which of these pixels are not there, or not whole: reads all pixels, which takes a while."""
        lacking = frozenset(digests)
        for file in self._all():
            lacking = file.lacking(lacking) if lacking else lacking
        return lacking

    def loose(self, used: Collection[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The pictures that no photo uses and nobody deleted: those in the diary's own file, those of another diary."""
        own = self._own()
        mine = own.names() - set(used) - own.deleted().keys()
        others = frozenset() if self.foreign is None else self._usual.names() - set(used) - own.names()
        return mine, others

    def mark(self, names: Collection[str], usage: Usage, *, deleted: bool) -> None:
        """Note that this diary deleted pictures today, or did not after all."""
        own = self._own()
        mine = own.names().intersection(names)
        if mine:
            own.mark(mine, usage.today if deleted else None, self._identity)

    def tidy(self, let_go: Collection[str], used: Collection[str], usage: Usage) -> None:
        """Note which pictures this diary let go of, keep those that it uses again, take out what went long ago."""
        deleted = self._own().deleted()
        self.mark({name for name in let_go if name not in used and name not in deleted}, usage, deleted=True)
        self.mark({name for name in deleted if name in used}, usage, deleted=False)
        self._own().sweep(used, usage, self._identity)

    def copy_beside(self, copy: Path) -> None:
        """Write all pixels to new files beside a copy of the diary; nothing is written where there are none."""
        for file in self._all():
            file.copy_to(copy.with_name(copy.name + file.path.name.removeprefix(self._diary.name)))

    def close(self) -> None:
        """Let go of the files."""
        self._usual.close()
        if self._chosen is not None:
            self._chosen.close()
            self._chosen = None

    def _own(self) -> PhotoFile:
        """The file that is this diary's: the usual one unless it is another's, and then the one under its own name."""
        if self._chosen is None:
            named = self._beside(own_ending(self._identity))
            if not named.is_there and not self._usual.is_there:
                return self._usual
            is_usual = not named.is_there and self._usual.owner() in (None, self._identity)
            self._chosen = self._usual if is_usual else named
        return self._chosen

    def _beside(self, ending: str) -> PhotoFile:
        return PhotoFile(self._diary.with_name(self._diary.name + ending), read_only=self._read_only, key=self._key)

    def _all(self) -> list[PhotoFile]:
        own = self._own()
        return [own] if own is self._usual else [own, self._usual]


def own_ending(identity: str) -> str:
    """What the name of a diary's file of photos ends with where another diary has the usual one."""
    return f".{identity[:_LETTERS]}{PHOTOS}"


def _damaged(small: Mapping[str, bytes], seals: Mapping[str, str]) -> frozenset[str]:
    """Those of small pictures that are not what they were when they were stored."""
    return frozenset(name for name, picture in small.items() if seals.get(name, _digest(picture)) != _digest(picture))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
