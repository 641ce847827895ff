"""Diaries that nobody planned for: each has one true sentence on the timeline, and nothing of it is drawn outside."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.storage.journal import Journal
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.timeline.page import TimelinePage
from tests.ui.conftest import COURSE_START, TODAY
from tests.ui.looking_back import open_timeline

WEEK = timedelta(days=7)
COURSE = Course(COURSE_START, "Amlitelimab")


def _days(first: int, last: int, itch: float, step: int = 1) -> Iterator[DayEntry]:
    """Days of the course by number, from 0 on, both ends with it."""
    return (DayEntry(COURSE_START + timedelta(days=day), itch=itch) for day in range(first, last + 1, step))


def _empty() -> list[Record]:
    return [COURSE]


def _one_day() -> list[Record]:
    return [COURSE, DayEntry(TODAY, itch=4)]


def _one_a_week() -> list[Record]:
    return [COURSE, *_days(-7, 119, 5, 7)]


def _all_zeros() -> list[Record]:
    return [COURSE, *_days(-7, 119, 0)]


def _gaps() -> list[Record]:
    return [COURSE, *_days(-7, 20, 7), *_days(100, 119, 3)]


def _ahead() -> list[Record]:
    return [Course(TODAY + 2 * WEEK, "Dupilumab"), *_days(100, 119, 5)]


def _late() -> list[Record]:
    return [COURSE, *_days(3, 119, 6)]


def _two_courses() -> list[Record]:
    return [Course(COURSE_START - 40 * WEEK, "Dupilumab", 12), COURSE, *_days(-7, 27, 8), *_days(28, 119, 3)]


def _twenty_years() -> list[Record]:
    return [Course(TODAY - 520 * WEEK, "Dupilumab", 520), *_days(-7300, 119, 4, 2)]


Diary = Callable[[], list[Record]]
# What itch did, and what stands at the right edge of its row.
DIARIES: dict[str, tuple[Diary, str, str | None]] = {
    "empty": (
        _empty,
        "Whether itch changed cannot be told: itch was recorded on 0 of the last 7 days, and it takes 4.",
        None,
    ),
    "one day": (
        _one_day,
        "Whether itch changed cannot be told yet: it takes 7 days after those that they are compared with.",
        None,
    ),
    "one a week": (
        _one_a_week,
        "Whether itch changed cannot be told: itch was recorded on 1 of the last 7 days, and it takes 4.",
        None,
    ),
    "all zeros": (
        _all_zeros,
        "Itch stayed about level: 0.0 on average at first, 0.0 in the last 4 weeks.",
        "no change",
    ),
    "gaps": (
        _gaps,
        "Itch fell by 4.0 points.",
        "▼\u00a04.0",
    ),
    "ahead": (
        _ahead,
        "Whether itch changed cannot be told: the days before the last 14 have too few answers.",
        None,
    ),
    "late baseline": (
        _late,
        "Itch stayed about level: 6.0 on average at first, 6.0 in the last 4 weeks.",
        "no change",
    ),
    "two courses": (
        _two_courses,
        "Itch fell by 5.0 points by about week 5 and has stayed about level for 12 weeks.",
        "▼\u00a05.0",
    ),
    "20 years": (
        _twenty_years,
        "Whether itch changed cannot be told: itch was recorded on 3 of the last 7 days, and it takes 4.",
        "no change",
    ),
}


@pytest.mark.parametrize("name", DIARIES)
def test_each_has_one_true_sentence_and_a_whole_drawing(name: str, journal: Journal, window: MainWindow) -> None:
    diary, said, change = DIARIES[name]
    journal.save_all(diary())
    page = open_timeline(window)
    window.resize(1280, 800)
    for _ in range(3):
        QApplication.processEvents()
    assert page.banner.answer.text() == said
    assert page.banner.answer.isVisible()
    assert _right_edge(page, 0) == change
    strip = page.weeks.strip
    view = strip._view
    assert view is not None
    for row in range(view.rows):
        for column in (0, 1, view.columns - 1, view.columns):
            assert strip.sentence(row, column)
            place = strip.rect_of(row, column)
            assert strip.rect().toRectF().adjusted(-1, -1, 1, 1).contains(place), (row, column)
    assert page._area.horizontalScrollBar().maximum() == 0
    _paint(page)


def _right_edge(page: TimelinePage, row: int) -> str | None:
    view = page.weeks.strip._view
    assert view is not None
    found = view.change(row)
    return None if found is None else found.text


def _paint(page: TimelinePage) -> QImage:
    return page.weeks.strip.grab().toImage()


def test_a_baseline_that_began_late_says_so_in_the_legend(journal: Journal, window: MainWindow) -> None:
    journal.save_all(_late())
    page = open_timeline(window)
    assert page.weeks.legend.text.text().startswith("base: the first recorded days around the first dose · ")


def test_the_other_of_two_courses_has_its_own_numbers(journal: Journal, window: MainWindow) -> None:
    journal.save_all(_two_courses())
    page = open_timeline(window)
    assert page.head.choice.isVisible()
    assert _right_edge(page, 0) == "▼\u00a05.0"
    page.head.picked.emit(journal.courses()[0])
    assert page.head.title.text() == "Your 12-week course"
    assert _right_edge(page, 0) is None


def test_a_side_effect_of_a_single_day_is_seen_with_its_words(journal: Journal, window: MainWindow) -> None:
    journal.save_all([*_empty(), Visit(TODAY + timedelta(days=11))])
    page = open_timeline(window)
    strip = page.weeks.strip
    journal.save(
        SideEffect("Sore arm", COURSE_START + timedelta(days=29), COURSE_START + timedelta(days=29), Severity.MILD)
    )
    page.refresh()
    QApplication.processEvents()
    view = strip._view
    assert view is not None
    row = [view.name(row) for row in range(view.rows)].index("Side effects")
    place = strip.rect_of(row, 5)
    image, caution = _paint(page), page.context.theme.color("caution").name()
    points = [
        (x, y)
        for x in range(round(place.left()), round(place.right()))
        for y in range(round(place.top()), round(place.bottom()))
        if image.pixelColor(x, y).name() == caution
    ]
    assert len(points) > 20, "the mark of one day is hardly there"


def test_per_cent_is_given_of_scores_of_the_skin_and_never_of_a_small_baseline(
    journal: Journal, window: MainWindow
) -> None:
    before, now = COURSE_START, COURSE_START + 12 * WEEK
    scores = {"easi": (26.4, 9.8), "poem": (21, 11), "iga": (4, 2), "scorad": (1.5, 3)}
    journal.save(COURSE)
    for scale, (first, last) in scores.items():
        journal.save(ClinicScore(before, scale, first))
        journal.save(ClinicScore(now, scale, last))
    page = open_timeline(window)
    view = page.weeks.strip._view
    assert view is not None
    found = {view.name(row): _right_edge(page, row) for row in range(view.rows)}
    assert found["EASI"] == "▼\u00a016.6 (\u221263\u00a0%)"
    assert found["POEM"] == "▼\u00a010"
    assert found["IGA"] == "▼\u00a02"
    assert found["SCORAD"] == "▲\u00a01.5"
    base = view.cell([view.name(row) for row in range(view.rows)].index("EASI"), 0)
    assert base is not None
    assert [score.value for score in base.scores] == [26.4], "the baseline of day 1 does not stand under base"
