"""Photos of skin that came together: place and day of each, a row a photo, put into the diary in one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from adtracker.domain.common.progress import GoesOn
from adtracker.domain.edits.edit import Edit
from adtracker.domain.records.photo import CleanPhoto, Photo
from adtracker.errors import AdtrackerError, PhotoError
from adtracker.exchange.codecs.all_codecs import read_alike
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.merge import plan_merge
from adtracker.inbox.looking import Item
from adtracker.language import tr, tr_count
from adtracker.photos.picture_file import clean_file
from adtracker.ui.core.context import Context
from adtracker.ui.core.tasks import Task
from adtracker.ui.kit.basics import Card, button, column, label, rule, scrolled
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.kit.room.page_head import beside
from adtracker.ui.settings.bring_in.bringing import Preview
from adtracker.ui.settings.bring_in.putting_in import PuttingIn
from adtracker.ui.settings.inbox.photo_row import NO_PLACE, PhotoRow

MOST_AT_ONCE = 40
_SIZE = (820, 600)
Read = tuple[Item, CleanPhoto | None, str]


class SkinPhotosDialog(FittedDialog):
    """To be shown by `open()`, for `MOST_AT_ONCE` photos at most. `stored` has the items that are in the diary now."""

    stored = Signal(object)

    def __init__(self, parent: QWidget, context: Context, items: Sequence[Item]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(tr("Photos of skin"))
        self._context, self._items = context, list(items)
        self._putting = PuttingIn(context, self)
        self.rows: list[PhotoRow] = []
        self._build(parent)
        self._task: Task = context.tasks.run_long(self._read)
        self._task.done.connect(self._on_read)

    def _build(self, parent: QWidget) -> None:
        self.state = label(tr("The photos are being read…"), "soft", wrap=True)
        self.cancel, self.go = button(tr("Cancel")), button(tr("Put them into the diary"), "primary")
        self.go.setEnabled(False)
        head = QHBoxLayout()
        head.addWidget(label(self.windowTitle(), "title"), 1)
        head.addWidget(self.cancel)
        self.content = QWidget()
        rows = column(self.content, 12)
        card = Card()
        held = QWidget()
        self._list = column(held, 12)
        card.body.addWidget(held)
        rows.addWidget(card)
        rows.addStretch(1)
        layout = column(self, 12)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.addLayout(head)
        layout.addWidget(scrolled(self.content), 1)
        layout.addWidget(beside(self.state, self.go))
        self.resize(min(parent.window().width() - 24, _SIZE[0]), min(parent.window().height() - 24, _SIZE[1]))
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self._putting.said.connect(self.state.setText)
        self._putting.ended.connect(self._on_ended)

    def _read(self, goes_on: GoesOn) -> Sequence[Read]:
        """Not on the window's thread: each takes about a second."""
        found: list[Read] = []
        for number, item in enumerate(self._items):
            if not goes_on(number / len(self._items)):
                break
            try:
                found.append((item, clean_file(item.path), ""))
            except PhotoError as error:
                found.append((item, None, self._context.texts.error(error)))
        return found

    def _on_read(self, found: Sequence[Read]) -> None:
        names = self._context.texts.table("body")["regions"]
        today = self._context.today()
        for place, (item, pixels, why_not) in enumerate(found):
            if place:
                self._list.addWidget(rule())
            if pixels is None:
                words = tr("{file}: {reason}", file=item.name, reason=why_not)
                self._list.addWidget(label(words, "caution", wrap=True))
            else:
                row = PhotoRow(item, pixels, names, _day_of(item, today), today)
                row.ticked.connect(self._show_count)
                self.rows.append(row)
                self._list.addWidget(row)
        self.state.setText(tr("The day is that of the file. Please change it where it is another one."))
        self._show_count()
        self.follow_order()

    def _show_count(self) -> None:
        count = sum(row.is_wanted for row in self.rows)
        self.go.setText(tr_count("Put {count} photo into the diary", "Put {count} photos into the diary", count))
        self.go.setEnabled(bool(count) and not self._context.journal.read_only)

    def _on_go(self) -> None:
        """Put in those that are ticked, in one step."""
        if not self._context.gate.is_open():
            self.state.setText(tr("A new day has begun. Please look at the days and press once more."))
            return
        parsed = ImportResult(self._context.today())
        for row in (row for row in self.rows if row.is_wanted):
            pixels, place = row.pixels, row.place.currentData()
            region = None if place == NO_PLACE else str(place)
            parsed.add(Photo(row.day.day, pixels.digest, pixels.width, pixels.height, region))
            parsed.pictures[pixels.digest] = pixels
        diary = self._context.read(lambda: read_alike(self._context.journal, parsed))
        if diary is not None:
            self._set_busy(True)
            self._putting.begin(Preview(parsed, diary, plan_merge(diary, parsed)))

    def _set_busy(self, is_busy: bool) -> None:
        self.content.setEnabled(not is_busy)
        self.go.setEnabled(not is_busy)
        self.cancel.setText(tr("Stop") if is_busy else tr("Cancel"))

    def _on_ended(self, outcome: Edit | AdtrackerError | None) -> None:
        self._set_busy(False)
        if isinstance(outcome, Edit):
            self.stored.emit([row.item for row in self.rows if row.is_wanted])
            self.accept()
            self._context.events.told.emit(tr("The photos were put into the diary. Ctrl+Z takes them back."))
            return
        words = tr("Stopped. Nothing was put into the diary.")
        if outcome is not None:
            words = self._context.texts.error(outcome)
        self.state.setText(words)
        announce(self.state, words)

    def reject(self) -> None:
        """Close it; while photos are put in, that stops."""
        if self._putting.is_under_way:
            self._putting.stop()
        else:
            self._putting.leave()
            super().reject()

    def done(self, result: int) -> None:
        """Stop what is under way."""
        self._task.cancel()
        self._task.stop()
        self._putting.give_up()
        super().done(result)


def _day_of(item: Item, today: date) -> date:
    """When the file was last changed, as far as that can be a day of the diary."""
    return min(datetime.fromtimestamp(item.mark[1] / 1e9).astimezone().date(), today) if item.mark[1] else today
