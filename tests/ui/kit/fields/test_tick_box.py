"""A box to tick: its words are as good as the box, and go on in a second line where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adtracker.ui.kit.fields.tick_box import TickBox

WORDS = "Summary and trends (1 page)"


def _shown(qtbot: QtBot, width: int = 300) -> TickBox:
    box = TickBox(WORDS)
    qtbot.addWidget(box)
    box.resize(width, box.heightForWidth(width))
    box.show()
    return box


def test_a_click_on_the_words_or_beside_them_ticks(qtbot: QtBot) -> None:
    box = _shown(qtbot)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(100, box.height() // 2))
    assert box.isChecked()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(296, box.height() // 2))
    assert not box.isChecked()


def test_the_space_bar_ticks(qtbot: QtBot) -> None:
    box = _shown(qtbot)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()


def test_a_tick_and_the_keyboard_are_seen(qtbot: QtBot) -> None:
    box = _shown(qtbot)
    box.clearFocus()
    plain = box.grab().toImage()
    box.setChecked(True)
    ticked = box.grab().toImage()
    assert ticked != plain
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    assert box.grab().toImage() != ticked


def test_words_go_on_in_a_second_line(qtbot: QtBot) -> None:
    box = _shown(qtbot)
    narrow = box.minimumSizeHint().width() + 20
    assert narrow < box.sizeHint().width()
    wide = box.sizeHint().width()  # in whatever letters the application has
    assert box.heightForWidth(narrow) > box.heightForWidth(wide)
    assert box.heightForWidth(wide) == box.sizeHint().height()


def test_larger_letters_and_other_words_take_another_height(qtbot: QtBot) -> None:
    box = _shown(qtbot)
    usual, font = box.heightForWidth(200), box.font()
    font.setPixelSize(2 * box.fontInfo().pixelSize())  # an application's letters may be given in pixels or points
    box.setFont(font)
    assert box.heightForWidth(200) > usual
    large = box.heightForWidth(200)
    box.setText("No")
    assert box.heightForWidth(200) < large
