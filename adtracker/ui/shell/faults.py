"""What happens when the program itself is wrong: noted without diary content, said in the window, and on it goes."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from adtracker import __version__, logs
from adtracker.errors import AdtrackerError


class Faults(QObject):
    """Catches what nobody caught, in any thread; the signals come on the window's thread.

    `happened` says that the program was wrong; `failed` carries an AdtrackerError: it was the world.
    """

    happened = Signal()
    failed = Signal(object)

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def remove(self) -> None:
        """Leave faults to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logs.fault(error, __version__)
        if isinstance(error, AdtrackerError):
            self.failed.emit(error)
        else:
            self.happened.emit()

    def _caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._caught(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
