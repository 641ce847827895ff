"""Trends: itch, sleep and skin over days and course weeks, with the key numbers beside them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from adtracker.domain.course import Course
from adtracker.domain.edits import Edit
from adtracker.domain.look_back import LookBack, Reach, kept, picture, recent_numbers
from adtracker.domain.measure import MEASURES
from adtracker.errors import AdtrackerError
from adtracker.exchange.made_file import write_made
from adtracker.ui.context import Context
from adtracker.ui.look_back import read_look_back
from adtracker.ui.page import Page
from adtracker.ui.photo_dialogs import PhotoDialogs
from adtracker.ui.save_dialog import save_dialog
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.basics import button, label, scrolled
from adtracker.ui.widgets.chart_picture import framed, png
from adtracker.ui.widgets.chips import Chips
from adtracker.ui.widgets.columns import Columns
from adtracker.ui.widgets.day_words import span_words
from adtracker.ui.widgets.empty_state import EmptyState
from adtracker.ui.widgets.flow_layout import FlowLayout
from adtracker.ui.widgets.key_number_card import KeptCard, KeyNumberCard
from adtracker.ui.widgets.trend_card import CHART, TABLE, WORDS, TrendCard

CARD_WIDTH = 218
# As high as a chip, so that the title stands level with the chips beside it.
TITLE_HEIGHT = 34


class Beside(QWidget):
    """The column of cards: narrow beside the charts, as wide as the page below them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self) -> QSize:
        """Wide enough for a sentence in four lines."""
        return QSize(self._theme.px(CARD_WIDTH), super().sizeHint().height())


class TrendsPage(Page):
    """Shows a range of days; which one is remembered as long as the diary is open."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._reach: Reach | None = None
        self._folder: Path | None = None  # of the last picture
        self._photo_dialogs = PhotoDialogs(context, self)
        self._build()
        self._connect()
        self.restyle()

    def _build(self) -> None:
        self.empty = EmptyState(self.tr("Your chart begins with your first day"), self.tr("Go to today"))
        self.empty.sentence.setText(self.tr("Write down how today was. Two numbers are enough to begin with."))
        self._parts = QStackedWidget()
        self._parts.addWidget(scrolled(self._content()))
        self._parts.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._parts)

    def _content(self) -> QWidget:
        self.card = TrendCard(self.context.theme, self._names())
        below = QWidget()
        columns = Columns(below)
        columns.add(self.card, 1)
        columns.add(self._cards())
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head())
        column.addWidget(below, 1)
        return content

    def _head(self) -> QWidget:
        ranges = [
            (Reach.FOUR_WEEKS.value, self.tr("4 weeks")),
            (Reach.TWELVE_WEEKS.value, self.tr("12 weeks")),
            (Reach.COURSE.value, ""),
            (Reach.ALL.value, self.tr("All")),
        ]
        self.reaches = Chips(self.tr("Range of days"), ranges)
        views = [(CHART, self.tr("Chart")), (TABLE, self.tr("Table")), (WORDS, self.tr("In words"))]
        self.views = Chips(self.tr("Shown as"), views)
        self.views.choose(CHART)
        self.photos = button(self.tr("Compare photos"))
        self.save = button(self.tr("Save picture"))
        left, right = QWidget(), QWidget()
        ranges_row, tools = FlowLayout(left, spacing=12), FlowLayout(right, spacing=12)
        self.title = label(self.tr("Trends"), "title")
        ranges_row.addWidget(self.title)
        ranges_row.addWidget(self.reaches)
        tools.addWidget(self.views)
        tools.addWidget(self.photos)
        tools.addWidget(self.save)
        head = QWidget()
        columns = Columns(head)
        columns.add(left, 1)
        columns.add(right)
        return head

    def _cards(self) -> QWidget:
        names = self._names()
        self.numbers = [
            KeyNumberCard(names[measure.key]["recent"], measure.colour, names[measure.key]["change"])
            for measure in MEASURES
        ]
        self.kept = KeptCard()
        self._beside = Beside(self.context.theme)
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (*self.numbers, self.kept):
            column.addWidget(card)
        column.addStretch(1)
        return self._beside

    def _connect(self) -> None:
        self.reaches.chosen.connect(self._on_reach)
        self.views.chosen.connect(self.card.show_view)
        self.card.opened.connect(self.context.events.open_day)
        self.photos.clicked.connect(self._photo_dialogs.compare)
        self.save.clicked.connect(self._on_save)
        self.empty.action.clicked.connect(self._on_today)

    def concerns(self, edit: Edit) -> bool:
        """Days and courses; not whose diary it is."""
        return bool(edit.days) or edit.touches(Course)

    def refresh(self) -> None:
        """Read what the chosen range needs and show it."""
        try:
            look = read_look_back(self.context.journal, self.context.today(), self._reach)
            photos, _ = self.context.journal.photo_counts()
        except AdtrackerError as error:
            self.context.events.failed.emit(error)
            return
        self._parts.setCurrentIndex(1 if look.span is None else 0)
        self.photos.setVisible(photos > 1)
        if look.span is not None:
            self._show(look)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self.title.setMinimumHeight(self.context.theme.px(TITLE_HEIGHT))
        self._beside.updateGeometry()
        self.card.restyle()

    def _show(self, look: LookBack) -> None:
        self._show_reaches(look)
        self.card.show_look(look, picture(look))
        began_late = look.baseline is not None and look.baseline.began_late
        for card, numbers in zip(self.numbers, recent_numbers(look), strict=True):
            card.show_numbers(numbers, began_late=began_late)
        self.kept.show_kept(kept(look))

    def _show_reaches(self, look: LookBack) -> None:
        chip = self.reaches.chip(Reach.COURSE.value)
        chip.setVisible(look.course is not None)
        if look.course is not None:
            chip.setText(self.tr("{}-week course").format(look.course.weeks))
        self.reaches.choose(look.reach.value)

    def _names(self) -> dict[str, dict[str, str]]:
        return dict(self.context.texts.table("measures"))

    def _on_reach(self, key: str) -> None:
        self._reach = Reach(key)
        self.refresh()

    def _on_today(self) -> None:
        self.context.events.open_day.emit(self.context.today())

    def _on_save(self) -> None:
        name = self.tr("trends-{}").format(self.context.today().isoformat())
        dialog = save_dialog(self, self.tr("Save picture"), self.tr("Picture"), f"{name}.png", self._folder)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        """Draw here, for pictures of widgets are drawn on the window's thread; write elsewhere."""
        below = self.tr("Dots are days, the line is the 7-day average. {}").format(
            self.context.texts.say("disclaimer.short")
        )
        chart = self.card.chart
        image = framed(chart.picture(), self.tr("Skin diary"), span_words(chart.shown), below, self.context.theme)
        self._folder = Path(name).parent
        task = self.context.tasks.run(partial(_save, image, Path(name), self.context.journal.path))
        task.done.connect(self._on_saved)
        task.failed.connect(self.context.events.failed)

    def _on_saved(self, file: Path) -> None:
        self.context.events.hint.emit(self.tr("The picture was saved as {}.").format(file.name))


def _save(image: QImage, file: Path, diary: Path) -> Path:
    return write_made(file, png(image), diary)
