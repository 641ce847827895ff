"""What a Qt window and our own tools need from Debian and Ubuntu: found without starting Qt, installed where allowed.

Elsewhere (other Linux systems, macOS, Windows) nothing is looked for: desktops there carry these libraries.
"""

import os
import platform
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from messages import SetupError, say

# The loader's own index of libraries: reading it takes a millisecond, trying to load each takes fifty.
LOADER_CACHE = Path("/etc/ld.so.cache")

# Library file: the package that brings it. Qt loads those down to libxkbcommon even without a screen.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def is_debian() -> bool:
    """Whether packages come from apt here: Debian, Ubuntu and their relatives."""
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        return False
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    return bool({"debian", "ubuntu"} & {release.get("ID", ""), *release.get("ID_LIKE", "").split()})


def missing_packages(loader_cache: bytes) -> list[str]:
    """The packages whose library the loader does not know, sorted; `loader_cache` is its whole index."""
    return sorted({package for library, package in LIBRARIES.items() if not _knows(loader_cache, library)})


def packages_of_missing(needed: Mapping[str, str]) -> list[str]:
    """The packages that bring what is not here; `needed` has each command or file, and its package."""
    return [package for thing, package in needed.items() if shutil.which(thing) is None and not Path(thing).exists()]


def provide_libraries() -> None:
    """Install what a window needs and this machine lacks. Raises SetupError if that is not allowed."""
    if LOADER_CACHE.exists() and is_debian():
        missing = missing_packages(LOADER_CACHE.read_bytes())
        if missing:
            provide(missing, "A window needs system libraries that are not here yet")


def provide(packages: Sequence[str], reason: str) -> None:
    """Install packages as root or by sudo without a password. Else raises SetupError with the command."""
    say(f"{reason}: {' '.join(packages)}.")
    prefix = _root_prefix()
    if prefix is None:
        raise SetupError(f"Please run this, then try again:\n\n    {manual_command(packages)}")
    for command in _commands(packages):
        if subprocess.run([*prefix, *command], check=False, stdin=subprocess.DEVNULL).returncode:
            raise SetupError(f"apt-get could not install them (see above). By hand:\n\n    {manual_command(packages)}")


def manual_command(packages: Iterable[str]) -> str:
    """The line a person copies into a terminal."""
    return f"sudo apt-get update && sudo apt-get install -y {shlex.join(packages)}"


def _knows(loader_cache: bytes, library: str) -> bool:
    # A name stands alone or as the tail of its path: newer loaders store the two as one string.
    return any(before + library.encode() + b"\0" in loader_cache for before in (b"\0", b"/"))


def _commands(packages: Iterable[str]) -> list[list[str]]:
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    return [[*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", *packages]]


def _root_prefix() -> list[str] | None:
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    allowed = shutil.which("sudo") and subprocess.run([*sudo, "true"], check=False, capture_output=True).returncode == 0
    return sudo if allowed else None
