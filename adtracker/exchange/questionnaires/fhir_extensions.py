"""The extensions of FHIR that questionnaires use, by what they are for."""

from __future__ import annotations

from adtracker.domain.common.field_reader import FieldReader

_FHIR = "http://hl7.org/fhir/StructureDefinition/"
_SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"

# The same thing under the names it had over the years.
SCORE = (f"{_FHIR}ordinalValue", f"{_FHIR}itemWeight", f"{_FHIR}questionnaire-ordinalValue")
LOW, HIGH = (f"{_FHIR}minValue",), (f"{_FHIR}maxValue",)
UNIT = (f"{_FHIR}questionnaire-unit",)
OPTION_PREFIX = (f"{_FHIR}questionnaire-optionPrefix",)
HIDDEN = (f"{_FHIR}questionnaire-hidden",)
CALCULATED = (f"{_SDC}calculatedExpression", f"{_FHIR}questionnaire-calculatedExpression")
ASKED_BY_EXPRESSION = (f"{_SDC}enableWhenExpression",)
FILLED_IN = (f"{_SDC}initialExpression", f"{_FHIR}questionnaire-initialExpression")
RULE = (f"{_FHIR}questionnaire-constraint", f"{_FHIR}targetConstraint")


class Extensions:
    """The extensions of one element."""

    def __init__(self, fields: FieldReader) -> None:
        self._found: dict[str, list[FieldReader]] = {}
        for one in fields.objects("extension"):
            self._found.setdefault(one.text("url"), []).append(one)
        if fields.items("modifierExtension"):  # it may turn the meaning round, so it must not be passed over
            fields.note("modifierExtension", "form_modifier")

    def has(self, urls: tuple[str, ...]) -> bool:
        """Whether one of these is there."""
        return any(url in self._found for url in urls)

    def number(self, urls: tuple[str, ...]) -> float | None:
        """The number of these extensions; None if there is none. Two that differ are a problem."""
        found = [self._number(one) for url in urls for one in self._found.get(url, [])]
        if len(set(found)) > 1:
            self._first(urls).note("", "form_numbers_differ")
        return found[0] if found else None

    def _number(self, fields: FieldReader) -> float | None:
        name = "valueInteger" if fields.has("valueInteger") else "valueDecimal"
        value = fields.number(name)
        fields.require(name, value)
        return value

    def text(self, urls: tuple[str, ...]) -> str:
        """The text of these extensions; "" if there is none."""
        return self._first(urls).text("valueString") if self.has(urls) else ""

    def coding(self, urls: tuple[str, ...]) -> FieldReader | None:
        """The coding of these extensions."""
        return self._first(urls).inner("valueCoding") if self.has(urls) else None

    def is_set(self, urls: tuple[str, ...]) -> bool:
        """Whether one of these is there and true."""
        return self.has(urls) and bool(self._first(urls).flag("valueBoolean"))

    def _first(self, urls: tuple[str, ...]) -> FieldReader:
        return next(self._found[url][0] for url in urls if url in self._found)
