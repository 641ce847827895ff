"""What came of many rounds of one action."""

from __future__ import annotations

from typing import NamedTuple


class Outcome(NamedTuple):
    """At how many moments it could have ended, how many were tried, and what was wrong, a sentence each."""

    moments: int
    rounds: int
    failed: list[str]
