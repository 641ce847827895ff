"""The card of the trends: the same days as charts, as a table or in words, and below them the day that was chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from adtracker.domain.look_back import LookBack
from adtracker.domain.plot import TrendPlot
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.basics import Card, button, label, set_kind
from adtracker.ui.widgets.columns import Columns
from adtracker.ui.widgets.day_table import DayTable
from adtracker.ui.widgets.entry_words import Names
from adtracker.ui.widgets.flow_layout import FlowLayout
from adtracker.ui.widgets.trend_chart import ZOOM_STEP, TrendChart
from adtracker.ui.widgets.trend_words import chart_sentences, day_sentence, panel_words

CHART, TABLE, WORDS = "chart", "table", "words"
LEAST_WIDTH, LEAST_HEIGHT = 460, 430


class TrendCard(Card):
    """Shows a `LookBack` with its charts. `opened` carries a day that a person wants to see."""

    opened = Signal(date)

    def __init__(self, theme: Theme, names: Names) -> None:
        """`names` is the text catalogue's table "measures"."""
        super().__init__()
        self._theme = theme
        self._names = names
        self._look: LookBack | None = None
        self._plot: TrendPlot | None = None
        self._build()
        self._connect()
        self.show_view(CHART)

    def _build(self) -> None:
        self.chart = TrendChart(self._theme)
        self.chart.setAccessibleName(self.tr("Charts of itch, sleep and skin affected"))
        self.table = DayTable(self._theme, self._names)
        self.words = _paragraphs()
        self._views = QStackedWidget()
        for view in (self.chart, self.table, self.words):
            self._views.addWidget(view)
        self.body.addWidget(self._views, 1)
        self.body.addWidget(self._line())

    def _line(self) -> QWidget:
        """What is known of the chosen day, and what can be done with it and with the charts."""
        self.hint = label("", "soft", wrap=True)
        self.open = button(self.tr("Open this day"))
        self.nearer = button("+", "zoom", name=self.tr("Show fewer days"))
        self.farther = button("−", "zoom", name=self.tr("Show more days"))  # noqa: RUF001 -- a minus sign
        self.whole = button(self.tr("Show all"), name=self.tr("Show all days of this range"))
        for zoom in (self.nearer, self.farther, self.whole):
            zoom.setToolTip(zoom.accessibleName())
        buttons = QWidget()
        row = FlowLayout(buttons)
        for made in (self.open, self.farther, self.nearer, self.whole):
            row.addWidget(made)
        line = QWidget()
        columns = Columns(line)
        columns.add(self.hint, 1)
        columns.add(buttons)
        return line

    def _connect(self) -> None:
        for view in (self.chart, self.table):
            view.pointed.connect(self._on_pointed)
            view.opened.connect(self.opened)
        self.open.clicked.connect(self._on_open)
        self.nearer.clicked.connect(self._on_nearer)
        self.farther.clicked.connect(self._on_farther)
        self.whole.clicked.connect(self.chart.show_all)

    @property
    def view(self) -> str:
        """Which of the three views is shown."""
        return (CHART, TABLE, WORDS)[self._views.currentIndex()]

    def show_look(self, look: LookBack, plot: TrendPlot) -> None:
        """Show a look back; `plot` is its picture."""
        self._look, self._plot = look, plot
        self.chart.show_plot(plot, [panel_words(look, panel, self._names) for panel in plot.panels])
        sentences = chart_sentences(look, plot, self._names)
        keys = self.tr(
            "Left and right choose a day, Enter opens it. Plus and minus zoom, 0 shows everything, "
            "Ctrl with left and right moves the view."
        )
        self.chart.setAccessibleDescription(" ".join([*sentences, keys]))
        self.words.setText("\n\n".join(sentences))
        self._fill()

    def show_view(self, view: str) -> None:
        """Show the charts, the table or the words."""
        self._views.setCurrentIndex((CHART, TABLE, WORDS).index(view))
        for zoom in (self.nearer, self.farther, self.whole):
            zoom.setVisible(view == CHART)
        self.open.setVisible(view != WORDS)
        self._fill()

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self._views.setMinimumSize(LEAST_WIDTH, self._theme.px(LEAST_HEIGHT))
        self.chart.restyle()
        self.table.restyle()

    def _fill(self) -> None:
        """The table only when it is looked at; then the line below."""
        if self.view == TABLE and self._look is not None:
            self.table.show_look(self._look)
        self._on_pointed(self._day())

    def _day(self) -> date | None:
        return {CHART: self.chart.day, TABLE: self.table.day, WORDS: None}[self.view]

    def _on_pointed(self, day: date | None) -> None:
        self.open.setEnabled(day is not None)
        set_kind(self.hint, "soft" if day is None else "body")
        if day is not None and self._look is not None:
            self.hint.setText(day_sentence(self._look, day, self._names))
        else:
            self.hint.setText(self._help())

    def _help(self) -> str:
        if self.view == TABLE:
            return self.tr("Choose a day to open it. Averages need 4 of 7 days.")
        if self.view == WORDS:
            return self.tr("A summary of what you wrote down. It says nothing about why.")
        return self.tr("Dots are days, the line is the 7-day average. Point at a day, or use the arrow keys.")

    def _on_open(self) -> None:
        day = self._day()
        if day is not None:
            self.opened.emit(day)

    def _on_nearer(self) -> None:
        self.chart.zoom(ZOOM_STEP)

    def _on_farther(self) -> None:
        self.chart.zoom(1 / ZOOM_STEP)


def _paragraphs() -> QLabel:
    made = label("", "body", wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
