"""What a disk holds after a power cut, played from a recording: more is lost than any file system in use would lose.

What was synced is there. Of anything else each write may be there or not, whole or some sectors of it; of the names in
each folder the first few changes are there, in their order. A move from one folder to another is there in both or none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.endure.recording import Cut, Event, Named, Recording, Said, Synced, Tree, Written

_SECTOR = 512
_KEEP_ALL, _KEEP_NONE = 1.0, 0.0


@dataclass(slots=True)
class Disk:
    """What is certainly on the disk, and what may be."""

    folders: dict[int, dict[str, int]]
    contents: dict[int, bytearray]
    names: list[Named] = field(default_factory=list)
    writes: dict[int, list[Written | Cut]] = field(default_factory=dict)
    said: int = 0

    @classmethod
    def at_first(cls, recording: Recording) -> Disk:
        """As it was before anything was done; all of it is certain."""
        folders = {number: dict(names) for number, names in recording.folders.items()}
        return cls(folders, {number: bytearray(content) for number, content in recording.contents.items()})

    def take(self, event: Event) -> None:
        """One event more."""
        match event:
            case Named():
                self.names.append(event)
            case Written() | Cut():
                self.writes.setdefault(event.file, []).append(event)
            case Synced():
                self._sync(event.file)
            case Said():
                self.said += 1

    def keep_all(self) -> None:
        """Have all of it on the disk, as it is without a power cut."""
        self._settle(_KEEP_ALL, _KEEP_ALL, Random(0))

    def cut_power(self, chance: Random) -> None:
        """Decide on what was not certain."""
        share, names_share = (chance.choice((_KEEP_ALL, _KEEP_NONE, chance.random())) for _ in range(2))
        self._settle(share, names_share, chance)

    def _settle(self, share: float, names_share: float, chance: Random) -> None:
        for file, writes in self.writes.items():
            for one in writes:
                self._write(file, _torn(one, share, chance))
        gone: set[int] = set()
        for names in self.names:
            if gone & names.folders or chance.random() >= names_share:
                gone |= names.folders
            else:
                self._name(names)

    def tree(self, root: Path) -> Tree:
        """All that can be reached by a name."""
        found: Tree = {}
        waiting = [(root, 0)]
        for path, number in waiting:
            if path != root:
                found[path] = None
            for name, to in self.folders[number].items():
                if to in self.folders:
                    waiting.append((path / name, to))
                else:
                    found[path / name] = bytes(self.contents.get(to, b""))
        return found

    def _sync(self, file: int) -> None:
        for one in self.writes.pop(file, ()):
            self._write(file, [one])
        certain = self._certain(file)
        for names in certain:
            self._name(names)
        gone = set(map(id, certain))
        self.names = [names for names in self.names if id(names) not in gone]

    def _certain(self, folder: int) -> list[Named]:
        """What is on the disk once a folder is: with a move also what came before it in the other folder."""
        folders, found = {folder}, []
        for names in reversed(self.names):
            if names.folders & folders:
                folders |= names.folders
                found.append(names)
        return found[::-1]

    def _name(self, names: Named) -> None:
        for folder, name, to in names.names:
            if to is None:
                self.folders[folder].pop(name, None)
            else:
                self.folders[folder][name] = to

    def _write(self, file: int, pieces: list[Written | Cut]) -> None:
        content = self.contents.setdefault(file, bytearray())
        for piece in pieces:
            if isinstance(piece, Cut):
                content[:] = content[: piece.length].ljust(piece.length, b"\0")
            else:
                content.extend(bytes(max(0, piece.at - len(content))))
                content[piece.at : piece.at + len(piece.content)] = piece.content


def _torn(one: Written | Cut, share: float, chance: Random) -> list[Written | Cut]:
    """What is there of a write: with some luck all of it, none, or some of its sectors."""
    if share in (_KEEP_ALL, _KEEP_NONE) or isinstance(one, Cut) or chance.random() < 0.5:
        return [one] if chance.random() < share else []
    pieces: list[Written | Cut] = []
    begin = one.at
    while begin < one.at + len(one.content):
        end = (begin // _SECTOR + 1) * _SECTOR
        if chance.random() < share:
            pieces.append(Written(one.file, begin, one.content[begin - one.at : end - one.at]))
        begin = end
    return pieces
