"""What has the keyboard is ringed by a line that stands out from what lies on both sides of it, as it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from adtracker.settings import Settings
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.report.page import ReportPage
from tests.ui.every_place import Places
from tests.ui.ring import between, is_seen, picture, said, sides
from tests.ui.room_report import places_of

LOOKS = ("light", "dark", "contrast")
# Besides all pages: the windows with kinds of controls that no page has.
WINDOWS = (
    "a visit",
    "a week as recalled",
    "a questionnaire",
    "a treatment",
    "a score",
    "photos side by side",
    "a file that another program changed",
    "copies to go back to",
    "the words",
    "what happened together",
)
_TELLING = ("kind", "measure", "side")  # properties that the stylesheet knows controls by
_AROUND = ("diary", "head", "popup", "caution", "words", "navigation")


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_each_kind_of_control_has_a_ring(qapp: QApplication, tmp_path: Path, look: str) -> None:
    faults, seen = [], set[str]()
    with places_of(qapp, tmp_path, Settings(theme=look), (1280, 800)) as places:
        for name, root in _looked_at(places):
            for control in _stops(root):
                kind = _kind(control)
                if kind not in seen:
                    seen.add(kind)
                    found = sides(control)
                    faults += [] if is_seen(found) else [f"{name}: {kind}: {said(found)}"]
    assert not faults, "\n".join(faults)
    assert len(seen) > 60, "the round saw too little"


def _looked_at(places: Places) -> Iterator[tuple[str, QWidget]]:
    for name, page in places.pages():
        if isinstance(page, ReportPage):
            places.until(partial(getattr, page, "is_settled"))  # its sheets lie beside the ring
        yield name, page.window()
    for name in WINDOWS:
        with places.opened(name) as dialog:
            yield name, dialog
    for name, widget in places.alone():
        yield name, widget.window()


def _stops(root: QWidget) -> Iterator[QWidget]:
    """What Tab comes to."""
    root.activateWindow()
    for control in root.findChildren(QWidget):
        is_here = control.window() is root and control.isVisible() and control.isEnabled()
        if is_here and control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.focusProxy() is None:
            yield control


def _kind(control: QWidget) -> str:
    """All that its look comes from."""
    parts = [type(control).__name__, *(f"{key} {value}" for key in _TELLING if (value := control.property(key)))]
    if isinstance(control, QAbstractButton) and control.isChecked():
        parts.append("checked")
    around = control.parentWidget()
    while around is not None and around.property("kind") not in _AROUND:
        around = around.parentWidget()
    return " ".join([*parts, *([f"in {around.property('kind')}"] if around is not None else [])])


@pytest.mark.parametrize("look", LOOKS)
def test_the_line_of_a_menu_that_the_keyboard_is_on_has_a_ring(qtbot: QtBot, qapp: QApplication, look: str) -> None:
    theme = Theme(qapp, Preferences(None, Settings(theme=look)))
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.setStyleSheet(theme.stylesheet)
    first, _ = menu.addAction("One thing"), menu.addAction("Another thing")
    menu.popup(QPoint(20, 20))
    without = picture(menu)
    menu.setActiveAction(first)
    found = between(without, picture(menu))
    menu.close()
    assert is_seen(found), said(found)


def test_a_ring_that_cannot_be_told_from_what_it_is_on_is_none(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    ringed, pale = QPushButton("One"), QPushButton("Other")
    column = QVBoxLayout(around)
    for made, colour in ((ringed, "black"), (pale, "#dddddd")):
        column.addWidget(made)
        made.setStyleSheet(f"QPushButton {{ border: 2px solid white }} :focus {{ border-color: {colour} }}")
    around.setStyleSheet("QWidget { background: white }")
    around.show()
    qtbot.waitExposed(around)
    around.activateWindow()
    assert is_seen(sides(ringed))
    assert not is_seen(sides(pale))
