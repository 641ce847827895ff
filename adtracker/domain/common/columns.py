"""Many values of one field at a time: what takes a while is done once for all that hold the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def made_once(held: Sequence[Any], make: Callable[[Any], T]) -> list[T]:
    """What is made of each value, made once for each object: values that are equal may be told apart by their type."""
    different = {id(value): value for value in held}
    if len(different) == len(held):
        return list(map(make, held))
    made = {key: make(value) for key, value in different.items()}
    return [made[id(value)] for value in held]
