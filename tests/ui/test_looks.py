"""What each of the three looks asks for is what is drawn: in fields, tables, boxes to tick and bars."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from adtracker.settings import Settings
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.fields.tick_box import TickBox
from adtracker.ui.kit.room.wide_table import WideTable
from adtracker.ui.trends.page import TrendsPage
from tests.ui.every_place import Places
from tests.ui.room_report import places_of

LARGE = 200  # per cent: letters have whole pixels of their colour


@pytest.fixture(params=["light", "dark", "contrast"])
def places(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[Places]:
    settings = Settings(theme=request.param, text_percent=LARGE)
    with places_of(qapp, tmp_path, settings, (1280, 800)) as found:
        yield found


def _theme(places: Places) -> Theme:
    return places.context.theme


def _colours(widget: QWidget) -> set[int]:
    drawn = widget.grab().toImage()
    return {drawn.pixelColor(x, y).rgb() for x in range(drawn.width()) for y in range(drawn.height())}


def test_an_example_has_a_colour_of_its_own(places: Places) -> None:
    with places.opened("a visit") as form:
        example = next(one for one in form.findChildren(QLineEdit) if one.placeholderText() and not one.text())
        example.clearFocus()
        assert _theme(places).color("example").rgb() in _colours(example)


def test_a_table_lies_on_its_card(places: Places) -> None:
    with places.opened("a file to be brought in") as dialog:
        tables = [one for one in dialog.findChildren(WideTable) if one.isVisible()]
        assert tables
        for table in tables:
            around = table.parentWidget()
            assert around is not None
            corner = table.mapTo(around, QPoint(1, table.height() - 2))
            assert around.grab().toImage().pixelColor(corner) == _theme(places).color("card")


def test_what_parts_a_menu_is_seen(places: Places) -> None:
    page = places.window.show_page("trends")
    assert isinstance(page, TrendsPage)
    menu = page.head.more.menu()
    assert menu is not None
    menu.popup(QPoint())
    place = next(menu.actionGeometry(one) for one in menu.actions() if one.isSeparator())
    drawn = menu.grab(place).toImage()
    menu.close()
    column = [drawn.pixelColor(drawn.width() // 2, y) for y in range(drawn.height())]
    assert _theme(places).color("line") in column


def test_the_ring_of_a_box_to_tick_is_that_of_all_others(places: Places) -> None:
    with places.opened("a calendar file") as form:
        form.activateWindow()
        box = next(one for one in form.findChildren(TickBox) if one.isVisible())
        box.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        drawn = box.grab().toImage()
        assert drawn.pixelColor(drawn.width() // 2, 1) == _theme(places).color("focus")
