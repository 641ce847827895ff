"""What a person named themselves, triggers and questions, by the name each was first given."""

from __future__ import annotations

from adtracker.domain.records.question import AnswerKind, Better, Question
from adtracker.domain.records.trigger import Trigger
from adtracker.storage.repositories.repository import Row, Values
from adtracker.storage.repositories.rows import RowRepository
from adtracker.storage.schema import OWN_QUESTION, OWN_TRIGGER


def trigger_of(row: Row) -> Trigger:
    """A trigger from the columns of `own_trigger`, in their order."""
    key, name, hidden = row
    return Trigger(key, name, bool(hidden))


def trigger_values(trigger: Trigger) -> Values:
    """The columns of `own_trigger` but the key."""
    return {"name": trigger.name, "hidden": int(trigger.hidden)}


def question_of(row: Row) -> Question:
    """A question from the columns of `own_question`, in their order."""
    key, text, kind, better, unit, position, hidden = row
    return Question(key, text, AnswerKind(kind), Better(better), unit, position, bool(hidden))


def question_values(question: Question) -> Values:
    """The columns of `own_question` but the key."""
    return {
        "text": question.text,
        "kind": question.kind.value,
        "better": question.better.value,
        "unit": question.unit,
        "position": question.position,
        "hidden": int(question.hidden),
    }


TRIGGERS = RowRepository(OWN_TRIGGER, [], trigger_of, trigger_values)
QUESTIONS = RowRepository(OWN_QUESTION, ["position"], question_of, question_values)
