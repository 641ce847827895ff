"""What is installed is pinned, hashed, complete, and says nothing about where anybody's packages come from."""

import re
import tomllib
from typing import Any

import pytest

import dev
from environment import Level

PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[^\s;]+)(?P<marker> ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def lines(level: Level) -> list[str]:
    return dev.HERE.lock_file(level).read_text(encoding="utf-8").splitlines()


def pins(level: Level) -> set[tuple[str | Any, ...]]:
    return {found.groups() for found in map(PIN.match, lines(level)) if found}


def project() -> dict[str, Any]:
    return tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def normal_name(requirement: str) -> str:
    name = re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("level", Level)
def test_holds_exact_pins_with_hashes_and_nothing_else(level: Level) -> None:
    previous = ""
    for line in lines(level):
        assert PIN.match(line) or HASH.match(line), f"no pin and no hash: {line}"
        assert HASH.match(line) or not previous.endswith("=="), line
        if PIN.match(previous):
            assert HASH.match(line), f"without a hash: {previous}"
        previous = line
    assert HASH.match(previous)


@pytest.mark.parametrize("level", Level)
def test_names_no_address(level: Level) -> None:
    assert "://" not in "\n".join(lines(level))


def test_runtime_lock_holds_every_dependency_and_what_builds_the_project() -> None:
    wanted = project()["project"]["dependencies"] + dev.build_requirements().splitlines()
    assert {normal_name(each) for each in wanted} <= {pin[0] for pin in pins(Level.RUNTIME)}


@pytest.mark.parametrize(("level", "extra"), [(Level.DEV, "dev"), (Level.BUILD, "build")])
def test_locks_of_tools_hold_every_tool_and_the_runtime_lock(level: Level, extra: str) -> None:
    wanted = project()["project"]["optional-dependencies"][extra]
    assert {normal_name(each) for each in wanted} <= {pin[0] for pin in pins(level)}
    assert pins(Level.RUNTIME) < pins(level)


def test_no_tool_is_a_dependency() -> None:
    extras = project()["project"]["optional-dependencies"].values()
    tools = {normal_name(each) for extra in extras for each in extra}
    assert not tools & {pin[0] for pin in pins(Level.RUNTIME)}
