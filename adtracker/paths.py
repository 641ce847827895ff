"""Where things live on this computer, by each platform's own custom."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

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
    """Make a folder that only its owner can enter (0700); one that exists keeps its rights, except the app's own."""
    if not folder.exists():
        folder.mkdir(parents=True, mode=0o700)
    elif folder == data_folder() and os.name == "posix":
        folder.chmod(0o700)
    return folder
