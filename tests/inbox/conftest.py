"""A folder with nothing in it."""

from pathlib import Path

import pytest


@pytest.fixture
def box(tmp_path: Path) -> Path:
    folder = tmp_path / "box"
    folder.mkdir()
    return folder
