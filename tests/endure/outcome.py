"""What came of many rounds of one action."""

from __future__ import annotations

from typing import NamedTuple


class Outcome(NamedTuple):
    """At how many moments it could have ended, how many were tried, and what was wrong, a sentence each."""

    moments: int
    rounds: int
    failed: list[str]

    @property
    def wrong(self) -> int:
        """In how many rounds something was."""
        return len({sentence.partition(":")[0] for sentence in self.failed})
