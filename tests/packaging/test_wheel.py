"""The wheel carries what the app reads beside its code, and finds it there, far from any checkout."""

import configparser
import json
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import adtracker
import dev
from environment import Level
from sbom import FILE_NAME


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
    resources = {name for name in files(dev.ROOT / "resources") if not name.endswith(".po")}  # what is made of them is
    assert files(unpacked / "adtracker" / "_resources") == resources != set()
    modules = {name for name in files(unpacked / "adtracker") if not name.startswith("_resources/")}
    assert modules == files(dev.ROOT / "adtracker")


def test_carries_nothing_but_the_package(unpacked: Path) -> None:
    assert {path.name.split("-")[0] for path in unpacked.iterdir()} == {"adtracker"}


def test_says_what_it_was_locked_with_and_under_which_licence(unpacked: Path) -> None:
    (info,) = unpacked.glob("*.dist-info")
    assert (info / "licenses" / "LICENSE").read_bytes() == (dev.ROOT / "LICENSE").read_bytes()
    said = json.loads((info / "sboms" / FILE_NAME).read_text(encoding="utf-8"))
    assert said["metadata"]["component"]["version"] == adtracker.__version__
    assert [f"{each['name']}=={each['version']}" for each in said["components"]] == [
        line.split()[0] for line in dev.HERE.lock_file(Level.RUNTIME).read_text().splitlines() if "==" in line
    ]


def test_starts_with_and_without_a_console(unpacked: Path) -> None:
    (info,) = unpacked.glob("*.dist-info")
    said = configparser.ConfigParser()
    said.read_string((info / "entry_points.txt").read_text(encoding="utf-8"))
    start = "adtracker.__main__:main"
    assert dict(said["console_scripts"]) == {"adtracker": start}
    assert dict(said["gui_scripts"]) == {"adtracker-window": start}


@pytest.mark.slow
def test_the_source_archive_makes_the_same_wheel(unpacked: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(tmp_path)]
    subprocess.run([*build, "-t", "sdist"], check=True, capture_output=True, cwd=dev.ROOT)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as sources:
        sources.extractall(tmp_path, filter="data")
    subprocess.run([*build, "-t", "wheel"], check=True, capture_output=True, cwd=archive.parent / archive.name[:-7])
    (wheel,) = tmp_path.glob("*.whl")
    (first,) = unpacked.parent.glob("*.whl")
    assert wheel.read_bytes() == first.read_bytes()


def test_finds_its_own_resources(unpacked: Path, tmp_path: Path) -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); from adtracker import resources; print(resources.root())"
    command = [sys.executable, "-c", code, str(unpacked)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert Path(said.strip()) == unpacked / "adtracker" / "_resources"
