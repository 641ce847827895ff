"""Where a command puts what it made: into a file, complete or not at all, or to standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from adtracker.commands.context import CommandContext
from adtracker.exchange.created_file import write_created

STANDARD_OUTPUT = "-"


def put(desk: CommandContext, target: str, data: bytes) -> bool:
    """Write to a file, over what stands there, unless that is a diary; True if it went to a file.

    Raises ExchangeError; what was there is then as it was.
    """
    if target == STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        return False
    write_created(Path(target), data, desk.diary)
    return True
