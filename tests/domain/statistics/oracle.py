"""scipy's statistics, loaded by the tests that ask them: they bring 90 MB along, which no other worker needs."""

from typing import Any


def scipy_stats() -> Any:
    """`scipy.stats`."""
    from scipy import stats  # noqa: PLC0415 -- see above

    return stats
