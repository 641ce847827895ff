"""What was typed into a form and is neither stored nor given up. It is no record: nothing reads it but its form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

# What a form's fields say, by the name that the form has for them.
Value = str | int | float | bool | None
Content = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Draft:
    """`form` names the form and what it asks about, such as "visit/12" or "visit/new"; `saved_at` has a time zone."""

    form: str
    content: Content
    saved_at: datetime
