"""What Linux is given: valid files, the same bytes every time, and scripts that never touch a diary."""

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import dev
import elf
import laying
from linux_packages import make_archive, make_deb
from messages import SetupError
from release import Release

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what is given to Linux is made there")

RELEASE = Release(dev.ROOT)
NEEDS = elf.Needs({"libX11.so.6": {"a plugin"}, "libEGL.so.1": {"another"}}, (2, 35))
PROGRAM = '#!/bin/sh\necho "opened: $*"\n'


@pytest.fixture
def onedir(tmp_path: Path) -> Path:
    """The shape of a packed program, with a script for a program."""
    folder = tmp_path / "packed" / "adtracker"
    (folder / "_internal").mkdir(parents=True)
    (folder / "adtracker").write_text(PROGRAM, encoding="utf-8")
    (folder / "adtracker").chmod(0o700)
    (folder / "_internal" / "libthing.so.1").write_bytes(b"a library")
    (folder / "libthing.so").symlink_to("_internal/libthing.so.1")
    return folder


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not here")
    return found


def made(onedir: Path, folder: Path) -> tuple[bytes, bytes]:
    """Both, of a copy whose files are of another time and other rights."""
    again = folder / "copy" / "adtracker"
    shutil.copytree(onedir, again, symlinks=True)
    for path in again.rglob("*.so*"):
        if not path.is_symlink():
            path.chmod(0o640)
            os.utime(path, (1, 1))
    folder.joinpath("dist").mkdir()
    archive = make_archive(RELEASE, again, folder, folder / "dist")
    return archive.read_bytes(), make_deb(RELEASE, again, NEEDS, folder, folder / "dist").read_bytes()


@pytest.mark.slow
def test_two_builds_in_two_folders_are_equal_bit_for_bit(onedir: Path, tmp_path: Path) -> None:
    tool("dpkg-deb")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    assert made(onedir, tmp_path / "one") == made(onedir, tmp_path / "two")


def test_the_package_says_what_it_needs_and_lies_where_debian_has_it(onedir: Path, tmp_path: Path) -> None:
    tool("dpkg-deb")
    package = make_deb(RELEASE, onedir, NEEDS, tmp_path, tmp_path)
    said = subprocess.run(["dpkg-deb", "-f", package], check=True, capture_output=True, text=True).stdout
    assert f"Version: {RELEASE.version}\n" in said
    assert "Depends: libc6 (>= 2.35), libegl1, libx11-6\n" in said
    listing = subprocess.run(["dpkg-deb", "-c", package], check=True, capture_output=True, text=True).stdout
    assert {line.split()[1] for line in listing.splitlines()} == {"root/root"}
    for path in ("lib/adtracker/adtracker", "share/applications/adtracker.desktop", "share/man/man1/adtracker.1.gz"):
        assert f" ./usr/{path}\n" in listing
    assert " ./usr/bin/adtracker -> ../lib/adtracker/adtracker\n" in listing


def test_a_library_that_nobody_knows_stops_the_build() -> None:
    assert NEEDS.packages == ["libegl1", "libx11-6"]
    with pytest.raises(SetupError, match="libnews"):
        _ = elf.Needs({"libnews.so.1": {"a plugin"}}).packages


def test_needs_are_read_from_libraries(tmp_path: Path) -> None:
    tool("objdump")
    import PySide6  # noqa: PLC0415 -- of Linux, where this runs

    plugin = Path(PySide6.__path__[0]) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    shutil.copy(plugin, tmp_path)
    needs = elf.needs_of(tmp_path)
    assert "libQt6XcbQpa.so.6" in needs.libraries
    assert needs.glibc >= (2, 2)
    (tmp_path / "libQt6XcbQpa.so.6").touch()
    assert "libQt6XcbQpa.so.6" not in elf.needs_of(tmp_path).libraries


def test_every_gap_is_filled_and_every_file_well_formed(tmp_path: Path) -> None:
    laying.lay_shared(RELEASE, tmp_path)
    for file in tmp_path.rglob("*"):
        if file.suffix in (".xml", ".desktop"):
            assert "@" not in file.read_text(encoding="utf-8")
        if file.suffix == ".xml":
            ET.parse(file)
    (kind,) = ET.parse(tmp_path / "mime/packages/adtracker.xml").getroot()
    assert kind.attrib["type"] in (tmp_path / "applications/adtracker.desktop").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (["desktop-file-validate"], "applications/adtracker.desktop"),
        (["appstreamcli", "validate", "--no-net"], "metainfo/org.adtracker.adtracker.metainfo.xml"),
        (["xmllint", "--noout"], "mime/packages/adtracker.xml"),
    ],
)
def test_what_a_desktop_reads_is_valid(tmp_path: Path, words: list[str], file: str) -> None:
    tool(words[0])
    laying.lay_shared(RELEASE, tmp_path)
    done = subprocess.run([*words, tmp_path / file], check=False, capture_output=True, text=True)
    assert (done.returncode, "".join(done.stdout.split("✔ Validation was successful.\n")), done.stderr) == (0, "", "")


@pytest.fixture
def unpacked(onedir: Path, tmp_path: Path) -> Path:
    """The archive as a person unpacks it, in a folder with a blank in its name."""
    archive = make_archive(RELEASE, onedir, tmp_path, tmp_path)
    folder = tmp_path / "my downloads"
    folder.mkdir()
    subprocess.run(["tar", "-C", folder, "-xf", archive], check=True)
    return folder / RELEASE.packed_name


def called(script: Path, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    return subprocess.run([script], check=True, capture_output=True, text=True, env=environment)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_installs_for_one_person_again_and_away_and_leaves_the_diary(unpacked: Path, tmp_path: Path) -> None:
    home = tmp_path / "home of A & B"
    own = home / ".local/share/adtracker"
    own.mkdir(parents=True)
    (own / "diary.diary").write_bytes(b"what somebody wrote")
    before = files(home)
    called(unpacked / "install.sh", home)
    (home / ".local/lib/adtracker/old").touch()
    assert called(unpacked / "install.sh", home).stderr == ""
    shutil.rmtree(unpacked)
    assert not (home / ".local/lib/adtracker/old").exists()
    program = home / ".local/bin/adtracker"
    assert (
        subprocess.run([program, "my.diary"], check=True, capture_output=True, text=True).stdout == "opened: my.diary\n"
    )
    entry = (home / ".local/share/applications/adtracker.desktop").read_text(encoding="utf-8")
    assert f'Exec="{home}/.local/lib/adtracker/adtracker" %f\n' in entry
    said = called(home / ".local/lib/adtracker/uninstall.sh", home).stdout
    assert said == f"adtracker is gone. Your diary is where it was: {own}\n"
    left = {name: content for name, content in files(home).items() if "cache" not in name.lower()}
    assert {name: content for name, content in left.items() if not name.startswith(".local/share/mime/")} == before


def test_a_command_of_somebody_else_is_left_where_it_is(unpacked: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    called(unpacked / "install.sh", home)
    other = home / ".local/bin/adtracker"
    other.unlink()
    other.write_text("mine", encoding="utf-8")
    called(home / ".local/lib/adtracker/uninstall.sh", home)
    assert other.read_text(encoding="utf-8") == "mine"


def test_a_squeezed_package_holds_what_it_held(onedir: Path, tmp_path: Path) -> None:
    tool("dpkg-deb")
    package = make_deb(RELEASE, onedir, NEEDS, tmp_path, tmp_path)
    members = subprocess.run(["ar", "t", package], check=True, capture_output=True, text=True).stdout.split()
    assert members == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    subprocess.run(["dpkg-deb", "-x", package, tmp_path / "out"], check=True)
    assert files(tmp_path / "out") == {
        name: content for name, content in files(tmp_path / "deb").items() if not name.startswith("DEBIAN/")
    }
