"""Five lines that work, to be copied, or carried to a phone by a square."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.exchange.intake.line_examples import line_examples
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.kit.basics import Card, button, column, label, scrolled
from adtracker.ui.kit.fields.field import selectable
from adtracker.ui.kit.room.columns import CARD_LINE, Columns
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.settings.lines.code_square import CodeSquare
from adtracker.ui.words.language import usual_order

_WIDTH, _HEIGHT = 900, 740


class LinesHelpDialog(FittedDialog):
    """To be shown by `open()`."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(tr("Five lines that work"))
        note = context.texts.say("lines.examples.note")
        self.lines = line_examples(context.today(), usual_order(), note)
        self.copy = button(tr("Copy the lines"))
        self.close_button = button(tr("Close"), "primary")
        content = QWidget()
        rows = column(content, 12)
        cards = QWidget()
        columns = Columns(cards)
        examples = self._examples()
        columns.add(examples, 1)
        columns.add(self._square())
        columns.want_letters(examples, CARD_LINE)
        rows.addWidget(cards)
        rows.addWidget(self._more())
        rows.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self.windowTitle(), "title"))
        layout.addWidget(scrolled(content), 1)
        layout.addLayout(self._foot())
        self.copy.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()
        self.resize(context.theme.px(_WIDTH), context.theme.px(_HEIGHT))

    def _examples(self) -> Card:
        card = Card(tr("Write to yourself"))
        words = tr("In any messenger, mail or notes on your phone. A line a day is enough.")
        card.body.addWidget(label(words, "soft", wrap=True))
        for line in self.lines:
            shown = selectable(line)
            shown.setWordWrap(True)
            card.body.addWidget(shown)
        card.body.addStretch(1)
        return card

    def _square(self) -> Card:
        card = Card(tr("Onto your phone"))
        words = tr("Point the camera of your phone at the square: it shows these lines to copy.")
        card.body.addWidget(label(words, "soft", wrap=True))
        name = tr("Code square with the five lines")
        self.square = CodeSquare(name, "\n".join(self.lines))
        card.body.addWidget(self.square, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addStretch(1)
        return card

    def _more(self) -> Card:
        card = Card(tr("What can be written"))
        for words in (
            tr("Two numbers alone are worst itch, then sleep quality, each from 0 to 10."),
            tr("Also: woken yes or no, skin 9 %, 3 palms, bad day, note and then what you like."),
            tr("Your own questions are known by their words, such as “Stress at work 6”."),
            tr("English, German, Spanish and French words are understood, with commas or points."),
            tr("Copy the whole chat: its dates and times are read. What is not clear is asked."),
        ):
            card.body.addWidget(label(words, wrap=True))
        return card

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        return foot

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.lines))
        self.copy.setText(tr("Copied"))
