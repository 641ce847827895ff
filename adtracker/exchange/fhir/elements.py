"""The smallest elements of a resource: texts, numbers, codes, and which of them FHIR can hold as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

# A resource, or an element of one.
Element = dict[str, Any]

# Names of our own; no address, as nobody serves them.
OWN = "urn:adtracker"
LOINC, SNOMED, UCUM = "http://loinc.org", "http://snomed.info/sct", "http://unitsofmeasure.org"
SCORE_UNIT = "{score}"
_CODE = re.compile(r"[^\s\x00-\x1f]+( [^\s\x00-\x1f]+)*")


def own(name: str) -> str:
    """The name of one of our own lists of codes, or of an extension."""
    return f"{OWN}:{name}"


def fits(text: str) -> bool:
    """Whether FHIR's strings can hold a text letter for letter; none is empty."""
    return bool(text) and all(letter in " \t\r\n" or (letter >= " " and not letter.isspace()) for letter in text)


def readable(text: str) -> str:
    """A text as a FHIR string can hold it: other blanks are a space, and what is no letter at all is marked."""
    if fits(text):
        return text
    return "".join(
        letter if letter in " \t\r\n" or (letter >= " " and not letter.isspace()) else _stand_in(letter)
        for letter in text
    )


def _stand_in(letter: str) -> str:
    return " " if letter.isspace() and letter > "\x1f" else "\N{REPLACEMENT CHARACTER}"


def concept(text: str, system: str = "", code: str = "") -> Element:
    """Something by its words, and by its code where there is one that FHIR can hold."""
    found: Element = {}
    if _CODE.fullmatch(code):
        found["coding"] = [{"system": system, "code": code}]
    return found | said("text", text)


def code_of(found: Element, system: str) -> str | None:
    """The code that an element has in a list of codes; None without one."""
    return next((one["code"] for one in found.get("coding", ()) if one.get("system") == system), None)


def said(name: str, text: str | None) -> Element:
    """An element with a text; nothing for none, as no FHIR string is empty."""
    return {name: readable(text)} if text else {}


def number(value: float) -> float:
    """A number without a point where it needs none."""
    return int(value) if float(value).is_integer() else value


def quantity(value: float, unit: str, code: str = "") -> Element:
    """A number and what it is counted in; `code` is that of UCUM."""
    return {"value": number(value)} | said("unit", unit) | ({"system": UCUM, "code": code} if code else {})


def without_empty(found: Element) -> Element:
    """The same without what says nothing: FHIR has no empty lists, objects or texts."""
    return {name: value for name, value in found.items() if value not in (None, "", [], {})}


def only(found: Iterable[Element], name: str) -> Any:
    """What the first of some elements has under a name; None if there is none."""
    return next((one.get(name) for one in found), None)
