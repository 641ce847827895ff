"""How a person set that days are counted; whoever looks back counts by the same."""

from __future__ import annotations

from dataclasses import dataclass

from adtracker.domain.statistics.summary import MINIMUM_DAYS
from adtracker.settings import Settings


@dataclass(frozen=True, slots=True)
class Conventions:
    """How many recorded days of seven make an average, and from which worst itch on a day counts as one with itch."""

    minimum: int = MINIMUM_DAYS
    itch_from: int = 2

    @classmethod
    def of(cls, settings: Settings) -> Conventions:
        """Those of this computer."""
        return cls(settings.minimum_days, settings.itch_counts_from)


USUAL = Conventions()
