"""What stands on Today and where: the head, the questions of a day in two columns, the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.measure import EXTENT, ITCH, SLEEP
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.core.page import Page
from adtracker.ui.kit.basics import column, keep_end_free, label
from adtracker.ui.kit.card_columns import Side
from adtracker.ui.kit.diaries.diary_card import BELOW, SIDE
from adtracker.ui.kit.room.columns import CARD_LINE, Columns
from adtracker.ui.kit.room.page_area import RIM
from adtracker.ui.kit.score_scale import ScaleWords, ScoreScale
from adtracker.ui.kit.yes_no import YesNo
from adtracker.ui.today.all_sections import AllDaySections
from adtracker.ui.today.bad_day_chip import BadDayChip
from adtracker.ui.today.coming_back.desk import ComingBackDesk
from adtracker.ui.today.day_header import DayHeader
from adtracker.ui.today.day_note import DayNote
from adtracker.ui.today.day_strip import OVERHANG
from adtracker.ui.today.extent_card import WIDTH as SKIN_WIDTH
from adtracker.ui.today.extent_card import ExtentCard
from adtracker.ui.today.note_card import NoteCard
from adtracker.ui.today.question_order import QuestionOrder
from adtracker.ui.today.saved_line import SavedLine
from adtracker.ui.today.weekly_day import WeeklyDay

SPACING = 8
LEFT = 560  # what a row of eleven numbers and one of six skin signs need in a card, at every text size
RIGHT = 456  # what the right column gets at first, in pixels of plain text


class TodayFrame(Page):
    """The page without what it does. The head and the foot stay, what is between them scrolls."""

    has_own_line = True
    reaches_rim = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setProperty("kind", "diary")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # where a click chose no question, none keeps the keyboard
        self._build()

    def _build(self) -> None:
        context = self.context
        self.header = DayHeader(context.theme)
        measures = context.texts.table("measures")
        self.itch = ScoreScale(ITCH, ScaleWords.of(measures[ITCH.key]))
        self.sleep = ScoreScale(SLEEP, ScaleWords.of(measures[SLEEP.key]))
        self.woken = YesNo(tr("Itch kept me awake or woke me"), tr("Itch woke me"))
        self.sleep.put_beside(self.woken, corner=0, is_later=True)
        self.bad_day = BadDayChip()
        self.itch.put_beside(self.bad_day, corner=0, is_later=True)
        self.itch.body.setContentsMargins(SIDE, 0, SIDE, BELOW)  # the mark is high enough to need no rim above it
        self.itch.body.setSpacing(2)
        self.note = NoteCard()
        self.parts = AllDaySections(context, self, self.note)
        self.weekly = WeeklyDay(context, self.parts, QuestionOrder(self.itch, self.sleep, self.parts))
        self.extent = ExtentCard(
            measures[EXTENT.key]["question"], context.body, context.texts.table("body"), context.theme
        )
        self.day_note = DayNote()
        self.saved = SavedLine()
        self._lay_out()

    def _lay_out(self) -> None:
        """The head and the foot stay, what is between them scrolls. The frames come before what is in them, for Qt
        styles a widget anew, and all in it, with each new parent."""
        page = column(self, SPACING)
        page.addWidget(self.header)
        page.addWidget(self.weekly, 1)
        self._foot = QWidget()
        page.addWidget(self._foot)
        self._view = self.parts.area
        self._view.viewport().installEventFilter(self)
        self._foot.installEventFilter(self)
        places = self.parts.places
        places.add_fixed(self.itch, Side.LEFT)
        places.add_fixed(self.sleep, Side.LEFT)
        places.add_fixed(self.extent, Side.RIGHT)
        self.parts.columns.put(self.parts.row, Side.RIGHT)
        self.young = label("", "small", wrap=True)
        self.young.hide()
        below, row = column(self._foot, 4), QWidget()
        below.addWidget(self.young)
        below.addWidget(row)
        foot = Columns(row, 12)
        foot.add(self.day_note)
        foot.want_letters(self.day_note, CARD_LINE)
        foot.add(self.saved, 1)
        foot.want_whole(self.saved)
        self.back = ComingBackDesk(self.context, self, self.weekly)
        foot.add(self.back.not_now)
        self._fit()

    def _fit(self) -> None:
        """Leave the rim at the right to the scroll bar; the days of the head reach into it, their circles do not."""
        rim = self.context.theme.px(RIM)
        keep_end_free(self.header, max(rim - OVERHANG, 0))
        keep_end_free(self._foot, rim)
        self.parts.columns.want(Side.LEFT, LEFT)
        self.parts.columns.want(Side.RIGHT, self.context.theme.px(SKIN_WIDTH))
        self.parts.columns.prefer(Side.RIGHT, self.context.theme.px(RIGHT))

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self.extent.restyle()
        self.header.restyle()
        self.back.restyle()
        self._fit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on; parts may have been unfolded since the last time."""
        self.parts.put_in_tab_order()
        return super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The part of the page that is in view, or the foot, has another size."""
        if event.type() is QEvent.Type.Resize:
            self.extent.keep_within(self._view.viewport().height())
            self.setProperty("foot", self._foot.height() + SPACING)
        return super().eventFilter(watched, event)
