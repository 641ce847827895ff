"""Where a file is, in words."""

from __future__ import annotations

import os
from pathlib import Path

# Lets a long place go on in the next line, and is not seen.
_BREAK = "\u200b"


def place_words(file: Path) -> str:
    """The whole name of a file, which may be broken after each folder."""
    return str(file).replace(os.sep, os.sep + _BREAK)
