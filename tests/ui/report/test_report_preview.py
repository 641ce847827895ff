"""The pages beside the choices: what is chosen is what is shown, and the window never waits for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.visit import Visit
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.report.printing import PAPER_POINTS
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.report import page as report_page
from adtracker.ui.report.page_view import Zoom
from adtracker.ui.report.period_card import CUSTOM
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY, Clock
from tests.ui.looking_back import come_back
from tests.ui.reporter import Reporter

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def _sheets(reporter: Reporter) -> list[bytes]:
    """The pictures of the pages that are shown."""
    return [label.sheet.png for label in reporter.report.preview.view.sheets]


def test_it_begins_with_the_whole_course_and_says_which_days_that_is(reporter: Reporter) -> None:
    period = reporter.report.form.period
    assert reporter.is_at(period.chips.chip("course"))
    assert period.words.text() == "2 August to 29 November 2026 (120 days)"
    assert not period.chips.chip("24w").isVisible()
    first, second = reporter.wait()
    assert "Skin diary report, Key numbers, Course over 24 weeks" in first
    assert "My questions" in first
    assert second == "It shows: Week by week."


@pytest.mark.slow
def test_what_is_chosen_is_shown(reporter: Reporter) -> None:
    reporter.wait()
    form = reporter.report.form
    reporter.click(form.include.notes)
    assert "Notes" in reporter.wait()[1]
    reporter.click(form.include.weekly_table)
    assert reporter.wait()[1] == "It shows: Notes."
    reporter.click(form.include.summary)
    assert reporter.wait() == ["It shows: Skin diary report, My questions, Notes."]
    reporter.click(form.include.notes)
    assert reporter.wait() == ["It shows: Skin diary report, My questions."]


def test_every_other_part_has_a_tick_for_the_keyboard_too(reporter: Reporter, context: Context) -> None:
    context.writer.save(Visit(TODAY - timedelta(days=3), "Dr. Weber"))
    context.writer.save(replace(context.journal.entry(TODAY), context=("stress",)))
    include = reporter.report.form.include
    assert "Visits" in " ".join(reporter.wait())
    assert "Triggers ticked" in " ".join(reporter.pages)
    for box in (include.treatments, include.happened, include.details, include.photos):
        assert box.text()
        box.setFocus()
        QTest.keyClick(box, Key.Key_Space)
    shown = " ".join(reporter.wait())
    assert "Visits" not in shown
    assert "Triggers ticked" not in shown
    parts = include.parts
    assert (parts.treatments, parts.happened, parts.details, parts.photos) == (False, False, False, True)


def test_the_treatments_tried_are_shown_once_they_are_ticked(reporter: Reporter, context: Context) -> None:
    used = Treatment("Tacrolimus", Kind.CREAM, (Plan(TODAY - timedelta(days=900), Daily(2)),))
    context.writer.save(used.stopped_after(TODAY - timedelta(days=800), "It burned."))
    assert "Treatments tried" not in " ".join(reporter.wait())
    box = reporter.report.form.include.tried
    box.setFocus()
    QTest.keyClick(box, Key.Key_Space)
    assert reporter.wait()[-1] == "It shows: Treatments tried, When, What, how long, and why it ended."
    QTest.keyClick(box, Key.Key_Space)
    assert "Treatments tried" not in " ".join(reporter.wait())


def test_the_paper_can_be_chosen(reporter: Reporter) -> None:
    reporter.wait()
    for key, (width, height) in PAPER_POINTS.items():
        reporter.click(reporter.report.form.paper.chip(key))
        reporter.wait()
        pixels = reporter.report.preview.view.sheets[0].sheet.pixels
        assert pixels.height() / pixels.width() == pytest.approx(height / width, abs=0.005)


def test_a_custom_period_begins_with_the_days_that_were_shown_and_takes_no_future_day(reporter: Reporter) -> None:
    reporter.wait()
    period = reporter.report.form.period
    assert not period.first.isVisible()
    reporter.choose_period("4w")
    reporter.choose_period(CUSTOM)
    assert (period.first.day, period.last.day) == (TODAY - timedelta(days=27), TODAY)
    reporter.pick(period.last, TODAY + timedelta(days=1))
    assert period.last.day == TODAY
    reporter.pick(period.first, date(2026, 9, 1))
    reporter.pick(period.last, date(2026, 9, 10))
    assert period.words.text() == "1 to 10 September 2026 (10 days)"
    assert "Over time, 1 to 10 September 2026" in reporter.wait()[0]


def test_days_the_wrong_way_round_are_said_and_the_pages_stay(reporter: Reporter) -> None:
    shown = reporter.wait()
    reporter.choose_period(CUSTOM)
    period = reporter.report.form.period
    reporter.pick(period.last, date(2026, 8, 1))
    assert period.words.text() == "The first day lies after the last day."
    assert not reporter.report.save.isEnabled()
    assert reporter.wait() == shown
    reporter.pick(period.first, date(2026, 7, 30))
    assert reporter.report.save.isEnabled()


def test_while_a_day_is_put_in_the_pages_wait_for_a_pause(reporter: Reporter, qtbot: QtBot) -> None:
    reporter.choose_period(CUSTOM)
    reporter.wait()
    page, first, shown = reporter.report, reporter.report.form.period.first, _sheets(reporter)
    reporter.pick(first, date(2026, 11, 1))
    qtbot.wait(100)
    left = page._pause.remainingTime()
    reporter.pick(first, date(2026, 11, 2))
    assert page._pause.remainingTime() > left, "the pause begins anew"
    assert _sheets(reporter) == shown
    qtbot.waitUntil(lambda: page.is_settled)
    assert _sheets(reporter) != shown


@pytest.mark.parametrize("way", ["tick", "period", "paper"])
def test_a_press_waits_for_no_pause(
    reporter: Reporter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    reporter.wait()
    monkeypatch.setattr(report_page, "PAUSE_MILLISECONDS", 10**9)
    page, form = reporter.report, reporter.report.form
    before = _sheets(reporter)
    reporter.click(
        {"tick": form.include.notes, "period": form.period.chips.chip("4w"), "paper": form.paper.chip("us-letter")}[way]
    )
    qtbot.waitUntil(lambda: page.is_settled)
    assert _sheets(reporter) != before


def test_how_days_are_counted_is_on_the_pages_after_the_settings_were_changed(
    reporter: Reporter, context: Context
) -> None:
    before = reporter.wait()
    shown = _sheets(reporter)
    reporter.window.show_page("settings")
    context.preferences.change(minimum_days=7)
    reporter.window.show_page("report")
    assert reporter.wait() == before, "the same headings"
    assert _sheets(reporter) != shown


def test_what_changes_in_the_diary_changes_the_pages(reporter: Reporter, context: Context) -> None:
    reporter.wait()
    context.writer.remove(context.journal.courses()[0])
    period = reporter.report.form.period
    assert not period.chips.chip("course").isVisible()
    assert period.key == "24w"
    assert "Over time" in reporter.wait()[0]
    context.writer.undo()
    assert period.key == "course"
    assert "Course over 24 weeks" in reporter.wait()[0]


def test_a_new_day_is_on_the_report_of_a_window_that_stayed_open(reporter: Reporter, now: Clock) -> None:
    reporter.wait()
    now.pass_days(1)
    come_back(reporter.report, Key.Key_6)
    assert reporter.report.form.period.words.text() == "2 August to 30 November 2026 (121 days)"
    reporter.choose_period(CUSTOM)
    for day in (TODAY + timedelta(days=2), TODAY + timedelta(days=1)):
        reporter.pick(reporter.report.form.period.last, day)
        assert reporter.report.form.period.last.day == TODAY + timedelta(days=1)


def test_pages_are_drawn_pixel_by_pixel_at_every_size(reporter: Reporter) -> None:
    reporter.wait()
    preview = reporter.report.preview
    (sheet, *_) = preview.view.sheets
    assert sheet.sheet.pixels == sheet.size()
    assert sheet.width() < preview.view.viewport().width()
    reporter.click(preview.zooms.chip(Zoom.FULL.value))
    assert sheet.width() == round(PAPER_POINTS["a4"][0] / 72 * preview.view.logicalDpiX())
    assert sheet.sheet.pixels != sheet.size(), "stretched until the right one comes"
    reporter.wait()
    assert sheet.sheet.pixels == sheet.size()
    shown = sheet.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert shown == QImage.fromData(sheet.sheet.png).convertToFormat(QImage.Format.Format_RGB32)


def test_the_keys_zoom_and_go_to_the_ends(reporter: Reporter) -> None:
    reporter.wait()
    preview = reporter.report.preview
    view = preview.view
    view.setFocus()
    for keys, zoom in (("-", Zoom.PAGE), ("++", Zoom.FULL), ("0", Zoom.PAGE)):
        reporter.type(keys)
        assert view.zoom is zoom
        assert preview.zooms.key == zoom.value
    assert preview.place.text() == "Page 1 of 2"
    reporter.press(Key.Key_End)
    assert preview.place.text() == "Page 2 of 2"
    assert view.accessibleDescription() == "Page 2 of 2. It shows: Week by week."
    reporter.press(Key.Key_Home)
    assert preview.place.text() == "Page 1 of 2"


def test_pages_out_of_sight_take_up_no_memory(reporter: Reporter) -> None:
    reporter.wait()
    view = reporter.report.preview.view
    view.setFocus()
    view.grab()
    assert [sheet._image is not None for sheet in view.sheets] == [True, False]
    reporter.press(Key.Key_End)
    view.grab()
    assert [sheet._image is not None for sheet in view.sheets] == [False, True]
    reporter.window.show_page("learn")
    assert not any(sheet._image is not None for sheet in view.sheets)


def test_paper_stays_white_in_the_dark(reporter: Reporter, context: Context) -> None:
    reporter.wait()
    view = reporter.report.preview.view
    ground = view.grab().toImage().pixelColor(4, view.height() // 2)
    context.preferences.change(theme="dark")
    reporter.wait()
    shown = view.grab().toImage()
    assert shown.pixelColor(4, view.height() // 2) != ground
    assert view.sheets[0].grab().toImage().pixelColor(5, 5).name() == "#ffffff"


@pytest.mark.slow
def test_large_text_fits_into_the_window(reporter: Reporter, qtbot: QtBot, context: Context) -> None:
    page = reporter.report
    for percent in (150, 200):
        context.preferences.change(text_percent=percent)
        qtbot.wait(50)
        assert reporter.window.width() == 1280
        for part in (page.form, page.form.period.chips.chip("course"), page.form.include.summary, page.preview.place):
            assert part.width() >= part.minimumSizeHint().width()
        assert page.preview.view.width() > 300


def test_days_that_cannot_be_read_are_said_and_read_once_they_can(
    reporter: Reporter, journal: Journal, qtbot: QtBot
) -> None:
    shown = reporter.wait()
    page, away = reporter.report, journal.path.with_suffix(".away")
    journal.path.rename(away)
    reporter.choose_period("4w")
    qtbot.waitUntil(lambda: "was moved" in page.outcome.text())
    assert reporter.wait() == shown
    away.rename(journal.path)
    reporter.choose_period("12w")
    reporter.choose_period("4w")
    assert reporter.wait() != shown


@pytest.mark.slow
def test_what_cannot_be_printed_is_named(reporter: Reporter) -> None:
    reporter.wait()
    missing = reporter.report.preview.missing
    assert not missing.isVisible()
    field = reporter.report.form.questions.field
    field.setPlainText("😀 ok? \U0001f9f4")
    reporter.wait()
    assert missing.text().endswith("in words: grinning face, lotion bottle.")
    field.setPlainText("".join(map(chr, range(0x1F600, 0x1F620))))
    reporter.wait()
    assert missing.text().endswith("and 20 more.")


class TestAnEmptyDiary:
    @pytest.fixture
    def reporter(self, qtbot: QtBot, window: MainWindow) -> Reporter:
        return Reporter(qtbot, window)

    def test_it_says_what_to_do_first(self, reporter: Reporter) -> None:
        page = reporter.report
        assert page.preview.empty.isVisible()
        assert "Your report begins with your first day" in reporter.reads(page.preview)
        assert not page.save.isEnabled()
        assert page.form.period.key == "24w"
        assert page.is_settled
        reporter.click(page.preview.empty.action)
        assert reporter.window.pages.key == "today"

    def test_a_question_is_enough_for_a_page(self, reporter: Reporter, context: Context) -> None:
        reporter.write("May I swim?")
        assert "My questions" in reporter.wait()[0]
        assert reporter.report.save.isEnabled()
        context.writer.save(Profile())
        assert reporter.report.preview.empty.isVisible()

    def test_days_outside_the_period_are_no_empty_diary(self, reporter: Reporter, context: Context) -> None:
        context.writer.save(DayEntry(date(2020, 1, 1), itch=3))
        assert reporter.wait() == ["It shows: Skin diary report."]


def test_enter_saves_and_escape_goes_back(reporter: Reporter) -> None:
    reporter.wait()
    reporter.report.preview.view.setFocus()
    reporter.press(Key.Key_Return)
    QTest.keyClick(reporter.dialog(), Key.Key_Escape)
    reporter.press(Key.Key_Escape)
    assert reporter.window.pages.key == "today"
