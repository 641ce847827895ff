"""Where the skin is affected: on the map, in a list, or as a number of palms; always shown as per cent of the skin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from adtracker.domain.common.measure import EXTENT
from adtracker.domain.common.problem import Problem
from adtracker.domain.records.body import AgeColumn, Body, Grade
from adtracker.domain.records.day import Extent, ExtentMethod
from adtracker.domain.records.extent import carried_over, from_grades, from_palms
from adtracker.language import tr, tr_count
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button, column, label
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.diaries.diary_card import DiaryCard
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.same_button import SameButton
from adtracker.ui.today.body_map import BodyMap
from adtracker.ui.today.grade_marks import grade_pixmap
from adtracker.ui.today.palms_field import PalmsField
from adtracker.ui.words.number_words import value_words

if TYPE_CHECKING:
    from adtracker.ui.today.body_list import BodyList

# Wide enough at normal text size for the heading with the three ways beside it, and for the map with the brushes.
WIDTH = 424
BESIDE = 156  # what stands beside the map: as wide as its longest button
LIST_WIDTH, BELOW_LIST = 400, 100  # the list takes all of the card's width
BELOW_MAP = 325  # what a view leaves to the rest of the column: the card's other parts, triggers, a row of buttons
MAP, LIST, PALMS = "map", "list", "palms"
BRUSHES = (Grade.LITTLE, Grade.HALF, Grade.MOST)


class _Ways(QStackedWidget):
    """The map, the list and the palms: as large as the one that is shown, and at least as high as it was told."""

    @property
    def shown(self) -> QWidget:
        """The one that is shown."""
        found = self.currentWidget()
        assert found is not None, "the map is put in first"
        return found

    def sizeHint(self) -> QSize:
        """As the one that is shown, as low as can be."""
        return QSize(self.shown.sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """As the one that is shown."""
        return self.shown.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """What the one that is shown needs, if it says so."""
        return max(self.shown.heightForWidth(width), self.minimumHeight())


class _Beside(QWidget):
    """As narrow as it was told while there is something at its left."""

    def sizeHint(self) -> QSize:
        """Its layout would like one long row."""
        return QSize(self.minimumWidth(), super().sizeHint().height())


class ExtentCard(DiaryCard):
    """One answer about the skin. `changed` carries an Extent, or None for "not recorded" again, and `typed` the same
    where it comes from a number that was typed; `refused` carries a Problem.
    """

    changed = Signal(object)
    typed = Signal(object)
    refused = Signal(Problem)

    def __init__(self, heading: str, body: Body, names: Mapping[str, Mapping[str, str]], theme: Theme) -> None:
        """`names` is the text catalogue's table "body"."""
        super().__init__(heading)
        self._body = body
        self._names = names
        self._theme = theme
        self._extent: Extent | None = None
        self._before: Extent | None = None
        self._column = AgeColumn.ADULT
        self._picking = MAP
        self._list: BodyList | None = None
        self._room = 0
        self.setAccessibleName(heading)
        self._build()
        self._connect()
        self.restyle()

    def _build(self) -> None:
        self.ways = Chips(tr("How to answer"), [(MAP, tr("Map")), (LIST, tr("List")), (PALMS, tr("Palms"))])
        self.put_beside(self.ways, corner=0)
        self.brushes = Chips(
            tr("How much of it"),
            [(grade.value, self._names["grades"][grade.value]) for grade in BRUSHES],
            fill=True,
        )
        for grade in BRUSHES:
            self.brushes.chip(grade.value).setProperty("brush", "true")  # one below the other, with what they paint
        self.map = BodyMap(self._body, self._names, self._theme)
        self.palms = PalmsField()
        self._pages = _Ways()
        self._ways: dict[str, QWidget] = {MAP: self.map, PALMS: self.palms}
        for page in self._ways.values():
            self._pages.addWidget(page)
        self._parts = Columns(spacing=12)
        self._parts.add(self._pages, 1)
        self._parts.add(self._beside())
        self.body.addLayout(self._parts)
        self.brushes.choose(self.map.brush.value)
        self._show_way(MAP)

    def _beside(self) -> QWidget:
        """The brushes, the result and what can be done with all of it at once; below the map where room is short."""
        self.number, self.words = label("", "extent"), label("", "soft", wrap=True)
        result = QWidget()
        lines = column(result, 0)
        lines.addWidget(self.number)
        lines.addWidget(self.words)
        self.same = SameButton(self._theme, tr("Nothing is recorded about your skin on the day before."))
        self.none = button(tr("None"), name=tr("No skin affected"))
        self.clear = button(tr("Clear"), name=tr("Clear: back to not recorded"))
        answers, self._side = QWidget(), _Beside()
        pair, flow = FlowLayout(answers, fill=True), FlowLayout(self._side, fill=True)
        for made in (self.none, self.clear):
            pair.addWidget(made)
        for part in (self.brushes, result, self.same, answers):
            flow.addWidget(part)
        return self._side

    def _connect(self) -> None:
        self.ways.chosen.connect(self._on_way)
        self.brushes.chosen.connect(self._on_brush)
        self.map.picked.connect(self._on_picked)
        self.palms.stepped.connect(self._on_palms)
        self.palms.typed.connect(self._on_typed)
        self.palms.refused.connect(self.refused)
        self.same.clicked.connect(self._on_same)
        self.none.clicked.connect(self._on_none)
        self.clear.clicked.connect(self._on_clear)

    @property
    def extent(self) -> Extent | None:
        """The answer shown, None for not recorded."""
        return self._extent

    @property
    def list(self) -> BodyList:
        """The list of regions, built when it is first wanted: few do, and it has hundreds of cells."""
        if self._list is None:
            from adtracker.ui.today.body_list import BodyList  # noqa: PLC0415 -- few open it, all start the window

            self._list = BodyList(self._body, self._names, self._theme)
            self._list.show_grades(self._marks())
            self._list.picked.connect(self._on_picked)
            self._pages.addWidget(self._list)
        return self._list

    def show_extent(self, extent: Extent | None, *, fresh: bool) -> None:
        """Show an answer; `fresh` says that it is another day's, so nothing of the last one's stays."""
        self._extent = extent
        if fresh:
            self._show_way(PALMS if extent and extent.method is ExtentMethod.PALMS else self._picking)
        grades = self._marks()
        self.map.show_grades(grades)
        if self._list is not None:
            self._list.show_grades(grades)
        self.palms.show_palms(extent.palms if extent else None, fresh=fresh)
        self._show_result(extent)
        self.clear.setEnabled(extent is not None)

    def show_before(self, before: Extent | None, column: AgeColumn, *, is_today: bool) -> None:
        """What the day before has, for "same as yesterday", and the age column that marks are weighed by."""
        self._before, self._column = before, column
        self.same.show_before(is_today=is_today, has_any=before is not None)

    def flush(self) -> None:
        """Take over a number that was typed and not yet counted."""
        self.palms.flush()

    def keep_within(self, height: int) -> None:
        """Draw the figures as large as a view of that height allows, whatever else is open: nothing shrinks for it."""
        self._room = height - self._theme.px(BELOW_MAP)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figures take another height at another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The list gives up what stands below it then, so that the card is about as high whatever it shows."""
        most = self.map.height_at(self._pages.width())
        height = max(min(self._room, most), self.map.sizeHint().height())
        less = self._theme.px(BELOW_LIST) if self.ways.key == LIST else 0
        self._pages.setMinimumHeight(height - less)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        for grade in BRUSHES:
            swatch = grade_pixmap(self._theme, grade)
            self.brushes.chip(grade.value).setIcon(QIcon(swatch))
            self.brushes.chip(grade.value).setIconSize(swatch.deviceIndependentSize().toSize())
        self._side.setMinimumWidth(self._theme.px(BESIDE))
        if self._list is not None:
            self._list.restyle()
        self.map.updateGeometry()

    def _marks(self) -> dict[str, Grade] | None:
        """What is marked, without regions that this map does not have (a diary written by another version).

        None if nobody said which regions: nothing is recorded, or only how much it is in all.
        """
        if self._extent is None or self._extent.method is not ExtentMethod.REGIONS:
            return None
        return {key: grade for key, grade in self._extent.grades if key in self._body.regions}

    def _show_way(self, way: str) -> None:
        if way != PALMS:
            self._picking = way
        self.ways.choose(way)
        self._pages.setCurrentWidget(self.list if way == LIST else self._ways[way])
        self.brushes.setVisible(way == MAP)
        self._parts.want(self._pages, self._theme.px(LIST_WIDTH) if way == LIST else 0)
        self._fit()

    def _show_result(self, extent: Extent | None) -> None:
        self.number.setVisible(extent is not None)
        self.number.setText("" if extent is None else value_words(extent.percent, EXTENT))
        self.words.setText(self._in_words(extent))

    def _in_words(self, extent: Extent | None) -> str:
        if extent is None:
            return tr("Not recorded.")
        if extent.percent == 0:
            return tr("No skin affected.")
        if extent.method is ExtentMethod.PERCENT:
            return tr("of your skin, as the file gave it")
        palms = round(extent.percent / self._body.palm_percent)
        if palms == 0:
            return tr("of your skin, less than one of your palms")
        return tr_count("of your skin, about {count} of your palms", "of your skin, about {count} of your palms", palms)

    def _change(self, extent: Extent | None) -> None:
        self.show_extent(extent, fresh=False)
        self.changed.emit(extent)

    def _on_way(self, way: str) -> None:
        self.flush()
        self._show_way(way)

    def _on_brush(self, grade: str) -> None:
        self.map.brush = Grade(grade)

    def _on_picked(self, key: str, grade: Grade) -> None:
        """Taking the last mark away is "not recorded" again: that no skin is affected has a button of its own."""
        grades = (self._marks() or {}) | {key: grade}
        marked = any(grade is not Grade.NONE for grade in grades.values())
        self._change(from_grades(self._body, grades, self._column) if marked else None)

    def _on_palms(self, palms: float | None) -> None:
        self._change(self._of_palms(palms))

    def _on_typed(self, palms: float | None) -> None:
        extent = self._of_palms(palms)
        self.show_extent(extent, fresh=False)
        self.typed.emit(extent)

    def _of_palms(self, palms: float | None) -> Extent | None:
        return None if palms is None else from_palms(self._body, palms)

    def _on_same(self) -> None:
        if self._before is not None:
            self._change(carried_over(self._body, self._before, self._column))

    def _on_none(self) -> None:
        self._change(from_grades(self._body, {}, self._column))

    def _on_clear(self) -> None:
        self._change(None)
