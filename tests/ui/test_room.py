"""Every page and window has room in a small window, with large letters, and in a language whose words are longer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStyleOptionButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import catalogues
from adtracker.settings import Settings
from adtracker.ui.core.theme import Theme, grown
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.fields.field import line_edit, selectable
from adtracker.ui.kit.fields.pickers import Choice
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.navigation import PAGES, SETTINGS, Fold
from tests import pseudo
from tests.ui.every_place import Places
from tests.ui.room import cut, english, measured
from tests.ui.room_report import places_of, told_in


@contextmanager
def _shown(qapp: QApplication, folder: Path, told: str, text: int, size: tuple[int, int]) -> Iterator[Places]:
    """All places in a language, with letters and a window of a size."""
    settings = Settings(theme="light", text_percent=text)
    with told_in(qapp, told), places_of(qapp, folder, settings, size) as places:
        yield places


# The smallest window with the largest letters, and the width of a large screen at 400 %: each in a language that had
# no room there, and the longest words in between.
@pytest.mark.slow
@pytest.mark.parametrize(
    ("told", "text", "size"),
    [
        ("en", 200, (1024, 640)),
        ("longer", 100, (640, 400)),
        ("es", 200, (640, 400)),
        ("de", 200, (640, 400)),
        ("fr", 100, (320, 480)),
    ],
)
def test_nothing_is_cut_anywhere(
    qapp: QApplication, tmp_path: Path, told: str, text: int, size: tuple[int, int]
) -> None:
    seen = 0
    with _shown(qapp, tmp_path, told, text, size) as places:
        assert places.window.size() == QSize(*size)
        for name, found in measured(places):
            assert not found, name
            seen += 1
    assert seen > 50


# Words of English sentences; one or two stand in the diary, too, as somebody wrote them.
_WORDS = 3


@pytest.mark.slow
def test_no_english_is_left_anywhere(qapp: QApplication, tmp_path: Path) -> None:
    said = {form for one in catalogues.template() for form in ([one.id] if isinstance(one.id, str) else one.id)}
    sentences = {form for form in said if len(form.split()) >= _WORDS and pseudo.longer(form, 40) != form}
    with _shown(qapp, tmp_path, "longer", 100, (1280, 800)) as places:
        found = {name: english(place.window(), sentences) for name, place in places.all()}
    assert not {name: left for name, left in found.items() if left}


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    words, pressed = label("Some words that need room"), button("Press here for more")
    for place, part in enumerate((words, pressed)):
        part.setParent(around)
        part.setGeometry(0, 40 * place, 60, 30)
    around.resize(200, 100)
    around.show()
    assert len(cut(around)) == 2
    pressed.setGeometry(150, 40, 300, 30)
    assert any("outside" in one for one in cut(around))


def test_an_example_that_is_cut_is_found(qtbot: QtBot) -> None:
    around, field = QWidget(), line_edit("for example exams, a flood at home")
    qtbot.addWidget(around)
    field.setParent(around)
    around.resize(600, 40)
    field.resize(600, 40)
    around.show()
    assert not cut(around)
    field.resize(80, 40)
    assert len(cut(around)) == 1
    field.setText("exams")
    assert not cut(around)


def test_a_chosen_word_that_is_cut_is_found_unless_the_mouse_shows_it(qtbot: QtBot, theme: Theme) -> None:
    choice = Choice("Place", [("long", "Words that are longer than the list")])
    qtbot.addWidget(choice)
    choice.setStyleSheet(theme.stylesheet)
    choice.show()
    choice.resize(choice.sizeHint())
    assert not cut(choice)
    assert not choice.toolTip()
    choice.resize(choice.sizeHint() - QSize(6, 0))  # less than is around the words
    QApplication.processEvents()
    assert choice.toolTip() == choice.currentText()
    choice.setToolTip("")
    assert len(cut(choice)) == 1


@pytest.mark.parametrize(
    ("size", "fold"),
    [((1280, 800), Fold.WHOLE), ((640, 420), Fold.ICONS), ((640, 250), Fold.MENU), ((320, 480), Fold.MENU)],
)
def test_the_pages_at_the_left_fold_in_a_small_window(window: MainWindow, size: tuple[int, int], fold: Fold) -> None:
    window.resize(*size)
    QApplication.processEvents()
    navigation, menu = window.navigation, window.commands.menu
    assert navigation.fold is fold
    assert navigation.button("learn").isVisible() is (fold is not Fold.MENU)
    assert navigation.button("learn").accessibleName() == "Learn"
    named = [action.text() for action in menu.actions()]
    assert ("Learn" in named) is (fold is Fold.MENU)
    for key in (*PAGES, SETTINGS):
        window.show_page(key)
        assert window.size() == QSize(*size)


def test_a_page_of_the_menu_is_opened(window: MainWindow) -> None:
    window.resize(640, 250)
    next(action for action in window.commands.menu.actions() if action.text() == "History").trigger()
    assert window.pages.key == "history"
    window.resize(1280, 800)
    assert "History" not in [action.text() for action in window.commands.menu.actions()]


def test_the_menu_says_when_the_last_copy_was_made_while_nothing_else_does(window: MainWindow) -> None:
    said = window.navigation.backed_up_menu
    window.navigation.show_backed_up("Last backed up today")
    window.resize(1280, 800)
    QApplication.processEvents()
    assert not said.isVisible()
    window.resize(640, 400)
    QApplication.processEvents()
    assert said.isVisible()
    assert said in window.commands.menu.actions()
    assert said.text() == "Last backed up today"
    said.trigger()
    assert window.pages.key == SETTINGS


def test_a_window_over_a_page_is_never_larger_than_that_below(qtbot: QtBot) -> None:
    below = QWidget()
    qtbot.addWidget(below)
    below.resize(320, 240)
    below.show()
    dialog = FittedDialog(below)
    column, last = QVBoxLayout(dialog), button("Done with all of it")
    for _ in range(9):
        column.addWidget(label("Words that go on and on, and need many lines in a narrow window.", wrap=True))
    column.addWidget(last)
    dialog.open()
    QApplication.processEvents()
    assert dialog.width() <= 320
    assert dialog.height() <= 240
    last.setFocus()
    QApplication.processEvents()
    assert dialog.rect().contains(last.mapTo(dialog, last.rect().center()))
    dialog.close()


def test_a_button_breaks_its_words_where_it_must(qtbot: QtBot) -> None:
    made = button("Some words on a button that are many")
    qtbot.addWidget(made)
    assert isinstance(made, QPushButton)
    one_line = made.sizeHint()
    made.resize(one_line.width() // 2, one_line.height())
    made.show()
    assert made.sizeHint().height() > one_line.height()
    assert made.text() == "Some words on a button that are many"
    made.resize(one_line)
    assert made.sizeHint() == one_line


def test_blanks_between_an_icon_and_the_words_of_a_button_stay(window: MainWindow) -> None:
    made = window.navigation.button("today")
    option = QStyleOptionButton()
    made.initStyleOption(option)
    assert option.text == made.text() != made.text().strip()


def test_a_long_path_breaks_and_is_copied_whole(qtbot: QtBot) -> None:
    path = "/home/somebody/.local/share/adtracker/copies/mine.diary"
    made = selectable(path)
    qtbot.addWidget(made)
    made.show()
    assert made.text() == path
    assert made.minimumSizeHint().width() < made.fontMetrics().horizontalAdvance(path) // 2
    made.setSelection(0, len(QLabel.text(made)))
    QTest.keyClick(made, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == path


@pytest.mark.parametrize(("system", "times"), [(12, 1.0), (16, 1.0), (24, 1.5)])
def test_large_letters_of_the_system_make_all_larger(system: int, times: float) -> None:
    assert grown(system) == times
