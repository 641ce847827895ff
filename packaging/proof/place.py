"""Where something built is proven: a bare Debian in a folder, or a Python environment with nothing in it.

What runs there sees no network, hardly any variable, and of a home only an empty one.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from messages import SetupError, say

PERSON = 1000
HOME = "home/person"
# Laid out alike, and debootstrap of Debian 12 knows only the older one by name. It asks for Ubuntu's keys.
UBUNTUS = ("jammy", "noble")
_KEYS_OF_UBUNTU = Path("/usr/share/keyrings/ubuntu-archive-keyring.gpg")


@dataclass(frozen=True)
class Place:
    """A place with a home folder; `root` is the folder that programs there take for the whole disk, if any."""

    name: str
    home: Path
    root: Path | None = None

    def inside(self, path: Path) -> str:
        """What a path is called there."""
        return str(path if self.root is None else Path("/") / path.relative_to(self.root))

    def command(self, words: Sequence[str | Path], log: Path | None = None, **variables: str) -> list[str]:
        """How to run something there as a person; with a `log` strace writes there what is done about networks."""
        told = [f"{name}={value}" for name, value in {"HOME": self.inside(self.home), **variables}.items()]
        watched = ["strace", "-I2", "-f", "-qq", "-e", "trace=network", "-o", str(log)] if log else []
        there = [] if self.root is None else ["chroot", f"--userspec={PERSON}:{PERSON}", str(self.root)]
        # The namespaces end with the process, and what is mounted in them with it.
        prepared = ["unshare", "--mount", "--net", "sh", "-euc", f'{self._mounts()}exec "$@"', "sh"]
        return [*prepared, *watched, *there, "/usr/bin/env", "-i", *told, *(str(word) for word in words)]

    def run(self, words: Sequence[str | Path], **variables: str) -> subprocess.CompletedProcess[str]:
        """Run something there to its end, as a person and without a network."""
        return self.finish(self.command(words, None, **variables))

    @staticmethod
    def finish(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """Run such a command to its end."""
        return subprocess.run(command, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL)

    def _mounts(self) -> str:
        if self.root is None:
            return ""
        mounts = ("-t proc proc {0}/proc", "--bind /dev {0}/dev", "--bind /tmp/.X11-unix {0}/tmp/.X11-unix")
        return "".join(f"mount {one.format(self.root)}; " for one in mounts)


def knows_ubuntu() -> bool:
    """Whether an Ubuntu can be fetched here: its keys (package ubuntu-keyring) tell that it is one."""
    return _KEYS_OF_UBUNTU.exists()


def bare_debian(suite: str, roots: Path) -> Path:
    """The least that is a system, fetched once; never to be changed. Raises SetupError without debootstrap."""
    root = roots / suite
    if not (root / "complete").exists():
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir(parents=True)
        say(f"Fetching a bare system ({suite})...")
        as_root(["debootstrap", "--variant=minbase", suite, root, *(["", UBUNTUS[0]] if suite in UBUNTUS else [])])
        (root / "complete").touch()
    return root


def fresh_debian(suite: str, roots: Path, name: str) -> Place:
    """A bare Debian of its own with one person in it."""
    root = roots / name
    shutil.rmtree(root, ignore_errors=True)
    as_root(["cp", "-a", bare_debian(suite, roots), root])
    home = root / HOME
    home.mkdir(parents=True)
    os.chown(home, PERSON, PERSON)
    (root / "tmp" / ".X11-unix").mkdir()
    return Place(name, home, root)


def install_packages(root: Path, packages: Sequence[str]) -> None:
    """Have apt install packages into a root, with the network that it needs. Raises SetupError."""
    shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
    apt = ["chroot", str(root), "/usr/bin/env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    as_root([*apt, "update"])
    as_root([*apt, "install", "-y", "--no-install-recommends", *packages])


def as_root(command: Sequence[str | Path]) -> None:
    """Run something with this process's own rights. Raises SetupError with what it said if it fails."""
    done = subprocess.run(command, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise SetupError(f"{command[0]} failed: {(done.stderr or done.stdout).strip()[-2000:]}")
