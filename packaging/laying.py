"""Lays files where a Linux desktop looks for them, and writes a folder as an archive that is the same every time."""

import lzma
import shutil
import tarfile
from pathlib import Path

from release import Release
from squeeze import FILTERS

TOP = "packaging/linux"
# Where each goes below a folder `share`, the system's or a person's own.
_SHARED = {
    f"{TOP}/adtracker.desktop": "applications/adtracker.desktop",
    f"{TOP}/adtracker.mime.xml": "mime/packages/adtracker.xml",
    f"{TOP}/adtracker.metainfo.xml": "metainfo/org.adtracker.adtracker.metainfo.xml",
    "resources/icons/app.svg": "icons/hicolor/scalable/apps/adtracker.svg",
    "resources/icons/app.png": "icons/hicolor/256x256/apps/adtracker.png",
}


def lay_shared(release: Release, share: Path) -> None:
    """Lay the entry for menus, the kind of file, what software centres show, and the icons below `share`."""
    for source, target in _SHARED.items():
        if source.startswith("resources"):
            (share / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(release.root / source, share / target)
        else:
            lay_text(release, release.root / source, share / target)


def lay_text(release: Release, source: Path, target: Path, **gaps: str) -> None:
    """Lay a text with its gaps filled: `@VERSION@`, `@DATE@` and those that are given."""
    gaps = {"VERSION": release.version, "DATE": release.day.date().isoformat(), **gaps}
    text = source.read_text(encoding="utf-8")
    for name, value in gaps.items():
        text = text.replace(f"@{name}@", value)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")


def settle(folder: Path) -> None:
    """Give every file plain rights: all may read, and whatever is a program may be run."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            is_open = path.is_dir() or (path.stat().st_mode & 0o111 and not _is_library(path))
            path.chmod(0o755 if is_open else 0o644)


def _is_library(path: Path) -> bool:
    return ".so" in path.suffixes


def write_tar(folder: Path, target: Path, epoch: int) -> None:
    """Write a folder as .tar.xz: sorted, owned by nobody in particular, all of one time."""

    def settled(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = epoch
        return member

    with (
        lzma.open(target, "wb", check=lzma.CHECK_CRC64, filters=FILTERS) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        archive.add(folder, folder.name, recursive=False, filter=settled)
        for path in sorted(folder.rglob("*")):
            archive.add(path, f"{folder.name}/{path.relative_to(folder).as_posix()}", recursive=False, filter=settled)
