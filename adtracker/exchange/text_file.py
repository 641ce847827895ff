"""Reads a file from elsewhere as text, or says in a sentence why not."""

from __future__ import annotations

from pathlib import Path

from adtracker.errors import ExchangeError

# Twenty years of days with a full note on each.
LIMIT_MEGABYTES = 100
_MEGABYTE = 1024 * 1024


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
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ExchangeError("exchange.not_utf8", file=file, line=line) from None


def reason(error: Exception) -> str:
    """What the system says, without the path that stands in the sentence already."""
    return getattr(error, "strerror", None) or str(error)
