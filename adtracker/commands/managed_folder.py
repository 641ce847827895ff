"""Writes files into a folder that may be somebody's: over what was written there before, never over anything else."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from adtracker.commands.context import UsageError
from adtracker.files import write_whole

LIST = ".adtracker-demonstration.json"


class ManagedFolder:
    """The files a command keeps in a folder. A list beside them says what they were when they were written.

    A file that is not on the list, or was changed since, is not ours. All methods raise OSError.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sums = _read(folder / LIST)

    def check(self, name: str) -> Path:
        """Where a file goes. Raises UsageError if something that is not ours stands there."""
        file = self._folder / name
        if file.exists() and (not file.is_file() or _sum(file.read_bytes()) != self._sums.get(name)):
            raise UsageError("demo.foreign", file=file)
        return file

    def put(self, name: str, data: bytes) -> Path:
        """Write a file, such as "screens/today.png". Raises UsageError as `check` does."""
        file = self.check(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, data)
        self._sums[name] = _sum(data)
        write_whole(self._folder / LIST, json.dumps(self._sums, indent=1).encode())
        return file


def _read(file: Path) -> dict[str, str]:
    try:
        found = json.loads(file.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
