"""What was never run says so before anything else, and agrees with the rest in what it names."""

import plistlib
import re

import pytest

import dev

NOT_RUN = (
    ".github/workflows/packages.yml",
    "packaging/macos/build.sh",
    "packaging/macos/entitlements.plist",
    "packaging/windows/adtracker.iss",
    "packaging/windows/build.ps1",
)


def text(path: str) -> str:
    return (dev.ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", NOT_RUN)
def test_a_recipe_that_was_not_run_says_so_in_its_first_line(path: str) -> None:
    assert "Not run yet" in text(path).splitlines()[0]


def test_every_recipe_is_looked_at() -> None:
    folders = [dev.ROOT / "packaging" / system for system in ("macos", "windows")]
    there = {path.relative_to(dev.ROOT).as_posix() for folder in folders for path in folder.iterdir()}
    assert there == {path for path in NOT_RUN if path.startswith("packaging")}


def test_what_the_recipes_call_is_there() -> None:
    for path in NOT_RUN:
        for name in re.findall(r"packaging[/\\][\w./\\]+\.\w+", text(path)):
            assert (dev.ROOT / name.replace("\\", "/")).exists(), f"{path} names {name}"


def test_the_rights_of_the_program_on_macos_hold_no_network() -> None:
    rights = plistlib.loads(text("packaging/macos/entitlements.plist").encode())
    assert rights
    assert not [name for name in rights if "network" in name or "files" in name or "device" in name]


def test_every_system_knows_the_same_kind_of_file() -> None:
    assert "adtracker.diary" in text("packaging/windows/adtracker.iss")
    assert '"CFBundleTypeExtensions": ["diary"]' in text("packaging/adtracker.spec")
    assert '<glob pattern="*.diary"/>' in text("packaging/linux/adtracker.mime.xml")
