"""Nothing changes by chance: not by the wheel, not at the edges of a field, not by the second half of a double click.

A new page, a new window and a new field are met here by themselves.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from itertools import islice

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollArea, QWidget
from shiboken6 import isValid

from adtracker import ui
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.exchange.export import JSON, export
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.every_form import Hands
from tests.ui.every_place import Places, fill

FIELDS = ("QLineEdit", "QComboBox", "QAbstractSpinBox", "QPlainTextEdit", "QTextEdit")
ARROW = 44  # what is clicked column by column at the end of a field, and more than any arrow is wide
NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def places(journal: Journal, context: Context, window: MainWindow) -> Places:
    fill(journal)
    window.resize(1400, 1600)
    return Places(Hands.over(window, context))


def _exported(places: Places) -> bytes:
    return export(read_snapshot(places.context.journal, with_pictures=False), JSON)


def _shown(root: QWidget) -> Mapping[QWidget, object]:
    """What stands in each field and which buttons are chosen: a form is stored later, and must not have changed."""
    found: dict[QWidget, object] = {}
    for widget in root.findChildren(QWidget):
        if widget.window() is not root.window():
            continue  # a calendar that was open
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            found[widget] = widget.isChecked()
        elif widget.inherits("QComboBox"):
            found[widget] = widget.property("currentText")
        elif widget.inherits("QAbstractSlider") and not widget.inherits("QScrollBar"):
            found[widget] = widget.property("value")
        elif widget.inherits("QLineEdit"):
            found[widget] = widget.property("text")
    return found


def _fields(root: QWidget) -> Iterator[QWidget]:
    """The fields that can be seen, outermost ones: what is inside one is reached through it."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not root.window():
            continue
        parent = widget.parentWidget()
        if any(map(widget.inherits, FIELDS)) and not (parent is not None and any(map(parent.inherits, FIELDS))):
            yield widget


def _roll(widget: QWidget, notches: int) -> None:
    middle = QPointF(widget.rect().center())
    place, none = QPointF(widget.mapToGlobal(widget.rect().center())), Qt.MouseButton.NoButton
    turn, phase = QPoint(0, 120 * notches), Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(widget, QWheelEvent(middle, place, QPoint(), turn, none, NONE, phase, False))


def test_the_wheel_changes_nothing_anywhere(places: Places) -> None:
    before, rolled = _exported(places), 0
    for name, root in places.all():
        shown = _shown(root)
        for widget in root.findChildren(QWidget):
            if isValid(widget) and widget.isVisible():
                rolled += widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
                for notches in (1, -1, -1):
                    _roll(widget, notches)
        assert _shown(root) == shown, name
        assert _exported(places) == before, name
    assert rolled > 300


def _edges(field: QWidget) -> Iterator[QPoint]:
    """Every row and column of pixels at the edges, and through the middle those at the end, where arrows are."""
    right, bottom = field.width() - 1, field.height() - 1
    for y in range(field.height()):
        yield from (QPoint(0, y), QPoint(right, y), QPoint(right - ARROW, y))
    for x in range(field.width()):
        yield from (QPoint(x, 0), QPoint(x, bottom))
    yield from (QPoint(x, bottom // 2) for x in range(max(right - ARROW, 0), right + 1))


def _click(field: QWidget, at: QPoint) -> None:
    """Click as the desktop does; a list or calendar that opens is closed again."""
    window = field.window()
    QTest.mouseClick(window.windowHandle(), LEFT, NONE, field.mapTo(window, at))
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def _reveal(field: QWidget) -> bool:
    """Scroll to a field; whether it can be hit then."""
    around = field.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(field)
        around = around.parentWidget()
    QApplication.processEvents()
    hit = field.window().childAt(field.mapTo(field.window(), field.rect().center()))
    return hit is field or (hit is not None and field.isAncestorOf(hit))


def test_clicks_at_the_edges_of_a_field_change_nothing(places: Places) -> None:
    before, clicked = _exported(places), 0
    met: set[object] = set()
    for name, root in places.all():
        for field in [field for field in _fields(root) if field not in met]:
            shown = _shown(root)
            assert _reveal(field), f"{name}: nobody can reach {field.accessibleName()}"
            for point in islice(_edges(field), 0, None, 9 if type(field) in met else 1):
                _click(field, point)
            met |= {type(field), field}
            clicked += 1
            assert _shown(root) == shown, f"{name}: {field.accessibleName()}"
        assert _exported(places) == before, name
    assert clicked > 60


def _second_half(button: QWidget) -> None:
    """What a second click within a moment is, after the first one."""
    at, place = QPointF(button.rect().center()), QPointF(button.mapToGlobal(button.rect().center()))
    QApplication.sendEvent(button, QMouseEvent(QEvent.Type.MouseButtonDblClick, at, place, LEFT, LEFT, NONE))
    QTest.mouseRelease(button, LEFT)


def _tools(root: QWidget) -> list[QAbstractButton]:
    """Chips and scores, and all else that is chosen by a click."""
    found = (button for button in root.findChildren(QAbstractButton) if button.isVisible() and button.isEnabled())
    return [button for button in found if button.isCheckable()]


def test_the_second_half_of_a_double_click_changes_nothing(places: Places) -> None:
    before, clicked, writer = _exported(places), 0, places.context.writer
    met: set[QWidget] = set()
    for name, root in places.all():
        for button in _tools(root):
            if button in met or not isValid(button) or not button.isVisible():
                continue  # the one before it led elsewhere
            met.add(button)
            QTest.mouseClick(button, LEFT)
            stored, chosen = writer.next_undo, _shown(root)
            if isValid(button):
                _second_half(button)
            clicked += 1
            assert _shown(root) == chosen, f"{name}: {button.text()}"
            assert writer.next_undo is stored, f"{name}: {button.text()}"
            while writer.can_undo:
                writer.undo()
        assert _exported(places) == before, name
    assert clicked > 100


def test_no_window_is_forgotten_here(places: Places) -> None:
    for module in pkgutil.walk_packages(ui.__path__, "adtracker.ui."):
        importlib.import_module(module.name)
    seen: set[type] = set()
    for name in places.windows:
        with places.opened(name) as dialog:
            seen |= set(type(dialog).__mro__)
    assert set(_kinds(QDialog)) <= seen


def _kinds(base: type[QDialog]) -> Iterator[type[QDialog]]:
    for kind in base.__subclasses__():
        if kind.__module__.startswith("adtracker."):
            yield kind
        yield from _kinds(kind)
