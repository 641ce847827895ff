"""The timeline beside its numbers: treatments, visits, side effects, scores and own questions on the same weeks."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from adtracker.domain.records.course import Course
from adtracker.domain.records.question import Question
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.definition_content import definition_of
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.storage.journal import Journal
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.kit.hints import install
from adtracker.ui.records.scores.response_form import ResponseDialog
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.timeline.page import TimelinePage
from adtracker.ui.timeline.past_card import MOST_LISTED
from adtracker.ui.today.page import TodayPage
from tests.forms import evening
from tests.ui.conftest import COURSE_START, TODAY, Clock
from tests.ui.looking_back import click, come_back, open_timeline

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def timeline(treated: Journal, window: MainWindow) -> TimelinePage:
    return open_timeline(window)


def _row(page: TimelinePage, name: str) -> int:
    view = page.weeks.strip._view
    assert view is not None
    return [view.name(row) for row in range(view.rows)].index(name)


def _said(page: TimelinePage, name: str, column: int) -> str:
    return page.weeks.strip.sentence(_row(page, name), column).split(": ", 1)[1]


def test_every_row_says_what_it_has(timeline: TimelinePage) -> None:
    assert (
        _said(timeline, "Amlitelimab", 1) == "Amlitelimab, 1 of 1 planned dose taken; Treatment begun (2 August 2026)"
    )
    assert _said(timeline, "Amlitelimab", 5) == "Amlitelimab, 0 of 1 planned dose taken; 1 skipped"
    assert _said(timeline, "Amlitelimab", 9) == "Amlitelimab, 0 of 1 planned dose taken"
    assert _said(timeline, "Amlitelimab", 21) == "Amlitelimab, 1 planned dose"
    assert _said(timeline, "Amlitelimab", 2) == "Amlitelimab, nothing recorded"
    assert _said(timeline, "Amlitelimab", 22) == "Amlitelimab, nothing yet"
    assert _said(timeline, "EASI", 5) == "EASI, nothing recorded"
    changed = "Mometasone, 0 of 9 planned doses taken; thin; thinner; Treatment changed (1 September 2026)"
    assert _said(timeline, "Mometasone", 5) == changed  # 2 days twice a day, then 5 days once
    assert _said(timeline, "Visits", 4) == "Visits, Visit: Dr. Weber (24 August 2026)"
    assert _said(timeline, "Side effects", 2) == "Side effects, Side effect: Sore arm (14 to 17 August 2026)"
    assert _said(timeline, "Side effects", 3) == _said(timeline, "Side effects", 2)
    assert _said(timeline, "EASI", 4) == "EASI, 12.3, from 0 to 72 (24 August 2026)"


def test_an_injection_in_the_week_before_answers_the_one_that_was_planned(treated: Journal, window: MainWindow) -> None:
    # Planned on the first day of week 9, taken two days early, in week 8.
    key = next(one.key for one in treated.treatments() if one.name == "Amlitelimab")
    assert key is not None
    treated.save(DayDoses(key, COURSE_START + timedelta(days=54), taken=1))
    timeline = open_timeline(window)
    assert _said(timeline, "Amlitelimab", 8) == "Amlitelimab, used on 1 day"
    assert _said(timeline, "Amlitelimab", 9) == "Amlitelimab, 1 of 1 planned dose taken"
    view = timeline.weeks.strip._view
    assert view is not None
    early, answered = view.lane(_row(timeline, "Amlitelimab")).cells[8:10]
    assert early is not None
    assert answered is not None
    assert [mark.index for mark in early.marks] == [5]
    assert answered.marks == ()


def test_doses_are_dots_rings_and_strokes(timeline: TimelinePage) -> None:
    view = timeline.weeks.strip._view
    assert view is not None
    cells = view.lane(_row(timeline, "Amlitelimab")).cells
    marks = {
        column: [(m.index, m.kind.value, m.is_open) for m in cell.marks] for column, cell in enumerate(cells) if cell
    }
    assert marks[1] == [(0, "dose", False)]
    assert marks[5] == [(0, "skipped", False)]
    assert marks[9] == marks[21] == [(0, "dose", True)]
    assert marks[2] == []


def test_a_mark_opens_its_day_and_an_empty_week_its_chart(timeline: TimelinePage, window: MainWindow) -> None:
    strip = timeline.weeks.strip
    place = strip.rect_of(_row(timeline, "Visits"), 4)
    QTest.mouseClick(strip, LEFT, NONE, place.center().toPoint())
    page = window.pages.currentWidget()
    assert isinstance(page, TodayPage)
    assert page.day == COURSE_START + timedelta(days=22)
    window.show_page("timeline")
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert window.pages.key == "trends"


def test_what_is_coming_up_can_be_logged_or_reported(timeline: TimelinePage, window: MainWindow) -> None:
    assert [line.words for line in timeline.coming.coming] == [
        "Today: Mometasone",
        "Planned for Sun 22 Nov: Amlitelimab, 250 mg",
    ]
    assert timeline.visit.title.text() == "Next visit: Friday 11 December"
    log = timeline.coming.coming[0].action
    assert log is not None
    click(log)
    assert isinstance(window.pages.currentWidget(), TodayPage)
    window.show_page("timeline")
    click(timeline.visit.report)
    assert window.pages.key == "report"


def test_a_questionnaire_stands_with_the_scores_and_is_filled_in_when_due(
    timeline: TimelinePage, journal: Journal
) -> None:
    form = definition_of(evening(), COURSE_START)
    journal.save(form)
    whole = (("creamed", False), ("dry", "some"), ("red", "none"), ("sore", "all"))
    journal.save(Response(COURSE_START + timedelta(days=8), form.key, whole, 4))
    journal.save(Response(COURSE_START + timedelta(days=15), form.key, whole[:1]))
    timeline.refresh()
    QApplication.processEvents()
    assert _said(timeline, "Evening questions", 2) == "Evening questions, 4.0, from 0 to 9 (10 August 2026)"
    assert "not scored: " in _said(timeline, "Evening questions", 3)
    assert _said(timeline, "Evening questions", 4) == "Evening questions, nothing recorded"
    due = timeline.coming.coming[1]
    assert due.words == "Due since Mon 24 Aug: Evening questions, last filled in on Mon 17 Aug"
    assert due.action is not None
    click(due.action)
    dialog = timeline.scores.form
    assert isinstance(dialog, ResponseDialog)
    dialog.reject()
    timeline.context.writer.save(Response(TODAY, form.key, whole, 4))
    assert [line.words for line in timeline.coming.coming][2] == (
        "Sun 6 Dec: Evening questions, last filled in on Sun 29 Nov"
    )


def test_all_side_effects_and_flares_can_be_seen(timeline: TimelinePage, journal: Journal) -> None:
    click(timeline.banner.why)
    assert not timeline.past.all.isVisible()
    for day in range(20, 28):
        journal.save(SideEffect(f"Headache {day}", COURSE_START + timedelta(days=day)))
    timeline.refresh()
    QApplication.processEvents()
    card = timeline.past
    newest = [line.words for line in card.past]
    assert len(newest) == MOST_LISTED
    assert "Headache 27" in newest[0]
    card.all.setFocus()
    QTest.keyClick(card.all, Qt.Key.Key_Return)
    assert len(card.past) == 9  # with the sore arm of the beginning
    assert card.past[-1].words.startswith("Sore arm: "), "the name before the facts"
    assert card.past[-1].action is not None
    assert card.past[-1].action.accessibleName().startswith("Open: Sore arm: ")
    assert card.all.hasFocus()
    QTest.keyClick(card.all, Qt.Key.Key_Space)
    assert [line.words for line in card.past] == newest


def test_a_long_name_is_whole_in_its_hint_and_never_markup(timeline: TimelinePage, treated: Journal) -> None:
    name = "<b>Mometasone</b> furoate 0.1 % ointment for both hands and the left elbow"
    treated.save(Treatment(name, Kind.CREAM, (Plan(COURSE_START, Daily(1)),)))
    timeline.refresh()
    QApplication.processEvents()
    strip = timeline.weeks.strip
    place = strip.rect_of(_row(timeline, name), 0)
    point = QPoint(30, round(place.center().y()))
    hints = install()
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, point, strip.mapToGlobal(point)))
    assert hints.shown is not None
    assert hints.shown.text() == name
    assert hints.shown.textFormat() is Qt.TextFormat.PlainText
    hints.hide()


def test_own_questions_become_rows_and_stay_so(
    timeline: TimelinePage, treated: Journal, preferences: Preferences
) -> None:
    assert timeline.weeks.chips is None
    timeline.context.writer.save(Question("Mood", "How was my mood?"))
    days = (COURSE_START + timedelta(days=day) for day in range(7))
    for number, day in enumerate(days):
        treated.save(treated.entry(day).with_answer("Mood", number + 1))
    timeline.refresh()
    QApplication.processEvents()
    chips = timeline.weeks.chips
    assert chips is not None
    [key] = chips._chips
    assert not chips.isVisible()
    click(timeline.head.rows)
    click(chips.chip(key))
    assert "Mood" not in preferences.value.timeline
    assert _said(timeline, "How was my mood?", 1) == "How was my mood? 4.0, 7 of 7 days"  # 1 to 7
    click(chips.chip(key))
    assert preferences.value.timeline == ""


def test_another_course_can_be_picked(timeline: TimelinePage, treated: Journal) -> None:
    assert not timeline.head.choice.isVisible()
    timeline.context.writer.save(Course(COURSE_START - timedelta(days=200), "Dupilumab", weeks=12))
    head = timeline.head
    assert head.choice.isVisible()
    assert [head.choice.itemText(row) for row in range(head.choice.count())][1].endswith("Dupilumab")
    head.choice.setFocus()
    QTest.keyClick(head.choice, Qt.Key.Key_Down)
    QTest.keyClick(head.choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(head.choice.view(), Qt.Key.Key_Return)
    assert head.facts.text() == "Started 14 January 2026 · ended 7 April 2026 · Dupilumab"
    assert head.title.text() == "Your 12-week course"
    assert timeline.banner.answer.text().startswith("Whether itch changed cannot be told: ")
    timeline.context.writer.save(Visit(TODAY))
    assert head.title.text() == "Your 12-week course"  # it stays on the course that was picked


def test_the_answer_says_what_it_rests_on(timeline: TimelinePage) -> None:
    words = timeline.answer.why.text()
    assert words.startswith(timeline.banner.answer.text())
    assert "Compared with the first recorded days around the first dose." in words
    recorded = [entry for entry in timeline.context.journal.entries() if entry.itch is not None]
    assert words.endswith(f"From {len(recorded)} of 120 days.")
    assert timeline.answer.shares.text().startswith("Itch was 0 or 1 on 0 % of ")


def test_long_words_move_nothing_and_are_not_cut(timeline: TimelinePage, treated: Journal) -> None:
    for day in range(21, 27):
        treated.save(SideEffect(("Sore arm " * 10).strip(), COURSE_START + timedelta(days=day)))
    timeline.refresh()
    QApplication.processEvents()
    strip, words = timeline.weeks.strip, timeline.weeks.words
    stands_at, room = strip.y(), words.height()
    place = strip.rect_of(_row(timeline, "Side effects"), 4).center().toPoint()
    QTest.mouseMove(strip, place)
    QApplication.processEvents()
    assert words.label.text().count("Sore arm") == 60
    assert words.label.height() >= words.label.heightForWidth(words.width()) > room
    assert (strip.y(), words.height()) == (stands_at, room)
    covered = QPoint(strip.x() + 30, words.label.y() + 1)
    assert words.y() > covered.y(), "long words lie over the last rows"
    assert timeline.weeks.childAt(covered) is strip, "words that grow take the pointer from the strip"
    QTest.mouseMove(timeline.head.title)
    QApplication.processEvents()
    assert not words.label.isVisible()
    assert timeline.weeks.legend.isVisible()
    assert (strip.y(), words.height()) == (stands_at, room)


def test_the_least_days_of_the_settings_count(timeline: TimelinePage, preferences: Preferences) -> None:
    preferences.change(minimum_days=7)
    QApplication.processEvents()
    assert "under 7 of 7 days" in timeline.weeks.legend.text.text()
    assert "too few days" in _said(timeline, "Worst itch", 1)  # 6 of 7 days


@pytest.mark.parametrize("weeks", [1, 52, 520])
def test_courses_of_any_length_have_their_rows(treated: Journal, window: MainWindow, weeks: int) -> None:
    [course] = treated.courses()
    treated.save(Course(course.start, course.treatment, weeks, key=course.key))
    page = open_timeline(window)
    QApplication.processEvents()
    strip = page.weeks.strip
    assert strip.rect_of(_row(page, "Visits") if weeks > 3 else 0, weeks).bottom() <= strip.height()
    page.grab()


def test_an_empty_diary_with_a_course_is_clear(journal: Journal, window: MainWindow, now: Clock) -> None:
    journal.save(Course(TODAY))
    page = open_timeline(window)
    assert page.banner.answer.text() == (
        "Whether itch changed cannot be told yet: it takes 7 days after those that they are compared with."
    )
    assert page.banner.basis.text().startswith("From 0 of 1 days.")
    assert page.coming.none.isVisible()
    click(page.banner.why)
    assert page.past.no_past.isVisible()
    assert not page.answer.shares.isVisible()
    now.pass_days(365 * 20)
    come_back(page, Qt.Key.Key_3)
    assert "ended 15 May 2027" in page.head.facts.text()
