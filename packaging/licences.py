"""Writes resources/about/packages.toml anew: every package that is shipped, with version and licence.

Run it with the program's own Python after the lock files were written. Names and versions are those of the lock file of
the program, licences what the installed packages say of themselves. What only builds the program is not shipped.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata, requires
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.txt"
TARGET = ROOT / "resources" / "about" / "packages.toml"

_PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[^\s;]+)")
_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*")
# Where a package names its licence in other words than SPDX has, or stands only in the text that comes with it.
_READ = {
    "colorama": "BSD-3-Clause",
    "defusedxml": "PSF-2.0",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "segno": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
}


def locked() -> Mapping[str, tuple[str, ...]]:
    """The versions of each package in the lock file: two where they differ by the version of Python."""
    found: dict[str, list[str]] = {}
    for line in LOCK.read_text(encoding="utf-8").splitlines():
        if pin := _PIN.match(line):
            found.setdefault(pin["name"], []).append(pin["version"])
    return {name: tuple(versions) for name, versions in found.items()}


def shipped() -> Mapping[str, tuple[str, ...]]:
    """Those of the lock file that the program needs to run, on any system."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted, versions = [normal_name(one) for one in project["dependencies"]], locked()
    found: dict[str, tuple[str, ...]] = {}
    while wanted:
        name = wanted.pop()
        if name in versions and name not in found:
            found[name] = versions[name]
            wanted += _needed_by(name)
    return dict(sorted(found.items()))


def normal_name(requirement: str) -> str:
    """The name at the beginning of a requirement, written as in a lock file."""
    named = _NAME.match(requirement)
    assert named is not None, requirement
    return re.sub(r"[-_.]+", "-", named[0]).lower()


def _needed_by(name: str) -> Iterator[str]:
    """What a package asks for, whatever the system; not what only its extras need."""
    try:
        asked = requires(name) or ()
    except PackageNotFoundError:  # it is for another system
        return
    yield from (normal_name(one) for one in asked if "extra ==" not in one)


def licence(about: PackageMetadata) -> str:
    """The licence that a package says it is under, as SPDX writes it. Raises LookupError where it says none."""
    name = normal_name(about["Name"])
    fields: Mapping[str, Any] = about.json
    said = _READ.get(name) or fields.get("license_expression") or fields.get("license") or ""
    if not said or "\n" in said:
        raise LookupError(f"{name} does not say its licence: read it, and name it in {Path(__file__).name}")
    return str(said)


def as_toml() -> str:
    """The whole file."""
    lines = ["# Written by packaging/licences.py from packaging/requirements.txt; do not edit."]
    for name, versions in shipped().items():
        lines.append(f'{name} = {{ version = "{", ".join(versions)}", licence = "{licence(metadata(name))}" }}')
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    TARGET.write_text(as_toml(), encoding="utf-8")
