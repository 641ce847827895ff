"""What records of a diary name elsewhere: own questions, questionnaires, and the scales that scores are given on.

Each is read when the first record asks for one. What only scores and questionnaires need is loaded then too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.question import Question
from adtracker.domain.scores.definition import Definition
from adtracker.resources import scales
from adtracker.storage.repositories.all_repositories import REPOSITORIES

if TYPE_CHECKING:
    from adtracker.domain.scores.questionnaire import Questionnaire
    from adtracker.domain.scores.scale import Scale


class References:
    """What stands in a diary or comes along (`new`); of several with one key the last counts."""

    def __init__(self, connection: Connection, new: Iterable[Record] = ()) -> None:
        self._connection = connection
        self._new = tuple(new)
        self._questionnaires: dict[str, Questionnaire | None] = {}

    @cached_property
    def stored_questions(self) -> Mapping[str, Question]:
        """The own questions that the diary has, by key."""
        return {one.key: one for one in REPOSITORIES[Question].all(self._connection)}

    @cached_property
    def stored_forms(self) -> Mapping[str, Definition]:
        """The questionnaires that the diary has, by key."""
        return {one.key: one for one in REPOSITORIES[Definition].all(self._connection)}

    @cached_property
    def _questions(self) -> Mapping[str, Question]:
        return {**self.stored_questions, **{one.key: one for one in self._new if isinstance(one, Question)}}

    @cached_property
    def _forms(self) -> Mapping[str, Definition]:
        return {**self.stored_forms, **{one.key: one for one in self._new if isinstance(one, Definition)}}

    @property
    def scales(self) -> Mapping[str, Scale]:
        """The scales by key."""
        return scales()

    def question(self, key: str) -> Question | None:
        """The question of a key."""
        return self._questions.get(key)

    def questionnaire(self, key: str) -> Questionnaire | None:
        """What the form of a key asks; None if there is none, or none that can be read."""
        if key not in self._questionnaires:
            self._questionnaires[key] = self._read(key)
        return self._questionnaires[key]

    def _read(self, key: str) -> Questionnaire | None:
        from adtracker.domain.scores.score_reading import readable  # noqa: PLC0415 -- see above

        form = self._forms.get(key)
        return None if form is None else readable(form)
