"""What stands around a page gives it room where the window is small beside its letters."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout

from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import keep_end_free, leave_room
from adtracker.ui.kit.room.page_area import RIM
from adtracker.ui.shell.navigation import Navigation
from adtracker.ui.shell.page_stack import PageStack

# Below this width, in pixels of plain text, and beside a page: the room at its sides.
_NARROW, _WIDE_SIDE, _NARROW_SIDE = 640, 28, 10
# The column of pages folds below this width, and below the other in pixels of plain text; so low a window has the
# disclaimer below what it shows.
_FOLDED, _FOLDED_TEXT, _SHORT = 760, 630, 560
# Below this width the menu stands above the page, which is as narrow as the text on a large screen at 400 %.
_LEAST_BESIDE, _ABOVE_SIDE = 420, 8


class WindowRoom:
    """The sides of the page, the column at its left, and whether the disclaimer is scrolled to."""

    def __init__(
        self, theme: Theme, navigation: Navigation, pages: PageStack, column: QVBoxLayout, disclaimer: QVBoxLayout
    ) -> None:
        self._px = theme.px
        self._navigation, self._pages = navigation, pages
        self._column, self._disclaimer = column, disclaimer

    def fit(self, window: QSize) -> None:
        """Leave to the page what it needs of a window that is so large."""
        is_above = window.width() < _LEAST_BESIDE
        side = _ABOVE_SIDE if is_above else _NARROW_SIDE if window.width() < self._px(_NARROW) else _WIDE_SIDE
        rim = self._px(RIM)
        leave_room(self._column, side, 16, max(side - rim, 0), 8)
        keep_end_free(self._disclaimer, min(rim, side))
        self._pages.set_rim(min(rim, side))
        is_narrow = window.width() < max(_FOLDED, self._px(_FOLDED_TEXT))
        self._navigation.fit_room(window.height(), is_narrow=is_narrow, is_above=is_above)
        margins = self._column.contentsMargins()
        is_short = window.height() < self._px(_SHORT)
        self._pages.want_height(window.height() - margins.top() - margins.bottom() if is_short else 0)
