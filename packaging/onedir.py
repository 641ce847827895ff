"""Makes the wheel, the source archive, and from the wheel the packed program: one folder with its own Python in it."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path

import icu
import slim
from elf import elf_files, is_elf
from environment import Environment
from messages import SetupError, say
from release import Release
from sbom import FILE_NAME
from typst_fonts import leave_out_fonts

_LGPL = ("LGPL-3", "GPL-3")  # Qt and PySide6 bring no text of theirs
_COMMON_LICENCES = Path("/usr/share/common-licenses")


def make_wheel_and_sdist(release: Release, environment: Environment, target: Path) -> Path:
    """Lay both into `target`; the path of the wheel."""
    build: list[str | Path] = [environment.python, "-m", "hatchling", "build", "-d", target]
    run(build, release)
    (wheel,) = target.glob(f"adtracker-{release.version}-*.whl")
    return wheel


def make_onedir(release: Release, environment: Environment, wheel: Path, work: Path) -> Path:
    """Pack what is in the wheel; the folder, with the same times and rights in it on every machine."""
    unpacked = _fresh(work / "wheel")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    for made in ("packed", "pyinstaller"):
        _fresh(work / made)
    command: list[str | Path] = [environment.script("pyinstaller"), "--noconfirm", "--clean", "--log-level", "ERROR"]
    command += ["--distpath", work / "packed", "--workpath", work / "pyinstaller"]
    told = {"ADTRACKER_WHEEL": str(unpacked), "PYINSTALLER_CONFIG_DIR": str(work / "pyinstaller")}
    # Modules lie in the program as they are: what people fetch is pressed as a whole, by 6 MB more than each alone.
    told["PYINSTALLER_ZLIB_COMPRESSION_LEVEL"] = "0"
    run([*command, release.root / "packaging" / "adtracker.spec"], release, **told)
    folder = work / "packed" / "adtracker"
    _lay_licences(folder / "_internal" / "licences", unpacked)
    for library in folder.glob(f"_internal/{slim.DATA_OF_ICU}"):
        icu.shrink(library)
    _strip(folder)
    for library in (file for file in folder.glob(f"_internal/{slim.COMPILER_OF_REPORTS}") if is_elf(file)):
        leave_out_fonts(library)
    sort_zip(folder / "_internal" / "base_library.zip")
    return folder


def run(command: Sequence[str | Path], release: Release, **more: str) -> None:
    """Run a tool in the checkout. Raises SetupError if it fails."""
    environment = release.environment(**more)
    if subprocess.run(command, check=False, cwd=release.root, env=environment, stdin=subprocess.DEVNULL).returncode:
        raise SetupError(f"{Path(command[0]).name} failed; the lines above say why.")


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _lay_licences(target: Path, unpacked: Path) -> None:
    """What no package brings by itself: Python's, Qt's, those of the system's libraries, and the list of everything."""
    target.mkdir()
    shutil.copyfile(next(unpacked.glob("*.dist-info")) / "sboms" / FILE_NAME, target / FILE_NAME)
    shutil.copyfile(next(unpacked.glob("*.dist-info")) / "licenses" / "LICENSE", target / "adtracker.txt")
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.exists():
        shutil.copyfile(python, target / "python.txt")
    for name in _LGPL:
        if (_COMMON_LICENCES / name).exists():
            shutil.copyfile(_COMMON_LICENCES / name, target / f"{name}.txt")
    for package in slim.packages_taken_along() if sys.platform == "linux" else ():
        said = Path("/usr/share/doc") / package / "copyright"
        if not said.exists():
            raise SetupError(f"{said} is missing, so {package} cannot be given on.")
        shutil.copyfile(said, target / f"{package}.txt")


def _strip(folder: Path) -> None:
    """Take the names for debuggers out of what stands that well; a third of some libraries is nothing else."""
    if os.name != "posix" or shutil.which("strip") is None:
        return
    before = size_of(folder)
    files = [file for file in elf_files(folder) if slim.may_be_stripped(file.relative_to(folder).as_posix())]
    subprocess.run(["strip", "--strip-unneeded", *files], check=True)
    say(f"Packed: {before / 1e6:.0f} MB, without names for debuggers {size_of(folder) / 1e6:.0f} MB.")


def sort_zip(file: Path) -> None:
    """Put what is in a ZIP into the order of its names: PyInstaller's own is another one each time."""
    with zipfile.ZipFile(file) as old:
        content = {entry: old.read(entry) for entry in sorted(old.infolist(), key=lambda entry: entry.filename)}
    with zipfile.ZipFile(file, "w") as new:
        for entry, data in content.items():
            told = zipfile.ZipInfo(entry.filename, entry.date_time)
            told.external_attr, told.compress_type = entry.external_attr, entry.compress_type
            new.writestr(told, data)


def size_of(folder: Path) -> int:
    """The bytes of all files of a folder, links left out."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
