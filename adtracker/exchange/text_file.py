"""Reads a file from elsewhere as text, whole or line by line, or says in a sentence why not."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from adtracker.errors import ExchangeError

# Twenty years of days with a full note on each.
LIMIT_MEGABYTES = 100
_MEGABYTE = 1024 * 1024
_UTF8 = "utf-8-sig"
# Reads a text again from its beginning, line by line, with line ends as they are. Raises ExchangeError on the way.
Lines = Callable[[], Iterator[str]]


@contextmanager
def reading(file: Path) -> Iterator[None]:
    """Say in a sentence why a file cannot be read: it is gone, or the disk fails. Raises ExchangeError."""
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        raise ExchangeError("exchange.cannot_read", file=file, reason=reason(error)) from None


def read_text_file(file: Path, megabytes: int = LIMIT_MEGABYTES) -> str:
    """The text of a UTF-8 file of at most that size, with its line ends as they are. Raises ExchangeError."""
    limit = megabytes * _MEGABYTE
    try:
        with file.open("rb") as source:
            data = source.read(limit + 1) if file.stat().st_size <= limit else None
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        raise ExchangeError("exchange.cannot_read", file=file, reason=reason(error)) from None
    if data is None or len(data) > limit:
        raise ExchangeError("exchange.too_large", file=file, megabytes=megabytes)
    try:
        return data.decode(_UTF8)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ExchangeError("exchange.not_utf8", file=file, line=line) from None


def lines_of(file: Path, megabytes: int = LIMIT_MEGABYTES, encoding: str = _UTF8) -> Lines:
    """A file line by line, so that a long one takes no memory; a UTF-8 file that can be read only once is kept."""
    if file.is_file():
        return lambda: _read_lines(file, megabytes, encoding)
    return lines_in(read_text_file(file, megabytes))


def lines_in(text: str) -> Lines:
    """A text line by line."""
    return lambda: iter(io.StringIO(text, newline=""))


def _read_lines(file: Path, megabytes: int, encoding: str) -> Iterator[str]:
    left = megabytes * _MEGABYTE
    try:
        if file.stat().st_size > left:
            raise ExchangeError("exchange.too_large", file=file, megabytes=megabytes)
        with file.open(encoding=encoding, newline="") as source:
            while line := source.readline(left + 1):
                left -= len(line)
                if left < 0:  # it grew while it was read
                    raise ExchangeError("exchange.too_large", file=file, megabytes=megabytes)
                yield line
    except UnicodeDecodeError:
        raise ExchangeError("exchange.not_utf8", file=file, line=_bad_line(file)) from None
    except OSError as error:
        raise ExchangeError("exchange.cannot_read", file=file, reason=reason(error)) from None


def _bad_line(file: Path) -> int:
    """The first line that is not UTF-8."""
    with file.open("rb") as source:
        for number, line in enumerate(source, start=1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    return 1  # it is UTF-8 by now


def reason(error: Exception) -> str:
    """What the system says, without the path that stands in the sentence already."""
    return getattr(error, "strerror", None) or str(error)
