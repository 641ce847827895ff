"""Brings what a person types as questions into the diary, and keeps what the diary does not take yet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from adtracker.domain.common.problem import Problem, check_text
from adtracker.domain.records.profile import QUESTIONS_LIMIT, Profile
from adtracker.domain.records.visit import last_visit, next_visit
from adtracker.ui.core.context import Context
from adtracker.ui.core.unfit_texts import UnfitText
from adtracker.ui.report.questions_card import QuestionsCard


class QuestionsKeeper(QObject):
    """Works for one card. What could not be stored stays on the screen, in `_draft`, and is tried again.

    What does not fit is kept in the diary as well, beside the records, and is there again after the next start.
    """

    def __init__(self, context: Context, card: QuestionsCard) -> None:
        super().__init__(card)
        self._context = context
        self._card = card
        self._unfit = UnfitText(context, "questions")
        self._draft = self._unfit.text
        card.written.connect(self._on_written)
        card.refused.connect(self._show_problem)
        if self._draft is not None:
            card.show_text(self._draft)
            self._store(self._draft)

    @property
    def is_waiting(self) -> bool:
        """Whether there is something that the diary did not take."""
        return self._draft is not None

    def show_profile(self, profile: Profile) -> None:
        """Show what is stored, unless something waits to be; offer those that were noted with visits."""
        if self._draft is None:
            self._card.show_text(profile.questions)
            self._card.offer(self._of_visits())

    def _of_visits(self) -> str:
        """What the person wrote down to ask: with their last visit, and with the next one if it has its day."""
        visits, today = self._context.read(self._context.journal.visits) or (), self._context.today()
        found = (last_visit(visits, today), next_visit(visits, today))
        return "\n".join(dict.fromkeys(line for visit in found if visit for line in visit.questions.splitlines()))

    def flush(self) -> None:
        """Store what was typed and is not stored yet."""
        self._card.flush()
        if self._draft is not None:
            self._store(self._draft)

    def _on_written(self, text: str) -> None:
        self._draft = text
        self._store(text)

    def _store(self, text: str) -> None:
        """Store a text, unless it is no valid answer yet: then say why."""
        problems = check_text("questions", text, QUESTIONS_LIMIT)
        if problems:
            self._unfit.keep(text)
            self._show_problem(problems[0])
            self._card.show_not_saved()
            return
        self._card.show_problem("")
        if self._is_stored(text):
            self._draft = None
            self._unfit.drop()
            self._card.show_saved(self._context.now())
        else:
            self._card.show_not_saved()

    def _is_stored(self, text: str) -> bool:
        """Put the text into the diary; False if that failed, which the window then says."""
        profile = self._context.read(self._context.journal.profile)
        if profile is None:
            return False
        with self._context.writer.going_on(self._card.goes_on):
            return self._context.writer.save_typed(replace(profile, questions=text))

    def _show_problem(self, problem: Problem) -> None:
        self._card.show_problem(self._context.texts.problem(problem))
