"""The wheel carries what the app reads beside its code, and finds it there, far from any checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import adtracker
import dev


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the built wheel as an installation would lay it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=dev.ROOT)
    (wheel,) = folder.glob("*.whl")
    assert wheel.name == f"adtracker-{adtracker.__version__}-py3-none-any.whl"
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def files(folder: Path) -> set[str]:
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and file.suffix != ".pyc" and not file.name.startswith(".")
    }


def test_carries_every_resource_and_module(unpacked: Path) -> None:
    assert files(unpacked / "adtracker" / "_resources") == files(dev.ROOT / "resources") != set()
    modules = {name for name in files(unpacked / "adtracker") if not name.startswith("_resources/")}
    assert modules == files(dev.ROOT / "adtracker")


def test_carries_nothing_but_the_package(unpacked: Path) -> None:
    assert {path.name.split("-")[0] for path in unpacked.iterdir()} == {"adtracker"}


def test_finds_its_own_resources(unpacked: Path, tmp_path: Path) -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); from adtracker import resources; print(resources.root())"
    command = [sys.executable, "-c", code, str(unpacked)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert Path(said.strip()) == unpacked / "adtracker" / "_resources"
