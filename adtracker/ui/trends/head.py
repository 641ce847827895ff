"""The line above the trends: which days, shown how, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from adtracker.domain.records.course import Course
from adtracker.domain.views.review import Reach
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.columns import Columns
from adtracker.ui.kit.flow_layout import FlowLayout
from adtracker.ui.trends.card import CHART, TABLE, WORDS

# As high as a chip, so that the title stands level with the chips beside it.
TITLE_HEIGHT = 34
COMPARE = "compare"


class TrendHead(QWidget):
    """`reached` carries a `Reach`, `compare` asks for two periods; `save_wanted` carries the end of a file's name."""

    reached = Signal(object)
    compare = Signal()
    save_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._build()
        self.reaches.chosen.connect(self._on_reach)
        self.save.menu().triggered.connect(self._on_save)

    def _build(self) -> None:
        ranges = [
            (Reach.FOUR_WEEKS.value, self.tr("4 weeks")),
            (Reach.TWELVE_WEEKS.value, self.tr("12 weeks")),
            (Reach.COURSE.value, ""),
            (Reach.ALL.value, self.tr("All")),
            (COMPARE, self.tr("Compare")),
        ]
        self.title = label(self.tr("Trends"), "title")
        self.reaches = Chips(self.tr("Range of days"), ranges)
        self.reaches.chip(COMPARE).setAccessibleName(self.tr("Compare two periods"))
        views = [(CHART, self.tr("Chart")), (TABLE, self.tr("Table")), (WORDS, self.tr("In words"))]
        self.views = Chips(self.tr("Shown as"), views)
        self.views.choose(CHART)
        self.measures = button(self.tr("Measures"), name=self.tr("Choose measures"))
        self.together = button(self.tr("Together"), name=self.tr("What happened together"))
        self.photos = button(self.tr("Photos"), name=self.tr("Compare photos"))
        self.save = button(self.tr("Save"))
        self.save.setMenu(self._menu())
        first, right = QWidget(), QWidget()
        tools, columns = FlowLayout(right), Columns(first)
        for tool in (self.views, self.measures, self.together, self.photos, self.save):
            tools.addWidget(tool)
        columns.add(self.title, 1)
        columns.add(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(first)
        column.addWidget(self.reaches)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        kinds = {
            "png": self.tr("Picture (PNG)"),
            "svg": self.tr("Drawing, sharp at any size (SVG)"),
            "csv": self.tr("Numbers as a table (CSV)"),
        }
        for kind, text in kinds.items():
            menu.addAction(text).setData(kind)
        return menu

    def show_reach(self, reach: Reach, course: Course | None, *, comparing: bool) -> None:
        """Show which days are looked at; the course is on offer where there is one."""
        chip = self.reaches.chip(Reach.COURSE.value)
        chip.setVisible(course is not None)
        if course is not None:
            chip.setText(self.tr("{}-week course").format(course.weeks))
        self.reaches.choose(COMPARE if comparing else reach.value)

    def restyle(self) -> None:
        """Take over the text size."""
        self.title.setMinimumHeight(self._theme.px(TITLE_HEIGHT))

    def _on_reach(self, key: str) -> None:
        if key == COMPARE:
            self.compare.emit()
        else:
            self.reached.emit(Reach(key))

    def _on_save(self, action: QAction) -> None:
        self.save_wanted.emit(action.data())
