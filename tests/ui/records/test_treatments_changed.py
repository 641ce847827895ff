"""Treatments are added, changed, stopped, put right and deleted; nothing that was recorded is ever lost by it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Daily, Every, Stopped, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Plan
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.kit.fields.pickers import Choice, DayField, EditableChoice
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.treatments.plan_form import PlanForm
from adtracker.ui.records.treatments.stop_form import StopForm
from tests.ui.conftest import TODAY
from tests.ui.recorder import in_front
from tests.ui.treatments import INJECTION, MOISTURISER, STEROID, Patient, add_form, only_one, recorded, stored

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _plan(patient: Patient) -> PlanForm:
    form = patient.part(PlanForm)
    assert isinstance(form, PlanForm)
    return form


def _units(form: PlanForm) -> list[str]:
    return [form.unit.itemText(place) for place in range(form.unit.count())]


def _stop(patient: Patient) -> StopForm:
    form = patient.part(StopForm)
    assert isinstance(form, StopForm)
    return form


def test_what_is_known_of_a_stop_is_asked_and_put_right(patient: Patient, journal: Journal) -> None:
    stored(journal, STEROID)
    patient.page.mark_stale()
    details = patient.look_at("Mometasone")
    patient.click(details.stop)
    patient.click(_stop(patient).known.chip("month"))
    patient.click(patient.form.save)
    assert only_one(journal).plans[-1] == Plan(date(2026, 12, 1), Stopped(), known=Known.MONTH)
    QApplication.processEvents()
    patient.click(details.history.entries[0].correct)
    form = _stop(patient)
    assert (form.known.known, form.last_day.day) == (Known.MONTH, date(2026, 11, 30))
    patient.click(form.known.chip("day"))
    patient.pick(form.last_day, TODAY)
    patient.click(patient.form.save)
    assert only_one(journal).plans[-1] == Plan(TODAY + ONE_DAY, Stopped())


def test_a_change_of_dose_has_its_day_and_reason_and_keeps_what_was(patient: Patient, journal: Journal) -> None:
    injection = stored(journal, INJECTION)
    patient.page.mark_stale()
    details = patient.look_at("Amlitelimab")
    patient.click(details.change)
    form = _plan(patient)
    assert form.plan == Plan(TODAY, Every(4, Unit.WEEKS, TODAY), "250 mg"), "as before, from its next dose"
    patient.pick(form.first, TODAY - 7 * ONE_DAY)
    patient.give(form.count, 1)
    assert _units(form) == ["day", "week"]
    patient.give(form.count, 2)
    assert _units(form) == ["days", "weeks"]
    patient.pick(form.start, TODAY - ONE_DAY)
    patient.write(form.dose, "300 mg")
    patient.write(form.reason, "itch came back in week four")
    patient.click(patient.form.save)
    new = Plan(
        TODAY - 7 * ONE_DAY,
        Every(2, Unit.WEEKS, TODAY - ONE_DAY),
        "300 mg",
        reason="itch came back in week four",
    )
    assert only_one(journal).plans == (*injection.plans, new)
    assert "300 mg, every 2 weeks" in patient.reads(details)
    assert "Reason: itch came back in week four" in patient.reads(details.history)
    assert "500 mg" in patient.reads(details.history)
    patient.click(details.done_button)
    assert patient.row("Amlitelimab").words == "300 mg · was due Sat 28 Nov"


def test_a_treatment_is_stopped_and_started_again_and_both_stay_in_its_history(
    patient: Patient, journal: Journal
) -> None:
    cream = stored(journal, STEROID)
    recorded(journal, cream, TODAY - 3 * ONE_DAY)
    patient.page.mark_stale()
    details = patient.look_at("Mometasone")
    patient.click(details.stop)
    stop = _stop(patient)
    patient.pick(stop.last_day, TODAY - 2 * ONE_DAY)
    patient.write(stop.reason, "skin is clear")
    patient.click(patient.form.save)
    assert only_one(journal).last_day == TODAY - 2 * ONE_DAY
    assert not details.stop.isVisible()
    assert details.focusWidget() is details.change  # and not on the button beside it, which deletes
    assert "20 November 2026 to 27 November 2026" in details.now.text()
    assert len(journal.doses()) == 1
    patient.click(details.change)
    assert patient.form.windowTitle() == "Start again"
    patient.click(_plan(patient).mode.chip("when_needed"))
    patient.click(patient.form.save)
    assert [type(plan.schedule) for plan in only_one(journal).plans] == [Daily, Stopped, WhenNeeded]
    assert "not used\nReason: skin is clear" in patient.reads(details.history)


def test_a_stopped_treatment_leaves_today_and_is_found_among_all(patient: Patient, journal: Journal) -> None:
    stored(journal, STEROID.stopped_after(TODAY - ONE_DAY))
    stored(journal, MOISTURISER)
    patient.page.mark_stale()
    assert patient.names == ["Blue cream"]
    patient.click(patient.page.parts.treatments.card.all)
    shown = patient.dialogs.list
    assert shown is not None
    QApplication.processEvents()
    assert [entry.open.accessibleName() for entry in shown.entries] == ["Open Blue cream", "Open Mometasone"]
    assert "Cream or ointment, Potent steroid · 20 November 2026 to 28 November 2026" in patient.reads(shown)
    assert shown.focusWidget() is shown.entries[0].open
    patient.click(shown.entries[1].open)
    patient.click(patient.details.change)
    patient.click(patient.form.save)
    patient.click(patient.details.done_button)
    QApplication.processEvents()
    assert shown.focusWidget() is shown.entries[1].open
    patient.click(shown.close_button)
    assert patient.names == ["Blue cream", "Mometasone"]


def test_a_plan_is_put_right(patient: Patient, journal: Journal) -> None:
    stored(journal, MOISTURISER)
    patient.page.mark_stale()
    details = patient.look_at("Blue cream")
    QApplication.processEvents()
    patient.click(details.history.entries[0].correct)
    form = _plan(patient)
    assert not form.reason.isVisible(), "a first plan changes nothing"
    patient.pick(form.first, date(2026, 7, 1))
    patient.give(form.times, 3)
    patient.click(patient.form.save)
    assert only_one(journal).plans == (Plan(date(2026, 7, 1), Daily(3), "two pumps"),)


def test_a_stop_is_put_right_and_taken_out(patient: Patient, journal: Journal) -> None:
    stored(journal, STEROID.stopped_after(TODAY, "clear"))
    patient.page.mark_stale()
    details = patient.look_at("Mometasone")
    QApplication.processEvents()
    patient.click(details.history.entries[0].correct)
    stop = _stop(patient)
    assert (stop.last_day.day, stop.reason_text) == (TODAY, "clear")
    patient.pick(stop.last_day, TODAY + ONE_DAY)
    patient.click(patient.form.save)
    assert only_one(journal).plans[-1] == Plan(TODAY + 2 * ONE_DAY, Stopped(), reason="clear")
    QApplication.processEvents()
    patient.click(details.history.entries[0].remove)
    assert only_one(journal).plans == STEROID.plans


def test_the_first_plan_cannot_be_taken_out(patient: Patient, journal: Journal) -> None:
    stored(journal, STEROID)
    patient.page.mark_stale()
    details = patient.look_at("Mometasone")
    QApplication.processEvents()
    assert not details.history.entries[0].remove.isVisible()


def test_a_history_that_cannot_be_is_refused(patient: Patient, journal: Journal) -> None:
    history = STEROID.stopped_after(TODAY - 5 * ONE_DAY).with_plan(Plan(TODAY - 3 * ONE_DAY, Daily(1)))
    stored(journal, history.stopped_after(TODAY))
    patient.page.mark_stale()
    details = patient.look_at("Mometasone")
    QApplication.processEvents()
    patient.click(details.history.entries[1].remove)
    assert "The treatment is stopped already" in patient.reads(details)
    assert len(only_one(journal).plans) == 4


def test_what_was_planned_and_taken_is_counted(patient: Patient, journal: Journal) -> None:
    cream = stored(journal, MOISTURISER)
    for back in range(14):
        recorded(journal, cream, TODAY - back * ONE_DAY, 3 if back == 5 else 2)  # once more often than planned
    patient.page.mark_stale()
    details = patient.look_at("Blue cream")
    # 28 days twice are 56; since 9 August 113 days (23 + 30 + 31 + 29) twice are 226. 28 of 226 is 12.4 per cent.
    assert details.counts.text().splitlines() == [
        "Last 28 days: 28 of 56 planned doses taken (50 %), 28 not recorded, 1 extra.",
        "Since it began: 28 of 226 planned doses taken (12 %), 198 not recorded, 1 extra.",
    ]


def test_a_treatment_is_deleted_with_its_doses_and_ctrl_z_brings_all_of_it_back(
    patient: Patient, journal: Journal
) -> None:
    cream = stored(journal, MOISTURISER)
    for back in range(5):
        recorded(journal, cream, TODAY - back * ONE_DAY)
    before = journal.treatments(), journal.doses()
    patient.page.mark_stale()
    details = patient.look_at("Blue cream")
    patient.click(details.remove)
    assert patient.dialogs.details is None
    assert (journal.treatments(), journal.doses(), patient.names) == ((), (), [])
    patient.come_back()
    patient.press(Qt.Key.Key_Z, CONTROL)
    assert (journal.treatments(), journal.doses()) == before
    assert patient.names == ["Blue cream"]
    patient.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert journal.treatments() == ()


def test_one_deleted_from_the_list_comes_back_there(patient: Patient, journal: Journal) -> None:
    for treatment in (MOISTURISER, STEROID):
        stored(journal, treatment)
    patient.page.mark_stale()
    patient.dialogs.show_all()
    shown = in_front(patient.dialogs.list)
    assert not shown.removed.isVisible(), "nothing was ever deleted"
    patient.click(shown.entries[0].open)
    patient.click(patient.details.remove)
    assert [entry.treatment.name for entry in shown.entries] == ["Mometasone"]
    assert shown.sentence == "Deleted with its doses: treatment Blue cream. Ctrl+Z brings it back."
    QTest.keyClick(in_front(shown).windowHandle(), Qt.Key.Key_Z, CONTROL)
    assert [entry.treatment.name for entry in shown.entries] == ["Blue cream", "Mometasone"]
    assert shown.sentence == "Undone: treatment Blue cream."
    QTest.keyClick(shown.windowHandle(), Qt.Key.Key_Z, CONTROL | SHIFT)
    patient.click(shown.removed)
    patient.click(in_front(patient.dialogs.deleted.dialog).rows[0].back)
    assert len(journal.treatments()) == len(shown.entries) == 2


def test_a_name_that_is_taken_away_is_refused(patient: Patient, journal: Journal) -> None:
    stored(journal, MOISTURISER)
    patient.page.mark_stale()
    details = patient.look_at("Blue cream")
    patient.write(details.about.name, " ")
    patient.leave(details.about.name)
    assert "Please give the treatment a name." in patient.reads(details)
    assert only_one(journal).name == "Blue cream"


def test_markup_in_a_name_stays_what_it_is(patient: Patient, journal: Journal) -> None:
    form = add_form(patient)
    patient.write(form.about.name, "<b>Cream</b>")
    patient.click(patient.form.save)
    row = patient.row("<b>Cream</b>")
    assert "<b>Cream</b>" in patient.reads(row)
    formats = {found.textFormat() for found in row.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_a_disk_that_fails_is_said_in_the_form(patient: Patient, journal: Journal) -> None:
    form = add_form(patient)
    patient.write(form.about.name, "Cream")
    moved = journal.path.with_name("moved.diary")
    journal.path.rename(moved)
    patient.click(patient.form.save)
    assert "was moved" in patient.form.problem
    moved.rename(journal.path)
    patient.click(patient.form.save)
    assert only_one(journal).name == "Cream"


@pytest.mark.parametrize("percent", [100, 200])
def test_forms_fit_the_window_and_can_be_hit(patient: Patient, context: Context, percent: int) -> None:
    context.preferences.change(text_percent=percent)
    form = add_form(patient)
    patient.take(form.about.kind, "Inj")
    patient.click(form.has_end)
    QApplication.processEvents()
    dialog = patient.form
    assert dialog.height() <= patient.page.window().height()
    assert dialog.width() <= patient.page.window().width()
    assert _too_small(dialog) == []


def _too_small(dialog: FormDialog) -> list[str]:
    kinds = (QAbstractButton, QLineEdit, Choice, EditableChoice)
    found: list[QWidget] = [widget for kind in kinds for widget in dialog.findChildren(kind)]
    boxes = (DayField, EditableChoice)  # what is inside one is reached through it
    whole = [widget for widget in found if widget.isVisible() and not isinstance(widget.parentWidget(), boxes)]
    return [f"{widget} {widget.size()}" for widget in whole if min(widget.width(), widget.height()) < 44]
