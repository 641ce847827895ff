"""Counts how often a diary, or its photos, is asked: what costs a person time is the number of transactions."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, event


def transactions(work: Callable[[], object]) -> int:
    """How many transactions a piece of work takes, in all files."""
    begun: list[Connection] = []

    def note(connection: Connection) -> None:
        begun.append(connection)

    event.listen(Engine, "begin", note)
    try:
        work()
    finally:
        event.remove(Engine, "begin", note)
    return len(begun)
