#!/usr/bin/env python3
"""Makes all that is given to people, into dist/, from one command that sets the rest up by itself.

    python3 packaging/build.py             make everything this system can
    python3 packaging/build.py wheel       the wheel and the source archive; the others as well: tar deb
    python3 packaging/build.py folder      only the packed program, in build/packed; on Windows and macOS, too
    python3 packaging/build.py --verify    prove what lies in dist/: installed, used, killed, taken away
    python3 packaging/build.py --again     make everything once more in another folder, and compare bit for bit

Needs Python 3.11 or newer and a connection the first time. On Linux also binutils and dpkg.
"""

import os
import shutil
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

if __name__ == "__main__" and os.environ.get("PYTHONHASHSEED") != "0":  # read when a Python starts
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})

from elf import needs_of
from environment import Environment, Level
from linux_packages import make_archive, make_deb
from messages import SetupError, say
from onedir import make_onedir, make_wheel_and_sdist, size_of
from proof.verify import build_again, verify
from release import Release

ROOT = Path(__file__).resolve().parent.parent
WHEEL, TAR, DEB, FOLDER = "wheel", "tar", "deb", "folder"
EVERYTHING = (WHEEL, TAR, DEB)
# Ubuntu 22.04, the oldest system that is promised, has this C library.
OLDEST_GLIBC = (2, 35)
SUMS = "SHA256SUMS"


def build(root: Path, wanted: Sequence[str]) -> list[Path]:
    """Make what is wanted into `dist`, which holds nothing else then; the files."""
    release, work, target = Release(root), root / "build", root / "dist"
    work.mkdir(exist_ok=True)
    environment = Environment(root, "build/environment")
    environment.prepare(Level.BUILD)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    say(f"Making adtracker {release.version} as of {release.day:%Y-%m-%d %H:%M} UTC.")
    wheel = make_wheel_and_sdist(release, environment, target)
    (target / ".gitignore").unlink(missing_ok=True)
    if set(wanted) - {WHEEL}:
        _make_packed(release, environment, wheel, work, target, wanted)
    files = sorted(file for file in target.iterdir() if file.is_file())
    lines = [f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (target / SUMS).write_text("".join(lines), encoding="utf-8")
    for file, line in zip(files, lines, strict=True):
        say(f"  {file.stat().st_size / 1e6:7.1f} MB  {line[:12]}  {file.name}")
    return files


def _make_packed(
    release: Release, environment: Environment, wheel: Path, work: Path, target: Path, wanted: Sequence[str]
) -> None:
    onedir = make_onedir(release, environment, wheel, work)
    if sys.platform != "linux":
        say("What is made of the packed program on this system stands in packaging/windows and packaging/macos.")
        return
    needs = needs_of(onedir)
    if needs.glibc > OLDEST_GLIBC:
        raise SetupError(f"A library asks for glibc {needs.glibc}; the oldest promised system has {OLDEST_GLIBC}.")
    say(f"The program: {size_of(onedir) / 1e6:.0f} MB. It asks for glibc {needs.glibc[0]}.{needs.glibc[1]}.")
    if DEB in wanted:
        make_deb(release, onedir, needs, work, target)
    if TAR in wanted:
        make_archive(release, onedir, work, target)


def main(words: Sequence[str]) -> int:
    """Act on the words of the command line; the result is the exit code."""
    if words == ["--verify"]:
        return verify(ROOT)
    if words == ["--again"]:
        return build_again(ROOT, build(ROOT, EVERYTHING))
    if not set(words) <= {*EVERYTHING, FOLDER}:
        asked = set(words) <= {"-h", "--help"}
        print(__doc__, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    build(ROOT, words or (EVERYTHING if sys.platform == "linux" else (WHEEL, FOLDER)))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as trouble:
        sys.exit(str(trouble))
    except KeyboardInterrupt:
        sys.exit(130)
