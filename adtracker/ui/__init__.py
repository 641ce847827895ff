"""The window: the only room, with app.py, that knows Qt.

PySide6 replaces Python's `__import__` by one that reads the source of every module imported from then on, to see
whether it asks for PySide6's other spelling of names (napari's issue 8584 traces it). Nothing here does, and it makes
the start of the program slower by a fifth. So Python's own is put back.
"""

import builtins

from PySide6 import QtCore as _QtCore  # noqa: F401 -- has replaced it by now

from adtracker import python_import

builtins.__import__ = python_import
