"""Larger and smaller text, a step at a time."""

from __future__ import annotations

from adtracker.settings import TEXT_PERCENTS
from adtracker.ui.core.preferences import Preferences


class TextSize:
    """Goes along the sizes that there are, and stays at the ends."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def larger(self) -> None:
        """The next larger size."""
        self._step(1)

    def smaller(self) -> None:
        """The next smaller size."""
        self._step(-1)

    def normal(self) -> None:
        """The size that the program begins with."""
        self._preferences.change(text_percent=TEXT_PERCENTS[0])

    def _step(self, step: int) -> None:
        place = TEXT_PERCENTS.index(self._preferences.value.text_percent) + step
        self._preferences.change(text_percent=TEXT_PERCENTS[min(max(place, 0), len(TEXT_PERCENTS) - 1)])
