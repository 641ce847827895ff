"""A person's own questions as a part of a day: unfolded as soon as there is one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from adtracker.domain.records.question import TYPED, Question, in_use
from adtracker.language import tr
from adtracker.ui.records.day_section import DaySection, ShownDay, Use, use

if TYPE_CHECKING:
    from adtracker.ui.kit.score_scale import ScoreScale
    from adtracker.ui.records.questions.card import OwnQuestionCard
    from adtracker.ui.records.questions.dialogs import OwnQuestionDialogs


class OwnQuestionDesk(DaySection):
    """What is answered in the card is stored with the other answers of the day."""

    key = "questions"
    records = (Question,)
    _shown: ShownDay | None = None
    shows_answers = True
    _all: Sequence[Question] | None = None
    _questions: Sequence[Question] = ()

    @property
    def title(self) -> str:
        """What the button says that unfolds it."""
        return tr("My questions")

    @cached_property
    def card(self) -> OwnQuestionCard:
        """The questions with the answers of the day."""
        from adtracker.ui.records.questions.card import OwnQuestionCard  # noqa: PLC0415 -- not where none is asked

        made = OwnQuestionCard(self._context.texts)
        made.answered.connect(self._on_answered)
        made.add_wanted.connect(self._on_add)
        made.all_wanted.connect(self._on_all)
        return made

    @cached_property
    def dialogs(self) -> OwnQuestionDialogs:
        """Where questions are added and changed."""
        from adtracker.ui.records.questions.dialogs import OwnQuestionDialogs  # noqa: PLC0415 -- not for every start

        made = OwnQuestionDialogs(self._context, self._page)
        made.added.connect(self._on_added)
        return made

    def read(self, shown: ShownDay) -> None:
        """Read all questions."""
        found = self._context.read(self._context.journal.questions)
        self._all = self._all if found is None else found

    def look(self, shown: ShownDay) -> Use:
        """Ask those that are not hidden, and hidden ones that this day has answers to."""
        if self._all is not None:
            self._shown, self._questions = shown, in_use(self._all, [shown.entry])
        return use(now=bool(self._questions), lately=False)

    def fill(self) -> None:
        """Show them."""
        if self._shown is not None:
            entry, fresh = self._shown.entry, self._shown.fresh
            self.card.show_day(self._questions, entry, any_question=bool(self._all), fresh=fresh)

    def take_focus(self) -> None:
        """Go to the first question, or to what adds one."""
        if self.is_built and self.card.rows:
            self.card.rows[0].take_focus()
        else:
            super().take_focus()

    @property
    def scales(self) -> Sequence[ScoreScale]:
        """Those that are answered from 0 to 10."""
        return self.card.scales if self.is_built else ()

    def flush(self) -> None:
        """Store what was typed and is not stored yet."""
        if self.is_built:
            self.card.flush()

    @property
    def unsaved(self) -> Sequence[str]:
        """A number that does not fit."""
        return [tr("An answer that does not fit")] if self.is_built and not self.card.is_written else []

    def _on_answered(self, question: str, value: float | None) -> None:
        typed = self._context.gate.ending() if self._is_typed(question) else nullcontext()
        with typed, self._context.writer.going_on(any(scale.goes_on for scale in self.scales)):
            self._store(question, value)

    def _is_typed(self, question: str) -> bool:
        """Whether an answer is typed as a number is, which has no click or key that gives it."""
        return any(one.key == question and one.kind in TYPED for one in self._questions)

    def _store(self, question: str, value: float | None) -> None:
        """Put the answer to those that are shown, stored or not: the next one must not lose it."""
        if self._shown is not None and self._context.gate.is_open():
            self._shown = replace(self._shown, entry=self._shown.entry.with_answer(question, value))
            self.stored.emit({"answers": self._shown.entry.answers})

    def _on_add(self) -> None:
        self.dialogs.add()

    def _on_added(self, question: str) -> None:
        """Go to where a new question is answered, unless the list of all of them is in front."""
        row = self.card.row(question)
        if row is not None and self.dialogs.all is None:
            row.take_focus()
            self.grown.emit(row)

    def _on_all(self) -> None:
        self.dialogs.show_all()
