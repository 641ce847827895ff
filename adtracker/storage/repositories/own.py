"""What a person named themselves, triggers and questions, by the name each was first given."""

from __future__ import annotations

from adtracker.domain.records.question import AnswerKind, Better, Question
from adtracker.domain.records.trigger import Trigger
from adtracker.storage.repositories.repository import Row, Values
from adtracker.storage.repositories.rows import RowRepository
from adtracker.storage.schema import OWN_QUESTION, OWN_TRIGGER


def trigger_of(row: Row) -> Trigger:
    """A trigger from a row of `own_trigger`."""
    return Trigger(row["key"], row["name"], hidden=bool(row["hidden"]))


def trigger_values(trigger: Trigger) -> Values:
    """The columns of `own_trigger` but the key."""
    return {"name": trigger.name, "hidden": int(trigger.hidden)}


def question_of(row: Row) -> Question:
    """A question from a row of `own_question`."""
    return Question(
        key=row["key"],
        text=row["text"],
        kind=AnswerKind(row["kind"]),
        better=Better(row["better"]),
        unit=row["unit"],
        position=row["position"],
        hidden=bool(row["hidden"]),
    )


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
