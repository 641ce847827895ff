"""The files that wait: what each is, or why it waits, and the way into the diary. Nothing is stored or moved before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.inbox.looking import Item, Look
from adtracker.language import tr, tr_count
from adtracker.ui.core.context import Context
from adtracker.ui.core.tasks import Task
from adtracker.ui.kit.basics import Card, button, clear_layout, column, label, rule, scrolled
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.kit.room.page_head import beside, window_head
from adtracker.ui.kit.tab_order import follow, tab_stops
from adtracker.ui.settings.bring_in.dialog import BringInDialog
from adtracker.ui.settings.bring_in.readers import Readers
from adtracker.ui.settings.inbox.file_row import FileRow
from adtracker.ui.settings.inbox.photos_dialog import MOST_AT_ONCE, SkinPhotosDialog
from adtracker.ui.settings.inbox.sorting import CAN_BE_TAKEN, Sorted, What, sort_files
from adtracker.ui.settings.inbox.taking import after_taking

_MOST = 200
_SIZE = QSize(900, 620)


class InboxDialog(FittedDialog):
    """To be shown by `open()`. Files of the inbox move aside when they were taken, those that were dropped stay."""

    stands_in_order = True

    def __init__(self, parent: QWidget, context: Context, look: Look, readers: Readers, *, is_inbox: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(tr("From paper or phone"))
        self._context, self._readers, self._is_inbox = context, readers, is_inbox
        self._task: Task | None = None
        self._photos: list[Item] = []
        self._found: list[Sorted] | None = None
        self.known: dict[Item, Sorted] = {}
        self.rows: list[FileRow] = []
        self._build(parent)
        if is_inbox:
            context.events.inbox_looked.connect(self.show_look)
        self.show_look(look)

    def _build(self, parent: QWidget) -> None:
        self.close_button = button(tr("Close"))
        self.close_button.clicked.connect(self.accept)
        self.state = label("", "soft", wrap=True)
        self.photos = button("", "primary")
        self.photos.clicked.connect(self._on_photos)
        self.photos.hide()
        content = QWidget()
        rows = column(content, 12)
        self._card = card = Card()
        card.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        card.body.addLayout(self._list)
        rows.addWidget(card)
        rows.addStretch(1)
        words = tr("Nothing is deleted. What was taken moves to the folder “taken” in your inbox.")
        if not self._is_inbox:
            words = tr("Nothing is deleted or moved.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(window_head(label(self.windowTitle(), "title"), self.state, self.close_button))
        layout.addWidget(scrolled(content), 1)
        layout.addWidget(beside(label(words, "soft", wrap=True), self.photos))
        self._large = parent.window().size() - QSize(24, 24)
        self.resize(self._large.boundedTo(_SIZE))

    def show_look(self, look: Look) -> None:
        """Show what a look found, once it is known what each file is."""
        if self._task is not None:
            self._task.cancel()
            self._task.stop()
        self._look = look
        self.state.setText(tr("The files are being looked at…"))
        work = partial(sort_files, list(look.items)[:_MOST], self._readers, self.known)
        self._task = self._context.tasks.run_long(work)
        self._task.progressed.connect(self._on_progressed)
        self._task.done.connect(self._on_sorted)

    def _on_progressed(self, percent: int) -> None:
        self.state.setText(tr("The files are being looked at: {percent} %", percent=percent))

    def _on_sorted(self, found: Sequence[Sorted]) -> None:
        in_order = sorted(found, key=lambda one: one.item.state not in CAN_BE_TAKEN)
        if in_order != self._found:  # else the rows stay where they are, under a pointer that is about to click
            self._found = in_order
            self._show_rows(in_order)
        self.state.setText(self._said(found))

    def _show_rows(self, found: Sequence[Sorted]) -> None:
        clear_layout(self._list)
        self.rows = []
        for place, one in enumerate(found):
            if place:
                self._list.addWidget(rule())
            row = FileRow(one, self._context.texts, can_be_set_aside=self._is_inbox)
            row.open.clicked.connect(partial(self._on_open, one.item))
            row.aside.clicked.connect(partial(after_taking, self._context, [one.item]))
            self.rows.append(row)
            self._list.addWidget(row)
        self._card.setVisible(bool(found))
        follow((self.close_button, *(stop for row in self.rows for stop in tab_stops(row)), self.photos))
        self._photos = [one.item for one in found if one.what is What.PHOTO and one.is_new][:MOST_AT_ONCE]
        count = len(self._photos)
        words = tr_count("Add 1 photo…", "Add {count} photos…", count)
        self.photos.setText(words)
        self.photos.setVisible(bool(count))

    def _said(self, found: Sequence[Sorted]) -> str:
        if self._look.trouble is not None:
            return self._context.texts.say(f"inbox.troubles.{self._look.trouble.value}")
        said = [] if found else [tr("There is nothing in it.")]
        left = self._look.more + max(len(self._look.items) - _MOST, 0)
        if left:
            said.append(tr("{count} more files follow when some of these are taken.", count=left))
        if self._look.is_read_only and self._is_inbox:
            said.append(tr("The folder can only be read: taken files stay in it, and are not taken twice."))
        return " ".join(said)

    def _on_open(self, item: Item) -> None:
        dialog = BringInDialog(self, self._context, item.path, self._readers)
        dialog.resize(self._large)
        dialog.accepted.connect(partial(self._on_taken, [item]))
        dialog.open()

    def _on_photos(self) -> None:
        dialog = SkinPhotosDialog(self, self._context, self._photos)
        dialog.stored.connect(self._on_taken)
        dialog.open()

    def _on_taken(self, items: Sequence[Item]) -> None:
        """They stand in the diary now."""
        if self._is_inbox:
            after_taking(self._context, items)
        else:
            gone = {item.path for item in items}
            left = [item for item in self._look.items if item.path not in gone]
            if left:
                self.show_look(Look(self._look.folder, left))
            else:
                self.accept()

    def done(self, result: int) -> None:
        """Stop what is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task.stop()
        super().done(result)
