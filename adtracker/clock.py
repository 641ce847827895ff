"""The clock. Only app.py and cli.py read it; everything below is told what time it is."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def local_now() -> datetime:
    """The time here, with its zone; one that the traveller set while the program runs, too."""
    if hasattr(time, "tzset"):  # C asks once which zone it is, unless told to ask again; on Windows it asks each time
        time.tzset()
    return datetime.now(UTC).astimezone()
