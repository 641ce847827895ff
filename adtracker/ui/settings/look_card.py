"""What the window looks like and the language it speaks: on this computer, not in the diary."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from adtracker.language import NAMES, spoken, tr
from adtracker.settings import TEXT_PERCENTS
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import AGAIN
from adtracker.ui.kit.basics import Card, button
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.words.language import locale_of


class LookCard(Card):
    """Colours, text size and typeface are seen at once; another language when the window is opened again."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Look and language"))
        self._preferences = context.preferences
        self.language = Chips(tr("Language"), [("", tr("Like the computer")), *NAMES.items()])
        for code in NAMES:
            self.language.chip(code).setLocale(locale_of(code))
        self.again = button(tr("Open again in this language"))
        self.theme = Chips(
            tr("Colours"),
            [
                ("system", tr("Like the computer")),
                ("light", tr("Light")),
                ("dark", tr("Dark")),
                ("contrast", tr("High contrast")),
            ],
        )
        self.text_size = Chips(tr("Text size"), [(str(size), f"{size} %") for size in TEXT_PERCENTS])
        self.typeface = Chips(tr("Typeface"), [("inter", tr("Inter")), ("platform", tr("The computer's own"))])
        self.body.addWidget(Field(tr("Language"), self.language))
        self.body.addWidget(self.again)
        self.body.addWidget(Field(tr("Colours"), self.theme))
        self.body.addWidget(Field(tr("Text size"), self.text_size))
        self.body.addWidget(Field(tr("Typeface"), self.typeface))
        self.language.chosen.connect(self._on_language)
        self.again.clicked.connect(self._on_again)
        self.theme.chosen.connect(self._on_theme)
        self.text_size.chosen.connect(self._on_text_size)
        self.typeface.chosen.connect(self._on_font)
        self._at_first = self._preferences.value.language

    def refresh(self) -> None:
        """Show how it is now."""
        value = self._preferences.value
        self.language.choose(value.language)
        self.theme.choose(value.theme)
        self.text_size.choose(str(value.text_percent))
        self.typeface.choose(value.font)
        self.again.setVisible(value.language not in (self._at_first, spoken()))

    def _on_language(self, key: str) -> None:
        self._preferences.change(language=key)

    def _on_again(self) -> None:
        if self.window().close():
            QCoreApplication.exit(AGAIN)

    def _on_theme(self, key: str) -> None:
        self._preferences.change(theme=key)

    def _on_text_size(self, key: str) -> None:
        self._preferences.change(text_percent=int(key))

    def _on_font(self, key: str) -> None:
        self._preferences.change(font=key)
