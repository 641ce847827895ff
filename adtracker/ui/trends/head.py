"""The line above the trends: which days, shown how, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from adtracker.domain.records.course import Course
from adtracker.domain.views.review import Reach
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button, column, label
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.trends.card import CHART, TABLE, WORDS

# As high as a chip, so that the title stands level with the chips beside it.
TITLE_HEIGHT = 34
COMPARE = "compare"
# Between chips of a row, and between what stands beside each other.
CHIP_GAP, GAP = 4, 16


class TrendHead(QWidget):
    """`reached` carries a `Reach`, `compare` asks for two periods; `save_wanted` carries the end of a file's name.

    `more` has in its menu what is wanted less often: `measures`, `compared`, `photos`, `sure` and the files to save.
    """

    reached = Signal(object)
    compare = Signal()
    save_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._build()
        self.reaches.chosen.connect(self._on_reach)
        self.compared.triggered.connect(self.compare)
        self.more.menu().triggered.connect(self._on_save)

    def _build(self) -> None:
        self.title = label(tr("Trends"), "title")
        self.reaches = self._ranges()
        views = [(CHART, tr("Chart")), (TABLE, tr("Table")), (WORDS, tr("In words"))]
        self.views = Chips(tr("Shown as"), views, spacing=CHIP_GAP)
        self.views.choose(CHART)
        self.together = button(tr("Together"), name=tr("What happened together"))
        self.more = button(tr("More"), name=tr("More: measures, compare, save"))
        self.more.setMenu(self._menu())
        self.setProperty("kind", "head")
        left, right, whole = QWidget(), QWidget(), QWidget()
        ranges, tools, columns = FlowLayout(left, GAP), FlowLayout(right), Columns(whole, GAP)
        for part in (self.title, self.reaches):
            ranges.addWidget(part)
        for tool in (self.views, self.together, self.more):
            tools.addWidget(tool)
        columns.add(left, 1)
        columns.add(right)
        columns.want_whole(left)
        column(self, 0).addWidget(whole)

    def _ranges(self) -> Chips:
        """Two periods are chosen in the menu; their chip is seen while they are shown."""
        ranges = [
            (Reach.FOUR_WEEKS.value, tr("4 weeks")),
            (Reach.TWELVE_WEEKS.value, tr("12 weeks")),
            (Reach.COURSE.value, ""),
            (Reach.ALL.value, tr("All")),
            (COMPARE, tr("Two periods")),
        ]
        made = Chips(tr("Range of days"), ranges, spacing=CHIP_GAP)
        made.chip(COMPARE).setAccessibleName(tr("Compare two periods"))
        made.chip(COMPARE).hide()
        return made

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self.measures = menu.addAction(tr("Choose measures…"))
        self.compared = menu.addAction(tr("Compare two periods…"))
        self.photos = menu.addAction(tr("Compare photos…"))
        self.sure = menu.addAction(tr("How sure is the answer?"))
        self.sure.setCheckable(True)
        menu.addSeparator()
        kinds = {
            "png": tr("Save as a picture (PNG)…"),
            "svg": tr("Save as a drawing, sharp at any size (SVG)…"),
            "csv": tr("Save the numbers as a table (CSV)…"),
        }
        for kind, text in kinds.items():
            menu.addAction(text).setData(kind)
        return menu

    def show_reach(self, reach: Reach, course: Course | None, *, comparing: bool) -> None:
        """Show which days are looked at; the course is on offer where there is one."""
        chip = self.reaches.chip(Reach.COURSE.value)
        chip.setVisible(course is not None)
        if course is not None:
            chip.setText(tr("{weeks}-week course", weeks=course.weeks))
        self.reaches.chip(COMPARE).setVisible(comparing)
        self.reaches.choose(COMPARE if comparing else reach.value)
        self.sure.setEnabled(not comparing)

    def restyle(self) -> None:
        """Take over the text size."""
        self.title.setMinimumHeight(self._theme.px(TITLE_HEIGHT))

    def _on_reach(self, key: str) -> None:
        if key == COMPARE:
            self.compare.emit()
        else:
            self.reached.emit(Reach(key))

    def _on_save(self, action: QAction) -> None:
        if action.data() is not None:
            self.save_wanted.emit(action.data())
