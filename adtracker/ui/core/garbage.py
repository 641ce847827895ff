"""When Python may look for garbage: only while all that could find any is the window's thread.

It looks on whichever thread happens to ask for memory, and deletes there what it finds. A timer of the window that is
deleted on a thread that works for it goes on ticking for nobody, and the program ends in a crash.
"""

from __future__ import annotations

import gc


class GarbagePause:
    """One reason not to look. It is looked again when no reason is left. For the window's thread alone: where Python
    is let look again, it may do so at once."""

    _pauses = 0

    def __init__(self) -> None:
        self._is_on = False

    @property
    def is_on(self) -> bool:
        """Whether this is a reason now."""
        return self._is_on

    def begin(self) -> None:
        """Look no more, if not already."""
        if not self._is_on:
            self._is_on = True
            GarbagePause._pauses += 1
            gc.disable()

    def end(self) -> None:
        """This is no reason any more."""
        if self._is_on:
            self._is_on = False
            GarbagePause._pauses -= 1
            if not GarbagePause._pauses:
                gc.enable()
