"""What a build has to say of itself: its version, its time, and an environment in which the same gives the same."""

import os
import platform
import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from messages import SetupError

# What zip and tar can say at the least, for sources that have neither a history nor a time in the environment.
_EARLIEST = 315532800
_DEBIAN_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}


@dataclass(frozen=True)
class Release:
    """One checkout as it is to be built."""

    root: Path

    @cached_property
    def version(self) -> str:
        """The version, which stands in the package and nowhere else. Raises SetupError if it does not."""
        source = (self.root / "adtracker" / "__init__.py").read_text(encoding="utf-8")
        found = re.search(r'^__version__ = "([^"]+)"', source, re.MULTILINE)
        if found is None:
            raise SetupError("adtracker/__init__.py says no version.")
        return found[1]

    @cached_property
    def epoch(self) -> int:
        """The time that all files of the build have, in seconds since 1970: that of the last commit."""
        said = os.environ.get("SOURCE_DATE_EPOCH")
        if said is None:
            log = ["git", "log", "-1", "--format=%ct"]
            done = subprocess.run(log, check=False, capture_output=True, text=True, cwd=self.root)
            said = done.stdout.strip() if done.returncode == 0 else ""
        return int(said) if said else _EARLIEST

    @property
    def day(self) -> datetime:
        """The same time, as a date."""
        return datetime.fromtimestamp(self.epoch, UTC)

    @property
    def machine(self) -> str:
        """What the program is packed for, such as `x86_64`."""
        return platform.machine()

    @property
    def debian_machine(self) -> str:
        """The same as Debian says it."""
        return _DEBIAN_MACHINES.get(self.machine, self.machine)

    @property
    def packed_name(self) -> str:
        """How the packed program is called, as a folder and as an archive."""
        return f"adtracker-{self.version}-linux-{self.machine}"

    def environment(self, **more: str) -> dict[str, str]:
        """What tools see: this process's own, with a fixed time and a fixed order of all that is hashed.

        What they compile is kept beside the build: without it each of them would compile all packages anew.
        """
        fixed = {"SOURCE_DATE_EPOCH": str(self.epoch), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        fixed |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(self.root / "build" / "compiled")}
        return {**os.environ, **fixed, **more}
