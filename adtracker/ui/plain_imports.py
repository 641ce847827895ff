"""Imports at their normal speed, for the large packages that are loaded once the window stands.

PySide6 replaces Python's `__import__` by one that reads the source of every module imported from then on, to see
whether it asks for PySide6's other spelling of names (napari's issue 8584 traces it). Nothing here does, and for
SQLAlchemy it costs half as much again as the import itself.
"""

from __future__ import annotations

import builtins
import importlib
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def plain_imports() -> Iterator[None]:
    """Import as if PySide6 had not been loaded."""
    hooked = builtins.__import__
    builtins.__import__ = importlib.__import__
    try:
        yield
    finally:
        builtins.__import__ = hooked
