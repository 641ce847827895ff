"""Reads a questionnaire from a file for the diary: the form, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from adtracker.domain.common.problem import Problem, RefusedError
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.definition_content import check_same_definition, definition_of
from adtracker.errors import AdtrackerError
from adtracker.exchange.questionnaires.file import open_form
from adtracker.exchange.questionnaires.opened import FormError, OpenedQuestionnaire
from adtracker.language import tr
from adtracker.ui.core.context import Context

# More would not be read; they are mended one after the other anyway.
MOST_PROBLEMS = 3


@dataclass(frozen=True, slots=True)
class FoundQuestionnaire:
    """A form that may be stored; `words` tell so once it is. One that `is_new` was not in the diary before."""

    form: Definition
    is_new: bool
    words: str


class QuestionnaireIntake:
    """Works for one diary, and changes nothing in it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def read(self, file: Path) -> FoundQuestionnaire | str:
        """The form of a file, or a sentence that says what keeps it from the diary."""
        texts = self._context.texts
        try:
            return self._found(open_form(file))
        except FormError as error:
            return f"{texts.error(error)} {self._places(error.problems, error.words)}"
        except RefusedError as error:
            return " ".join(map(texts.problem, error.problems))
        except AdtrackerError as error:
            return texts.error(error)

    def _found(self, opened: OpenedQuestionnaire) -> FoundQuestionnaire:
        form = definition_of(opened.instrument, self._context.gate.today())
        stored = next((one for one in self._context.journal.forms() if one.key == form.key), None)
        if problems := check_same_definition(form, stored):
            raise RefusedError(problems)
        if stored is not None:
            words = tr("“{title}” was in your diary already.", title=form.title)
            return FoundQuestionnaire(replace(stored, hidden=False), is_new=False, words=words)
        words = tr("“{title}” is in your diary now.", title=form.title)
        return FoundQuestionnaire(form, is_new=True, words=self._with_left_out(words, opened))

    def _with_left_out(self, words: str, opened: OpenedQuestionnaire) -> str:
        if not opened.left_out:
            return words
        left_out = self._places(opened.left_out, opened.words)
        return tr("{words} Left out: {left_out}", words=words, left_out=left_out)

    def _places(self, problems: Sequence[Problem], words: Mapping[str, str]) -> str:
        """The first of them with the words that stand there in the form, and how many more there are."""
        said = [self._placed(one, words) for one in problems]
        more = len(said) - MOST_PROBLEMS
        rest = [tr("And {more} more.", more=more)] if more > 0 else []
        return " ".join([*said[:MOST_PROBLEMS], *rest])

    def _placed(self, problem: Problem, words: Mapping[str, str]) -> str:
        """A problem, told by what is asked where it is, where the file has words for that: nobody counts brackets."""
        texts, place = self._context.texts, problem.field
        while words and place and place not in words:
            place = place.rpartition(".")[0]
        if words and place:
            place = tr("“{word}”", word=words[place])
        sentence = texts.problem(problem)
        return texts.say("cli.import.place_path", path=place, problem=sentence) if place else sentence
