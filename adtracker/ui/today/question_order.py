"""In which order the keyboard comes through the questions of Today that digits answer."""

from __future__ import annotations

from PySide6.QtCore import QObject

from adtracker.ui.kit.score_scale import ScoreScale
from adtracker.ui.today.sections import DaySections


class QuestionOrder(QObject):
    """Itch, sleep, and what unfolded parts ask; each goes on to the next once it is answered."""

    def __init__(self, itch: ScoreScale, sleep: ScoreScale, parts: DaySections) -> None:
        super().__init__(parts)
        self._itch, self._sleep, self._parts = itch, sleep, parts
        itch.completed.connect(self._on_itch_completed)
        sleep.completed.connect(self._on_sleep_completed)

    @property
    def unanswered(self) -> ScoreScale | None:
        """The first question that takes digits and has no answer."""
        return next((scale for scale in (self._itch, self._sleep, *self._parts.scales) if scale.value is None), None)

    def take_focus(self) -> None:
        """Work begins with the first question that has no answer yet, or with the itch."""
        (self.unanswered or self._itch).take_focus()

    def take_digit(self, digit: int) -> None:
        """A digit that nothing had a use for answers the first question that has no answer yet."""
        question = self.unanswered
        if question is not None:
            question.take_focus()
            question.type_digit(digit)

    def _on_itch_completed(self, digit: int | None) -> None:
        _go_on(self._sleep, digit)

    def _on_sleep_completed(self, digit: int | None) -> None:
        """Own questions follow; where there are none, the last one keeps the keyboard."""
        _go_on(next(iter(self._parts.scales), self._sleep), digit)


def _go_on(scale: ScoreScale, digit: int | None) -> None:
    """Come to the next question; a digit that was typed already belongs there."""
    scale.take_focus()
    if digit is not None:
        scale.type_digit(digit)
