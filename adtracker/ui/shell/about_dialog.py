"""About: which version this is, how old, and the licence of each part that comes with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from adtracker import about
from adtracker.language import ENGLISH, spoken, tr
from adtracker.resources import Texts
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.fields.field import selectable
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.kit.value_table import Column, ValueModel, ValueTable
from adtracker.ui.words.day_words import date_words

_FIRST_WIDTH, _WIDTH, _HEIGHT = 220, 680, 560


class AboutDialog(FittedDialog):
    """Without `today` nothing is said of the version's age: no diary is open whose clock could tell."""

    def __init__(self, parent: QWidget, theme: Theme, texts: Texts, today: date | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About adtracker"))
        self.version = selectable(about.version_line(texts, date_words(about.released_on())))
        self.age = label("" if today is None else about.age_line(texts, today), "accent", wrap=True)
        self.age.setVisible(bool(self.age.text()))
        self.parts = self._table(theme, texts)
        self.close_button = button(tr("Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(tr("About adtracker"), "title"))
        column.addWidget(self.version)
        column.addWidget(self.age)
        column.addWidget(label(texts.say("about.network"), "soft", wrap=True))
        self.translated = label(texts.say("about.translated"), "soft", wrap=True)
        self.translated.setVisible(spoken() != ENGLISH)
        column.addWidget(self.translated)
        column.addWidget(label(f"{texts.say('about.licence')} {texts.say('about.parts')}", wrap=True))
        column.addWidget(self.parts, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.close_button.setFocus()
        self.resize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def _table(self, theme: Theme, texts: Texts) -> ValueTable:
        columns: list[Column[about.Part]] = [
            Column(tr("Part"), lambda part: part.name, strong=True),
            Column(tr("Version"), lambda part: part.version),
            Column(tr("Licence"), lambda part: part.licence),
        ]
        model = ValueModel(columns)
        table = ValueTable(theme, model, _FIRST_WIDTH)
        model.setParent(table)
        for place in range(1, len(columns)):
            table.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.setAccessibleName(tr("Parts and their licences"))
        model.show_rows(about.parts(texts))
        return table
