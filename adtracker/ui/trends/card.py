"""The card of the trends: the answer, the numbers as charts, as a table or in words, and below them the chosen day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QWidget

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.statistics.course_phrase import CoursePhrases
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.charts.lane_names import LANE_HEIGHT
from adtracker.ui.charts.trend_chart import ZOOM_STEP, TrendChart
from adtracker.ui.charts.week_words import view_words
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import Card, button, label, set_kind
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.tab_order import follow, tab_stops
from adtracker.ui.kit.tooltips import show_name_as_tooltip
from adtracker.ui.trends.answer_line import AnswerLine
from adtracker.ui.trends.chart_words import ChartWords, Numbers
from adtracker.ui.trends.day_table import DayTable
from adtracker.ui.words.recall_words import recalled_legend

CHART, TABLE, WORDS = "chart", "table", "words"
PANEL_HEIGHT, AXIS_HEIGHT = 96, 40
LEAST_WIDTH = 232
# Room for three lines below the charts, so that they keep their size while one points at days.
HINT_HEIGHT = 51
# What the words below the charts want beside the buttons; where they would get less they stand above them.
HINT_WIDTH = 380
_NO_MATTER = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
_AS_WRITTEN = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
_AS_WRITTEN.setHeightForWidth(True)


class TrendCard(Card):
    """Shows `ChartWords`. `opened` carries a day that a person wants to see."""

    opened = Signal(date)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self.answer = AnswerLine(texts)
        self._shown: ChartWords | None = None
        self._table: DayTable | None = None
        self._is_filled = False
        self._answered: list[str] = []
        self._build()
        self._connect()
        self.show_view(CHART)

    def _build(self) -> None:
        self.legend = label("", "strong", wrap=True)
        self.chart = TrendChart(self._theme, lambda day: "" if self._shown is None else self._shown.day(day))
        self.words = _paragraphs()
        self._views = QStackedWidget()
        self._views.addWidget(self.chart)
        self._views.addWidget(self.words)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.addWidget(self.answer)
        self.body.addWidget(self.legend)
        self.body.addWidget(self._views, 1)
        self.body.addWidget(self._line())

    def _line(self) -> QWidget:
        """What is known of the chosen day, and what can be done with it and with the charts."""
        self.hint = label("", "soft", wrap=True)
        self.open = button(tr("Open this day"))
        self.nearer = button("+", "zoom", name=tr("Show fewer days"))
        self.farther = button("−", "zoom", name=tr("Show more days"))  # noqa: RUF001 -- a minus sign
        self.whole = button(tr("Show all"), name=tr("Show all days of this range"))
        for zoom in (self.nearer, self.farther, self.whole):
            show_name_as_tooltip(zoom)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for made in (self.open, self.farther, self.nearer, self.whole):
            row.addWidget(made)
        line = QWidget()
        self._below = Columns(line)
        self._below.add(self.hint, 1)
        self._below.add(buttons)
        return line

    def _connect(self) -> None:
        self.chart.pointed.connect(self._on_pointed)
        self.chart.opened.connect(self.opened)
        self.chart.viewed.connect(self._on_viewed)
        self.open.clicked.connect(self._on_open)
        self.nearer.clicked.connect(self._on_nearer)
        self.farther.clicked.connect(self._on_farther)
        self.whole.clicked.connect(self.chart.show_all)

    @property
    def view(self) -> str:
        """Which of the three views is shown."""
        return {self.chart: CHART, self.words: WORDS}.get(self._views.currentWidget(), TABLE)

    @property
    def table(self) -> DayTable:
        """The table, made when it is first looked at: a card costs less without."""
        if self._table is None:
            self._table = DayTable(self._theme)
            self._table.pointed.connect(self._on_pointed)
            self._table.opened.connect(self.opened)
            self._views.addWidget(self._table)
            follow(tab_stops(self))
        return self._table

    @property
    def numbers(self) -> Numbers:
        """The numbers that are shown: of the days in view of the charts, or all of the table."""
        assert self._shown is not None, "numbers are those of what is shown"
        return self._shown.numbers(self.chart.shown if self.view == CHART else self._shown.plot.period)

    def show_words(self, words: ChartWords, said: CoursePhrases | None) -> None:
        """Show a picture with all that is said of it; `said` is the answer above it, None where there is none."""
        if said is not None:
            self.answer.show_said(said)
        self._answered = self.answer.paragraphs if said is not None else []
        self._show_answer()
        self._shown, self._is_filled = words, False
        names = words.panels
        self.chart.show_plot(words.plot, names, words.lanes)
        sentences = [*self._answered, *words.sentences()]
        spoken = tr("Charts: {names}", names=", ".join(name.name for name in names))
        self.chart.setAccessibleName(spoken)
        self.chart.setAccessibleDescription(self._keys())
        self.words.setText("\n\n".join(sentences))
        self.legend.setText(words.legend)
        self.legend.setVisible(bool(words.legend))
        self.restyle()
        self._fill()

    def show_view(self, view: str) -> None:
        """Show the charts, the table or the words."""
        # Long words shall not make the charts as high as themselves.
        self.words.setSizePolicy(_AS_WRITTEN if view == WORDS else _NO_MATTER)
        self._views.setCurrentWidget(self._widget(view))
        for zoom in (self.nearer, self.farther, self.whole):
            zoom.setVisible(view == CHART)
        self.open.setVisible(view != WORDS)
        self._show_answer()
        self._fill()

    def _show_answer(self) -> None:
        """Above what is shown, but the words, which begin with it."""
        self.answer.setVisible(bool(self._answered) and self.view != WORDS)

    def _widget(self, view: str) -> QWidget:
        if view == TABLE:
            return self.table
        return self.words if view == WORDS else self.chart

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        panels, lanes = len(self.chart.stack.panels), len(self.chart.stack.lanes.lanes)
        height = max(panels, 3) * PANEL_HEIGHT + lanes * LANE_HEIGHT + AXIS_HEIGHT
        self._views.setMinimumSize(LEAST_WIDTH, self._theme.px(height))
        self.hint.setMinimumHeight(self._theme.px(HINT_HEIGHT))
        self._below.want(self.hint, self._theme.px(HINT_WIDTH))
        self.chart.restyle()
        if self._table is not None:
            self._table.restyle()

    def _keys(self) -> str:
        return tr(
            "Left and right choose a day, up and down a day with something noted, Enter opens it. Plus and minus zoom, "
            "0 shows everything, Ctrl with left and right moves the view."
        )

    def _fill(self) -> None:
        """The table, and what the words tell beyond the charts, only when they are looked at; then the line below."""
        if self.view == TABLE and self._shown is not None and not self._is_filled:
            self.table.show_rows(self._shown.columns(), self._shown.rows())
            self._is_filled = True
        if self.view == WORDS and self._shown is not None:
            self.words.setText("\n\n".join([*self._answered, *self._shown.sentences(), *self._shown.more_sentences()]))
        self._on_pointed(self._day())

    def _day(self) -> date | None:
        if self.view == WORDS:
            return None
        return self.chart.day if self.view == CHART else self.table.day

    def _on_pointed(self, day: date | None) -> None:
        self.open.setEnabled(day is not None)
        set_kind(self.hint, "soft" if day is None else "body")
        if day is not None and self._shown is not None:
            self.hint.setText(self._shown.day(day))
        else:
            self.hint.setText(self._help())

    def _help(self) -> str:
        if self.view == TABLE:
            return tr("Choose a row to open its day. A dash stands where nothing, or too little, is recorded.")
        if self.view == WORDS:
            return tr("A summary of what you wrote down. It says nothing about why.")
        if self._shown is not None and self._shown.legend:
            return tr("Each line is a 7-day average. {left_out}", left_out=self._shown.left_out)
        said = tr("Dots are days, the line is the 7-day average.")
        lanes = () if self._shown is None else self._shown.lanes.lanes
        kinds = {kind for lane in lanes for kind in lane.kinds}
        has_recalled = self._shown is not None and any(panel.recalled for panel in self._shown.plot.panels)
        has_hollow = self._shown is not None and any(panel.from_paper for panel in self._shown.plot.panels)
        legend = (
            tr("Hollow: from paper.") if has_hollow else "",
            tr("●\u00a0taken ○\u00a0planned.") if any(lane.is_dotted for lane in lanes) else "",
            tr("Hatched: a break.") if EventKind.BREAK in kinds else "",
            tr("×: a bad day.") if EventKind.BAD_DAY in kinds else "",  # noqa: RUF001 -- the mark
            recalled_legend() if has_recalled else "",
        )
        return " ".join(filter(None, (self._in_view(), said, *legend)))

    def _in_view(self) -> str:
        """Which days of the range are, unless all are."""
        plot = None if self._shown is None else self._shown.plot
        if plot is None or self.chart.shown == plot.period:
            return ""
        return tr("In view: {view}.", view=view_words(self.chart.shown, plot.course))

    def _on_viewed(self) -> None:
        if self.view == CHART and self.chart.day is None:
            self.hint.setText(self._help())

    def _on_open(self) -> None:
        day = self._day()
        if day is not None:
            self.opened.emit(day)

    def _on_nearer(self) -> None:
        self.chart.zoom(ZOOM_STEP)

    def _on_farther(self) -> None:
        self.chart.zoom(1 / ZOOM_STEP)


def _paragraphs() -> QLabel:
    """Also to be come to by Tab, and copied from."""
    made = label("", "words", wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
