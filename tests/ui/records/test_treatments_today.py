"""Treatments on Today: one click for what was taken, everything else if the person likes, all of it correctable."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Kind
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY
from tests.ui.treatments import INJECTION, MOISTURISER, RELIEF, START, STEROID, Patient, recorded, stored

YESTERDAY = TODAY - ONE_DAY


@pytest.fixture
def treated(journal: Journal) -> Journal:
    """A diary with an injection, a moisturiser, a steroid cream and one for bad days, before the window opens."""
    injection = stored(journal, INJECTION)
    for treatment in (MOISTURISER, STEROID, RELIEF):
        stored(journal, treatment)
    for weeks, site in ((0, "abdomen_left"), (4, "thigh_right"), (8, "abdomen_right"), (12, "thigh_left")):
        recorded(journal, injection, START + 7 * weeks * ONE_DAY, 1, site)
    return journal


@pytest.fixture
def patient(treated: Journal, qtbot: QtBot, window: MainWindow) -> Patient:
    return Patient(qtbot, window)


def _doses(journal: Journal, patient: Patient, name: str) -> DayDoses | None:
    key, day = patient.row(name).due.treatment.key, patient.page.day
    return next((doses for doses in journal.doses(Period(day, day)) if doses.treatment == key), None)


def test_without_treatments_there_is_only_the_way_to_the_first(qtbot: QtBot, window: MainWindow) -> None:
    patient = Patient(qtbot, window)
    assert not patient.page.parts.treatments.is_built
    patient.unfold("treatments")
    card = patient.page.parts.treatments.card
    assert [made.text() for made in card.findChildren(QAbstractButton) if made.isVisible()] == ["Add treatment"]
    assert card.height() < 80


def test_a_day_still_takes_two_keys(patient: Patient, journal: Journal) -> None:
    patient.type("76")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (7, 6)


def test_the_rows_say_where_the_day_stands(patient: Patient) -> None:
    assert [(name, patient.row(name).words) for name in patient.names] == [
        ("Amlitelimab", "250 mg · due today"),
        ("Blue cream", "two pumps · 0 of 2 today"),
        ("Tacrolimus", "when needed"),
        ("Mometasone", "a fingertip · due today"),
    ]


def test_doses_beyond_the_plan_are_said_to_be_extra(patient: Patient, treated: Journal) -> None:
    for treatment in treated.treatments():
        if treatment.name in ("Mometasone", "Blue cream"):
            recorded(treated, treatment, TODAY, 4)
    patient.page.mark_stale()
    assert patient.row("Mometasone").words == "a fingertip · 1 of 1 today · 3 extra"
    assert patient.row("Blue cream").words == "two pumps · 2 of 2 today · 2 extra"


def test_what_was_used_after_its_stop_is_said_without_a_plan(patient: Patient, treated: Journal) -> None:
    cream = next(one for one in treated.treatments() if one.name == "Mometasone")
    treated.save(cream.stopped_after(YESTERDAY))
    recorded(treated, cream, TODAY, 2)
    patient.page.mark_stale()
    assert patient.row("Mometasone").words == "used 2 times"


def test_one_click_is_enough_for_taken_and_one_takes_it_back(patient: Patient, journal: Journal) -> None:
    row = patient.row("Mometasone")
    patient.click(row.taken)
    doses = _doses(journal, patient, "Mometasone")
    assert doses is not None
    assert (doses.taken, doses.skipped, doses.recorded_on) == (1, 0, TODAY)
    assert (patient.clicks, row.words) == (1, "a fingertip · taken")
    assert row.taken.isChecked()
    assert "✓ “Mometasone” taken saved for Sun 29 Nov, 20:15" in patient.page.saved.text
    patient.click(row.taken)
    assert _doses(journal, patient, "Mometasone") is None
    assert not row.taken.isChecked()


def test_a_skipped_dose_may_have_a_reason(patient: Patient, journal: Journal) -> None:
    row = patient.row("Mometasone")
    patient.click(row.skipped)
    assert patient.clicks == 1
    assert row.panel is not None
    patient.write(row.panel.reason, "skin felt <b>thin</b>")
    patient.leave(row.panel.reason)
    doses = _doses(journal, patient, "Mometasone")
    assert doses is not None
    assert (doses.taken, doses.skipped, doses.reason) == (0, 1, "skin felt <b>thin</b>")
    assert row.words == "a fingertip · skipped · skin felt <b>thin</b>"
    assert "<b>" in patient.reads(row), "what a person types is never markup"


def test_several_a_day_are_counted(patient: Patient, journal: Journal) -> None:
    row = patient.row("Blue cream")
    patient.click(row.taken)
    assert row.words == "two pumps · 1 of 2 today"
    assert not row.taken.isChecked(), "one of two is not all"
    patient.click(row.taken)
    assert row.words == "two pumps · 2 of 2 today"
    assert row.taken.isChecked()
    patient.click(row.fewer)
    patient.click(row.skipped)
    doses = _doses(journal, patient, "Blue cream")
    assert doses is not None
    assert (doses.taken, doses.skipped) == (1, 1)
    assert row.words == "two pumps · 1 of 2 today · 1 skipped"


def test_when_needed_is_one_click_each_time(patient: Patient, journal: Journal) -> None:
    row = patient.row("Tacrolimus")
    assert not row.skipped.isVisible()
    assert row.taken.text() == "Used"
    patient.click(row.taken)
    patient.click(row.taken)
    doses = _doses(journal, patient, "Tacrolimus")
    assert doses is not None
    assert (doses.taken, row.words) == (2, "used 2 times")


def test_an_injection_asks_for_its_place_and_says_the_last_ones(patient: Patient, journal: Journal) -> None:
    row = patient.row("Amlitelimab")
    patient.click(row.taken)
    assert row.panel is not None
    assert "Last: Thigh, left (Sun 1 Nov), Abdomen, right (Sun 4 Oct), Thigh, right (Sun 6 Sept)" in patient.reads(row)
    patient.click(row.panel.sites.chip("upper_arm_left"))
    patient.click(row.panel.sites.chip("abdomen_left"))
    doses = _doses(journal, patient, "Amlitelimab")
    assert doses is not None
    assert doses.sites == ("abdomen_left", "upper_arm_left")
    assert row.words == "250 mg · taken · Abdomen, left; Upper arm, left"
    patient.click(row.panel.sites.chip("abdomen_left"))
    assert row.words == "250 mg · taken · Upper arm, left"


def test_the_place_may_be_left_open(patient: Patient, journal: Journal) -> None:
    patient.click(patient.row("Amlitelimab").taken)
    doses = _doses(journal, patient, "Amlitelimab")
    assert doses is not None
    assert (doses.taken, doses.sites) == (1, ())


def test_another_amount_is_written_down(patient: Patient, journal: Journal) -> None:
    row = patient.row("Amlitelimab")
    patient.click(row.taken)
    assert row.panel is not None
    patient.write(row.panel.amount, "125 mg")
    patient.leave(row.panel.amount)
    assert row.words == "125 mg · taken"
    doses = _doses(journal, patient, "Amlitelimab")
    assert doses is not None
    assert doses.amount == "125 mg"


def test_a_place_of_a_newer_version_is_kept(patient: Patient, journal: Journal) -> None:
    row = patient.row("Amlitelimab")
    recorded(journal, row.due.treatment, TODAY, 1, "shoulder_left")
    patient.page.mark_stale()
    patient.click(row.more)
    assert row.panel is not None
    patient.click(row.panel.sites.chip("thigh_left"))
    doses = _doses(journal, patient, "Amlitelimab")
    assert doses is not None
    assert doses.sites == ("shoulder_left", "thigh_left")


def test_a_past_day_is_put_right_and_marked(patient: Patient, journal: Journal) -> None:
    patient.open_day(YESTERDAY)
    row = patient.row("Blue cream")
    assert row.words == "two pumps · 0 of 2"
    patient.click(row.taken)
    (doses,) = journal.doses(Period(YESTERDAY, YESTERDAY))
    assert (doses.taken, doses.recorded_on) == (1, TODAY)
    assert row.words == "two pumps · 1 of 2 · filled in later"
    patient.open_day(TODAY)
    assert patient.row("Blue cream").words == "two pumps · 0 of 2 today"


def test_a_dose_on_another_day_than_planned_answers_it(patient: Patient) -> None:
    patient.open_day(YESTERDAY)
    assert patient.row("Amlitelimab").words == "250 mg · next Sun 29 Nov"
    patient.click(patient.row("Amlitelimab").taken)
    patient.open_day(TODAY)
    assert patient.row("Amlitelimab").words == "250 mg · recorded on Sat 28 Nov"
    assert not patient.row("Amlitelimab").skipped.isVisible()


def test_a_missed_dose_stays_until_it_is_answered(patient: Patient) -> None:
    missed = START + 84 * ONE_DAY  # 1 November
    patient.page.open_day(missed)
    patient.click(patient.row("Amlitelimab").taken)  # it was not, after all
    patient.page.open_day(missed + 14 * ONE_DAY)
    assert patient.row("Amlitelimab").words == "250 mg · was due Sun 1 Nov"
    patient.click(patient.row("Amlitelimab").skipped)
    assert patient.row("Amlitelimab").words == "250 mg · skipped · filled in later"
    patient.page.open_day(missed + 15 * ONE_DAY)
    assert patient.row("Amlitelimab").words == "250 mg · next Sun 29 Nov"


def test_undo_and_redo_reach_treatments(patient: Patient, journal: Journal) -> None:
    patient.click(patient.row("Mometasone").taken)
    patient.click(patient.row("Blue cream").taken)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    patient.press(Qt.Key.Key_Z, control)
    assert _doses(journal, patient, "Blue cream") is None
    assert patient.row("Blue cream").words == "two pumps · 0 of 2 today"
    patient.press(Qt.Key.Key_Z, control)
    assert _doses(journal, patient, "Mometasone") is None
    assert not patient.row("Mometasone").taken.isChecked()
    patient.press(Qt.Key.Key_Z, control | shift, times=2)
    assert _doses(journal, patient, "Mometasone") is not None
    assert patient.row("Blue cream").words == "two pumps · 1 of 2 today"


def test_undo_of_another_day_opens_that_day(patient: Patient) -> None:
    patient.open_day(YESTERDAY)
    patient.click(patient.row("Mometasone").taken)
    patient.open_day(TODAY)
    patient.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert patient.page.day == YESTERDAY
    assert "“Mometasone” taken is taken back on 28 Nov." in patient.page.saved.text


def test_everything_is_done_by_keyboard(patient: Patient, journal: Journal) -> None:
    row = patient.row("Mometasone")
    row.taken.setFocus()
    patient.press(Qt.Key.Key_Space)
    assert row.taken.isChecked()
    assert patient.is_at(row.taken), "the keyboard stays where it was"
    patient.press(Qt.Key.Key_Tab)
    patient.press(Qt.Key.Key_Return)
    doses = _doses(journal, patient, "Mometasone")
    assert doses is not None
    assert (doses.taken, doses.skipped) == (0, 1)
    assert row.panel is not None
    patient.press(Qt.Key.Key_Tab, times=2)
    assert patient.is_at(row.panel.reason)
    patient.type("away")
    patient.press(Qt.Key.Key_Tab)
    assert row.words == "a fingertip · skipped · away"


def test_what_is_being_typed_is_stored_when_the_page_is_left(
    patient: Patient, journal: Journal, window: MainWindow
) -> None:
    row = patient.row("Mometasone")
    patient.click(row.skipped)
    assert row.panel is not None
    patient.write(row.panel.reason, "away")
    window.show_page("trends")
    (doses,) = journal.doses(Period(TODAY, TODAY))
    assert doses.reason == "away"


def test_a_reason_that_could_not_be_stored_stays_and_is_tried_again_on_leaving(
    patient: Patient, window: MainWindow, journal: Journal, diary_path: Path
) -> None:
    row = patient.row("Mometasone")
    patient.click(row.skipped)
    assert row.panel is not None
    moved = diary_path.rename(diary_path.with_name("moved.diary"))
    patient.write(row.panel.reason, "away")
    patient.leave(row.panel.reason)
    assert "Not saved" in patient.page.saved.text
    moved.rename(diary_path)
    patient.click(patient.page.itch.number(4))
    assert row.panel.reason.text() == "away"
    window.show_page("trends")
    (doses,) = journal.doses(Period(TODAY, TODAY))
    assert doses.reason == "away"


def test_what_could_not_be_stored_is_not_shown_as_if_it_were(
    patient: Patient, journal: Journal, diary_path: Path
) -> None:
    row = patient.row("Mometasone")
    diary_path.rename(diary_path.with_name("moved.diary"))
    patient.click(row.taken)
    assert not row.taken.isChecked()
    assert row.words == "a fingertip · due today"
    assert "Not saved" in patient.page.saved.text
    diary_path.with_name("moved.diary").rename(diary_path)
    patient.click(row.taken)
    assert _doses(journal, patient, "Mometasone") is not None


@pytest.mark.parametrize("name", ["Mometasone " * 18, "M" * 200])
def test_a_long_name_keeps_to_the_card(qtbot: QtBot, window: MainWindow, context: Context, name: str) -> None:
    patient = Patient(qtbot, window)
    before = patient.page.itch.width()
    context.writer.save(replace(STEROID, name=name))
    QApplication.processEvents()
    card, more = patient.page.parts.treatments.card, patient.page.parts.treatments.card.rows[0].more
    assert before - 20 <= card.width() <= before, "less by the scroll bar at most"
    assert more.mapTo(card, more.rect().bottomRight()).x() < card.width()


def _small(patient: Patient) -> list[str]:
    kinds = (QAbstractButton, QLineEdit)
    found = [widget for kind in kinds for widget in patient.page.findChildren(kind)]
    return [f"{widget} {widget.size()}" for widget in found if widget.isVisible() and _is_small(widget)]


def _is_small(widget: QWidget) -> bool:
    return min(widget.width(), widget.height()) < 44


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_too_small_to_hit_and_all_has_a_name(patient: Patient, context: Context, percent: int) -> None:
    context.preferences.change(text_percent=percent)
    patient.click(patient.row("Amlitelimab").taken)
    patient.click(patient.row("Mometasone").skipped)
    patient.click(patient.row("Blue cream").taken)
    assert _small(patient) == []
    for name in patient.names:
        row = patient.row(name)
        for made in (row.taken, row.skipped, row.fewer, row.more):
            assert made.accessibleName().startswith(name)
            assert row.words in made.accessibleDescription()  # beside what was told of it
    area = patient.page._view
    assert area.horizontalScrollBar().maximum() == 0


def test_the_body_map_stays_in_view_beside_many_treatments(patient: Patient) -> None:
    for name in patient.names:
        patient.click(patient.row(name).taken)
        patient.click(patient.row(name).more)
    QApplication.processEvents()
    view, clear = patient.page._view, patient.page.extent.clear
    assert view.verticalScrollBar().maximum() > 0
    assert clear.mapTo(view, clear.rect().bottomRight()).y() < view.height()


def test_the_kind_decides_what_is_asked(patient: Patient) -> None:
    row = patient.row("Mometasone")
    patient.click(row.more)
    assert row.panel is not None
    visible = (row.panel.sites.isVisible(), row.panel.reason.isVisible(), row.panel.amount.isVisible())
    assert visible == (False, False, False)
    assert row.due.treatment.kind is Kind.CREAM


def test_more_that_opens_below_the_window_is_brought_into_view(patient: Patient, journal: Journal) -> None:
    for number in range(6):
        stored(journal, replace(MOISTURISER, name=f"Cream {number}"))
    patient.page.mark_stale()
    row = patient.row("Cream 5")
    patient.click(row.more)
    QApplication.processEvents()
    assert row.panel is not None
    assert not row.panel.visibleRegion().isEmpty()
    assert row.panel.visibleRegion().boundingRect().height() == row.panel.height()
