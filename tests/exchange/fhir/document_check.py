"""What a document of FHIR R4 must be beside well-formed resources, which another library looks at: twenty lines."""

from collections.abc import Iterator
from typing import Any

import fhirkit

Element = dict[str, Any]


def problems(bundle: Element) -> list[str]:
    """All that is wrong with a document; none if another program may rely on it."""
    found = [str(issue) for issue in fhirkit.validate(bundle)]
    entries = bundle.get("entry") or [{}]
    urls = [one.get("fullUrl") for one in entries]
    resources = [one.get("resource", {}) for one in entries]
    identifier = bundle.get("identifier", {})
    facts = {
        "a Bundle that is a document": bundle.get("resourceType") == "Bundle" and bundle.get("type") == "document",
        "with an identifier": bool(identifier.get("system") and identifier.get("value")),
        "with its time": bool(bundle.get("timestamp")),
        "the Composition first": resources[0].get("resourceType") == "Composition",
        "every fullUrl there, and once": len(set(urls)) == len(urls) and None not in urls,
        "every fullUrl that of its resource": urls == [f"urn:uuid:{one.get('id')}" for one in resources],
        "every reference leads to an entry": set(_all(resources, "reference")) <= set(urls),
        "every entry listed": set(urls[1:]) <= set(_all(resources[:1], "reference")),
        "no linkId twice in a form": all(len(set(links)) == len(links) for links in map(_links, resources)),
    }
    return found + [fact for fact, holds in facts.items() if not holds]


def _links(resource: Element) -> list[str]:
    return list(_all(resource.get("item", []), "linkId"))


def _all(found: Any, name: str) -> Iterator[str]:
    """Every value under a name, however deep."""
    for inner in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        yield from _all(inner, name)
    if isinstance(found, dict) and name in found:
        yield found[name]
