"""Does not look for garbage while very many records are made: none of them is any, and each look goes through all."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_garbage() -> Iterator[None]:
    """For commands and what stands alone. In the window, `ui.core.garbage` sees to it for all long work."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
