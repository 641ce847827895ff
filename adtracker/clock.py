"""The clock. Only app.py and cli.py read it; everything below is told what time it is."""

from __future__ import annotations

from datetime import UTC, datetime


def local_now() -> datetime:
    """The time here, with its zone."""
    return datetime.now(UTC).astimezone()
