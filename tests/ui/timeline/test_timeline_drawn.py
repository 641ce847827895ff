"""The timeline of the demonstration as it is drawn: all of it in a window of 1280 by 800, the own medicine first."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from adtracker.domain.demo.diary import demo_diary
from adtracker.domain.records.visit import Visit
from adtracker.resources import body
from adtracker.storage.journal import Journal
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.timeline.page import TimelinePage
from tests.ui.conftest import TODAY
from tests.ui.looking_back import click, open_timeline


@pytest.fixture
def timeline(journal: Journal, window: MainWindow) -> TimelinePage:
    journal.save_all(demo_diary(TODAY, body()).records)
    page = open_timeline(window)
    window.resize(1280, 800)
    _settle()
    return page


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def _is_whole(page: TimelinePage, part: QWidget) -> bool:
    view = page._area.viewport()
    place = QRect(part.mapTo(view, QPoint()), part.size())
    return part.isVisible() and view.rect().contains(place)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_it_fits_a_small_window_without_a_scroll_bar(
    timeline: TimelinePage, preferences: Preferences, look: str
) -> None:
    preferences.change(theme=look)
    _settle()
    assert timeline._area.verticalScrollBar().maximum() == 0
    for part in (timeline.head, timeline.banner, timeline.weeks, timeline.visit, timeline.coming):
        assert _is_whole(timeline, part), part
    strip = timeline.weeks.strip
    tops = {strip.rect_of(0, column).top() for column in range(26)}
    assert len(tops) == 1, "the weeks take two bands"


def test_the_rows_stand_as_drawn(timeline: TimelinePage) -> None:
    view = timeline.weeks.strip._view
    assert view is not None
    changes = (view.change(row) for row in range(view.rows))
    found = [
        (view.name(row), view.addition(row), "" if change is None else change.text.replace("\u00a0", " "))
        for row, change in enumerate(changes)
    ]
    assert found == [
        ("Amlitelimab (example)", "250 mg", "5 of 5 taken"),
        ("Worst itch", "0 to 10", "▼ 3.0"),
        ("Sleep quality", "0 to 10", "▲ 3.1"),
        ("Skin affected", "%", "▼ 18.9 points"),
        ("Days with signs", "0 to 28", "▼ 15"),
        ("EASI", "0 to 72", "▼ 16.6 (\u221263 %)"),
        ("IGA", "0 to 4", "▼ 2"),
        ("POEM", "0 to 28", "▼ 10"),
        ("Mometasone 0.1 % ointment", "", "67 of 120 days"),
        ("Hydrocortisone 1 % cream", "", "55 of 120 days"),
        ("Moisturiser", "", "104 of 120 days"),
        ("Side effects", "", ""),
        ("Visits", "", ""),
    ]


def test_the_legend_says_what_is_there(timeline: TimelinePage) -> None:
    assert timeline.weeks.legend.text.text() == (
        "base: the 7 days before the first dose · 1/7: under 4 of 7 days (signs: all 7), no average · "
        "●\u00a0taken ○\u00a0planned · upright stroke: plan changed"
    )


def test_the_next_visit_and_what_is_coming_up_stand_below(timeline: TimelinePage, journal: Journal) -> None:
    visit = timeline.visit
    assert visit.title.text() == "Next visit: Friday 11 December"
    assert visit.written.text() == "32 of the 35 days since 25 October 2026 are written."
    assert visit.questions.text() == "2 questions are noted."
    assert visit.enough.text() == "Every full week since then has its average. Nothing needs to be caught up."
    assert [line.words for line in timeline.coming.coming] == [
        "Today: Moisturiser, dose 2 of 2",
        "Today: Mometasone 0.1 % ointment, hands",
        "Sun 20 Dec: Amlitelimab (example), 250 mg, week 21",
    ]
    timeline.context.writer.save(Visit(TODAY))
    assert visit.title.text() == "Visit today"
    assert timeline.coming.coming[-2].words == "Fri 11 Dec: Visit: Dr. Weber, skin clinic"


def test_what_is_worked_out_comes_and_goes_by_the_keyboard(timeline: TimelinePage) -> None:
    why = timeline.banner.why
    assert not timeline.past.isVisible()
    why.setFocus()
    QTest.keyClick(why, Qt.Key.Key_Return)
    _settle()
    assert timeline.answer.table.isVisible()
    assert timeline.past.add.isVisible()
    QTest.keyClick(why, Qt.Key.Key_Return)
    _settle()
    assert not timeline.answer.isVisible()
    assert timeline._area.verticalScrollBar().maximum() == 0


def test_own_questions_are_offered_when_asked_for(timeline: TimelinePage) -> None:
    chips = timeline.weeks.chips
    assert chips is not None
    assert not chips.isVisible()
    click(timeline.head.rows)
    assert chips.isVisible()
    click(timeline.head.rows)
    assert not chips.isVisible()


@pytest.mark.parametrize("width", [853, 760])
def test_a_narrow_window_cuts_nothing_at_the_right(timeline: TimelinePage, window: MainWindow, width: int) -> None:
    window.resize(width, 533)
    _settle()
    strip, view = timeline.weeks.strip, timeline.weeks.strip._view
    assert view is not None
    for row in range(view.rows):
        for column in range(view.columns + 1):
            assert strip.rect_of(row, column).right() <= strip.width()
    for part in (timeline.head.visit, timeline.banner.why, timeline.weeks.card, timeline.visit, timeline.coming):
        assert part.mapTo(timeline._whole, part.rect().topRight()).x() <= timeline._area.viewport().width()
