"""What records of a diary name elsewhere: own questions, questionnaires, and the scales that scores are given on.

What only scores and questionnaires need is loaded when the first of them is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from adtracker.domain.records.question import Question
from adtracker.domain.scores.definition import Definition
from adtracker.resources import scales

if TYPE_CHECKING:
    from adtracker.domain.scores.questionnaire import Questionnaire
    from adtracker.domain.scores.scale import Scale


class References:
    """Questions and forms by key; of several with one key the last counts."""

    def __init__(self, questions: Iterable[Question] = (), forms: Iterable[Definition] = ()) -> None:
        self.questions = {question.key: question for question in questions}
        self._forms = {form.key: form for form in forms}
        self._instruments: dict[str, Questionnaire | None] = {}

    @property
    def scales(self) -> Mapping[str, Scale]:
        """The scales by key."""
        return scales()

    def instrument(self, key: str) -> Questionnaire | None:
        """What the form of a key asks; None if there is none, or none that can be read."""
        if key not in self._instruments:
            self._instruments[key] = self._read(key)
        return self._instruments[key]

    def _read(self, key: str) -> Questionnaire | None:
        from adtracker.domain.scores.score_reading import readable  # noqa: PLC0415 -- see above

        form = self._forms.get(key)
        return None if form is None else readable(form)
