"""Opens the windows in which own questions are added, changed and put in order.

Loaded when a person wants one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.records.question import Question, check_question, next_position
from adtracker.domain.records.trigger import new_key
from adtracker.errors import AdtrackerError
from adtracker.ui.core.context import Context
from adtracker.ui.records.form_dialog import Fault, FormDialog
from adtracker.ui.records.form_draft import watch
from adtracker.ui.records.list_opener import open_list
from adtracker.ui.records.questions.form import OwnQuestionForm
from adtracker.ui.records.questions.list import OwnQuestionList, OwnQuestionsDialog

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
        self._asked: OwnQuestionForm | None = None
        self.all: OwnQuestionsDialog | None = None
        self.form: FormDialog | None = None
        context.events.failed.connect(self._on_failed)
        context.events.changed.connect(self._fill)

    def add(self) -> None:
        """Ask for a new question."""
        self._ask(self.tr("Add a question"), Question("", ""), is_answered=False)

    def change(self, question: Question) -> None:
        """Ask how a question is to be from now on."""
        try:
            answered = self._context.journal.answered()
        except AdtrackerError as error:
            self._context.events.failed.emit(error)
            return
        self._ask(self.tr("Change a question"), question, is_answered=question.key in answered)

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
        self._asked = OwnQuestionForm(question, self._context.texts, is_answered=is_answered)
        self.form = FormDialog(self.all or self._over, title, self._asked, check=self._fault)
        watch(self._context, self.form, "question", question.key or None)
        self.form.wanted.connect(self._on_wanted)
        self.form.finished.connect(self._on_form_closed)
        self.form.open()
        self._asked.text.setFocus()

    def _on_wanted(self) -> None:
        assert self._asked is not None, "a form that is wanted is open"
        assert self.form is not None, "in its window"
        questions = self._questions()
        if questions is None:
            return
        if (fault := self._fault()) is not None:
            self.form.show_problem(*fault)
        elif self._context.writer.save(question := _placed(self._asked.question, questions)):
            is_new = not self._asked.question.key
            self.form.accept()
            if is_new:
                self.added.emit(question.key)

    def _fault(self) -> Fault:
        """What is wrong with the form that is open; what others are called does not matter for that."""
        assert self._asked is not None, "a form that is checked is open"
        # The words of a new question are its key as well: what is wrong with both is said once.
        problems = check_question(_placed(self._asked.question, ()))
        sentences = dict.fromkeys(map(self._context.texts.problem, problems))
        return (" ".join(sentences), problems[0].field) if problems else None

    def _questions(self) -> Sequence[Question] | None:
        try:
            return self._context.journal.questions()
        except AdtrackerError as error:
            self._context.events.failed.emit(error)
            return None

    def _on_stored(self, questions: Sequence[Question]) -> None:
        self._context.writer.save_all(questions)

    def _fill(self) -> None:
        questions = self._questions() if self.all is not None else None
        if self.all is not None and questions is not None:
            self.all.list.show_questions(questions)
            self.all.say("")

    def _on_failed(self, error: AdtrackerError) -> None:
        """Say it in the window that is in front of the others."""
        front = self.form or self.all
        if front is not None:
            front.show_problem(self._context.texts.error(error))

    def _on_form_closed(self) -> None:
        self.form, self._asked = None, None

    def _on_all_closed(self) -> None:
        self.all = None


def _placed(question: Question, others: Sequence[Question]) -> Question:
    """A new question gets its key and its place, below the others."""
    if question.key:
        return question
    key = new_key(question.text, [other.key for other in others])
    return replace(question, key=key, position=next_position(others))
