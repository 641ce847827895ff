"""How long work tells how far it is, and hears whether anybody still waits for it."""

from __future__ import annotations

from collections.abc import Callable

# Told how much is done, 0 to 1; says whether to go on.
GoesOn = Callable[[float], bool]


class StoppedError(Exception):
    """Nobody waits for it any more: the work is given up, and leaves everything as it was."""


def unwatched(_share: float) -> bool:
    """Nobody looks: it goes on."""
    return True
