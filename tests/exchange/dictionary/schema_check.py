"""A reader of JSON Schema, as much of it as our own schema uses: what is wrong with a value, by its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
_FORMATS = {"date": date.fromisoformat, "date-time": datetime.fromisoformat}
_KNOWN = {
    *("$schema", "title", "description", "type", "enum", "anyOf", "minimum", "maximum", "maxLength", "format"),
    *("properties", "required", "additionalProperties", "items"),
}


def wrong_with(value: Any, schema: dict[str, Any], place: str = "") -> list[str]:
    """The places that do not fit."""
    assert schema.keys() <= _KNOWN, schema.keys() - _KNOWN
    if "anyOf" in schema:
        return [] if any(not wrong_with(value, one, place) for one in schema["anyOf"]) else [place]
    if "enum" in schema and value not in schema["enum"]:
        return [place]
    if "type" in schema and not _is_of_type(value, schema["type"]):
        return [place]
    return [*_limits(value, schema, place), *_inside(value, schema, place)]


def _is_of_type(value: Any, types: str | list[str]) -> bool:
    named = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return "boolean" in named
    return any(isinstance(value, _TYPES[one]) for one in named)


def _limits(value: Any, schema: dict[str, Any], place: str) -> Iterator[str]:
    if isinstance(value, int | float) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield place
    if isinstance(value, str):
        if len(value) > schema.get("maxLength", len(value)):
            yield place
        if "format" in schema:
            try:
                _FORMATS[schema["format"]](value)
            except ValueError:
                yield place


def _inside(value: Any, schema: dict[str, Any], place: str) -> Iterator[str]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from wrong_with(item, schema.get("items", {}), f"{place}[{index}]")
    if not isinstance(value, dict):
        return
    yield from (f"{place}.{name}" for name in schema.get("required", ()) if name not in value)
    more = schema.get("additionalProperties", True)
    for name, item in value.items():
        known = schema.get("properties", {}).get(name, more)
        if known is False:
            yield f"{place}.{name}"
        elif known is not True:
            yield from wrong_with(item, known, f"{place}.{name}")
