"""Where things live on this computer, by each platform's own custom."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import platformdirs

from adtracker.files import sync_folder

APP = "adtracker"
DIARY_SUFFIX = ".diary"


def data_folder() -> Path:
    """The folder of the diary unless the person chose another."""
    return platformdirs.user_data_path(APP, appauthor=False)


def settings_file() -> Path:
    """The settings, a small JSON file without any diary content."""
    return platformdirs.user_config_path(APP, appauthor=False) / "settings.json"


def log_file() -> Path:
    """The log, without any diary content."""
    return platformdirs.user_log_path(APP, appauthor=False) / "adtracker.log"


def default_diary() -> Path:
    """The diary that is opened when none is named."""
    return data_folder() / f"diary{DIARY_SUFFIX}"


def private_folder(folder: Path) -> Path:
    """Make a folder that only its owner can enter (0700); one that exists keeps its rights, except the app's own.

    It is on the disk then, with the folders above it: what is written into it is of no use without.
    """
    if not folder.exists():
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        folder.mkdir(parents=True, mode=0o700)
        for made in missing:
            with suppress(PermissionError):  # a folder can be open for writing alone
                sync_folder(made.parent)
    elif folder == data_folder() and os.name == "posix":
        folder.chmod(0o700)
    return folder
