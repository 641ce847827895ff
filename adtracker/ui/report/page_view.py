"""Shows pages as they will be printed: sheets of paper below each other, to scroll through and to zoom."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.report.page_image import PageImage, PageImageLabel

MARGIN = 20
GAP = 16
POINTS_AN_INCH = 72
SHADOW = 6
RING_GAP = 2  # between the ring of the keyboard and white paper, beside which it could not be seen
WIDEST = 1.5  # times the paper: wider is no easier to read, and costs memory


class Zoom(Enum):
    """How large the pages are shown; FULL is as large as on paper."""

    PAGE = "page"
    WIDTH = "width"
    FULL = "full"


class _Desk(QWidget):
    """What the sheets lie on; it draws their shadows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(GAP)
        self.column.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a soft edge below each sheet."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = self._theme.color("page_shadow")
        for sheet in self.findChildren(PageImageLabel):
            for spread in range(SHADOW, 0, -1):
                shadow.setAlphaF(0.5 / spread)
                painter.setBrush(shadow)
                around = QRectF(sheet.geometry()).adjusted(-spread / 2, 0, spread / 2, spread)
                painter.drawRoundedRect(around, spread, spread)
        painter.end()


class PageView(QScrollArea):
    """Plus and minus zoom, 0 shows whole pages, Home and End go to the ends, all else scrolls.

    `scale_changed` says that pictures of another size are wanted, `zoomed` and `moved` that the zoom or the page in
    view is another.
    """

    scale_changed = Signal()
    zoomed = Signal()
    moved = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.zoom = Zoom.WIDTH
        self.paper = QSizeF(1, 1)
        self.sheets: list[PageImageLabel] = []
        self._fitted = 0
        self._desk = _Desk(theme)
        self.setProperty("kind", "pages")
        self.setWidgetResizable(True)
        self.setViewportMargins(RING_GAP, RING_GAP, RING_GAP, RING_GAP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self._desk)
        self.setAccessibleName(tr("The report as it will be printed"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def ppi(self) -> float:
        """How many pixels an inch a picture needs, to be drawn pixel by pixel."""
        return self._width(self.zoom) * self.devicePixelRatio() * POINTS_AN_INCH / self.paper.width()

    @property
    def index(self) -> int:
        """The page in the middle of the view, 0 for the first."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return max(sum(sheet.geometry().top() <= middle for sheet in self.sheets) - 1, 0)

    def show_paper(self, width: float, height: float) -> None:
        """Expect pages of this size, in points; those that are shown stay until others come."""
        self.paper = QSizeF(width, height)

    def show_sheets(self, sheets: Sequence[PageImage]) -> None:
        """Show other pages in place of those that are shown; what is in view stays in view."""
        for label, sheet in zip(self.sheets, sheets, strict=False):
            label.show_sheet(sheet)
        for label in self.sheets[len(sheets) :]:
            label.hide()
            label.deleteLater()
        added = [PageImageLabel(sheet) for sheet in sheets[len(self.sheets) :]]
        for label in added:
            self._desk.column.addWidget(label)
            label.show()
        self.sheets = [*self.sheets[: len(sheets)], *added]
        self._fit()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages larger or smaller."""
        if zoom is not self.zoom:
            self.zoom = zoom
            self._fit()
            self.zoomed.emit()
            self.scale_changed.emit()

    def restyle(self) -> None:
        """Take over new colours."""
        self._desk.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, or go to an end."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.text() in {"+", "=", "-", "0"}:
            self.set_zoom(self._zoom_for(event.text()))
        elif event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages in."""
        super().resizeEvent(event)
        width = self._width(self.zoom)
        if width != self._fitted:
            self._fit()
            self.scale_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take up no memory while nobody looks."""
        super().hideEvent(event)
        for sheet in self.sheets:
            sheet.release()

    def event(self, event: QEvent) -> bool:
        """Ask for other pictures on another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.scale_changed.emit()
        return super().event(event)

    def _zoom_for(self, key: str) -> Zoom:
        """The next larger or smaller zoom, the one that is shown at either end."""
        if key == "0":
            return Zoom.PAGE
        sizes = sorted(Zoom, key=self._width)
        step = -1 if key == "-" else 1
        return sizes[min(max(sizes.index(self.zoom) + step, 0), len(sizes) - 1)]

    def _width(self, zoom: Zoom) -> int:
        """How wide a page is drawn, in the pixels of the layout."""
        full = round(self.paper.width() * self.logicalDpiX() / POINTS_AN_INCH)
        if zoom is Zoom.FULL:
            return full
        room = self._room()
        widest = min(room.width(), round(WIDEST * full))
        if zoom is Zoom.PAGE:
            return min(widest, round(room.height() * self.paper.width() / self.paper.height()))
        return widest

    def _room(self) -> QSize:
        """What there is for a page, whether or not the pages need a bar to scroll by."""
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.maximumViewportSize() - QSize(2 * MARGIN + bar, 2 * MARGIN)
        return room.expandedTo(QSize(MARGIN, MARGIN))

    def _fit(self) -> None:
        """Size the pages for the zoom, and stay at the same place in them."""
        bar = self.verticalScrollBar()
        before, self._fitted = self._fitted, self._width(self.zoom)
        place = bar.value() / max(before, 1)  # in widths of a page: however many there are now
        for sheet in self.sheets:
            sheet.show_width(self._fitted)
        self._desk.column.activate()
        self._desk.adjustSize()
        bar.setValue(round(place * self._fitted))
        self._desk.update()
        self._on_scrolled()

    def _on_scrolled(self) -> None:
        """Let go of what is out of sight."""
        for sheet in self.sheets:
            if sheet.visibleRegion().isEmpty():
                sheet.release()
        if self.sheets:
            self.setAccessibleDescription(". ".join(self.sheets[self.index].sheet.words))
        self.moved.emit()
