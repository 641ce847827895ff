"""The log: what went wrong and where in the program, never what somebody wrote.

An exception's message often quotes the value it failed on, which here may be a private note. So of every exception
only its kind and the places it went through are written, never its message; the app's own errors are named by their
key. The messages of this package are constant sentences with counts and versions in them at most. What other packages
log is not written at all, for nobody here decides what is in it.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

from adtracker.errors import AdtrackerError
from adtracker.files import open_private

LOG = logging.getLogger("adtracker")
LIMIT = 256 * 1024
_CHAIN_LIMIT = 20


def start(file: Path) -> None:
    """Write the log to `file` from now on; it is made, with its folder, when there is something to write."""
    for handler in list(LOG.handlers):
        LOG.removeHandler(handler)
        handler.close()
    LOG.addHandler(PrivateFile(file))
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def fault(error: BaseException, version: str) -> None:
    """Note a fault of the program's own."""
    python = ".".join(str(part) for part in sys.version_info[:3])
    LOG.error("fault in %s, Python %s, %s", version, python, sys.platform, exc_info=error)


class WithoutContent(logging.Formatter):
    """Writes exceptions as kinds and places, without their messages."""

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """The chain of exceptions, the first cause first."""
        return "\n".join(line for error in reversed(list(_chain(ei[1]))) for line in _lines(error))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and those it came from, newest first."""
    for _ in range(_CHAIN_LIMIT):
        if error is None:
            return
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _lines(error: BaseException) -> Iterator[str]:
    kind = type(error)
    key = f" {error.key}" if isinstance(error, AdtrackerError) else ""
    yield f"{kind.__module__}.{kind.__qualname__}{key}"
    for frame, line in traceback.walk_tb(error.__traceback__):
        # The module's name: a file's path would hold the account's name.
        yield f"  {frame.f_globals.get('__name__')}:{line} in {frame.f_code.co_name}"


class PrivateFile(logging.FileHandler):
    """A log file of its owner alone; when it has grown to `LIMIT` bytes it becomes the old one, of which one is kept.

    Not the standard library's rotating file: its module loads network code. A log that cannot be written never stops
    the diary.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(file, encoding="utf-8", errors="backslashreplace", delay=True)
        self.setFormatter(WithoutContent("%(asctime)s %(levelname)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record, into a new file if this one is full."""
        try:
            self._turn_over_if_full()
            super().emit(record)
        except OSError:
            pass

    def handleError(self, record: logging.LogRecord) -> None:
        """Stay quiet: the standard handler would print the record, and with it what it was made from."""

    def _turn_over_if_full(self) -> None:
        file = Path(self.baseFilename)
        if not file.exists() or file.stat().st_size < LIMIT:
            return
        if self.stream is not None:
            self.stream.close()
        file.replace(file.with_suffix(".old.log"))
        self.stream = self._open()

    def _open(self) -> TextIOWrapper:
        file = Path(self.baseFilename)
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return open(file, "a", encoding=self.encoding, errors=self.errors, opener=open_private)
