"""In a language from the right every page and window is the mirror image of what it is in one from the left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from adtracker.settings import Settings
from tests.ui.room_report import places_of

_ROUNDED = 1  # a middle may be half a pixel off
Found = dict[str, tuple[QRect, int]]  # by where it is made: where it stands, and how wide that is in which it does


@pytest.mark.slow
def test_every_place_is_its_mirror_image(qapp: QApplication, tmp_path: Path) -> None:
    usual = _places(qapp, tmp_path / "left", Qt.LayoutDirection.LeftToRight)
    turned = _places(qapp, tmp_path / "right", Qt.LayoutDirection.RightToLeft)
    assert usual.keys() == turned.keys()
    for name, parts in usual.items():
        assert len(parts) > 3
        assert parts.keys() == turned[name].keys()
        assert not [key for key, (place, wide) in parts.items() if not _turned(place, wide, turned[name][key][0])], name


def _turned(place: QRect, wide: int, other: QRect) -> bool:
    off = (other.left() - (wide - place.right() - 1), other.width() - place.width())
    return max(map(abs, off)) <= _ROUNDED


def _places(qapp: QApplication, folder: Path, direction: Qt.LayoutDirection) -> dict[str, Found]:
    folder.mkdir()
    qapp.setLayoutDirection(direction)
    try:
        with places_of(qapp, folder, Settings(theme="light"), (1280, 800)) as places:
            found = {}
            for name, place in places.all():
                places.window.messages.error("It stands over each page")
                for _ in range(12):  # what gives way asks for another layout of what is around it
                    QApplication.processEvents()
                found[name] = dict(_parts(place.window(), ""))
            return found
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _parts(around: QWidget, path: str) -> Iterator[tuple[str, tuple[QRect, int]]]:
    """All that is seen in a part; by name alone, as nothing that was seen is kept."""
    inside = [made for made in around.children() if isinstance(made, QWidget) and not made.isWindow()]
    for number, made in enumerate(inside):
        if made.isVisible():
            key = f"{path}/{type(made).__name__} {number}"
            yield key, (made.geometry(), around.width())
            yield from _parts(made, key)
