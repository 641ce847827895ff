"""Holds the pages: builds one when it is first visited, shows one at a time, and lets all go with their diary."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

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
        self.setProperty("rim", 0)  # what is left at the right for scroll bars

    def set_rim(self, width: int) -> None:
        """Leave room at the right of all pages but those that use it themselves."""
        self.setProperty("rim", width)
        for index in range(self.count()):
            if (widget := self.widget(index)) is not None:
                self._fit(widget)

    def _fit(self, widget: QWidget) -> None:
        reaches = any(page is widget and page.reaches_rim for page in self._pages.values())
        widget.setContentsMargins(0, 0, 0 if reaches else int(self.property("rim")), 0)

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
            self._pages[key] = _BUILDERS[key](self._context)
            self.addWidget(self._pages[key])
            self._fit(self._pages[key])
        self.key = key
        self.setCurrentWidget(self._pages[key])
        return self._pages[key]

    def _drop(self, widget: QWidget) -> None:
        self.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


# The modules of pages, and charts and Typst with them, load on the first visit: the window opens sooner.


def _today(context: Context) -> Page:
    from adtracker.ui.today.page import TodayPage  # noqa: PLC0415

    return TodayPage(context)


def _trends(context: Context) -> Page:
    from adtracker.ui.trends.page import TrendsPage  # noqa: PLC0415

    return TrendsPage(context)


def _timeline(context: Context) -> Page:
    from adtracker.ui.timeline.page import TimelinePage  # noqa: PLC0415

    return TimelinePage(context)


def _history(context: Context) -> Page:
    from adtracker.ui.history.page import HistoryPage  # noqa: PLC0415

    return HistoryPage(context)


def _learn(context: Context) -> Page:
    from adtracker.ui.learn.page import LearnPage  # noqa: PLC0415

    return LearnPage(context)


def _report(context: Context) -> Page:
    from adtracker.ui.report.page import ReportPage  # noqa: PLC0415

    return ReportPage(context)


def _settings(context: Context) -> Page:
    from adtracker.ui.settings.page import SettingsPage  # noqa: PLC0415

    return SettingsPage(context)


_BUILDERS: dict[str, Callable[[Context], Page]] = {
    "today": _today,
    "trends": _trends,
    "timeline": _timeline,
    "history": _history,
    "learn": _learn,
    "report": _report,
    "settings": _settings,
}
