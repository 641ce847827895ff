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
    """`form` is the name of the form (`form_name`); `saved_at` has a time zone."""

    form: str
    content: Content
    saved_at: datetime


def form_name(kind: str, key: int | str | None) -> str:
    """What a form is called that asks about the record of a key, such as "visit/12", or about a new one: "visit"."""
    return kind if key is None else f"{kind}/{key}"


def worth_keeping(content: Content, before: Content, *, is_new: bool) -> Content:
    """What of a form has to be kept, given what stood in it `before` somebody typed: nothing where that stands again.

    Of a form about a record that is there, only what is other: the record may change until the form is opened again.
    A new record is kept whole: the day it was begun for must not become the day on which it is finished.
    """
    other = {name: value for name, value in content.items() if name not in before or before[name] != value}
    return dict(content) if other and is_new else other
