"""How much work a try at a password is: as much as half a second of this computer allows, within what all can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from adtracker.protection.words import KEY_BYTES

MIB = 1024
# RFC 9106, section 4: three passes over 64 MiB in four lanes are the choice for where memory is scarce.
FLOOR_KIB, FLOOR_PASSES, LANES = 64 * MIB, 3, 4
# A small laptop must be able to open what a large one wrote.
CEILING_KIB, CEILING_PASSES = 256 * MIB, 64
SHORTEST_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of Argon2id: memory in KiB, passes over it, lanes."""

    memory_kib: int = FLOOR_KIB
    passes: int = FLOOR_PASSES
    lanes: int = LANES

    @property
    def is_fair(self) -> bool:
        """Whether it is worth something, and no computer chokes on it."""
        return (
            FLOOR_KIB <= self.memory_kib <= CEILING_KIB
            and FLOOR_PASSES <= self.passes <= CEILING_PASSES
            and self.lanes == LANES
        )


def stretch(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """The key that a password gives: 32 bytes, after the work that `cost` says."""
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 -- a plain diary opens without it

    return hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)


def calibrated(seconds_of: Callable[[Cost], float]) -> Cost:
    """The cost that takes 0.5 to 1 second by `seconds_of`: first more memory, then more passes; never under the floor.

    A slow computer takes longer than a second for the floor, a very fast one less than half a second for the most.
    """
    cost = Cost()
    seconds = seconds_of(cost)
    while seconds < SHORTEST_SECONDS and cost.memory_kib < CEILING_KIB:
        cost = replace(cost, memory_kib=cost.memory_kib * 2)
        seconds = seconds_of(cost)
    if seconds < SHORTEST_SECONDS:
        per_pass = seconds / cost.passes
        passes = min(CEILING_PASSES, int(SHORTEST_SECONDS / per_pass) + 1)
        cost = replace(cost, passes=max(passes, cost.passes))
    return cost
