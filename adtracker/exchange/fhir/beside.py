"""What a resource of FHIR has no place for stands beside it, in extensions of our own, so that nothing is lost.

A field that its resource gives back as it was needs none. Which ones do is found by reading what was written.
"""

from __future__ import annotations

import json
from typing import Any

from adtracker.exchange.codec import Data
from adtracker.exchange.fhir.elements import Element, fits, number, own

_FIELD, _AS_JSON = own("field:"), own("json:")
_BLANK: tuple[Any, ...] = (None, "", {})


def beside(data: Data, told: Data) -> list[Element]:
    """Extensions for what a resource does not tell as it is."""
    names = dict.fromkeys([*data, *told])
    return [_extension(name, data.get(name)) for name in names if not _same(data.get(name), told.get(name))]


def _same(value: Any, told: Any) -> bool:
    return bool(value == told) or (value in _BLANK and told in _BLANK)


def _extension(name: str, value: Any) -> Element:
    if isinstance(value, bool):
        return {"url": _FIELD + name, "valueBoolean": value}
    if isinstance(value, int | float):
        return {"url": _FIELD + name, "valueDecimal": number(value)}
    if isinstance(value, str) and fits(value):
        return {"url": _FIELD + name, "valueString": value}
    return {"url": _AS_JSON + name, "valueString": json.dumps(value)}


def read_beside(resource: Element) -> Data:
    """The opposite: the fields that stand beside a resource."""
    found: Data = {}
    for one in resource.get("extension", ()):
        url = one.get("url", "")
        if url.startswith(_FIELD):
            values = (value for name, value in one.items() if name.startswith("value"))
            found[url.removeprefix(_FIELD)] = next(values, None)
        elif url.startswith(_AS_JSON):
            found[url.removeprefix(_AS_JSON)] = json.loads(one["valueString"])
    return found
