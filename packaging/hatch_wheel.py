"""Called by the backend while it makes a wheel: makes what languages are read from, and lays the list of parts in."""

import sys
import tempfile
from pathlib import Path, PurePosixPath
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))  # the backend loads this file by its path alone

import catalogues
from sbom import FILE_NAME, sbom


class WheelHook(BuildHookInterface):  # type: ignore[type-arg]  # its one parameter is the backend's own business
    """Makes the catalogues; has the list (PEP 770) laid into every wheel that is no mere pointer to a checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make both before the wheel is made."""
        resources = Path(self.root, "resources")
        catalogues.make(Path(self.root))
        if version == "editable":
            return
        for file in sorted(resources.rglob("*")):
            if file.is_file() and file.suffix != ".po":  # a program reads what is made of them
                place = PurePosixPath("adtracker/_resources", file.relative_to(resources).as_posix())
                build_data["force_include"][str(file)] = str(place)
        lock = Path(self.root, "packaging", "requirements.txt").read_text(encoding="utf-8")
        self._folder = tempfile.TemporaryDirectory(prefix="adtracker-sbom-")
        file = Path(self._folder.name, FILE_NAME)
        file.write_text(sbom(self.metadata.version, lock), encoding="utf-8")
        build_data["sbom_files"].append(str(file))

    def finalize(self, version: str, _build_data: dict[str, Any], _artifact_path: str) -> None:
        """Take the list away that stands in the wheel now."""
        if version != "editable":
            self._folder.cleanup()
