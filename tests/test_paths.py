"""Where the diary, the settings and the log live, and that the diary's folder is private."""

import os
import stat
from pathlib import Path

import pytest

from adtracker import paths

POSIX = pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")


def _rights(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


def test_everything_lives_below_the_persons_home(home: Path) -> None:
    places = [paths.data_folder(), paths.settings_file(), paths.log_file(), paths.default_diary()]
    assert all(place.is_relative_to(home) for place in places)
    assert len({place.name for place in places}) == 4


@POSIX
def test_a_new_folder_is_private(tmp_path: Path) -> None:
    assert _rights(paths.private_folder(tmp_path / "new" / "diaries")) == 0o700


@POSIX
def test_a_folder_the_person_has_keeps_its_rights(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    assert _rights(paths.private_folder(folder)) == 0o755


@POSIX
def test_the_apps_own_folder_is_made_private_again() -> None:
    folder = paths.data_folder()
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    assert _rights(paths.private_folder(folder)) == 0o700
