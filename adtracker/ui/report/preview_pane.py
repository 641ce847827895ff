"""The pages of the report, and below them which one it is, how large they are shown, and what is amiss."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.empty_state import EmptyState
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.report.page_image import PageImage
from adtracker.ui.report.page_view import PageView, Zoom

_MOST_NAMED = 12


class PreviewPane(QWidget):
    """Shows pages, or in an empty diary what to do first. What was shown stays until something else is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._is_slow = False
        self._build(theme)
        self.zooms.chosen.connect(self._on_zoom)
        self.view.zoomed.connect(self._show_zoom)
        self.view.moved.connect(self._show_place)
        self._show_zoom()

    def _build(self, theme: Theme) -> None:
        self._parts = QStackedWidget()
        self._pages = QWidget()
        self.empty = EmptyState(tr("Your report begins with your first day"), tr("Go to today"))
        self.empty.sentence.setText(
            tr("Write down how today was, or what you want to ask. It is then shown on a page for your visit.")
        )
        self._parts.addWidget(self._pages)
        self._parts.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._parts)
        self.view = PageView(theme)
        self.missing = label("", "caution", wrap=True)
        self.missing.hide()
        column = QVBoxLayout(self._pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addWidget(self.missing)
        column.addWidget(self._line())

    def _line(self) -> QWidget:
        self.place = label("", "soft")
        # What it says must not move the pages: another size would ask for other pages, which say something again.
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        names = [
            (Zoom.PAGE.value, tr("Whole page")),
            (Zoom.WIDTH.value, tr("Fit width")),
            (Zoom.FULL.value, tr("100 %")),
        ]
        self.zooms = Chips(tr("Size of the pages"), names)
        self.zooms.setToolTip(tr("On the pages: + larger, − smaller, 0 whole page"))  # noqa: RUF001 -- a minus sign
        line = QWidget()
        row = Columns(line)
        row.add(self.place, 1)
        row.add(self.zooms)
        return line

    def show_empty(self, is_empty: bool) -> None:
        """Show what to do first, or the pages."""
        self._parts.setCurrentWidget(self.empty if is_empty else self._pages)

    def show_pages(self, pages: Sequence[tuple[bytes, Sequence[str]]], missing: Sequence[str]) -> None:
        """Show pages, each a PNG and the headings on it; `missing` are words for what no font has."""
        count = len(pages)
        self.view.show_sheets(
            [
                PageImage(png, self._page_name(number, count), self._page_words(headings))
                for number, (png, headings) in enumerate(pages, start=1)
            ]
        )
        self._show_place()
        self._show_missing(missing)

    def show_first(self, png: bytes, headings: Sequence[str]) -> None:
        """Show page one, while the others are under way and nobody knows how many they are."""
        self.view.show_sheets([PageImage(png, tr("Setting the page…"), self._page_words(headings))])
        self._show_place()

    def show_progress(self, is_slow: bool) -> None:
        """Say that new pages are under way, or nothing."""
        self._is_slow = is_slow
        self._show_place()

    def restyle(self) -> None:
        """Take over new colours."""
        self.view.restyle()

    def _page_name(self, number: int, count: int) -> str:
        return tr("Page {number} of {count}", number=number, count=count)

    def _page_words(self, headings: Sequence[str]) -> str:
        if not headings:
            return tr("It goes on from the page before.")
        return tr("It shows: {names}.", names=", ".join(headings))

    def _show_missing(self, missing: Sequence[str]) -> None:
        named = ", ".join(missing[:_MOST_NAMED])
        more = len(missing) - _MOST_NAMED
        sentence = (
            tr("No font has these characters; the report says them in words: {named}.", named=named)
            if more <= 0
            else tr(
                "No font has these characters; the report says them in words: {named}, and {more} more.",
                named=named,
                more=more,
            )
        )
        self.missing.setText(sentence)
        self.missing.setVisible(bool(missing))

    def _show_place(self) -> None:
        sheets = self.view.sheets
        page = sheets[self.view.index].sheet.name if sheets else ""
        work = tr("Setting the page…")
        self.place.setMinimumWidth(max(map(self.place.fontMetrics().horizontalAdvance, (page, work))))
        self.place.setText(work if self._is_slow else page)

    def _show_zoom(self) -> None:
        self.zooms.choose(self.view.zoom.value)

    def _on_zoom(self, key: str) -> None:
        self.view.set_zoom(Zoom(key))
