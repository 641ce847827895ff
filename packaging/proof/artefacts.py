"""How each thing that was built is installed, as its README says, and how it is taken away again."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from elf import needs_of
from environment import Environment, Level
from messages import SetupError
from proof.place import PERSON, Place, as_root, fresh_debian, install_packages
from proof.walk import DIARY, Findings

# Has a program used in a place, with what the window starts there to have sheets of paper read.
Use = Callable[[Place, Path, Sequence[str | Path], Findings], None]
# The packed program is its own second process.
_READS_SHEETS = "--read-sheets"


def prove_wheel(wheel: Path, root: Path, use: Use, findings: Findings) -> None:
    """Into an empty environment, without a network, from the locked packages alone."""
    folder = root / "build" / "empty"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "home").mkdir(parents=True)
    python = folder / "venv" / "bin" / "python"
    wheels = _locked_wheels(root)
    as_root([sys.executable, "-m", "venv", folder / "venv"])
    install: list[str | Path] = [python, "-m", "pip", "install", "-q", "--no-index", "--find-links", wheels, wheel]
    as_root(["unshare", "--net", *install])
    place = Place("wheel", folder / "home")
    use(place, folder / "venv" / "bin" / "adtracker", [python, "-m", "adtracker.sheets.apart"], findings)
    before = _digest(place)
    as_root([python, "-m", "pip", "uninstall", "-q", "-y", "adtracker"])
    gone = not (folder / "venv" / "bin" / "adtracker").exists()
    findings.add("taken away, the diary stays", "same bytes", gone and _digest(place) == before)


def prove_tar(archive: Path, suite: str, roots: Path, use: Use, findings: Findings) -> None:
    """Into a bare system: the installer names what is missing there; with it the program runs."""
    place = fresh_debian(suite, roots, f"tar-{suite}")
    assert place.root is not None, "a Debian has one"
    folder = place.home / archive.name.removesuffix(".tar.xz")
    as_root(["tar", "-C", place.home, "-xf", archive, "--no-same-owner"])
    as_root(["chown", "-R", f"{PERSON}:{PERSON}", folder])
    bare = _script(place, folder / "install.sh")
    findings.add("install.sh on a bare system", "names what is missing", "libX11.so.6" in bare.stderr)
    install_packages(place.root, needs_of(folder / "adtracker").packages)
    full = _script(place, folder / "install.sh")
    findings.add("install.sh", full.stderr or "all there", full.stderr == "")
    shutil.rmtree(folder)
    program = Path(f"/{place.home.relative_to(place.root)}/.local/bin/adtracker")
    use(place, program, [program, _READS_SHEETS], findings)
    before = _digest(place)
    _script(place, place.home / ".local/lib/adtracker/uninstall.sh")
    installed = (
        path.relative_to(place.home) for path in (place.home / ".local").rglob("*adtracker*") if path.is_file()
    )
    left = [str(path) for path in installed if not str(path).startswith((".local/state", ".local/share/adtracker/"))]
    findings.add("taken away, the diary stays", f"same bytes, left: {left}", not left and _digest(place) == before)
    shutil.rmtree(place.root)


def prove_deb(package: Path, suite: str, roots: Path, use: Use, findings: Findings) -> None:
    """Into a bare system, by apt, which fetches what it depends on."""
    place = fresh_debian(suite, roots, f"deb-{suite}")
    assert place.root is not None, "a Debian has one"
    shutil.copyfile(package, place.root / "tmp" / package.name)
    install_packages(place.root, [f"/tmp/{package.name}"])
    program = Path("/usr/bin/adtracker")
    use(place, program, [program, _READS_SHEETS], findings)
    before = _digest(place)
    as_root(["chroot", place.root, "dpkg", "--purge", "adtracker"])
    gone = not any((place.root / "usr").rglob("*adtracker*"))
    findings.add("taken away, the diary stays", "same bytes", gone and _digest(place) == before)
    shutil.rmtree(place.root)


def _script(place: Place, script: Path) -> subprocess.CompletedProcess[str]:
    done = place.run([place.inside(script)], PATH="/usr/bin:/bin")
    if done.returncode:
        raise SetupError(f"{script.name} failed: {done.stderr}")
    return done


def _locked_wheels(root: Path) -> Path:
    """The locked packages, fetched with their hashes checked."""
    folder = root / "build" / "wheels"
    environment = Environment(root, "build/environment")
    lock = environment.lock_file(Level.RUNTIME)
    fetch: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--only-binary",
        ":all:",
        "--no-deps",
        "--require-hashes",
    ]
    as_root([*fetch, "-r", lock, "-d", folder])
    return folder


def _digest(place: Place) -> str:
    files = sorted(path for path in (place.home / DIARY).parent.rglob("*") if path.is_file())
    if not os.path.lexists(place.home / DIARY):
        raise SetupError("The diary is gone.")
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
