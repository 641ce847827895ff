"""Turns what SQLite and the system report into the sentences a person gets, and keeps diary content out of them.

SQLite's own messages can quote a note ("could not decode column 'note' with text …"), so they end here: the log gets
the name of the failure, the person gets a key of `errors.toml`.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from adtracker.errors import DiaryError

_log = logging.getLogger(__name__)

_KEYS = {
    "SQLITE_BUSY": "locked",
    "SQLITE_CANTOPEN": "read_only",  # the file itself was read before: it is the journal that cannot be made
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_ERROR": "damaged",  # our statements are fixed and all run in the tests: it is the tables they do not fit
    "SQLITE_FULL": "disk_full",
    "SQLITE_IOERR": "disk_failed",
    "SQLITE_LOCKED": "locked",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_PERM": "read_only",
    "SQLITE_READONLY": "read_only",
}
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class UnreadableRowError(Exception):
    """A stored row does not say what the file's own checks promise: only damage can do that."""


def diary_error(kind: str, path: Path) -> DiaryError:
    """The error for one kind of failure (a key under `errors.diary`) of one file."""
    return DiaryError(f"diary.{kind}", file=path, folder=path.parent)


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """Raise failures of the file at `path` as DiaryError. Faults of the program itself pass through."""
    # Always "from None": what SQLite or the driver says may be a person's words.
    try:
        yield
    except (UnreadableRowError, UnicodeDecodeError):  # the latter where the driver meets text that is none
        raise diary_error("damaged", path) from None
    except (DBAPIError, dbapi2.Error) as error:
        kind = _kind(error)
        if kind is None:
            raise
        raise diary_error(kind, path) from None
    except OSError as error:
        _log.warning("the system refused a file: %s", errno.errorcode.get(error.errno or 0, "unknown"))
        kind = "disk_full" if error.errno in _NO_SPACE else "cannot_create"
        raise diary_error(kind, path) from None


def _kind(error: Exception) -> str | None:
    reported = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(reported, "sqlite_errorname", None)
    if name is None and "decode" in str(reported):  # the driver's own refusal has no number: broken UTF-8 in a row
        name = "SQLITE_CORRUPT"
    kind = _KEYS.get(name) if name else None
    if kind is not None:
        _log.warning("the diary file failed: %s", name)
    return kind
