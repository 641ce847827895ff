"""The part of the settings about being reminded: at what time and never at night, at log-in, and by a symbol in the
tray. All of it is off until somebody wants it."""

from __future__ import annotations

from PySide6.QtWidgets import QSystemTrayIcon, QVBoxLayout, QWidget

from adtracker import autostart
from adtracker.language import tr
from adtracker.settings import HALF_HOURS
from adtracker.ui.core.context import Context
from adtracker.ui.core.reminder_rule import reminder_rule
from adtracker.ui.kit.basics import Card, column, label
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.pickers import Choice
from adtracker.ui.kit.fields.tick_box import TickBox
from adtracker.ui.kit.room.columns import side_by_side

_HOURS = [(at, at) for at in HALF_HOURS]


class RemindersPart(QWidget):
    """Takes effect at once; it belongs to this computer, not to the diary."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        left = _stacked(self._reminder())
        side_by_side(self, left, _stacked(self._at_login(), self._tray()))
        self._connect()

    def refresh(self) -> None:
        """Show how it is now."""
        value = self._context.preferences.value
        self.at.choose(value.remind_at)
        self.quiet_from.choose(value.quiet_from)
        self.quiet_until.choose(value.quiet_until)
        self.tray.setChecked(value.tray)
        self.login.setChecked(autostart.is_on())
        has_tray = QSystemTrayIcon.isSystemTrayAvailable()
        self.tray.setEnabled(has_tray or value.tray)
        self.no_tray.setVisible(not has_tray)
        self._show_quiet()

    def _reminder(self) -> Card:
        card = Card(tr("Reminder"))
        words = tr(
            "Once a day, and only if the day is not written yet. Whoever sees your screen reads “Your diary” "
            "and nothing else. The program has to be open for it; it may be minimised."
        )
        card.body.addWidget(label(words, "soft", wrap=True))
        name = tr("Remind me at")
        self.at = Choice(name, [("", tr("never")), *_HOURS])
        self.at_field = Field(name, self.at)
        card.body.addWidget(self.at_field)
        name = tr("Quiet from")
        self.quiet_from = Choice(name, _HOURS)
        card.body.addWidget(Field(name, self.quiet_from))
        name = tr("Quiet until")
        self.quiet_until = Choice(name, _HOURS)
        card.body.addWidget(Field(name, self.quiet_until, tr("In these hours nothing reminds you.")))
        return card

    def _at_login(self) -> Card:
        card = Card(tr("When you log in"))
        self.login = TickBox(tr("Ask me for itch and sleep"))
        card.body.addWidget(self.login)
        words = tr(
            "A small window with two rows of numbers, which closes after the second answer. It does not come if "
            "today is written."
        )
        card.body.addWidget(label(words, "small", wrap=True))
        self.login_problem = label("", "caution", wrap=True)
        self.login_problem.hide()
        card.body.addWidget(self.login_problem)
        return card

    def _tray(self) -> Card:
        card = Card(tr("Tray"))
        self.tray = TickBox(tr("Show a symbol in the tray"))
        card.body.addWidget(self.tray)
        self.no_tray = label(tr("This desktop has no tray."), "small", wrap=True)
        card.body.addWidget(self.no_tray)
        return card

    def _connect(self) -> None:
        change = self._context.preferences.change
        self.at.chosen.connect(lambda at: change(remind_at=at))
        self.quiet_from.chosen.connect(lambda at: change(quiet_from=at))
        self.quiet_until.chosen.connect(lambda at: change(quiet_until=at))
        self.tray.clicked.connect(lambda on: change(tray=on))
        self.login.clicked.connect(self._on_login)
        self._context.preferences.changed.connect(self.refresh)

    def _show_quiet(self) -> None:
        """Say it where a reminder would never come."""
        rule = reminder_rule(self._context.preferences.value)
        is_never = rule is not None and rule.is_never
        self.at_field.show_problem(tr("That lies in your quiet hours: no reminder comes.") if is_never else "")

    def _on_login(self, on: bool) -> None:
        self.login_problem.hide()
        try:
            autostart.turn(on=on)
        except OSError as error:
            reason = tr("This could not be changed: {reason}", reason=error.strerror or error)
            self.login_problem.setText(reason)
            self.login_problem.show()
        self.login.setChecked(autostart.is_on())


def _stacked(*cards: Card) -> QWidget:
    made = QWidget()
    rows: QVBoxLayout = column(made, 14)
    for card in cards:
        rows.addWidget(card)
    rows.addStretch(1)
    return made
