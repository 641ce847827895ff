"""Looks into the inbox: which files wait there, and why some have to wait longer. It reads, and changes nothing."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from adtracker.inbox.names import is_conflict, is_hidden, is_placeholder, is_temporary, shown_name

TAKEN_FOLDER = "taken"
# So many files are read at one look, those that were read before apart; the others follow at the next.
MOST_AT_ONCE = 100
# A file that was written to so lately may still grow, unless it was the same a look before.
SETTLED_SECONDS = 5.0
_PIECE = 1 << 20
_LARGEST = 1 << 30
# Smaller files can lie in a folder itself, and have no room of their own on the disk.
_SMALL = 1 << 14
# Windows says so of what is in a cloud only: opening it would fetch it.
_ELSEWHERE = 0x1000 | 0x40000 | 0x400000


class State(Enum):
    """What there is to say of a file; the values are the keys of its sentences."""

    READY = "ready"
    TAKEN = "taken"  # it was taken before
    GROWING = "growing"
    EMPTY = "empty"
    TEMPORARY = "temporary"
    PLACEHOLDER = "placeholder"
    CONFLICT = "conflict"
    LINK = "link"
    FOLDER = "folder"
    OTHER = "other"  # a pipe, a device
    LARGE = "large"
    UNREADABLE = "unreadable"


class Trouble(Enum):
    """Why there is nothing to look at; the values are the keys of its sentences."""

    GONE = "gone"
    NO_FOLDER = "no_folder"
    UNREADABLE = "folder_unreadable"


Mark = tuple[int, int, int]  # size, time of the last change, and number of a file


@dataclass(frozen=True, slots=True)
class Item:
    """One file. `digest` is the SHA-256 of what is in it, in hex, where it was read; `mark` changes when it does."""

    path: Path
    state: State
    digest: str = ""
    mark: Mark = (0, 0, 0)

    @property
    def name(self) -> str:
        """As it is shown."""
        return shown_name(self.path.name)


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found: the files by name, and how many `more` there are that were not read yet.

    `is_read_only` says that nothing can be moved in it, `trouble` why nothing was found.
    """

    folder: Path
    items: Sequence[Item] = ()
    more: int = 0
    is_read_only: bool = False
    trouble: Trouble | None = None

    @property
    def ready(self) -> Sequence[Item]:
        """The files that can be taken."""
        return [item for item in self.items if item.state is State.READY]


Known = Callable[[Collection[str]], Collection[str]]


def look_into(folder: Path, known: Known, now: float, before: Look | None = None) -> Look:
    """Look into a folder. `known` says which of some digests were taken before, `now` the time in seconds since 1970,
    `before` the look before this one: by it a file is told that did not change since, which is not read again."""
    try:
        if not folder.is_dir():
            return Look(folder, trouble=Trouble.NO_FOLDER if folder.exists() else Trouble.GONE)
        with os.scandir(folder) as entries:
            names = sorted((entry.name for entry in entries), key=shown_name)
    except (OSError, ValueError):
        return Look(folder, trouble=Trouble.UNREADABLE)
    wanted = [folder / name for name in names if _is_wanted(name)]
    older = {} if before is None or before.folder != folder else {item.path: item for item in before.items}
    items = list(_looked_at(wanted, now, older))
    taken = known([item.digest for item in items if item.digest])
    told = [replace(item, state=State.TAKEN) if item.digest in taken else item for item in items]
    return Look(folder, told, len(wanted) - len(items), not os.access(folder, os.W_OK))


def look_at_files(files: Sequence[Path]) -> Look:
    """Look at files that lie anywhere, such as those that were dropped, whether they were taken before or not."""
    items = []
    for path in files:
        try:
            found = path.stat()
            items.append(Item(path, _told_by(path.name, found) or State.READY, mark=mark_of(found)))
        except (OSError, ValueError):
            items.append(Item(path, State.UNREADABLE))
    return Look(files[0].parent, items)


def _is_wanted(name: str) -> bool:
    if name.casefold() == TAKEN_FOLDER:
        return False
    return not is_hidden(name) or is_placeholder(name) or is_temporary(name)


def _looked_at(paths: Sequence[Path], now: float, older: Mapping[Path, Item]) -> Iterator[Item]:
    """Each of some files; none of those that are too many to be read now."""
    left = MOST_AT_ONCE
    for path in paths:
        before = older.get(path)
        try:
            found = path.lstat()
            item = Item(path, _told_by(path.name, found) or State.READY, mark=mark_of(found))
            if item.state is State.READY:
                is_as_before = before is not None and before.mark == item.mark
                if before is not None and is_as_before and before.digest:
                    item = replace(item, state=_read_state(path), digest=before.digest)
                elif now - found.st_mtime < SETTLED_SECONDS and not is_as_before:
                    item = replace(item, state=State.GROWING)
                elif not left:
                    continue
                else:
                    left -= 1
                    item = _read(item)
        except (OSError, ValueError):
            item = Item(path, State.UNREADABLE)
        yield item


def _read(item: Item) -> Item:
    """The same with its digest, unless it changed while it was read. Raises OSError."""
    digest = digest_of(item.path)
    if mark_of(item.path.lstat()) != item.mark:
        return replace(item, state=State.GROWING)
    return replace(item, state=_read_state(item.path), digest=digest)


def _read_state(path: Path) -> State:
    return State.CONFLICT if is_conflict(shown_name(path.name)) else State.READY


def _told_by(name: str, found: os.stat_result) -> State | None:
    """What its name and its size say before it is opened; None if it may be."""
    mode, shown = found.st_mode, shown_name(name)
    elsewhere = getattr(found, "st_file_attributes", 0) & _ELSEWHERE
    has_no_room = found.st_size > _SMALL and getattr(found, "st_blocks", 1) == 0
    told = (
        (stat.S_ISLNK(mode), State.LINK),
        (stat.S_ISDIR(mode), State.FOLDER),
        (not stat.S_ISREG(mode), State.OTHER),
        (is_placeholder(shown) or bool(elsewhere) or has_no_room, State.PLACEHOLDER),
        (is_temporary(shown), State.TEMPORARY),
        (found.st_size == 0, State.EMPTY),
        (found.st_size > _LARGEST, State.LARGE),
    )
    return next((state for is_so, state in told if is_so), None)


def mark_of(found: os.stat_result) -> Mark:
    """What changes when a file does."""
    return found.st_size, found.st_mtime_ns, found.st_ino


def digest_of(path: Path) -> str:
    """The SHA-256 of what is in a file, in hex. Raises OSError."""
    made = hashlib.sha256()
    with path.open("rb") as source:
        while piece := source.read(_PIECE):
            made.update(piece)
    return made.hexdigest()
