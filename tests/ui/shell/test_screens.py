"""Pictures of every page, which must show something and differ from each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from adtracker.app import save_screens
from adtracker.ui.shell.navigation import PAGES, SETTINGS
from tests.ui.conftest import Clock

pytestmark = pytest.mark.slow

NAMES = [*PAGES, SETTINGS, "welcome"]


def test_every_page_is_saved(qapp: QApplication, demo_file: Path, tmp_path: Path, now: Clock) -> None:
    before = demo_file.read_bytes()
    folder = tmp_path / "new" / "pictures"
    light = save_screens(demo_file, folder, ["light"], now=now)
    dark = save_screens(demo_file, folder, ["dark"], 150, now=now)
    assert [file.name for file in light] == [f"{name}-light.png" for name in NAMES]
    assert [file.name for file in dark] == [f"{name}-dark-150.png" for name in NAMES]
    pictures = [QImage(str(file)) for file in light + dark]
    assert {(picture.width(), picture.height()) for picture in pictures} == {(1280, 800)}
    assert len({file.read_bytes() for file in light + dark}) == len(pictures)
    assert pictures[0].pixelColor(600, 6).lightness() > 200 > pictures[-1].pixelColor(600, 6).lightness()
    assert demo_file.read_bytes() == before
