"""Finds the key of a diary by what the person types on the page that asks for it, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from adtracker import paths, resources
from adtracker.errors import DAMAGED, AdtrackerError
from adtracker.resources import Texts
from adtracker.secrecy import forbid_core_dumps
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.header import looks_sealed
from adtracker.ui.core.tasks import Tasks
from adtracker.ui.shell.lock.locked_page import LockedPage

_WRONG = ("protection.password_wrong", "protection.words_wrong")


def needs_key(place: Path, error: AdtrackerError) -> bool:
    """Whether it is for want of its key that a diary could not be opened, or its damage cannot be looked into."""
    return error.key == "diary.protected" or (error.key == DAMAGED and looks_sealed(place))


class Unlocking(QObject):
    """The page that asks for the password of the diary at `place`; `found` is told the key, once.

    `locked_at` is the time at which it was locked, empty for one that was not open.
    """

    def __init__(self, place: Path, texts: Texts, found: Callable[[bytes], None], locked_at: str = "") -> None:
        super().__init__()
        forbid_core_dumps()
        self.page = LockedPage("" if locked_at else str(place), locked_at, place)
        self.tasks = Tasks()
        self._protection = Protection(place, paths.settings_file().parent)
        self._texts = texts
        self._found = found
        self.page.tried.connect(self._on_tried)

    def _on_tried(self, typed: str) -> None:
        find = self._by_words if self.page.asks_for_words else self._protection.key_of
        task = self.tasks.run(partial(find, typed))
        task.done.connect(self._on_found)
        task.failed.connect(self._on_refused)

    def _by_words(self, typed: str) -> bytes:
        key = resources.recovery_words().key(typed)
        self._protection.check(key)
        return key

    def _on_found(self, key: bytes) -> None:
        self.page.forget()
        self._found(key)

    def _on_refused(self, error: AdtrackerError) -> None:
        self.page.refuse(self._texts.error(error), is_wrong=error.key in _WRONG)
