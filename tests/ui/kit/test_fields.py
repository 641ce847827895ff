"""Days, numbers and lists as a person meets them: typed, opened, picked; what is no answer is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.day_picker import ROW_PX, place_beside
from adtracker.ui.kit.fields.example import SearchLine
from adtracker.ui.kit.fields.field import Field, line_edit
from adtracker.ui.kit.fields.number_field import NumberField
from adtracker.ui.kit.fields.pickers import Choice, DayField, EditableChoice
from adtracker.ui.kit.fields.typed_value import TypedValue
from adtracker.ui.kit.heard.telling import describe, describe_as_before
from tests.ui.person import come_back
from tests.ui.room import cut

SHOWN, LATEST, MOST = date(2026, 11, 22), date(2026, 11, 29), 104
PLACES = [(f"place {number}", f"Place-{number} of the body, by its long name") for number in range(50)]


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> QWidget:
    """A window of the program's look for fields."""
    made = QWidget()
    made.setStyleSheet(theme.stylesheet)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    return made


def _put(desk: QWidget, widget: QWidget) -> None:
    layout = desk.layout()
    assert layout is not None
    layout.addWidget(widget)
    desk.activateWindow()
    assert QTest.qWaitForWindowActive(desk)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("made", "typed", "said", "right"),
    [
        (
            lambda: DayField("Day", SHOWN, LATEST),
            "31 Feb",
            "Please give a day up to 29 November 2026. It is 22 November 2026 as before.",
            "24 Nov",
        ),
        (
            lambda: DayField("Day", SHOWN),
            "soon",
            "Please give a day, such as 25 October 2026. It is 22 November 2026 as before.",
            "1.1.2030",
        ),
        (
            lambda: NumberField("Weeks", MOST, 24),
            "300",
            "Please give a whole number from 1 to 104. It is 24 as before.",
            "12",
        ),
        (
            lambda: NumberField("Weeks", MOST, 24),
            "",
            "Please give a whole number from 1 to 104. It is 24 as before.",
            "1",
        ),
    ],
)
def test_what_is_no_answer_is_said_until_something_else_is_typed(
    desk: QWidget, made: type[TypedValue[object]], typed: str, said: str, right: str
) -> None:
    control = made()  # type: ignore[call-arg]
    field, told, before = Field("Question", control), list[object](), control.value
    _put(desk, field)
    control.picked.connect(told.append)
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_Delete)
    QTest.keyClicks(control, typed)
    assert field.problem == "", "nobody is told before they are done"
    QTest.keyClick(control, Qt.Key.Key_Return)
    assert (field.problem, control.value, told) == (said, before, [])
    assert control.text() == control.write(before)
    QTest.keyClicks(control, right)
    assert field.problem == ""
    QTest.keyClick(control, Qt.Key.Key_Return)
    assert told == [control.value]
    assert control.value != before


@settings(max_examples=60)
@given(text=st.one_of(st.text(max_size=8), st.integers(-999, 9999).map(str)))
def test_a_number_is_digits_within_its_range_or_none(text: str) -> None:
    QApplication.instance() or QApplication([])
    found = NumberField("Weeks", MOST).read(text)
    assert found is None or (1 <= found <= MOST and int(text) == found)
    assert NumberField("Weeks", MOST).read(f" {MOST} ") == MOST


def test_a_smaller_most_takes_a_greater_number_along(desk: QWidget) -> None:
    field = NumberField("Days or weeks", 365, 100)
    told: list[int] = []
    field.picked.connect(told.append)
    field.show_most(52)
    assert (field.number, field.text(), told) == (52, "52", [])


def test_what_is_being_typed_stays_while_the_same_value_is_shown_again(desk: QWidget) -> None:
    field = DayField("Day", SHOWN, LATEST)
    _put(desk, field)
    field.setFocus()
    QTest.keyClicks(field, "2")
    field.show_day(SHOWN)
    assert field.text() == "2"
    field.show_day(LATEST)
    assert field.text() == "29 November 2026"


def test_a_closed_list_changes_by_no_key_and_an_open_one_by_enter(desk: QWidget) -> None:
    choice, told = Choice("Place", PLACES), list[str]()
    _put(desk, choice)
    choice.chosen.connect(told.append)
    choice.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(choice, key)
    assert not choice.view().isVisible()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_F4, Qt.Key.Key_P):
        QTest.keyClick(choice, key)
        assert choice.view().isVisible()
        QTest.keyClick(choice.view(), Qt.Key.Key_Down)
        QTest.keyClick(choice.view(), Qt.Key.Key_Escape)
        assert (choice.currentIndex(), told) == (0, [])
        come_back(choice)
    QTest.keyClicks(choice, "Place-41")
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    assert (choice.currentText(), told) == (PLACES[41][1], ["place 41"])


def test_nothing_completes_own_words(desk: QWidget) -> None:
    line = QLineEdit()
    choice = EditableChoice("Strength", line, ["Mild steroid", "Potent steroid"])
    _put(desk, choice)
    choice.setFocus()
    QTest.keyClicks(choice, "Mil")
    QTest.keyClick(choice, Qt.Key.Key_PageDown)
    assert line.text() == "Mil"
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.view().isVisible()
    QTest.keyClick(choice.view(), Qt.Key.Key_Escape)
    assert line.text() == "Mil"


def test_a_list_of_fifty_has_a_dozen_rows_to_hit_and_none_is_cut(desk: QWidget) -> None:
    choice = Choice("Place", PLACES)
    _put(desk, choice)
    choice.showPopup()
    view = choice.view()
    assert view.sizeHintForRow(0) >= 32
    assert view.viewport().height() == pytest.approx(12 * view.sizeHintForRow(0), abs=4)
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    assert view.window().y() >= choice.mapToGlobal(QPoint()).y() + choice.height() - 1, "they share a border"
    choice.hidePopup()


def test_the_calendar_has_a_border_rows_to_hit_and_pale_days_of_other_months(desk: QWidget, theme: Theme) -> None:
    field = DayField("Day", SHOWN, LATEST)
    _put(desk, field)
    field.unfold()
    QApplication.processEvents()
    days = field.calendar.findChild(QTableView)
    assert days is not None
    assert min(days.rowHeight(row) for row in range(7)) >= ROW_PX
    assert days.horizontalHeader().length() <= days.viewport().width(), "no weekday is cut"
    picture = field.calendar.grab().toImage()
    assert picture.pixelColor(0, picture.height() // 2) == theme.color("control")
    shown, before, ahead = _contrast(days, 2, 0), _contrast(days, 31, 0), _contrast(days, 30, -1)
    assert shown > before > ahead, "this month, the month before, a day that cannot be chosen"
    field.calendar.hide()


def _contrast(days: QTableView, day: int, place: int) -> int:
    """How far the digits of a day stand out from what is behind them, the first or last of its number."""
    model = days.model()
    cells = [model.index(row, column) for row in range(1, 7) for column in range(7)]
    cell = days.visualRect([cell for cell in cells if model.data(cell) == day][place])
    picture = days.viewport().grab(cell.adjusted(4, 4, -4, -4)).toImage()
    ground = picture.pixelColor(0, 0)
    pixels = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return max(_apart(one, ground) for one in pixels)


def _apart(one: QColor, other: QColor) -> int:
    return abs(one.lightness() - other.lightness())


@settings(max_examples=80)
@given(left=st.integers(0, 700), top=st.integers(0, 700), width=st.integers(80, 300), height=st.integers(200, 500))
def test_a_popup_covers_no_field_wherever_the_field_stands(left: int, top: int, width: int, height: int) -> None:
    QApplication.instance() or QApplication([])
    room = QApplication.primaryScreen().availableGeometry()
    window, popup = QWidget(), QWidget()
    window.setGeometry(0, 0, room.width(), room.height())
    field = QWidget(window)
    field.setGeometry(min(left, room.width() - 190), min(top, room.height() - 40), 186, 38)
    popup.resize(width, height)
    place = QRect(place_beside(field, popup), popup.size())
    assert not place.intersects(QRect(field.mapToGlobal(QPoint()), field.size()))
    assert room.contains(place)


def test_a_click_beside_the_calendar_closes_it_and_does_nothing_else(desk: QWidget) -> None:
    field, below = DayField("Day", SHOWN, LATEST), QLineEdit()
    _put(desk, below)
    _put(desk, field)
    field.unfold()
    QTest.mouseClick(desk.windowHandle(), Qt.MouseButton.LeftButton, pos=below.geometry().center())
    assert not field.calendar.isVisible()
    assert field.day == SHOWN
    assert not below.hasFocus()


def test_the_arrow_opens_the_calendar_at_what_was_typed(desk: QWidget) -> None:
    field = DayField("Day", SHOWN, LATEST)
    _put(desk, field)
    field.setFocus()
    QTest.keyClicks(field, "3 May")
    end = QPoint(field.width() - 16, field.height() // 2)
    QTest.mouseClick(desk.windowHandle(), Qt.MouseButton.LeftButton, pos=field.mapTo(desk, end))
    chosen = field.calendar.calendar.selectedDate()
    assert date(chosen.year(), chosen.month(), chosen.day()) == date(2026, 5, 3)
    assert field.calendar.calendar.maximumDate().day() == LATEST.day
    field.calendar.hide()
    assert field.day - SHOWN == timedelta(0), "nothing was picked"


def test_an_example_that_has_no_room_in_its_line_stands_below_it(desk: QWidget) -> None:
    example, line = "for example Dr. Weber, skin clinic", line_edit("for example Dr. Weber, skin clinic")
    field = Field("Whom you see", line, "As you call them.")
    _put(desk, field)

    def below() -> str:
        QApplication.processEvents()
        return [part.text() for part in field.findChildren(QLabel) if part.isVisible()][-1]

    desk.resize(600, 200)
    assert (below(), line.placeholderText()) == ("As you call them.", example)
    desk.resize(160, 200)
    assert (below(), line.placeholderText()) == (f"As you call them.\n{example}", "")
    assert line.accessibleDescription() == f"As you call them.\n{example}"
    field.show_problem("Please give a name.")
    desk.resize(600, 200)
    assert below() == field.problem == "Please give a name."
    field.show_problem("")
    assert (below(), line.placeholderText()) == ("As you call them.", example)
    desk.setStyleSheet("QLineEdit { font-size: 60px }")
    assert (below(), line.placeholderText()) == (f"As you call them.\n{example}", "")


def test_a_fault_that_is_told_stays_told_when_the_window_is_made_narrower(desk: QWidget) -> None:
    example, line = "for example Dr. Weber, skin clinic", line_edit("for example Dr. Weber, skin clinic")
    _put(desk, Field("Whom you see", line, "As you call them."))
    desk.resize(600, 200)
    QApplication.processEvents()
    describe(line, "Please give a name.")
    desk.resize(160, 200)
    QApplication.processEvents()
    assert line.placeholderText() == ""
    assert line.accessibleDescription() == "Please give a name."
    describe_as_before(line)
    assert line.accessibleDescription() == f"As you call them.\n{example}"


def test_a_search_has_room_for_its_words_in_letters_of_any_size(desk: QWidget) -> None:
    line = SearchLine("Search in notes", 80)
    _put(desk, line)
    for letters in (14, 60):
        desk.setStyleSheet(f"QLineEdit {{ font-size: {letters}px }}")
        QApplication.processEvents()
        desk.resize(10, 10)
        assert not cut(desk)
        assert line.width() < 40 * letters
