"""Drawing ten years of days: the app's trend charts, and a bare pyqtgraph layout that draws the same points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication, QWidget

import numpy as np  # isort: skip
import pyqtgraph as pg  # isort: skip  (PySide6 first: pyqtgraph takes whichever Qt it finds loaded)

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.statistics.summary import by_day, summarise
from adtracker.domain.views.plot import TrendPlot, trend_plot
from adtracker.settings import Settings
from adtracker.ui.charts.trend_chart import TrendChart
from adtracker.ui.charts.trend_panel import PanelWords
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from tests.benchmarks.measure import Take, timed

TODAY = date(2026, 11, 29)
TEN_YEARS = 3652
SIZE = (800, 640)
ZOOM = 0.97
FRAMES = 30


@cache
def ten_years() -> TrendPlot:
    """What Trends shows of a diary kept for ten years, a tenth of the days missing."""
    draw = Random(7)
    days = (TODAY - timedelta(days=offset) for offset in range(TEN_YEARS))
    entries = [_entry(day, draw) for day in days if draw.random() > 0.1]
    course = Course(TODAY - timedelta(days=119))
    summary = summarise(entries, course, TODAY)
    return trend_plot(by_day(entries), Period.ending(TODAY, TEN_YEARS), course, summary.baseline.means, summary.weeks)


def _entry(day: date, draw: Random) -> DayEntry:
    extent = Extent(round(draw.uniform(5, 35), 1), ExtentMethod.PERCENT)
    return DayEntry(day, float(draw.randint(1, 9)), float(draw.randint(1, 9)), extent)


@cache
def theme(folder: Path) -> Theme:
    """The light theme on the running application."""
    return Theme(_application(), Preferences(folder / "settings.json", Settings(theme="light")))


def _application() -> QApplication:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    return app


def our_chart(folder: Path) -> TrendChart:
    """The app's charts, shown."""
    chart = TrendChart(theme(folder))
    chart.resize(*SIZE)
    chart.show_plot(ten_years(), [PanelWords("Measure", "0 to 10", "baseline")] * 3)
    _show(chart)
    return chart


def bare_chart() -> tuple[QWidget, Sequence[pg.PlotItem]]:
    """Three linked plots with the same dots and the same line, as pyqtgraph draws them by itself."""
    _application()
    layout = pg.GraphicsLayoutWidget()
    layout.resize(*SIZE)
    plots: list[pg.PlotItem] = []
    for row, panel in enumerate(ten_years().panels):
        plot = layout.addPlot(row=row, col=0)
        days = np.arange(len(panel.values), dtype=np.float64)
        values = np.array(panel.values, dtype=np.float64)
        plot.plot(days, values, pen=None, symbol="o", symbolSize=5, symbolPen=None)
        plot.plot(days, np.array(panel.rolling, dtype=np.float64), pen=pg.mkPen("k", width=2), connect="finite")
        if plots:
            plot.setXLink(plots[0])
        plots.append(plot)
    _show(layout)
    return layout, plots


def _show(widget: QWidget) -> None:
    widget.show()
    QApplication.processEvents()
    widget.grab()


def first_drawn_by_app(folder: Path) -> Take:
    """Seconds until the charts stand."""
    return lambda: timed(lambda: our_chart(folder).close())


def first_drawn_bare() -> Take:
    """Seconds until the bare plots stand."""
    return lambda: timed(lambda: bare_chart()[0].close())  # noqa: PLW0108 (the chart is made within the time)


def frame_by_app(folder: Path) -> Take:
    """Seconds for one zoom step, painted."""
    chart = our_chart(folder)

    def step() -> None:
        chart.zoom(ZOOM)
        chart.viewport().repaint()

    return lambda: _frame(step, chart.show_all)


def frame_bare() -> Take:
    """Seconds for the same zoom step of the bare plots."""
    layout, plots = bare_chart()
    assert isinstance(layout, pg.GraphicsLayoutWidget)

    def step() -> None:
        first, last = plots[0].getViewBox().viewRange()[0]
        middle, half = (first + last) / 2, (last - first) * ZOOM / 2
        plots[0].setXRange(middle - half, middle + half, padding=0)
        layout.viewport().repaint()

    def everything() -> None:
        plots[0].setXRange(0, TEN_YEARS, padding=0)

    return lambda: _frame(step, everything)


def _frame(step: Callable[[], None], everything: Callable[[], None]) -> float:
    """Seconds a frame, over several from the whole ten years inwards."""
    everything()

    def steps() -> None:
        for _ in range(FRAMES):
            step()

    return timed(steps) / FRAMES
