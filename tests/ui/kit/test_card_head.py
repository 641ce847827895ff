"""The heading of a card is never a column of single words beside its buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button
from adtracker.ui.kit.diaries.diary_card import DiaryCard

_HEADING = "Puntuaciones y cuestionarios"


def test_a_heading_has_room_for_two_words_or_all_of_the_width(qtbot: QtBot, theme: Theme) -> None:
    card = DiaryCard(_HEADING)
    qtbot.addWidget(card)
    card.setStyleSheet(theme.stylesheet)
    card.put_beside(button("Todo"), button("Añadir puntuación"), button("Abrir un cuestionario…"))
    card.show()
    two_words = card.heading.fontMetrics().horizontalAdvance("Puntuaciones y")
    for wide in range(320, 800, 8):
        card.resize(wide, card.heightForWidth(wide))
        QApplication.processEvents()
        assert card.heading.width() >= two_words


def test_a_short_heading_stays_beside_its_buttons(qtbot: QtBot, theme: Theme) -> None:
    card = DiaryCard("Fotos")
    qtbot.addWidget(card)
    card.setStyleSheet(theme.stylesheet)
    more = button("Añadir una foto")
    card.put_beside(more)
    card.show()
    card.resize(260, 80)
    QApplication.processEvents()
    assert card.heading.mapTo(card, card.heading.rect().center()).y() < more.mapTo(card, more.rect().bottomLeft()).y()
