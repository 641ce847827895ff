"""Reads sheets in a second process: neither its memory nor a picture made to harm stay with the window.

Nothing that reads is imported here, so that whoever only starts it starts fast.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adtracker.errors import AdtrackerError, PhotoError, SheetError
from adtracker.secrecy import forbid_core_dumps
from adtracker.workers.process import ChildProcess

if TYPE_CHECKING:
    from adtracker.sheets.opening import PageRead

PACKED_WORD = "--read-sheets"
PATIENCE_SECONDS = 240
# Ten times what the largest page needs.
_MOST_MEMORY = 4 * 1024**3


class SheetProcess:
    """Reads one file. `stop`, from any thread, ends it before its time; then, and if it fails, SheetError is raised."""

    def __init__(self) -> None:
        self._apart = ChildProcess(__name__, PACKED_WORD)

    def __call__(self, file: Path) -> list[PageRead]:
        """The pages of a file. Raises SheetError, and PhotoError for a picture that is none."""
        try:
            with self._apart.start() as process:
                found = self._answer(process, file)
        except (OSError, EOFError, pickle.UnpicklingError, subprocess.SubprocessError) as error:
            raise SheetError("sheet.failed", file=file.name) from error
        if isinstance(found, tuple):
            kind, key, values = found
            raise {"photo": PhotoError}.get(kind, SheetError)(key, **values)
        pages: list[PageRead] = found
        return pages

    def stop(self) -> None:
        """Give up on the file."""
        self._apart.stop()

    def _answer(self, process: subprocess.Popen[bytes], file: Path) -> Any:
        try:
            answer, _ = process.communicate(pickle.dumps(os.fspath(file)), timeout=PATIENCE_SECONDS)
        finally:
            process.kill()  # it has ended, unless our patience has
        return pickle.loads(answer)


def main() -> None:
    """The second process: the name of a file from standard input, its pages to standard output."""
    forbid_core_dumps()  # starting a program allows them again
    _bound_memory()
    from adtracker.sheets.opening import read_sheets  # noqa: PLC0415 -- numpy and more, not for those who only start it

    found: Any
    try:
        found = read_sheets(Path(pickle.load(sys.stdin.buffer)))
    except AdtrackerError as error:
        found = ("photo" if isinstance(error, PhotoError) else "sheet", error.key, error.values)
    pickle.dump(found, sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 -- Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    main()
