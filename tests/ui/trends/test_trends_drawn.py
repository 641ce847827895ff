"""How Trends is drawn: all of it in one window, words off the lines, one meaning for each kind of line, four cards."""

from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsLineItem

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.storage.journal import Journal
from adtracker.ui.charts.trend_panel import TrendPanel
from adtracker.ui.kit.room.page_area import PageArea
from adtracker.ui.shell.main_window import HEIGHT, WIDTH, MainWindow
from adtracker.ui.trends.page import TrendsPage
from tests.ui.conftest import COURSE_START, TODAY
from tests.ui.looking_back import click, open_trends

BEFORE = timedelta(days=7)


@pytest.fixture
def trends(demo_journal: Journal, window: MainWindow) -> TrendsPage:
    """A diary with a baseline week, an injection, three creams, visits and a side effect of one day."""
    treatments = [
        Treatment("Mometasone furoate 0.1 % ointment", Kind.CREAM, (Plan(COURSE_START, Daily()),)),
        Treatment("Hydrocortisone 1 % cream", Kind.CREAM, (Plan(COURSE_START, Daily()),)),
        Treatment("Moisturiser", Kind.MOISTURISER, (Plan(COURSE_START, Daily()),)),
        Treatment("Amlitelimab", Kind.INJECTION, (Plan(COURSE_START, Every(4, Unit.WEEKS, COURSE_START)),)),
    ]
    week = [COURSE_START - timedelta(days=back) for back in range(1, 8)]
    skin = Extent(26.7, ExtentMethod.PERCENT)
    demo_journal.save_all([DayEntry(day, itch=8, sleep_quality=3, extent=skin) for day in week])
    demo_journal.save_all(treatments)
    demo_journal.save_all([Visit(COURSE_START), Visit(TODAY + timedelta(days=12))])
    demo_journal.save(SideEffect("sore arm", COURSE_START + timedelta(days=28), COURSE_START + timedelta(days=28)))
    window.resize(WIDTH, HEIGHT)
    page = open_trends(window)
    QApplication.processEvents()
    return page


def _lines(panel: TrendPanel) -> list[QGraphicsLineItem]:
    return [item for item in panel.box.childGroup.childItems() if isinstance(item, QGraphicsLineItem)]


def _newest(page: TrendsPage, panel: TrendPanel) -> QRectF:
    """Where the number at the end of a line is in the picture, at its own size at every zoom."""
    label = panel.newest.label
    chart = page.card.chart
    chart.viewport().repaint()  # pyqtgraph takes over a new height when it paints
    place = label.deviceTransform(chart.viewportTransform()).mapRect(label.boundingRect())
    found: QRectF = chart.viewportTransform().inverted()[0].mapRect(place)
    return found


def test_all_of_it_is_in_sight_at_1280_by_800_in_every_range(trends: TrendsPage) -> None:
    area = trends.findChild(PageArea)
    assert area is not None
    for reach in ("course", "4w", "12w", "all"):
        click(trends.head.reaches.chip(reach))
        QApplication.processEvents()
        assert not area.verticalScrollBar().isVisible(), reach
    tops = {part.mapTo(trends, part.rect().center()).y() for part in (trends.head.title, trends.head.reaches)}
    tops |= {part.mapTo(trends, part.rect().center()).y() for part in (trends.head.views, trends.head.more)}
    assert max(tops) - min(tops) <= 2  # one row
    cards = [*trends.numbers.cards, trends.numbers.kept]
    foot = trends.card.mapTo(trends, trends.card.rect().bottomLeft()).y()
    assert cards[-1].mapTo(trends, cards[-1].rect().bottomLeft()).y() == foot


def test_names_are_whole_where_there_is_room(trends: TrendsPage) -> None:
    names = trends.card.chart.stack._names
    assert names is not None
    assert names.size().width() >= names.wanted(10_000)
    assert list(trends.card.chart.stack.lanes.names) == [
        "Amlitelimab",
        "Mometasone furoate 0.1 % ointment",
        "Hydrocortisone 1 % cream",
        "Moisturiser",
        "Visits",
        "Side effects",
        "Notes",
    ]


def test_long_names_leave_large_letters_their_charts(trends: TrendsPage) -> None:
    trends.context.preferences.change(text_percent=150)
    QApplication.processEvents()
    chart = trends.card.chart
    names = chart.stack._names
    assert names is not None
    assert names.size().width() <= 0.21 * chart.width()
    second = QPointF(20, 1.5 * names.size().height() / len(chart.stack.lanes.names))
    place = chart.mapFromScene(names.mapToScene(second))
    for step in (0, 1):
        QTest.mouseMove(chart.viewport(), place + QPoint(step, 0))
    assert "Mometasone furoate 0.1 % ointment" in names.toolTip()


def test_the_baseline_is_named_right_of_the_days_and_alone_has_dashes(trends: TrendsPage) -> None:
    for panel, text in zip(trends.card.chart.stack.panels, ("8.0", "3.0", "26.7\u00a0%"), strict=True):
        assert panel.label.text == f"baseline {text}"
        assert panel.label.sceneBoundingRect().left() >= panel.box.sceneBoundingRect().right() - 1
        assert panel.label.sceneBoundingRect().right() <= trends.card.chart.width()
        assert panel.levels.baseline.pen().style() is Qt.PenStyle.DashLine
        styles = {line.line().x1(): line.pen().style() for line in _lines(panel) if line.isVisible()}
        assert styles == {
            7: Qt.PenStyle.SolidLine,  # the course begins
            7 + 84: Qt.PenStyle.DotLine,
            7 + 168: Qt.PenStyle.DotLine,
        }


@pytest.mark.parametrize("reach", ["course", "4w", "all"])
def test_the_newest_number_stands_whole_at_the_end_of_its_line(trends: TrendsPage, reach: str) -> None:
    click(trends.head.reaches.chip(reach))
    QApplication.processEvents()
    for panel, card in zip(trends.card.chart.stack.panels, trends.numbers.cards, strict=True):
        assert panel.newest.label.text() == card.number.text()
        place = _newest(trends, panel)
        days = trends.card._shown.plot.period.index(TODAY)  # type: ignore[union-attr]
        end = panel.box.mapViewToScene(QPointF(days, 0)).x()
        assert end < place.left() < end + 15
        assert place.right() <= panel.box.sceneBoundingRect().right() + 0.5


def test_no_number_lies_on_a_line_even_at_the_baseline(trends: TrendsPage) -> None:
    for value in (5, 8, 0, 10):  # on a level line, at the baseline, and at both ends of the scale
        for back in range(7):
            trends.context.writer.save(DayEntry(TODAY - timedelta(days=back), itch=value))
        QApplication.processEvents()
        panel = trends.card.chart.stack.panels[0]
        assert panel.newest.label.text() == f"{value}.0"
        place = _newest(trends, panel)
        inked = place.adjusted(0, place.height() / 6, 0, -place.height() / 6)
        lines = [*panel.levels._rules, panel.levels.baseline]
        heights = [line.mapToScene(line.line().p1()).y() for line in lines]
        assert not [height for height in heights if inked.top() < height < inked.bottom()], value


def test_a_side_effect_of_one_day_is_seen_among_twenty_years(
    journal: Journal, window: MainWindow, trends: TrendsPage
) -> None:
    trends.context.writer.save(DayEntry(TODAY - timedelta(days=7300), itch=5))
    click(trends.head.reaches.chip("all"))
    strip = trends.card.chart.stack.strip
    assert strip is not None
    lane = list(trends.card.chart.stack.lanes.names).index("Side effects")
    (mark,) = (mark for mark in strip._lanes[lane].marks if mark.kind is EventKind.SIDE_EFFECT)
    sizes = [spot["size"] for spot in strip._marks.data if spot["x"] == mark.index and spot["y"] == strip._middle(lane)]
    assert sizes == [10]


def test_a_mark_at_either_end_is_not_cut(trends: TrendsPage) -> None:
    chart, ends = trends.card.chart, trends.card._shown.plot.period  # type: ignore[union-attr]
    trends.context.writer.save_all([Visit(ends.first), Visit(ends.last)])
    QApplication.processEvents()
    strip = chart.stack.strip
    assert strip is not None
    room = strip.sceneBoundingRect()
    for index in (0, ends.length - 1):
        middle = strip.mapViewToScene(QPointF(index, 1)).x()
        assert room.left() + 5 <= middle <= room.right() - 5


def test_doses_on_a_bar_are_seen_from_near_alone(trends: TrendsPage) -> None:
    strip = trends.card.chart.stack.strip
    assert strip is not None
    spots = len(strip._marks.data)
    (moisturiser,) = (one for one in trends.context.journal.treatments() if one.name == "Moisturiser")
    assert moisturiser.key is not None
    days = [TODAY - timedelta(days=back) for back in range(20)]
    trends.context.writer.save_all([DayDoses(moisturiser.key, day, taken=1) for day in days])
    assert len(strip._marks.data) == spots
    click(trends.head.reaches.chip("4w"))
    kinds = [mark.kind for mark in trends.card.chart.stack.lanes.lanes[3].marks]
    assert kinds == [EventKind.DOSE] * 20


def test_cards_say_the_change_in_points_and_a_fact_of_the_week(trends: TrendsPage) -> None:
    for back, (itch, woken) in enumerate(
        [(3, True), (7, True), (4, False), (4, None), (4, False), (4, False), (2, False)]
    ):
        skin = Extent(9.0, ExtentMethod.PERCENT)
        day = TODAY - timedelta(days=back)
        trends.context.writer.save(DayEntry(day, itch=itch, sleep_quality=7, woken=woken, extent=skin))
    itch_card, sleep, skin_card = trends.numbers.cards
    assert (itch_card.number.text(), itch_card.change.text()) == ("4.0", "▼\u00a04.0 below baseline 8.0")
    assert itch_card.rest.text() == "7 of 7 days. Worst day 7."
    assert (sleep.change.text(), sleep.rest.text()) == (
        "▲\u00a04.0 above baseline 3.0",
        "7 of 7 nights. Itch woke you on 2 nights.",
    )
    assert skin_card.change.text() == "▼\u00a017.7 points below baseline 26.7\u00a0%"
    assert skin_card.rest.text() == "7 of 7 days. About 9 of your palms."
    for card in trends.numbers.cards[:2]:
        assert "%" not in card.accessibleName()  # no per cent of a score from 0 to 10


def test_the_cards_lie_one_below_the_other_and_end_with_the_charts(trends: TrendsPage, window: MainWindow) -> None:
    window.resize(WIDTH, 1000)
    QApplication.processEvents()
    cards = [*trends.numbers.cards, trends.numbers.kept]
    assert len(cards) == 4
    assert all(above.geometry().bottom() < below.geometry().top() for above, below in pairwise(trends.numbers.cards))
    click(trends.head.views.chip("words"))
    QApplication.processEvents()
    assert max(card.height() for card in cards) <= 240  # beside a long text too


def test_without_course_and_baseline_nothing_is_dashed_or_compared(journal: Journal, window: MainWindow) -> None:
    journal.save_all([DayEntry(TODAY - timedelta(days=back), itch=5) for back in range(10)])
    page = open_trends(window)
    panel = page.card.chart.stack.panels[0]
    assert not panel.levels.baseline.isVisible()
    assert panel.label.text == ""
    assert page.numbers.cards[0].change.text() == ""
    assert not [line for line in _lines(panel) if line.isVisible()]


def test_the_foot_explains_doses_where_there_are_some(journal: Journal, window: MainWindow) -> None:
    journal.save(Course(COURSE_START))
    journal.save(DayEntry(TODAY, itch=5))
    page = open_trends(window)
    assert page.card.hint.text() == "Dots are days, the line is the 7-day average."
    plan = Plan(COURSE_START, Every(4, Unit.WEEKS, COURSE_START))
    page.context.writer.save(Treatment("Antibody", Kind.INJECTION, (plan,)))
    assert page.card.hint.text() == "Dots are days, the line is the 7-day average. ●\u00a0taken ○\u00a0planned."
    QTest.keyClick(page.card.chart, Qt.Key.Key_Left)
    assert page.card.hint.text().startswith("Sunday 29 November: worst itch 5")
