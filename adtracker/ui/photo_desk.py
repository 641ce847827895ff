"""Photos on a page that shows a day: the card with the small ones, and what leads on from there.

What adds and shows photos is loaded when it is wanted: on most days nobody does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from adtracker.domain.period import Period
from adtracker.domain.photo import Photo
from adtracker.errors import AdtrackerError
from adtracker.ui.context import Context
from adtracker.ui.widgets.photo_card import PhotoCard

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from adtracker.ui.photo_dialogs import PhotoDialogs
    from adtracker.ui.photo_intake import PhotoIntake


class PhotoDesk(QObject):
    """Serves one page: what is dropped on it, pasted there or chosen in the dialog becomes a photo of the open day."""

    def __init__(self, context: Context, page: QWidget, day: date) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._day = day
        self.card = PhotoCard(context.theme, context.texts.table("body")["regions"])
        self.card.add_wanted.connect(self._on_add)
        self.card.opened.connect(self._on_opened)
        self.card.compare_wanted.connect(self._on_compare)
        self.card.removed_wanted.connect(self._on_removed)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._on_paste)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    @cached_property
    def dialogs(self) -> PhotoDialogs:
        """Where photos are looked at."""
        from adtracker.ui.photo_dialogs import PhotoDialogs  # noqa: PLC0415 -- see above

        return PhotoDialogs(self._context, self._page)

    @cached_property
    def intake(self) -> PhotoIntake:
        """Where photos come in."""
        from adtracker.ui.photo_intake import PhotoIntake  # noqa: PLC0415 -- see above

        made = PhotoIntake(self._context, self._page)
        made.busy.connect(self.card.show_adding)
        made.added.connect(self._on_added)
        return made

    def show_day(self, day: date) -> None:
        """Show the photos of a day; what is added from now on belongs to it."""
        self._day = day
        try:
            self._show(self._photos())
        except AdtrackerError as error:
            self.card.show_photos((), {}, self._context.texts.error(error))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take pictures that are dropped anywhere on the page."""
        if event.type() is QEvent.Type.DragEnter or event.type() is QEvent.Type.Drop:
            return self._is_taken(cast("QDropEvent", event))
        return super().eventFilter(watched, event)

    def _is_taken(self, event: QDropEvent) -> bool:
        """Whether a thing that is dragged over the page, or let go there, is a picture; then it is welcome."""
        from adtracker.ui.widgets.photo_payload import has_payload  # noqa: PLC0415 -- see above

        if not has_payload(event.mimeData()):
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.intake.take(event.mimeData(), self._day)
        return True

    def _photos(self) -> Sequence[Photo]:
        journal = self._context.journal
        kept, removed = journal.photo_counts()
        self.card.show_reach(can_compare=kept > 1, any_removed=removed > 0)
        return journal.photos(Period(self._day, self._day)) if kept else ()

    def _show(self, photos: Sequence[Photo]) -> None:
        thumbnails: Mapping[str, bytes] = {}
        problem = ""
        try:
            thumbnails = self._context.journal.thumbnails(photos)
        except AdtrackerError as error:  # the photos' own file failed; the day itself can be read
            problem = self._context.texts.error(error)
        if not problem and any(photo.digest not in thumbnails for photo in photos):
            problem = self.dialogs.reader.missing()
        self.card.show_photos(photos, thumbnails, problem)

    def _on_add(self) -> None:
        self.intake.choose(self._day)

    def _on_paste(self) -> None:
        self.intake.take(QGuiApplication.clipboard().mimeData(), self._day)

    def _on_added(self, day: date) -> None:
        """Show a photo that came alone at once, to be given its place; it is the last of its day."""
        if day == self._day and self._page.isVisible():
            self.dialogs.show_photo(self._context.journal.photos(Period(day, day))[-1])

    def _on_opened(self, photo: Photo) -> None:
        self.dialogs.show_photo(photo)

    def _on_compare(self) -> None:
        self.dialogs.compare()

    def _on_removed(self) -> None:
        self.dialogs.show_removed()
