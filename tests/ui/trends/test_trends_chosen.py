"""What Trends shows is the person's choice: measures, their order, a week from elsewhere, and what happened."""

import json
from dataclasses import asdict
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.measure import ITCH, SLEEP
from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question, measure_of
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition_content import definition_of
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.domain.views.lanes import Mark
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.storage.journal import Journal
from adtracker.ui.charts.lane_names import LANE_HEIGHT
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.today.page import TodayPage
from adtracker.ui.trends.measure_form import MeasureForm
from adtracker.ui.trends.page import TrendsPage
from tests.forms import evening
from tests.ui.conftest import COURSE_START, TODAY
from tests.ui.looking_back import choose, click, open_trends

MOOD = Question("mood", "How was my mood?", position=1)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def trends(demo_journal: Journal, window: MainWindow) -> TrendsPage:
    """A diary with an own question, answered in the last ten days, and signs in the last seven."""
    demo_journal.save(MOOD)
    for back in range(10):
        entry = demo_journal.entry(TODAY - timedelta(days=back)).with_answer("mood", 3 + back % 2)
        demo_journal.save(entry)
    return open_trends(window)


def _form(page: TrendsPage) -> MeasureForm:
    choose(page.head.more, "Choose measures")
    form = page.dialogs.measures
    assert form is not None
    return form


def _panels(page: TrendsPage) -> list[str]:
    return [words.name for words in page.card._shown.panels] if page.card._shown else []


def test_measures_are_ticked_and_moved_by_keys_and_remembered(trends: TrendsPage, window: MainWindow) -> None:
    form = _form(trends)
    lines = {line.measure: line for line in form.lines}
    QTest.keyClick(lines[SLEEP].tick, Qt.Key.Key_Space)
    mood = lines[measure_of(MOOD)]
    QTest.keyClick(mood.tick, Qt.Key.Key_Space)
    for _ in range(4):
        QTest.keyClick(mood.up, Qt.Key.Key_Return)
    assert form.lines[0] is mood
    assert not mood.up.isEnabled()
    assert trends.dialogs.dialog is not None
    assert trends.dialogs.dialog.focusWidget() is mood.down
    click(trends.dialogs.dialog.save)
    assert _panels(trends) == ["How was my mood?", "Worst itch", "Skin affected"]
    assert trends.numbers.cards[0].name.text() == "How was my mood?, last 7 days"
    stored = json.dumps(asdict(trends.context.preferences.value))
    assert "mood" not in stored  # what a person writes stays in the diary
    click(trends.head.views.chip("table"))
    model = trends.card.table.model()
    assert model.headerData(1, Qt.Orientation.Horizontal) == "How was my mood?"
    assert [model.index(0, column).data() for column in (1, 2)] == ["3", "3.4"]  # 3, 4, 3, 4, 3, 4, 3: 24 / 7


def test_four_are_the_most_and_none_are_the_usual_three(trends: TrendsPage) -> None:
    form = _form(trends)
    rest = [line for line in form.lines if not line.tick.isChecked()]
    click(rest[0].tick)
    assert [line.tick.isEnabled() for line in rest] == [True, False]
    for line in form.lines:
        if line.tick.isChecked():
            QTest.keyClick(line.tick, Qt.Key.Key_Space)
    assert form.chosen == ()
    assert "the usual three" in form.words.text()
    assert trends.dialogs.dialog is not None
    click(trends.dialogs.dialog.save)
    assert len(_panels(trends)) == 3


def test_another_number_of_charts_shows_the_same_days(trends: TrendsPage) -> None:
    days = trends.card.chart.shown
    assert days == trends.card._shown.plot.period  # type: ignore[union-attr]
    for more in (True, False):
        form = _form(trends)
        click(next(line.tick for line in form.lines if line.tick.isChecked() is not more))
        assert trends.dialogs.dialog is not None
        click(trends.dialogs.dialog.save)
        assert len(_panels(trends)) == 3 + more
        assert trends.card.chart.shown == days


def test_escape_changes_nothing(trends: TrendsPage) -> None:
    form = _form(trends)
    QTest.keyClick(form.lines[0].tick, Qt.Key.Key_Space)
    assert trends.dialogs.dialog is not None
    QTest.keyClick(trends.dialogs.dialog, Qt.Key.Key_Escape)
    assert len(_panels(trends)) == 3
    assert trends.context.preferences.value.trends == ""


def test_days_with_signs_are_a_sum_that_needs_seven_days(trends: TrendsPage) -> None:
    trends.context.preferences.change(trends=f"{SIGN_SUM.key} {ITCH.key}")
    (signs, _) = trends.numbers.cards
    assert signs.beside.text() == "too few days"
    assert "7 days are needed" in signs.rest.text()
    for back in range(7):
        day = TODAY - timedelta(days=back)
        trends.context.writer.save(DayEntry(day, itch=5, woken=back < 3, signs=(Sign.DRY,) if back < 2 else ()))
    # Itch on 7 days is 4 points, woken on 3 is 2, dry on 2 is 1.
    assert signs.number.text() == "7"
    click(trends.head.views.chip("words"))
    assert "Days with signs: itch, disturbed sleep and five signs" in trends.card.words.text()


def test_one_single_measure_and_one_day_are_drawn(journal: Journal, window: MainWindow) -> None:
    journal.save(DayEntry(TODAY, itch=5))
    page = open_trends(window)
    page.context.preferences.change(trends=SLEEP.key)
    assert _panels(page) == ["Sleep quality"]
    click(page.head.views.chip("words"))
    assert "Sleep quality, 0 to 10, higher is better: nothing is recorded." in page.card.words.text()


@pytest.mark.slow
def test_twenty_years_with_four_measures_and_daily_doses_are_drawn(journal: Journal, window: MainWindow) -> None:
    days = [TODAY - timedelta(days=back) for back in range(20 * 365)]
    journal.save(Treatment("Cream", Kind.CREAM, (Plan(days[-1], Every(1, Unit.DAYS, days[-1])),)))
    (treatment,) = journal.treatments()
    assert treatment.key is not None
    journal.save_all([DayEntry(day, itch=day.day % 11, note="Note") for day in days])
    journal.save_all([DayDoses(treatment.key, day, taken=1) for day in days])
    page = open_trends(window)
    click(page.head.reaches.chip("all"))
    strip = page.card.chart.stack.strip
    assert strip is not None
    assert page.card.chart.shown.length == len(days)
    assert 50 < len(strip._marks.data) < 150  # of 7,300 notes as many as there is room for; doses only from near
    page.card.chart.show_days(Period.ending(TODAY, 28))
    assert len(strip._marks.data) == 2 * (28 + 14)  # each of the days in view, and of those a small move brings


@pytest.fixture
def with_life(trends: TrendsPage) -> TrendsPage:
    """The same with a treatment, a visit and a side effect."""
    journal, start = trends.context.journal, COURSE_START
    changed = Plan(start + timedelta(days=56), Every(8, Unit.WEEKS, start + timedelta(days=56)), "300 mg")
    plans = (Plan(start, Every(4, Unit.WEEKS, start), "150 mg"), changed)
    trends.context.writer.save(Treatment("Antibody", Kind.INJECTION, plans))
    (treatment,) = journal.treatments()
    assert treatment.key is not None
    for number in range(3):
        trends.context.writer.save(DayDoses(treatment.key, start + timedelta(days=28 * number), taken=1))
    trends.context.writer.save(Visit(start + timedelta(days=34), "Dr. <b>Weber</b>"))
    trends.context.writer.save(ClinicScore(start + timedelta(days=41), "easi", 12.3))
    trends.context.writer.save(SideEffect("sore arm", start + timedelta(days=29), start + timedelta(days=31)))
    QApplication.processEvents()
    return trends


def _mark(page: TrendsPage, kind: EventKind, lane: int) -> QPoint:
    """Where the first mark of a kind is on the screen."""
    strip = page.card.chart.stack.strip
    assert strip is not None
    mark = next(mark for mark in strip._lanes[lane].marks if mark.kind is kind)
    place: QPoint = page.card.chart.mapFromScene(strip.mapViewToScene(QPointF(mark.index, strip._middle(lane))))
    return place


def test_lanes_stand_under_the_charts_as_soon_as_there_is_something(with_life: TrendsPage) -> None:
    lanes = with_life.card.chart.stack.lanes
    assert list(lanes.names) == ["Antibody", "Scores, visits", "Side effects", "Notes"]
    antibody = lanes.lanes[0]
    doses = [mark for mark in antibody.marks if mark.kind is EventKind.DOSE]
    assert [mark.is_open for mark in doses] == [False] * 3 + [True]  # the next is planned for 16 weeks
    assert [mark.index for mark in antibody.marks if mark.kind is EventKind.CHANGED] == [7 + 56]
    click(with_life.head.views.chip("words"))
    words = with_life.card.words.text()
    assert "Antibody: 2 August to 26 September 2026 (150 mg); 27 September to 29 November 2026 (300 mg); " in words
    assert "doses on 3 days." in words


@pytest.mark.parametrize(
    ("kind", "lane", "after"),
    [(EventKind.DOSE, 0, 0), (EventKind.VISIT, 1, 34), (EventKind.SIDE_EFFECT, 2, 29), (EventKind.NOTE, 3, 0)],
)
def test_a_click_on_a_mark_opens_its_day(
    with_life: TrendsPage, window: MainWindow, kind: EventKind, lane: int, after: int
) -> None:
    QTest.mouseClick(with_life.card.chart.viewport(), LEFT, pos=_mark(with_life, kind, lane))
    page = window.pages.currentWidget()
    assert isinstance(page, TodayPage)
    assert page.day == COURSE_START + timedelta(days=after)


@pytest.mark.slow
def test_the_keyboard_goes_from_one_noted_day_to_the_next_and_opens_it(
    with_life: TrendsPage, window: MainWindow
) -> None:
    chart = with_life.card.chart
    chart.point_at(7 + 28)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.day == COURSE_START + timedelta(days=29)
    assert with_life.card.hint.text().endswith("Side effect: sore arm")
    for _ in range(2):
        QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.day == COURSE_START + timedelta(days=34)
    assert with_life.card.hint.text().endswith("Visit: Dr. <b>Weber</b>")
    assert with_life.card.hint.textFormat() is Qt.TextFormat.PlainText
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert chart.day == COURSE_START + timedelta(days=30)  # a note
    QTest.keyClick(chart, Qt.Key.Key_Return)
    page = window.pages.currentWidget()
    assert isinstance(page, TodayPage)
    assert page.day == COURSE_START + timedelta(days=30)


@pytest.mark.slow
def test_scores_and_questionnaires_share_a_lane_and_say_their_numbers(with_life: TrendsPage) -> None:
    writer, day = with_life.context.writer, COURSE_START + timedelta(days=41)
    form = definition_of(evening(), COURSE_START)
    whole = (("creamed", False), ("dry", "some"), ("red", "none"), ("sore", "all"))
    for record in (form, Response(day, form.key, whole, 4)):
        writer.save(record)
    QApplication.processEvents()
    with_life.card.chart.point_at(7 + 41)
    assert with_life.card.hint.text().endswith("Score: EASI 12.3, Evening questions 4.0")
    (lane,) = (lane for lane in with_life.card.chart.stack.lanes.lanes if EventKind.SCORE in lane.kinds)
    assert lane.marks == (Mark(7 + 34, EventKind.VISIT), Mark(7 + 41, EventKind.VISIT))


@pytest.mark.slow
def test_a_long_name_keeps_both_ends_and_is_whole_under_the_pointer_and_for_a_screen_reader(
    with_life: TrendsPage,
) -> None:
    name = "Mometasone <b>furoate</b> 0.1 % ointment, for the hands"
    with_life.context.writer.save(Treatment(name, Kind.CREAM, (Plan(COURSE_START, Daily()),)))
    QApplication.processEvents()
    chart = with_life.card.chart
    names, lane = chart.stack._names, list(chart.stack.lanes.names).index(name)
    assert names is not None
    place = chart.mapFromScene(names.mapToScene(QPointF(20, (lane + 0.5) * LANE_HEIGHT)))
    QTest.mouseMove(chart.viewport(), place)
    assert names.toolTip() == "<qt>Mometasone &lt;b&gt;furoate&lt;/b&gt; 0.1 % ointment, for the hands</qt>"
    narrow = names.size().width()
    with_life.context.writer.save(Treatment("Light", Kind.LIGHT, (Plan(COURSE_START, Daily()),)))
    assert names.size().width() == narrow < chart.width() / 3  # however long they are, the charts keep their room
    click(with_life.head.views.chip("words"))
    assert f"{name}: " in with_life.card.words.text()


@pytest.mark.slow
def test_lanes_stand_over_the_same_days_as_the_charts_at_every_zoom(with_life: TrendsPage) -> None:
    chart = with_life.card.chart
    strip, box = chart.stack.strip, chart.stack.panels[0].box
    assert strip is not None
    for days in (168, 28, 9):
        chart.show_days(Period.starting(COURSE_START, days))
        for index in (8, 12):
            beside = strip.mapViewToScene(QPointF(index, 1)).x() - box.mapViewToScene(QPointF(index, 1)).x()
            assert abs(beside) < 1


def test_a_week_from_elsewhere_is_shown_zoomed(trends: TrendsPage, window: MainWindow) -> None:
    window.show_page("timeline")
    week = Period.starting(COURSE_START + timedelta(days=21), 7)
    trends.context.events.open_trends.emit(week)
    assert window.pages.currentWidget() is trends
    assert trends.head.reaches.key == "course"
    assert trends.card.chart.shown == week
    assert trends.card.hint.text().startswith("In view: 23 to 29 August 2026, week 4. Dots are days")
    trends.card.chart.zoom(3)
    assert trends.card.hint.text().startswith("In view: 16 August to 5 September 2026, weeks 3 to 5.")
    click(trends.head.reaches.chip("course"))  # which is chosen already
    assert trends.card.hint.text().startswith("Dots are days")
    trends.context.events.open_trends.emit(Period.starting(date(2026, 7, 1), 7))  # before the course
    assert trends.head.reaches.key == "all"


def test_an_empty_diary_has_no_week_to_show(journal: Journal, window: MainWindow) -> None:
    page = open_trends(window)
    page.context.events.open_trends.emit(Period.ending(TODAY, 7))
    assert page.empty.isVisible()
