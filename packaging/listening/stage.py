"""What a screen reader needs to speak where nobody is: a screen, a bus of a desktop, a manager of windows, and Orca.

All of it is started for the length of the run, with a home of its own; nothing of the person's desktop is touched.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from messages import SetupError
from proof.screen import screen

# Each command or file, and the package of Debian that brings it.
NEEDED = {
    "orca": "orca",
    "openbox": "openbox",
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus",
    "gsettings": "libglib2.0-bin",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/share/glib-2.0/schemas/org.gnome.desktop.interface.gschema.xml": "gsettings-desktop-schemas",
}
_BUS = "/usr/libexec/at-spi-bus-launcher"
_MOMENT_SECONDS = 1.0


def go_inside(script: Path, arguments: list[str], folder: Path) -> int:
    """Run the script again on a bus of its own, with `folder` as its home; how it ended."""
    home = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "LC_ALL": "C.UTF-8"}
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "DBUS_", "LC_", "LANG"))}
    command = ["dbus-run-session", "--", sys.executable, str(script), *arguments]
    return subprocess.call(command, env=kept | home)


@contextmanager
def orca(log: Path) -> Iterator[dict[str, str]]:
    """Orca, writing what it says into `log`; the environment of a program that it shall hear."""
    with ExitStack() as stack:
        display = stack.enter_context(screen())
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment |= {"QT_ACCESSIBILITY": "1", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        environment["SPEECHD_CMD"] = str(log / "none")  # a voice without a loudspeaker waits, and Orca waits for it
        for command in (["openbox"], [_BUS, "--launch-immediately"]):
            stack.enter_context(_beside(command, environment))
        time.sleep(_MOMENT_SECONDS)  # a bus says nowhere that it is ready; Orca is asked below until it speaks
        switch = ["gsettings", "set", "org.gnome.desktop.interface", "toolkit-accessibility", "true"]
        if subprocess.run(switch, env=environment, check=False, capture_output=True).returncode:
            raise SetupError("The desktop's settings cannot be changed, so no program would speak.")
        stack.enter_context(_beside(["orca", "--replace", "--debug", f"--debug-file={log}"], environment))
        yield environment


@contextmanager
def _beside(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
