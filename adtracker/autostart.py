"""Has the system start the small window when the person logs in, or not any more: by each system's own custom.

On Linux that is a file in the folder `autostart`, on macOS one for launchd, on Windows a value in the registry. What is
in the last two is tested; they have not been run on such a computer yet.
"""

from __future__ import annotations

import plistlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from adtracker.files import write_whole
from adtracker.paths import APP

WORD = "quick"
_LABEL = f"org.{APP}.{WORD}"
_REGISTRY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_OFF = ("Hidden=true", "X-GNOME-Autostart-enabled=false")


def is_on() -> bool:
    """Whether it is started at log-in; a file that the desktop has switched off does not count."""
    if sys.platform == "win32":
        return _registered() is not None
    try:
        text = entry_file().read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return not any(line.strip() in _OFF for line in text.splitlines())


def turn(*, on: bool) -> None:
    """Switch it on or off. Raises OSError."""
    if sys.platform == "win32":
        _register(command_line(command()) if on else None)
        return
    file = entry_file()
    if not on:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, launch_agent(command()) if sys.platform == "darwin" else desktop_entry(command()).encode())


def entry_file() -> Path:
    """The file that says so, on Linux and macOS."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{_LABEL}.plist"
    return platformdirs.user_config_path("autostart", appauthor=False) / f"{APP}.desktop"


def command() -> Sequence[str]:
    """What is started: this very program, wherever it lies."""
    if getattr(sys, "frozen", False):
        return sys.executable, WORD
    return sys.executable, "-m", APP, WORD


def desktop_entry(words: Sequence[str]) -> str:
    """The file for Linux desktops (the Desktop Entry Specification, with its two ways of quoting in each other)."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        f"Name={APP}",
        "Comment=Ask for the two numbers of today",
        f"Exec={' '.join(map(_quoted, words))}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "".join(f"{line}\n" for line in lines)


def launch_agent(words: Sequence[str]) -> bytes:
    """The file for launchd. Not run yet."""
    return plistlib.dumps({"Label": _LABEL, "ProgramArguments": list(words), "RunAtLoad": True})


def _quoted(word: str) -> str:
    """A word of `Exec`: first quoted as an argument, then as a string of the file, and with no field codes."""
    argument = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return f'"{argument}"'.replace("\\", "\\\\").replace("%", "%%")


def command_line(words: Sequence[str]) -> str:
    """The value for the registry of Windows. Not run yet."""
    return subprocess.list2cmdline(words)


if sys.platform == "win32":
    import winreg

    def _registered() -> str | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _REGISTRY) as key:
                return str(winreg.QueryValueEx(key, APP)[0])
        except OSError:
            return None

    def _register(value: str | None) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _REGISTRY) as key:
            if value is not None:
                winreg.SetValueEx(key, APP, 0, winreg.REG_SZ, value)
            elif _registered() is not None:
                winreg.DeleteValue(key, APP)
