"""Photos of the same place on two days stand side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from adtracker.domain.records.day import DayEntry
from adtracker.storage.journal import Journal
from adtracker.ui.records.photos.card import PhotoCard
from adtracker.ui.records.photos.compare import CompareDialog
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.trends.page import TrendsPage
from tests.photos.samples import BLUE, GREEN, RED
from tests.ui.conftest import TODAY
from tests.ui.looking_back import choose
from tests.ui.person import Person
from tests.ui.records.photos.photographs import ELBOW, NAPE, Wait, add, opened


def _compare(person: Person, card: PhotoCard) -> CompareDialog:
    person.page.mark_stale()
    person.click(card.compare)
    return opened(person, CompareDialog)


def _colour(dialog: CompareDialog, side: str) -> tuple[int, int, int]:
    picture = (dialog.left if side == "left" else dialog.right).picture.image
    colour = picture.pixelColor(5, 5)
    return colour.red(), colour.green(), colour.blue()


def _near(colour: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(one - two) < 12 for one, two in zip(colour, other, strict=True))


def test_two_days_of_a_place_stand_side_by_side(person: Person, card: PhotoCard, journal: Journal) -> None:
    for days_ago, colour in ((60, RED), (30, GREEN), (0, BLUE)):
        add(journal, days_ago, ELBOW, colour)
    add(journal, 0, NAPE)
    dialog = _compare(person, card)
    assert [dialog.region.itemText(index) for index in range(dialog.region.count())] == ["Left inner elbow"]
    assert (dialog.left.day.text(), dialog.right.day.text()) == ("30 September 2026", "29 November 2026")
    assert _near(_colour(dialog, "left"), RED)
    assert _near(_colour(dialog, "right"), BLUE)
    assert dialog.left.width() == dialog.right.width()
    name = next(made for made in dialog.findChildren(QLabel) if made.text() == "Compare photos")
    assert abs(name.geometry().center().y() - dialog.region.geometry().center().y()) <= 1


def test_sliders_are_moved_by_keyboard_and_by_buttons(
    person: Person, card: PhotoCard, journal: Journal, wait: Wait
) -> None:
    for days_ago, colour in ((60, RED), (30, GREEN), (0, BLUE)):
        add(journal, days_ago, ELBOW, colour)
    dialog = _compare(person, card)
    wait(dialog.left.slider.hasFocus)
    QTest.keyClick(dialog.left.slider, Qt.Key.Key_Right)
    assert dialog.left.day.text() == "30 October 2026"
    assert _near(_colour(dialog, "left"), GREEN)
    assert dialog.left.slider.accessibleDescription() == "30 October 2026, 2 of 3"
    QTest.keyClick(dialog.left.slider, Qt.Key.Key_End)
    assert dialog.left.day.text() == "29 November 2026"
    assert not dialog.left.on.isEnabled()
    person.click(dialog.right.back)
    assert dialog.right.day.text() == "30 October 2026"
    assert dialog.left.day.text() == "29 November 2026"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_another_place_is_chosen_to_compare(person: Person, card: PhotoCard, journal: Journal) -> None:
    for days_ago, region, colour in ((60, ELBOW, RED), (0, ELBOW, RED), (20, None, GREEN), (10, None, BLUE)):
        add(journal, days_ago, region, colour)
    dialog = _compare(person, card)
    person.take(dialog.region, "Pl")
    assert dialog.region.currentText() == "Place not named"
    assert _near(_colour(dialog, "left"), GREEN)
    assert _near(_colour(dialog, "right"), BLUE)


def test_where_nothing_can_be_compared_it_says_what_is_needed(
    person: Person, card: PhotoCard, journal: Journal, window: MainWindow
) -> None:
    add(journal, 1, ELBOW)
    add(journal, 0, NAPE)
    person.page.mark_stale()
    person.click(card.compare)
    assert window.messages.text == "To compare, name the same place on photos of two days."


def test_trends_leads_to_the_same_comparison(person: Person, journal: Journal, window: MainWindow) -> None:
    journal.save(DayEntry(TODAY, itch=4))
    add(journal, 30, ELBOW)
    page = window.show_page("trends")
    assert isinstance(page, TrendsPage)
    assert not page.head.photos.isVisible()
    add(journal, 0, ELBOW, BLUE)
    page.mark_stale()
    choose(page.head.more, "Compare photos")
    dialog = page.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    assert _near(_colour(dialog, "right"), BLUE)
