"""A treatment is added: what it is, how it is used, since when, and what cannot be."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Daily, Every, Stopped, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.storage.journal import Journal
from adtracker.ui.words.treatment_words import use_words
from tests.ui.conftest import TODAY
from tests.ui.treatments import START, Patient, add_form, only_one


def test_a_biologic_every_four_weeks_with_a_loading_dose(patient: Patient, journal: Journal) -> None:
    form = add_form(patient)
    patient.write(form.about.name, "Amlitelimab")
    patient.take(form.about.kind, "Inj")
    assert form.plan.mode.key == "every", "an injection has an interval, unless the person says otherwise"
    patient.pick(form.plan.first, START)
    patient.give(form.plan.count, 4)
    patient.write(form.plan.dose, "250 mg")
    patient.write(form.plan.loading, "500 mg")
    patient.click(patient.form.save)
    plan = Plan(START, Every(4, Unit.WEEKS, START), "250 mg", "500 mg")
    assert only_one(journal) == Treatment("Amlitelimab", Kind.INJECTION, (plan,), key=1)
    assert patient.dialogs.form is None
    assert patient.row("Amlitelimab").words == "250 mg · due today"
    patient.click(patient.corner("treatments"))
    assert patient.page.parts.treatments.card.all.isVisible()


def test_what_was_used_before_the_diary_can_have_a_year_a_month_and_a_reason(
    patient: Patient, journal: Journal
) -> None:
    form = add_form(patient)
    patient.write(form.about.name, "Tacrolimus")
    patient.pick(form.plan.first, date(2019, 6, 11))
    patient.click(form.plan.known.chip("year"))
    patient.click(form.has_end)
    patient.pick(form.end, date(2021, 8, 11))
    patient.click(form.end_known.chip("month"))
    patient.write(form.end_reason, "It burned on my face.")
    patient.click(patient.form.save)
    begun = Plan(date(2019, 1, 1), Daily(1), known=Known.YEAR)
    treatment = Treatment("Tacrolimus", Kind.CREAM, (begun,), key=1)
    assert only_one(journal) == treatment.stopped_after(date(2021, 8, 31), "It burned on my face.", Known.MONTH)
    assert use_words(only_one(journal), TODAY) == "2019 to August 2021"


def test_a_cream_by_keyboard_alone(patient: Patient, journal: Journal) -> None:
    patient.page.parts.row.button("treatments").setFocus()
    patient.press(Qt.Key.Key_Return, times=2)
    dialog = patient.form
    dialog.activateWindow()
    QTest.keyClicks(dialog.focusWidget(), "Mometasone")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert only_one(journal) == Treatment("Mometasone", Kind.CREAM, (Plan(TODAY, Daily(1)),), key=1)


def test_strength_is_chosen_or_said_in_own_words(patient: Patient, journal: Journal) -> None:
    form = add_form(patient)
    patient.write(form.about.name, "Betamethasone")
    form.about.strength.setCurrentIndex(form.about.strength.findText("Potent steroid"))
    patient.click(patient.form.save)
    assert only_one(journal).strength == "potent"
    details = patient.look_at("Betamethasone")
    field = details.about.strength.lineEdit()
    assert field is not None
    assert field.text() == "Potent steroid"
    patient.write(field, "strong, but only on the hands")
    patient.leave(field)
    assert only_one(journal).strength == "strong, but only on the hands"


def test_only_creams_are_asked_for_their_strength(patient: Patient, journal: Journal) -> None:
    form = add_form(patient)
    form.about.strength.setEditText("potent")
    patient.write(form.about.name, "Cetirizine")
    patient.take(form.about.kind, "Tab")
    assert not form.about.strength.isVisible()
    patient.click(patient.form.save)
    assert (only_one(journal).kind, only_one(journal).strength) == (Kind.TABLET, "")


def test_a_schedule_that_was_chosen_stays_when_the_kind_changes(patient: Patient) -> None:
    form = add_form(patient)
    patient.click(form.plan.mode.chip("when_needed"))
    patient.take(form.about.kind, "Inj")
    assert form.plan.mode.key == "when_needed"
    assert form.plan.plan.schedule == WhenNeeded()


def test_the_last_day_may_be_known_from_the_start(patient: Patient, journal: Journal) -> None:
    form = add_form(patient)
    patient.write(form.about.name, "Prednisolone")
    assert not form.end.isVisible()
    patient.click(form.has_end)
    patient.pick(form.end, TODAY + 4 * ONE_DAY)
    patient.click(patient.form.save)
    assert only_one(journal).plans == (Plan(TODAY, Daily(1)), Plan(TODAY + 5 * ONE_DAY, Stopped()))


def test_a_form_that_cannot_be_is_refused_in_a_sentence_and_stays_open(patient: Patient, journal: Journal) -> None:
    form = add_form(patient)
    patient.click(patient.form.save)
    assert patient.form.problem == "Please give the treatment a name."
    patient.write(form.about.name, "Cream")
    patient.click(form.has_end)
    patient.pick(form.end, TODAY - ONE_DAY)
    patient.click(patient.form.save)
    assert patient.form.problem == "A treatment cannot stop before it has begun."
    assert journal.treatments() == ()
    patient.pick(form.end, TODAY)
    patient.click(patient.form.save)
    assert only_one(journal).last_day == TODAY


def test_esc_adds_nothing(patient: Patient, journal: Journal) -> None:
    form = add_form(patient)
    patient.write(form.about.name, "Cream")
    QTest.keyClick(form.about.name, Qt.Key.Key_Escape)
    assert patient.dialogs.form is None
    assert journal.treatments() == ()
