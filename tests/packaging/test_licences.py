"""The licences that About shows are those of what is shipped: of the lock file, as the installed packages say them."""

from importlib.metadata import PackageNotFoundError, metadata

import pytest

import licences
from adtracker.about import parts
from adtracker.resources import Texts, read_toml

SHOWN = read_toml("about", "packages.toml")


def test_the_packages_are_those_of_the_lock_file_that_run_the_program() -> None:
    assert {name: one["version"] for name, one in SHOWN.items()} == {
        name: ", ".join(versions) for name, versions in licences.shipped().items()
    }


def test_what_only_builds_the_program_is_not_shipped() -> None:
    assert {"hatchling", "pathspec", "trove-classifiers"} <= set(licences.locked()) - set(SHOWN)


@pytest.mark.parametrize("name", SHOWN)
def test_each_licence_is_what_the_package_says(name: str) -> None:
    try:
        assert SHOWN[name]["licence"] == licences.licence(metadata(name))
    except PackageNotFoundError:
        pytest.skip("for another system")


def test_a_part_that_lies_in_a_package_names_one_that_is_shipped() -> None:
    within = {one["within"] for one in read_toml("about", "parts.toml")["parts"]} - {""}
    assert within <= set(SHOWN)
    assert {part.name for part in parts(Texts())} > set(SHOWN)


def test_the_file_is_written_as_it_stands() -> None:
    assert licences.TARGET.read_text(encoding="utf-8") == licences.as_toml()
