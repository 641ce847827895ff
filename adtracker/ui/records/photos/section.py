"""Photos as a part of a day: the card with the small ones, and what leads on from there.

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

from adtracker.domain.common.period import Period
from adtracker.domain.records.photo import Photo
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.kit.card_columns import Side
from adtracker.ui.records.day_section import LATELY_DAYS, DaySection, ShownDay, Use, use

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from adtracker.ui.records.deleted_dialogs import DeletedDialogs
    from adtracker.ui.records.photos.card import PhotoCard
    from adtracker.ui.records.photos.dialogs import PhotoDialogs
    from adtracker.ui.records.photos.intake import PhotoIntake


class PhotoDesk(DaySection):
    """What is dropped on the page, pasted there or chosen in the dialog becomes a photo of the open day."""

    key = "photos"
    side = Side.RIGHT
    records = (Photo,)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._day = context.today()
        self._photos: Sequence[Photo] = ()
        self._around: Sequence[Photo] = ()
        self._counts = (0, 0)
        self._problem = ""
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._on_paste)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    @property
    def title(self) -> str:
        """What the button says that unfolds it."""
        return tr("Photo")

    @cached_property
    def card(self) -> PhotoCard:
        """The photos of the day."""
        from adtracker.ui.records.photos.card import PhotoCard  # noqa: PLC0415 -- see above

        made = PhotoCard(self._context.theme, self._context.texts.table("body")["regions"])
        made.add_wanted.connect(self._on_add)
        made.opened.connect(self._on_opened)
        made.compare_wanted.connect(self._on_compare)
        made.removed_wanted.connect(self._on_removed)
        return made

    @cached_property
    def dialogs(self) -> PhotoDialogs:
        """Where photos are looked at."""
        from adtracker.ui.records.photos.dialogs import PhotoDialogs  # noqa: PLC0415 -- see above

        return PhotoDialogs(self._context, self._page)

    @cached_property
    def deleted(self) -> DeletedDialogs:
        """Where deleted photos are brought back, as all else is."""
        from adtracker.ui.records.deleted_dialogs import DeletedDialogs  # noqa: PLC0415 -- see above

        return DeletedDialogs(self._context, self._page)

    @cached_property
    def intake(self) -> PhotoIntake:
        """Where photos come in."""
        from adtracker.ui.records.photos.intake import PhotoIntake  # noqa: PLC0415 -- see above

        made = PhotoIntake(self._context, self._page)
        made.busy.connect(self._on_busy)
        # Later: who closes the window while a photo comes in must not be shown it.
        made.added.connect(self._on_added, Qt.ConnectionType.QueuedConnection)
        return made

    def flush(self) -> None:
        """Store the photos that could not be stored before."""
        if "intake" in self.__dict__:
            self.intake.flush()

    @property
    def unsaved(self) -> Sequence[str]:
        """Photos that are still being added or could not be stored."""
        return self.intake.unsaved if "intake" in self.__dict__ else ()

    def read(self, shown: ShownDay) -> None:
        """Read which photos a day has; what is added from now on belongs to it."""
        self._day = shown.day
        self._around = ()
        try:
            self._counts = self._context.journal.photo_counts()
            if self._counts[0]:
                self._around = self._context.journal.photos(Period.ending(self._day, LATELY_DAYS))
            self._problem = ""
        except AdtrackerError as error:
            self._problem = self._context.texts.error(error)
        self._photos = [photo for photo in self._around if photo.day == self._day]

    def look(self, shown: ShownDay) -> Use:
        """Its photos unfold the card, also where it is not known whether there are any, and those of late."""
        return use(now=bool(self._photos or self._problem), lately=bool(self._around))

    def fill(self) -> None:
        """Show them, small."""
        kept, removed = self._counts
        self.card.show_reach(can_compare=kept > 1, any_removed=removed > 0)
        thumbnails: Mapping[str, bytes] = {}
        problem = self._problem
        try:
            thumbnails = self._context.journal.thumbnails(self._photos)
        except AdtrackerError as error:  # the photos' own file failed; the day itself can be read
            problem = self._context.texts.error(error)
        if not problem and any(photo.digest not in thumbnails for photo in self._photos):
            problem = self.dialogs.reader.missing()
        self.card.show_photos(self._photos, thumbnails, problem)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take pictures that are dropped anywhere on the page."""
        if event.type() is QEvent.Type.DragEnter or event.type() is QEvent.Type.Drop:
            return self._is_taken(cast("QDropEvent", event))
        return super().eventFilter(watched, event)

    def _is_taken(self, event: QDropEvent) -> bool:
        """Whether a thing that is dragged over the page, or let go there, is a picture; then it is welcome."""
        from adtracker.ui.records.photos.payload import has_payload  # noqa: PLC0415 -- see above

        if not has_payload(event.mimeData()):
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop and self._context.gate.is_open():
            self.intake.take(event.mimeData(), self._day)
        return True

    def _on_add(self) -> None:
        self._context.gate.look()
        self.intake.choose(self._day)

    def _on_busy(self, is_adding: bool) -> None:
        """Say that a photo is on its way, also one that was dropped while the card was folded."""
        self.wanted.emit(self.key)
        self.card.show_adding(is_adding)

    def _on_paste(self) -> None:
        if self._context.gate.is_open():
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
        self.deleted.show()
