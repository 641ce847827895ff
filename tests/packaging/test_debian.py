"""Missing system libraries are found without loading them, and never installed behind a person's back."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import PySide6
import pytest

import debian
import dev
from listening import stage
from proof import verify

QT = Path(PySide6.__path__[0]) / "Qt"
# On every Debian: what apt, dpkg and Python themselves stand on.
ALWAYS_THERE = re.compile(r"ld-linux.*|lib(c|m|dl|pthread|rt|resolv|gcc_s|stdc\+\+|z|zstd)\.so\.\d+")

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux libraries")


def cache_of(libraries: Iterable[str]) -> bytes:
    return b"glibc-ld.so.cache1.1" + b"".join(b"\0/usr/lib/" + each.encode() for each in libraries) + b"\0"


def needed_by(file: Path) -> set[str]:
    """The names of libraries in a library's own table of strings."""
    return {name.decode() for name in re.findall(rb"\0([\w.+-]+\.so\.\d+)(?=\0)", file.read_bytes())}


def test_nothing_is_missing_where_the_loader_knows_everything() -> None:
    assert debian.missing_packages(cache_of(debian.LIBRARIES)) == []


@pytest.mark.parametrize("library", debian.LIBRARIES)
def test_one_absent_library_names_its_package(library: str) -> None:
    rest = [each for each in debian.LIBRARIES if each != library]
    assert debian.missing_packages(cache_of(rest)) == [debian.LIBRARIES[library]]


def test_a_longer_name_is_not_taken_for_a_shorter_one() -> None:
    others = [each for each in debian.LIBRARIES if each != "libGL.so.1"]
    assert debian.missing_packages(cache_of([*others, "libGL.so.1.7.0", "notlibGL.so.1"])) == ["libgl1"]


@on_linux
def test_agrees_with_the_loader_of_this_machine() -> None:
    ldconfig = shutil.which("ldconfig", path="/sbin:/usr/sbin:/usr/bin")
    if ldconfig is None or not debian.LOADER_CACHE.exists():
        pytest.skip("no loader cache here")
    listing = subprocess.run([ldconfig, "-p"], check=True, capture_output=True, text=True).stdout
    known = {line.split()[0] for line in listing.splitlines() if "=>" in line}
    missing = {package for library, package in debian.LIBRARIES.items() if library not in known}
    assert debian.missing_packages(debian.LOADER_CACHE.read_bytes()) == sorted(missing)


@on_linux
@pytest.mark.parametrize("platform", ["xcb", "wayland", "offscreen"])
def test_the_table_covers_what_this_qt_loads(platform: str) -> None:
    todo, seen = {QT / "plugins" / "platforms" / f"libq{platform}.so"}, set[Path]()
    outside = set[str]()
    while todo:
        file = todo.pop()
        seen.add(file)
        names = needed_by(file)
        inside = {QT / "lib" / name for name in names if (QT / "lib" / name).exists()}
        outside |= names - {path.name for path in inside}
        todo |= inside - seen
    assert "libX11.so.6" in outside
    assert {name for name in outside if not ALWAYS_THERE.fullmatch(name)} <= debian.LIBRARIES.keys()


@on_linux
def test_without_rights_it_stops_with_the_command_to_copy() -> None:
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[1]); import debian, messages\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "os.environ['PATH'] = ''\n"
        "try: debian.provide(['libegl1', 'libgl1'], 'Needed')\n"
        "except messages.SetupError as error: print(error)"
    )
    command = [sys.executable, "-c", code, str(dev.ROOT / "packaging")]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert said.startswith("Needed: libegl1 libgl1.\n")
    assert "sudo apt-get update && sudo apt-get install -y libegl1 libgl1" in said


@pytest.mark.parametrize("needed", [stage.NEEDED, verify.NEEDED], ids=["to listen", "to prove"])
def test_a_missing_tool_is_named_by_the_package_that_debian_has(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, needed: dict[str, str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    commands = {thing for thing in needed if "/" not in thing}
    assert {needed[thing] for thing in commands} <= set(debian.packages_of_missing(needed))
    for thing in commands:
        (tmp_path / thing).touch(mode=0o755)
    assert not {needed[thing] for thing in commands} & set(debian.packages_of_missing(needed))
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9.+-]+", package) for package in needed.values())
