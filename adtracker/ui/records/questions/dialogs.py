"""Opens the windows in which own questions are added, changed and put in order.

Loaded when a person wants one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.records.question import Question, check_question, next_position
from adtracker.domain.records.trigger import new_key
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.records.edit_session import EditSession, fault_of
from adtracker.ui.records.form_dialog import Fault, FormDialog
from adtracker.ui.records.list_opener import open_list
from adtracker.ui.records.questions.list import OwnQuestionList, OwnQuestionsDialog
from adtracker.ui.records.questions.question_form import OwnQuestionForm

_SHARE = 0.8


class OwnQuestionDialogs(QObject):
    """The dialogs over one page; each is shown by `open()`, so the window goes on. None is there until it is wanted.

    `added` carries the key of a new question once its form has closed.
    """

    added = Signal(str)

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self.all: OwnQuestionsDialog | None = None
        self.form: FormDialog | None = None
        context.events.failed.connect(self._on_failed)
        context.events.changed.connect(self._fill)

    def add(self) -> None:
        """Ask for a new question."""
        self._ask(tr("Add a question"), Question("", ""), is_answered=False)

    def change(self, question: Question) -> None:
        """Ask how a question is to be from now on."""
        answered = self._context.read(self._context.journal.answered)
        if answered is not None:
            self._ask(tr("Change a question"), question, is_answered=question.key in answered)

    def show_all(self) -> None:
        """Show all questions, hidden ones too."""
        self.all = OwnQuestionsDialog(self._over, self._context.texts.table("question"))
        self.serve(self.all.list)
        self.all.finished.connect(self._on_all_closed)
        self._fill()
        open_list(self._context, self.all, self._over, _SHARE)

    def serve(self, shown: OwnQuestionList) -> None:
        """Do what a person wants done in a list of questions."""
        shown.add_wanted.connect(self.add)
        shown.change_wanted.connect(self.change)
        shown.stored.connect(self._on_stored)

    def _ask(self, title: str, question: Question, *, is_answered: bool) -> None:
        form = OwnQuestionForm(question, self._context.texts, is_answered=is_answered)
        self.form = FormDialog(self.all or self._over, title, form)
        about = ("question", question.key or None)
        session = EditSession(self._context, self.form, about, partial(self._records, form), partial(self._fault, form))
        if not question.key:
            session.stored.connect(self._on_added)
        self.form.finished.connect(self._on_form_closed)
        session.open()
        form.text.setFocus()

    def _records(self, form: OwnQuestionForm) -> Sequence[Question] | None:
        """The question among the others, if these can be read."""
        questions = self._context.read(self._context.journal.questions)
        return None if questions is None else [_placed(form.question, questions)]

    def _fault(self, form: OwnQuestionForm) -> Fault:
        """What is wrong with a form; what others are called does not matter for that.

        The words of a new question are its key as well: what is wrong with both is said once.
        """
        return fault_of(self._context.texts, check_question(_placed(form.question, ())))

    def _on_added(self, question: Question) -> None:
        self.added.emit(question.key)

    def _on_stored(self, questions: Sequence[Question]) -> None:
        self._context.writer.save_all(questions)

    def _fill(self) -> None:
        questions = None if self.all is None else self._context.read(self._context.journal.questions)
        if self.all is not None and questions is not None:
            self.all.list.show_questions(questions)
            self.all.say("")

    def _on_failed(self, error: AdtrackerError) -> None:
        """Say it in the list, unless a form stands before it, which says it itself."""
        if self.form is None and self.all is not None:
            self.all.show_problem(self._context.texts.error(error))

    def _on_form_closed(self) -> None:
        self.form = None

    def _on_all_closed(self) -> None:
        self.all = None


def _placed(question: Question, others: Sequence[Question]) -> Question:
    """A new question gets its key and its place, below the others."""
    if question.key:
        return question
    key = new_key(question.text, [other.key for other in others])
    return replace(question, key=key, position=next_position(others))
