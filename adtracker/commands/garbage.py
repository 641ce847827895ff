"""When a command does not have Python look for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def never_looked_for() -> Iterator[None]:
    """Not meanwhile: records never point at each other in a ring, so they are let go of without it, and to look through
    a hundred thousand of them again and again takes a tenth of an import."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
