"""The answers that a FHIR question offers: its options, or a list of codes within the same file."""

from __future__ import annotations

from collections.abc import Mapping

from adtracker.domain.common.field_reader import FieldReader
from adtracker.domain.scores.questionnaire import Choice, OneOf
from adtracker.domain.scores.questionnaire_check import CHOICES_LIMIT
from adtracker.exchange.questionnaires.fhir_extensions import OPTION_PREFIX, SCORE, Extensions

# Options that are what they say.
_PLAIN = ("valueString", "valueDate", "valueTime")

ValueSets = Mapping[str, OneOf | None]


# The answers to choose from are in a list that the file does not have.
ELSEWHERE = OneOf(())


def read_options(fields: FieldReader, lists: ValueSets) -> OneOf | None:
    """The answers to choose from, or `ELSEWHERE`; None for a question that has none."""
    if fields.has("answerValueSet"):
        return lists.get(fields.text("answerValueSet")) or ELSEWHERE
    if not fields.has("answerOption"):
        return None
    return OneOf(tuple(_option(one) for one in fields.objects("answerOption", CHOICES_LIMIT)))


def _option(fields: FieldReader) -> Choice:
    extensions = Extensions(fields)
    prefix, score = extensions.text(OPTION_PREFIX), extensions.number(SCORE)
    if fields.has("valueCoding"):
        coding = fields.inner("valueCoding")
        choice = Choice("", "") if coding is None else _coding(coding)
    elif fields.has("valueInteger"):
        number = str(fields.whole("valueInteger"))
        choice = Choice(number, number)
    elif name := next((one for one in _PLAIN if fields.has(one)), None):
        text = fields.needed(name)
        choice = Choice(text, text)
    else:
        fields.note("", "form_option")
        return Choice("", "")
    if score is not None and choice.score not in (None, score):
        fields.note("", "form_numbers_differ")
    text = f"{prefix} {choice.text}" if prefix else choice.text
    return Choice(choice.key, text, choice.score if score is None else score)


def _coding(fields: FieldReader) -> Choice:
    """A choice from a code; it goes by its code, or by its words if it has none."""
    score = Extensions(fields).number(SCORE)
    code, words = fields.text("code"), fields.text("display")
    if not code and not words:
        fields.require("code", None)
    return Choice(code or words, words or code, score)


def read_value_sets(fields: FieldReader) -> ValueSets:
    """The lists of codes that the file contains, by the name under which questions point to them ("#days").

    A list is None if its codes do not all stand in the file.
    """
    found: dict[str, OneOf | None] = {}
    for one in fields.objects("contained"):
        if one.text("resourceType") == "ValueSet":
            found[f"#{one.needed('id')}"] = _value_set(one)
    return found


def _value_set(fields: FieldReader) -> OneOf | None:
    Extensions(fields)
    expansion, compose = fields.inner("expansion"), fields.inner("compose")
    if expansion is not None:
        return _listed(expansion.objects("contains", CHOICES_LIMIT))
    if compose is None or compose.has("exclude"):
        return None
    codes = []
    for one in compose.objects("include", CHOICES_LIMIT):
        if one.has("filter") or one.has("valueSet") or not one.has("concept"):
            return None
        codes += one.objects("concept", CHOICES_LIMIT)
    return _listed(codes)


def _listed(codes: list[FieldReader]) -> OneOf | None:
    """The codes as choices; None where some are only headings over others."""
    if not codes or any(one.has("contains") or one.flag("abstract") for one in codes):
        return None
    return OneOf(tuple(_coding(one) for one in codes))
