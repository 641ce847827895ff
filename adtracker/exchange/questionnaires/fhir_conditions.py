"""When a FHIR question is asked (`enableWhen`)."""

from __future__ import annotations

from enum import Enum

from adtracker.domain.common.field_reader import FieldReader
from adtracker.domain.scores.questionnaire import Answer, Condition, Operator, When
from adtracker.domain.scores.questionnaire_check import CONDITIONS_LIMIT


class _Behavior(Enum):
    ALL = "all"
    ANY = "any"


def read_when(fields: FieldReader) -> When | None:
    """The conditions; None for what is always asked."""
    if not fields.has("enableWhen"):
        return None
    conditions = tuple(_condition(one) for one in fields.objects("enableWhen", CONDITIONS_LIMIT))
    behavior = fields.choice("enableBehavior", _Behavior)
    if len(conditions) > 1:
        fields.require("enableBehavior", behavior)
    return When(conditions, behavior is not _Behavior.ANY)


def _condition(fields: FieldReader) -> Condition:
    comparison, value = fields.choice("operator", Operator), _answer(fields)
    fields.require("operator", comparison)
    return Condition(fields.needed("question"), comparison or Operator.EXISTS, False if value is None else value)


def _answer(fields: FieldReader) -> Answer | None:
    """The answer compared with; None for kinds of answers that no question here has."""
    if fields.has("answerCoding"):
        coding = fields.inner("answerCoding")
        return None if coding is None else coding.text("code") or coding.text("display")
    if fields.has("answerBoolean"):
        return fields.flag("answerBoolean")
    for name in ("answerString", "answerDate"):
        if fields.has(name):
            return fields.text(name)
    for name in ("answerInteger", "answerDecimal"):
        if fields.has(name):
            return fields.number(name)
    fields.note("", "form_condition")
    return None
