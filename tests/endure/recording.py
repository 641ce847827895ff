"""Reads what `watch.c` wrote down, and tells of each change which file or folder it was made to, by a number.

Names come and go and file handles are used again; the number of a file is its own for as long as the recording lasts.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

_CHANGE = struct.Struct("=iiqqq")
Tree = dict[Path, bytes | None]  # what is in each file; None is a folder


@dataclass(frozen=True, slots=True)
class Written:
    """Content came into a file."""

    file: int
    at: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file got another length."""

    file: int
    length: int


@dataclass(frozen=True, slots=True)
class Named:
    """Names in folders now lead to other files, or to none: all of it, or nothing."""

    names: tuple[tuple[int, str, int | None], ...]

    @property
    def folders(self) -> set[int]:
        """The folders that this changes."""
        return {folder for folder, _, _ in self.names}


@dataclass(frozen=True, slots=True)
class Synced:
    """What was done to a file or folder so far is on the disk."""

    file: int


@dataclass(frozen=True, slots=True)
class Said:
    """The program told somebody that something is done."""


Event = Written | Cut | Named | Synced | Said


def tree_of(folder: Path) -> Tree:
    """All that is in a folder."""
    return {item: None if item.is_dir() else item.read_bytes() for item in sorted(folder.rglob("*"))}


def put_back(tree: Tree) -> None:
    """Make a folder that is empty what it was; a folder always comes before what is in it."""
    for item, content in tree.items():
        if content is None:
            item.mkdir(mode=0o700)
        else:
            item.write_bytes(content)
            item.chmod(0o600)


class Recording:
    """What was there at first, by number, and the events that followed."""

    def __init__(self, root: Path, tree: Tree, record: Path) -> None:
        self.root = root
        self._numbers = count(1)
        self._folders: dict[int, dict[str, int]] = {0: {}}
        self._open: dict[int, int] = {}
        self.contents: dict[int, bytes] = {}
        for item, content in tree.items():
            number = self._new(item, is_folder=content is None)
            if content is not None:
                self.contents[number] = content
        first = {number: dict(names) for number, names in self._folders.items()}
        self.events = [event for change in _changes(record) for event in self._read(*change)]
        self.folders = {number: first.get(number, {}) for number in self._folders}

    def _read(self, what: str, file: int, at: int, first: bytes, second: bytes) -> Iterator[Event]:
        match what:
            case "o":
                yield from self._opened(file, Path(first.decode()), is_emptied=bool(at))
            case "w":
                yield Written(self._open[file], at, first)
            case "t":
                yield Cut(self._open[file], at)
            case "s":
                yield Synced(self._open[file])
            case "!":
                yield Said()
            case _:
                yield self._named(what, Path(first.decode()), Path(second.decode()))

    def _opened(self, file: int, path: Path, *, is_emptied: bool) -> Iterator[Event]:
        number = self._number(path)
        if number is None:
            number = self._new(path, is_folder=False)
            yield Named((self._name(path, number),))
        elif is_emptied:
            yield Cut(number, 0)
        self._open[file] = number

    def _named(self, what: str, path: Path, other: Path) -> Named:
        if what == "m":
            return Named((self._name(path, self._new(path, is_folder=True)),))
        number = self._number(path)
        assert number is not None, path
        match what:
            case "u":
                names = [self._name(path, None)]
            case "l":
                names = [self._name(other, number)]
            case "r":
                names = [self._name(path, None), self._name(other, number)]
        for folder, name, to in names:
            if to is None:
                del self._folders[folder][name]
            else:
                self._folders[folder][name] = to
        return Named(tuple(names))

    def _new(self, path: Path, *, is_folder: bool) -> int:
        number = next(self._numbers)
        folder, name, _ = self._name(path, number)
        self._folders[folder][name] = number
        if is_folder:
            self._folders[number] = {}
        return number

    def _name(self, path: Path, number: int | None) -> tuple[int, str, int | None]:
        folder = self._number(path.parent)
        assert folder is not None, path
        return folder, path.name, number

    def _number(self, path: Path) -> int | None:
        number: int | None = 0
        for part in path.relative_to(self.root).parts:
            number = None if number is None else self._folders[number].get(part)
        return number


def _changes(record: Path) -> Iterator[tuple[str, int, int, bytes, bytes]]:
    with record.open("rb") as file:
        while head := file.read(_CHANGE.size):
            what, handle, at, first, second = _CHANGE.unpack(head)
            yield chr(what), handle, at, file.read(first), file.read(second)
