"""The part of the settings about the password of the open diary, its words, and when it locks itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from adtracker.language import tr, tr_count
from adtracker.settings import NEVER
from adtracker.storage.copies.rekeying import plain_files
from adtracker.ui.core.context import Context
from adtracker.ui.core.copies import own_shelf
from adtracker.ui.kit.basics import Card, button, column, label
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.settings.protection.actions import ProtectionActions
from adtracker.ui.settings.protection.leftovers_dialog import LeftoversDialog

_MINUTES = (5, 10, 30)
_ICON = 20
# What is said of a password is read in lines of at least so many letters, picture included.
_LINE = 32


class ProtectionCard(Card):
    """What is in it depends on whether the diary has a password."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.heading.setText(tr("Password and lock"))
        self.heading.show()
        self._context = context
        self._icons: list[tuple[QLabel, str]] = []
        self._plain: Sequence[Path] = ()
        self.does = ProtectionActions(context, self)
        self.leftovers: LeftoversDialog | None = None
        self.protect = button(tr("Set a password…"))
        self.change = button(tr("Change…"), name=tr("Change the password…"))
        self.sheet = button(tr("Show or print…"), name=tr("Show or print the 24 words…"))
        self.renew = button(tr("Somebody has seen my words…"))
        self.look = button(tr("Look…"), name=tr("Look at the files without a password…"))
        self.lock = button(tr("Lock now"))
        self.off = button(tr("Take the password off…"))
        self.minutes = Chips(tr("Lock after"), self._choices())
        self._without, self._with = self._build_without(), self._build_with()
        self._connect()
        self._restyle()

    def refresh(self) -> None:
        """Show how it is now."""
        is_protected = self._context.journal.key is not None
        self._without.setVisible(not is_protected)
        self._with.setVisible(is_protected)
        can_change = not self._context.journal.read_only
        for made in (self.protect, self.change, self.renew, self.off):
            made.setEnabled(can_change)
        self._show_minutes()
        self._leftover.hide()
        if is_protected:
            find = partial(plain_files, self._context.journal.path, own_shelf(self._context))
            self._context.tasks.run(find).done.connect(self._show_plain)

    def _choices(self) -> list[tuple[str, str]]:
        chosen = self._context.preferences.value.lock_minutes
        offered = sorted({*_MINUTES, chosen} - {NEVER})
        named = [(str(one), tr_count("1 minute", "{count} minutes", one)) for one in offered]
        return [*named, (str(NEVER), tr("never"))]

    def _build_without(self) -> QWidget:
        made = QWidget()
        rows = column(made, 10)
        words = tr(
            "Whoever can use this computer can read the diary. A password keeps others out: the diary is encrypted."
        )
        rows.addWidget(self._row("lock", tr("No password"), words, self.protect))
        rows.addWidget(label(self._warning(), "small", wrap=True))
        self.body.addWidget(made)
        return made

    def _build_with(self) -> QWidget:
        made = QWidget()
        rows = column(made, 10)
        words = tr("The diary and its photos are encrypted.")
        rows.addWidget(self._row("lock", tr("Locked with a password"), words, self.change))
        words = tr("On the sheet that you printed or wrote down.")
        rows.addWidget(self._row("key", tr("24 recovery words"), words, self.sheet))
        words = tr("Copies from before, which everybody can read.")
        self._leftover = self._row("warning", tr("Files without a password"), words, self.look)
        rows.addWidget(self._leftover)
        rows.addWidget(Field(tr("Lock after"), self.minutes))
        buttons = FlowLayout()
        buttons.addWidget(self.lock)
        buttons.addWidget(self.renew)
        buttons.addWidget(self.off)
        rows.addLayout(buttons)
        rows.addWidget(label(self._warning(), "small", wrap=True))
        self.body.addWidget(made)
        return made

    def _warning(self) -> str:
        return tr("If password and words are both lost, nobody can open the diary, not even we.")

    def _row(self, icon: str, name: str, words: str, pressed: QPushButton) -> QWidget:
        made, said = QWidget(), QWidget()
        row = QHBoxLayout(said)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        picture = label()
        self._icons.append((picture, icon))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(name, "strong", wrap=True))
        texts.addWidget(label(words, "small", wrap=True))
        row.addWidget(picture)
        row.addLayout(texts, 1)
        columns = Columns(made, 10)
        columns.add(said, 1)
        columns.add(pressed)
        columns.setAlignment(pressed, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.want_letters(said, _LINE)
        return made

    def _connect(self) -> None:
        context, does = self._context, self.does
        self.protect.clicked.connect(does.protect)
        self.change.clicked.connect(does.change)
        self.sheet.clicked.connect(does.show_words)
        self.renew.clicked.connect(does.renew)
        self.off.clicked.connect(does.unprotect)
        self.lock.clicked.connect(context.events.lock)
        self.look.clicked.connect(self._on_look)
        self.minutes.chosen.connect(self._on_minutes)
        context.preferences.changed.connect(self._show_minutes)
        context.events.backed_up.connect(self.refresh)
        context.theme.changed.connect(self._restyle)

    def _show_minutes(self) -> None:
        chosen = str(self._context.preferences.value.lock_minutes)
        self.minutes.choose(chosen if chosen in self.minutes.keys else None)

    def _on_minutes(self, minutes: str) -> None:
        self._context.preferences.change(lock_minutes=int(minutes))

    def _show_plain(self, plain: Sequence[Path]) -> None:
        self._plain = plain
        self._leftover.setVisible(bool(plain))

    def _on_look(self) -> None:
        self.leftovers = LeftoversDialog(self, self._plain, self.does.encrypting(self._plain), self._context.tasks)
        self.leftovers.treated.connect(self._context.events.backed_up)
        self.leftovers.open()

    def _restyle(self) -> None:
        theme = self._context.theme
        edge = theme.px(_ICON)
        for picture, icon in self._icons:
            token = "caution" if icon == "warning" else "accent"
            picture.setPixmap(theme.icon(icon, token, _ICON).pixmap(QSize(edge, edge)))
