"""Shows the card for somebody who comes back in place of the day's questions, until they took one of its ways."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.views.coming_back import ComingBack
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.kit.basics import button, column, keep_end_free, scrolled
from adtracker.ui.kit.room.page_area import RIM
from adtracker.ui.today.read_days import ReadDays

if TYPE_CHECKING:
    from adtracker.ui.today.coming_back.card import ComingBackCard


class ComingBackDesk(QObject):
    """`done` says that the day's questions stand there again.

    The card stays until today has an answer, every empty day is explained, or the person puts it away: "Not now" for
    the rest of the day on this computer, "Start today" for as long as the window is open.
    """

    done = Signal()

    def __init__(self, context: Context, page: QWidget, questions: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page, self._questions = page, questions
        self._away: date | None = None
        self._card: ComingBackCard | None = None
        self._place: QWidget | None = None
        self.gap: Period | None = None
        self.not_now = button(tr("Not now"))
        self.not_now.setToolTip(tr("Not again today"))
        self.not_now.hide()
        self.not_now.clicked.connect(self._on_not_now)

    @property
    def card(self) -> ComingBackCard | None:
        """The card, if it is shown."""
        return self._card if self._place is not None and not self._place.isHidden() else None

    def show_read(self, read: ReadDays, day: date, today: date) -> None:
        """Show the card if it is wanted on the day that is open, which is today."""
        found = read.back
        is_put_away = today.isoformat() in (self._context.preferences.value.not_now, str(self._away))
        if found is None or day != today or is_put_away or self._context.journal.read_only:
            self._hide()
        else:
            self._show(found, read, today)

    def flush(self) -> None:
        """Store what was typed into the grid, as all of Today is stored."""
        if self.card is not None and self.card.grid.entries:
            self._on_save()

    def restyle(self) -> None:
        """Take over new sizes."""
        if self._card is not None and self._place is not None:
            self._card.restyle()
            keep_end_free(self._place, self._context.theme.px(RIM))

    def _show(self, found: ComingBack, read: ReadDays, today: date) -> None:
        self.gap = found.gap
        self._made().show_gap(found, today, read.in_gap)
        if self.card is None and self._place is not None:
            self._questions.hide()
            self._place.show()
            self.not_now.show()
            self._made().take_focus()  # what had the keyboard is out of sight now

    def _hide(self) -> None:
        self.gap = None
        if self.card is not None and self._place is not None:
            self._place.hide()
            self.not_now.hide()
            self._questions.show()
            self.done.emit()

    def _made(self) -> ComingBackCard:
        """The card, made when somebody first comes back."""
        if self._card is None:
            from adtracker.ui.today.coming_back.card import ComingBackCard  # noqa: PLC0415 -- hardly ever wanted

            self._card = ComingBackCard(self._context.theme, self._context.texts)
            self._card.today_wanted.connect(self._on_today)
            self._card.save_wanted.connect(self._on_save)
            self._card.break_wanted.connect(self._on_break)
            self._place = QWidget()
            around = QWidget()  # the ground of what scrolls is see-through, the card's is not
            column(around, 0).addWidget(self._card)
            column(self._place, 0).addWidget(scrolled(around))
            self._place.hide()
            page = self._page.layout()
            assert isinstance(page, QVBoxLayout)
            page.insertWidget(page.indexOf(self._questions), self._place, 1)
            self.restyle()
        return self._card

    def _on_today(self) -> None:
        self._put_away()

    def _on_not_now(self) -> None:
        self._context.preferences.change(not_now=self._context.today().isoformat())
        self._put_away()

    def _put_away(self) -> None:
        self.flush()
        self._away = self._context.today()
        self._hide()

    def _on_save(self) -> None:
        card = self._made()
        if self._context.gate.is_open() and card.grid.settle():
            self._context.writer.save_all(card.grid.entries)

    def _on_break(self) -> None:
        """What was typed beside it is stored with it, in one step: the button names the days that are left then."""
        card = self._made()
        if self._context.gate.is_open() and card.grid.settle():
            self._context.writer.save_all((*card.grid.entries, *card.choice.breaks))
