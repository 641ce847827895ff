"""Every form there is, opened by the hands that open it in the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.recall import Recall
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition_content import definition_of
from adtracker.domain.treatments.treatment import Treatment
from adtracker.ui.core.context import Context
from adtracker.ui.records.breaks.dialogs import BreakDialogs
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.questions.dialogs import OwnQuestionDialogs
from adtracker.ui.records.recalls.dialogs import RecallDialogs
from adtracker.ui.records.scores.dialogs import ScoreDialogs
from adtracker.ui.records.treatments.dialog import TreatmentDialog
from adtracker.ui.records.treatments.dialogs import TreatmentDialogs
from adtracker.ui.records.triggers.dialog import TriggerDialog
from adtracker.ui.records.visits.dialogs import HappeningDialogs
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.timeline.page import TimelinePage
from tests.forms import evening
from tests.ui.conftest import TODAY
from tests.ui.recorder import in_front
from tests.ui.treatments import INJECTION, stored

EVENING = definition_of(evening(), TODAY)


@dataclass
class Hands:
    """What opens the forms, over a window on a diary that has one record of each kind."""

    context: Context
    window: MainWindow
    treatment: Treatment

    @classmethod
    def over(cls, window: MainWindow, context: Context) -> Hands:
        """Over a window, with one record of each kind put into its diary."""
        for record in _records():
            context.journal.save(record)
        return cls(context, window, stored(context.journal, INJECTION))

    def __post_init__(self) -> None:
        self.happenings = HappeningDialogs(self.context, self.window)
        self.breaks = BreakDialogs(self.context, self.window)
        self.scores = ScoreDialogs(self.context, self.window)
        self.treatments = TreatmentDialogs(self.context, self.window)
        self.questions = OwnQuestionDialogs(self.context, self.window)
        self.triggers = TriggerDialog(self.context, self.window)
        self.recalls = RecallDialogs(self.context, self.window)

    def visit(self, *, is_new: bool) -> FormDialog | None:
        self.happenings.show(Visit(TODAY) if is_new else self.context.journal.visits()[0])
        return self.happenings.form

    def diary_break(self, *, is_new: bool) -> FormDialog | None:
        if is_new:
            self.breaks.add()
        else:
            self.breaks.show(self.context.journal.breaks()[0])
        return self.breaks.form

    def side_effect(self, *, is_new: bool) -> FormDialog | None:
        self.happenings.show(SideEffect("", TODAY) if is_new else self.context.journal.side_effects()[0])
        return self.happenings.form

    def recall(self, *, is_new: bool) -> FormDialog | None:
        self.recalls.show(Recall(TODAY) if is_new else self.context.journal.standing(Recall)[0])
        return self.recalls.form

    def score(self, *, is_new: bool) -> FormDialog | None:
        if is_new:
            self.scores.add_score(TODAY)
        else:
            self.scores.show(self.context.journal.scores()[0])
        return self.scores.form

    def questionnaire(self) -> FormDialog | None:
        self.scores.fill_in(EVENING, TODAY)
        return self.scores.form

    def rhythm(self) -> FormDialog | None:
        self.scores.ask_rhythm(EVENING)
        return self.scores.form

    def new_treatment(self) -> FormDialog | None:
        self.treatments.add()
        return self.treatments.form

    def plan(self) -> FormDialog | None:
        self._details().change.click()
        return self.treatments.form

    def plan_put_right(self) -> FormDialog | None:
        self._details().correct_wanted.emit(self.treatment.plans[0])
        return self.treatments.form

    def stop(self) -> FormDialog | None:
        self._details().stop.click()
        return self.treatments.form

    def stock(self) -> FormDialog | None:
        self._details().stock.click()
        return self.treatments.form

    def question(self, *, is_new: bool) -> FormDialog | None:
        if is_new:
            self.questions.add()
        else:
            self.questions.change(self.context.journal.questions()[0])
        return self.questions.form

    def trigger_names(self) -> FormDialog | None:
        self.triggers.edit(self.context.journal.triggers())
        return self.triggers.window

    def course(self) -> FormDialog | None:
        page = self.window.show_page("timeline")
        assert isinstance(page, TimelinePage)
        page.empty.action.click()
        return page.dialog

    def _details(self) -> TreatmentDialog:
        if self.treatments.details is None:
            self.treatments.show(self.treatment)
        assert self.treatments.details is not None
        return self.treatments.details


Open = Callable[[Hands], FormDialog | None]
FORMS: dict[str, Open] = {
    "a visit": lambda hands: hands.visit(is_new=True),
    "a visit that is stored": lambda hands: hands.visit(is_new=False),
    "a side effect": lambda hands: hands.side_effect(is_new=True),
    "a side effect that is stored": lambda hands: hands.side_effect(is_new=False),
    "a break": lambda hands: hands.diary_break(is_new=True),
    "a break that is stored": lambda hands: hands.diary_break(is_new=False),
    "a week as recalled": lambda hands: hands.recall(is_new=True),
    "a week as recalled that is stored": lambda hands: hands.recall(is_new=False),
    "a score": lambda hands: hands.score(is_new=True),
    "a score that is stored": lambda hands: hands.score(is_new=False),
    "a questionnaire": Hands.questionnaire,
    "a rhythm": Hands.rhythm,
    "a treatment": Hands.new_treatment,
    "a change of plan": Hands.plan,
    "a plan put right": Hands.plan_put_right,
    "a stop": Hands.stop,
    "a count of what is left": Hands.stock,
    "a question": lambda hands: hands.question(is_new=True),
    "a question that is stored": lambda hands: hands.question(is_new=False),
    "triggers": Hands.trigger_names,
    "a course": Hands.course,
}


def _records() -> tuple[Record, ...]:
    return (
        Visit(TODAY, "Dr. Weber"),
        SideEffect("dry eyes", TODAY),
        DiaryBreak(TODAY - 9 * ONE_DAY, TODAY - 5 * ONE_DAY, BreakReason.ILL),
        Recall(TODAY, 8, 4, 5, 12.5),
        ClinicScore(TODAY, "easi", 12.0),
        EVENING,
        Question("steps", "Steps", AnswerKind.COUNT),
        Trigger("wool", "Wool"),
    )


def open_form(hands: Hands, opened: Open) -> FormDialog:
    """Open one of them."""
    return in_front(opened(hands))
