"""What a packed folder needs of the system it is put on: libraries and the age of its C library. Asks objdump."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import debian
from messages import SetupError

_NEEDED = re.compile(r"^ +NEEDED +(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
# Parts of the C library; every system has them.
_PARTS_OF_LIBC = re.compile(r"ld-linux.*|lib(c|m|mvec|dl|pthread|rt|resolv|util)\.so\.\d+")
# What nothing of Qt's own asks for, so that `debian.LIBRARIES` does not name it.
_FURTHER = {
    "libcups.so.2": "libcups2",
    "libstdc++.so.6": "libstdc++6",
    "libgcc_s.so.1": "libgcc-s1",
    "libzstd.so.1": "libzstd1",
}
Version = tuple[int, int]


@dataclass
class Needs:
    """Libraries that are not in the folder, each with the files that ask for it, and the newest C library asked for."""

    libraries: dict[str, set[str]] = field(default_factory=dict)
    glibc: Version = (0, 0)

    @property
    def packages(self) -> list[str]:
        """The packages of Debian and Ubuntu that bring them. Raises SetupError for a library that nobody knows."""
        known = {**debian.LIBRARIES, **_FURTHER}
        unknown = {name: sorted(users)[0] for name, users in self.libraries.items() if name not in known}
        if unknown:
            raise SetupError(f"Nobody said which package brings these: {unknown}")
        return sorted({known[name] for name in self.libraries})


def is_elf(file: Path) -> bool:
    """Whether a file is a program or a library of Linux."""
    with file.open("rb") as content:
        return content.read(4) == b"\x7fELF"


def elf_files(folder: Path) -> list[Path]:
    """All programs and libraries of a folder, links left out, in a fixed order."""
    return [file for file in sorted(folder.rglob("*")) if file.is_file() and not file.is_symlink() and is_elf(file)]


def needs_of(folder: Path) -> Needs:
    """What the programs and libraries of a packed folder need from outside it. Raises SetupError without objdump."""
    files = elf_files(folder)
    inside = {file.name for file in folder.rglob("*")}
    needs = Needs()
    for file, listing in _listings(files):
        for name in _NEEDED.findall(listing):
            if name not in inside and not _PARTS_OF_LIBC.fullmatch(name):
                needs.libraries.setdefault(name, set()).add(file.relative_to(folder).as_posix())
        needs.glibc = max([needs.glibc, *((int(a), int(b)) for a, b in _GLIBC.findall(listing))])
    return needs


def _listings(files: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for file in files:
        done = subprocess.run(["objdump", "-p", file], check=False, capture_output=True, text=True)
        if done.returncode:
            raise SetupError(f"objdump (package binutils) could not read {file}: {done.stderr.strip()}")
        yield file, done.stdout
