"""Reads JSON text strictly: what would be lost or guessed at on the way is refused."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from adtracker.errors import ExchangeError
from adtracker.exchange.values import shown


def read_json(text: str) -> Any:
    """What the text says. Raises ExchangeError if it is not JSON, or if an object has a name twice."""
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise ExchangeError("exchange.not_json", line=error.lineno) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets in brackets without end
        raise ExchangeError("exchange.endless") from None


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names are all different: of two values one would be dropped without a word."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ExchangeError("exchange.name_twice", name=shown(name))
        found[name] = value
    return found
