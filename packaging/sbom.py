"""The list of all that is shipped (SBOM, CycloneDX JSON), made from the lock file and from nothing else.

Every wheel carries it where PEP 770 has it (`.dist-info/sboms/`, see hatch_wheel.py). It holds no time and no number
made up on the day, so that the same lock gives the same bytes.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

FILE_NAME = "adtracker.cdx.json"
_PIN = re.compile(r"(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\]+?))?(?: \\)?$")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Locked:
    """One pin of a lock file: the marker says on which Pythons (empty: on all), the hashes are those of its files."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    @property
    def purl(self) -> str:
        """Its name among all packages there are (purl)."""
        return f"pkg:pypi/{self.name}@{self.version}"


def read_lock(text: str) -> list[Locked]:
    """The pins of a lock file, in its order."""
    return list(_pins(text.splitlines()))


def _pins(lines: list[str]) -> Iterator[Locked]:
    starts = [place for place, line in enumerate(lines) if _PIN.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        pin = _PIN.match(lines[start])
        assert pin is not None, "chosen by this pattern"
        hashes = _HASH.findall("\n".join(lines[start:end]))
        yield Locked(pin["name"], pin["version"], pin["marker"] or "", tuple(hashes))


def sbom(version: str, lock: str) -> str:
    """The list for one version of adtracker, of the text of its lock file."""
    pins = read_lock(lock)
    own = f"pkg:pypi/adtracker@{version}"
    program = {"type": "application", "bom-ref": own, "name": "adtracker", "version": version, "purl": own}
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**program, "licenses": [{"license": {"id": "MIT"}}]}},
        "components": [_component(pin) for pin in pins],
        "dependencies": [{"ref": own, "dependsOn": [pin.purl for pin in pins]}],
    }
    return json.dumps(content, indent=2) + "\n"


def _component(pin: Locked) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": pin.purl,
        "name": pin.name,
        "version": pin.version,
        "purl": pin.purl,
        "hashes": [{"alg": "SHA-256", "content": content} for content in pin.hashes],
    }
    if pin.marker:
        component["properties"] = [{"name": "adtracker:marker", "value": pin.marker}]
    return component
