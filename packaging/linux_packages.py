"""Makes of the packed program what is given to people on Linux: an archive with an installer, and a Debian package."""

import gzip
import os
import shutil
import subprocess
from pathlib import Path

from elf import Needs
from laying import TOP, lay_shared, lay_text, settle, write_tar
from messages import SetupError
from onedir import size_of
from release import Release
from squeeze import squeeze

_SCRIPTS = ("install.sh", "uninstall.sh")


def make_archive(release: Release, onedir: Path, work: Path, target: Path) -> Path:
    """The .tar.xz: the program, what a desktop shows of it, and the scripts that put it there and take it away."""
    folder = _fresh(work / release.packed_name)
    shutil.copytree(onedir, folder / "adtracker", symlinks=True)
    lay_shared(release, folder / "share")
    lay_text(release, release.root / TOP / "README.txt", folder / "README.txt")
    shutil.copyfile(release.root / "LICENSE", folder / "LICENSE")
    for script in _SCRIPTS:
        shutil.copy(release.root / TOP / script, folder / script)
    settle(folder)
    archive = target / f"{release.packed_name}.tar.xz"
    write_tar(folder, archive, release.epoch)
    return archive


def make_deb(release: Release, onedir: Path, needs: Needs, work: Path, target: Path) -> Path:
    """The .deb: the same program below /usr/lib, and the packages that bring what it `needs` of the system."""
    root = _fresh(work / "deb")
    shutil.copytree(onedir, root / "usr" / "lib" / "adtracker", symlinks=True)
    commands = root / "usr" / "bin"
    commands.mkdir(parents=True)
    (commands / "adtracker").symlink_to("../lib/adtracker/adtracker")
    lay_shared(release, root / "usr" / "share")
    _lay_documents(release, root / "usr" / "share")
    _lay_control(release, root, needs)
    settle(root)
    _set_times(root, release.epoch)
    package = target / f"adtracker_{release.version}_{release.debian_machine}.deb"
    command: list[str | Path] = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", root, package]
    done = subprocess.run(command, check=False, env=release.environment(), capture_output=True, text=True)
    if done.returncode:
        raise SetupError(f"dpkg-deb could not make the package: {done.stderr.strip()}")
    squeeze(package)
    return package


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _lay_documents(release: Release, share: Path) -> None:
    source = release.root / TOP
    documents = share / "doc" / "adtracker"
    lay_text(release, source / "copyright", documents / "copyright")
    lay_text(release, source / "lintian-overrides", share / "lintian" / "overrides" / "adtracker")
    _zip(_manual(release, source), share / "man" / "man1" / "adtracker.1.gz")
    _zip(_changes(release), documents / "changelog.gz")


def _manual(release: Release, source: Path) -> str:
    text = (source / "adtracker.1").read_text(encoding="utf-8")
    return text.replace("@VERSION@", release.version).replace("@DATE@", release.day.date().isoformat())


def _changes(release: Release) -> str:
    when = release.day.strftime("%a, %d %b %Y %H:%M:%S +0000")
    return (
        f"adtracker ({release.version}) unstable; urgency=medium\n\n"
        "  * What is new stands in CHANGELOG.md of the sources.\n\n"
        f" -- adtracker contributors <adtracker@localhost>  {when}\n"
    )


def _zip(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def _lay_control(release: Release, root: Path, needs: Needs) -> None:
    glibc = ".".join(str(part) for part in needs.glibc)
    depends = ", ".join([f"libc6 (>= {glibc})", *needs.packages])
    size = str(-(-size_of(root) // 1024))
    gaps = {"ARCHITECTURE": release.debian_machine, "DEPENDS": depends, "SIZE": size}
    lay_text(release, release.root / TOP / "control", root / "DEBIAN" / "control", **gaps)


def _set_times(root: Path, epoch: int) -> None:
    for path in [*root.rglob("*"), root]:
        os.utime(path, (epoch, epoch), follow_symlinks=False)
