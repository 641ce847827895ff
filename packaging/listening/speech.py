"""What Orca said and when, read from its log."""

import re
import time
from collections.abc import Callable
from pathlib import Path

# 17:01:02.123456 - SPEECH OUTPUT: 'Today radio button.'{'established': False}
_SPOKEN = re.compile(r"^([\d:.]+) - SPEECH OUTPUT: '(.*?)'(?:\{.*)?$", re.MULTILINE)
_QUIET_SECONDS = 1.2
_LONGEST_SECONDS = 60.0


def spoken(log: Path) -> list[tuple[str, str]]:
    """All of it, with the time of day. Orca writes in larger pieces, so the last of it may be lacking until it ends."""
    return [(when, words) for when, words in _SPOKEN.findall(log.read_text("utf-8", "replace")) if words]


def until_quiet(log: Path, wait: Callable[[float], None]) -> None:
    """Wait until Orca has nothing more to think about: it writes that down as well."""
    begin = last = time.monotonic()
    size = 0
    while (now := time.monotonic()) - last < _QUIET_SECONDS and now - begin < _LONGEST_SECONDS:
        wait(0.05)
        if (grown := log.stat().st_size) != size:
            size, last = grown, time.monotonic()
