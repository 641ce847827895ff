"""The classes of the pages by key. Their modules, and charts with them, load when they are first wanted: a window opens
sooner without."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from adtracker.ui.core.page import Page

_loading = Lock()
# The words of a report that no other page has read before.
_REPORT_WORDS = ("report", "trend", "published")


def page_class(key: str) -> type[Page]:
    """The class of a page, loaded now if it was not before; on any thread, which waits for one that is loading.

    Modules that import each other in a ring, as those of libraries do, come half done to a second thread that imports
    them meanwhile. Raises KeyError for a page that does not exist.
    """
    with _loading:
        return _CLASSES[key]()


def _today() -> type[Page]:
    from adtracker.ui.today.page import TodayPage  # noqa: PLC0415

    return TodayPage


def _trends() -> type[Page]:
    from adtracker.ui.trends.page import TrendsPage  # noqa: PLC0415

    return TrendsPage


def _timeline() -> type[Page]:
    from adtracker.ui.timeline.page import TimelinePage  # noqa: PLC0415

    return TimelinePage


def _history() -> type[Page]:
    from adtracker.ui.history.page import HistoryPage  # noqa: PLC0415

    return HistoryPage


def _learn() -> type[Page]:
    from adtracker.ui.learn.page import LearnPage  # noqa: PLC0415

    return LearnPage


def _report() -> type[Page]:
    from adtracker import resources  # noqa: PLC0415
    from adtracker.domain.statistics import width  # noqa: F401, PLC0415 -- what its answer is worked out with, and numpy
    from adtracker.report import scores  # noqa: F401, PLC0415 -- most reports name one
    from adtracker.ui.report.page import ReportPage  # noqa: PLC0415

    resources.scales()
    for name in _REPORT_WORDS:
        resources.english(name)
    return ReportPage


def _settings() -> type[Page]:
    from adtracker.ui.settings.page import SettingsPage  # noqa: PLC0415

    return SettingsPage


_CLASSES: dict[str, Callable[[], type[Page]]] = {
    "today": _today,
    "trends": _trends,
    "timeline": _timeline,
    "history": _history,
    "report": _report,
    "learn": _learn,
    "settings": _settings,
}
PAGE_KEYS = tuple(_CLASSES)
