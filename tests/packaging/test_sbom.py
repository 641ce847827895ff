"""The list of all that is shipped says what the lock file says: every package, every version, every hash."""

import json
from typing import Any

import pytest

import dev
from environment import Level
from sbom import read_lock, sbom

LOCK = dev.HERE.lock_file(Level.RUNTIME)


@pytest.fixture(scope="module")
def said() -> Any:
    return json.loads(sbom("1.2.3", LOCK.read_text(encoding="utf-8")))


def test_is_equal_to_the_lock_file_line_by_line(said: Any) -> None:
    lines = []
    for each in said["components"]:
        marker = "".join(f" ; {one['value']}" for one in each.get("properties", ()))
        hashes = [f"    --hash=sha256:{one['content']}" for one in each["hashes"]]
        lines.append(" \\\n".join([f"{each['name']}=={each['version']}{marker}", *hashes]))
    assert "\n".join(lines) + "\n" == LOCK.read_text(encoding="utf-8")


def test_says_what_it_is_and_whose(said: Any) -> None:
    assert (said["bomFormat"], said["specVersion"], said["version"]) == ("CycloneDX", "1.6", 1)
    own = said["metadata"]["component"]
    assert (own["type"], own["name"], own["version"]) == ("application", "adtracker", "1.2.3")
    (depends,) = said["dependencies"]
    assert depends == {"ref": own["bom-ref"], "dependsOn": [each["bom-ref"] for each in said["components"]]}
    references = [own["bom-ref"], *depends["dependsOn"]]
    assert len(set(references)) == len(references)


def test_two_versions_of_one_package_are_told_apart_by_their_marker() -> None:
    first, second = read_lock("a==1 ; x < '3' \\\n    --hash=sha256:" + "0" * 64 + "\na==2 ; x >= '3' \\\n")
    assert (first.purl, first.marker, first.hashes) == ("pkg:pypi/a@1", "x < '3'", ("0" * 64,))
    assert (second.purl, second.marker, second.hashes) == ("pkg:pypi/a@2", "x >= '3'", ())


def test_the_same_lock_gives_the_same_bytes() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert sbom("1", text) == sbom("1", text) != sbom("2", text)
