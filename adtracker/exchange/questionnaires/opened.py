"""What became of a file with a questionnaire: the form, or everything that keeps it from being one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.questionnaire import Questionnaire
from adtracker.errors import ExchangeError


@dataclass(frozen=True, slots=True)
class OpenedQuestionnaire:
    """A form from a file. `left_out` says what the file has besides and why it is not in it; places as in a problem.

    `words` say where a place is, for those that have any.
    """

    instrument: Questionnaire
    left_out: tuple[Problem, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


class FormError(ExchangeError):
    """The file is a form, but none that can be asked as it is. The field of each problem is its place in the file.

    `words` say where a place is, for those that have any.
    """

    def __init__(self, problems: Sequence[Problem], words: Mapping[str, str] = MappingProxyType({})) -> None:
        super().__init__("exchange.form_refused", count=len(problems), place=problems[0].field)
        self.problems = tuple(problems)
        self.words = words
