"""Holds the pages: builds one when it is first visited, shows one at a time, and lets all go with their diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from adtracker.ui.kit.basics import keep_end_free
from adtracker.ui.shell.page_classes import page_class

if TYPE_CHECKING:
    from adtracker.ui.core.context import Context
    from adtracker.ui.core.page import Page


class PageStack(QStackedWidget):
    """The pages of one diary by key, or one widget alone where no diary is open."""

    def __init__(self) -> None:
        super().__init__()
        self._context: Context | None = None
        self._pages: dict[str, Page] = {}
        self.key: str | None = None
        self._height = 0
        self.setProperty("rim", 0)  # what is left at the right for scroll bars
        self.currentChanged.connect(self.updateGeometry)

    def want_height(self, height: int) -> None:
        """Be at least so high, whatever the page needs."""
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """What the page needs that is looked at: the others have their turn when they are seen."""
        page = self.currentWidget()
        if page is None:
            return QSize(0, self._height)
        hint, layout = page.minimumSizeHint(), page.layout()
        folded = layout.totalMinimumHeightForWidth(self.width()) if layout and layout.hasHeightForWidth() else 0
        return QSize(hint.width(), max(hint.height(), folded, self._height))

    def event(self, event: QEvent) -> bool:
        """A page may need less after its words gave way."""
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return is_done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What wraps asks for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """No more: a page takes what there is, and scrolls."""
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """For the same reason its height does not follow from its width."""
        return False

    def set_rim(self, width: int) -> None:
        """Leave room at the right of all pages but those that use it themselves."""
        self.setProperty("rim", width)
        for index in range(self.count()):
            if (widget := self.widget(index)) is not None:
                self._fit(widget)

    def _fit(self, widget: QWidget) -> None:
        reaches = any(page is widget and page.reaches_rim for page in self._pages.values())
        keep_end_free(widget, 0 if reaches else int(self.property("rim")))

    @property
    def context(self) -> Context | None:
        """What the pages work with, None where no diary is open."""
        return self._context

    @property
    def page(self) -> Page | None:
        """The page that is looked at."""
        return None if self.key is None else self._pages[self.key]

    @property
    def has_own_line(self) -> bool:
        """Whether the page that is looked at says itself what failed."""
        return self.page is not None and self.page.has_own_line

    def open(self, context: Context) -> None:
        """Take another diary; no page is shown yet."""
        self.close_diary()
        self._context = context

    def close_diary(self) -> None:
        """Let go of all pages."""
        self._context, self._pages, self.key = None, {}, None
        for page in [self.widget(index) for index in range(self.count())]:
            if page is not None:
                self._drop(page)

    def show_alone(self, widget: QWidget) -> None:
        """Show a widget that belongs to no diary, in place of all pages."""
        self.close_diary()
        self.addWidget(widget)
        self._fit(widget)

    def show_page(self, key: str) -> Page:
        """Show a page, built now if nobody looked at it before. Raises KeyError for a page that does not exist."""
        assert self._context is not None, "pages need a diary"
        if key not in self._pages:
            self._pages[key] = page_class(key)(self._context)
        self.key, page = key, self._pages[key]
        if self.isVisible() and not page.isVisible():
            page.expect()  # before it has its look, which a new one gets here
        if self.indexOf(page) < 0:
            self.addWidget(page)
            self._fit(page)
        self.setCurrentWidget(page)
        return page

    def _drop(self, widget: QWidget) -> None:
        self.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
