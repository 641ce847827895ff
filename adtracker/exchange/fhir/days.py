"""A day as an Observation with a component for each answer; what was not answered has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from adtracker.domain.common.measure import PLAIN
from adtracker.domain.records.day import ExtentMethod
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.sign import Sign
from adtracker.exchange.codec import Data
from adtracker.exchange.fhir.about import About
from adtracker.exchange.fhir.elements import SCORE_UNIT, Element, code_of, concept, own, quantity, said
from adtracker.exchange.import_result import DATE

_MEASURE, _SIGN, _TRIGGER, _QUESTION = own("measure"), own("sign"), own("trigger"), own("question")
_REGION, _GRADE, _METHOD, _COLUMN = own("region"), own("grade"), own("extent-method"), own("age-column")
_EXTENT, _PALMS, _WOKEN, _NOTE, _NO_TRIGGER = "extent_percent", "palms", "woken", "note", "no_trigger"
_BAD_DAY = "bad_day"
_CAME = "origin"


def write_day(data: Data, about: About) -> Element:
    """The day of an object."""
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": concept(about.say("day"), own("observation"), "day"),
        "subject": about.subject,
        "effectiveDateTime": data[DATE],
        **said("issued", data["recorded_at"]),
        "performer": [about.subject],
        **_came(data.get(_CAME, ""), about),
        "component": list(_components(data, about)),
    }


def _came(origin: str, about: About) -> Element:
    """How it came, where it was not typed."""
    return {"method": concept(about.say(f"origin.{origin}"), own(_CAME), origin)} if origin else {}


def _components(data: Data, about: About) -> Iterator[Element]:
    for measure in PLAIN:
        if data[measure.key] is not None:
            words = about.words.say(f"measures.{measure.key}.question")
            yield _part(_MEASURE, measure.key, words, valueQuantity=quantity(data[measure.key], "", SCORE_UNIT))
    if data["extent"] is not None:
        yield from _extent(data["extent"], about)
    if data["woken"] is not None:
        yield _part(_MEASURE, _WOKEN, about.say("woken"), valueBoolean=data["woken"])
    for sign in Sign if data["signs"] is not None else ():
        words = about.words.say(f"signs.chips.{sign.value}")
        yield _part(_SIGN, sign.value, words, valueBoolean=sign.value in data["signs"])
    yield from _context(data["context"], about)
    for key, value in data["answers"].items():
        yield _answer(key, value, about.questions.get(key))
    if data["bad_day"]:
        yield _part(_MEASURE, _BAD_DAY, about.say("bad_day"), valueBoolean=True)
    if data["note"]:
        yield _part(_MEASURE, _NOTE, about.say("note"), **said("valueString", data["note"]))


def _part(system: str, code: str, words: str, **value: Any) -> Element:
    return {"code": concept(words or code, system, code), **value}


def _extent(extent: Data, about: About) -> Iterator[Element]:
    method = concept(about.say(f"method.{extent['method']}"), _METHOD, extent["method"])
    words = about.words.say("measures.extent_percent.label")
    yield _part(_MEASURE, _EXTENT, words, valueQuantity=quantity(extent["percent"], "%", "%"))
    yield _part(_MEASURE, "method", about.say("method.how"), valueCodeableConcept=method)
    if extent["age_column"] is not None:
        column = concept(about.say(f"age_column.{extent['age_column']}"), _COLUMN, extent["age_column"])
        yield _part(_MEASURE, "age_column", about.say("age_column.table"), valueCodeableConcept=column)
    if extent["palms"] is not None:
        yield _part(_MEASURE, _PALMS, about.say("palms"), valueQuantity=quantity(extent["palms"], "", "1"))
    regions, grades = about.words.table("body")["regions"], about.words.table("body")["grades"]
    for region, grade in extent["grades"].items():
        value = concept(str(grades[grade]), _GRADE, grade)
        yield _part(_REGION, region, str(regions.get(region, region)), valueCodeableConcept=value)


def _context(context: list[str] | None, about: About) -> Iterator[Element]:
    """The triggers ticked; that there was none of them is said too, for it is not the same as no answer."""
    if context == []:
        yield _part(_MEASURE, _NO_TRIGGER, about.say("no_trigger"), valueBoolean=True)
    for key in context or ():
        yield _part(_TRIGGER, key, about.triggers.get(key, key), valueBoolean=True)


def _answer(key: str, value: float, question: Question | None) -> Element:
    words = key if question is None else question.text
    if question is not None and question.kind is AnswerKind.YES_NO:
        return _part(_QUESTION, key, words, valueBoolean=bool(value))
    is_scale = question is None or question.kind is AnswerKind.SCALE
    unit, code = ("", SCORE_UNIT) if is_scale or question is None else (question.unit, "" if question.unit else "1")
    return _part(_QUESTION, key, words, valueQuantity=quantity(value, unit, code))


def read_day(resource: Element) -> Data:
    """The opposite."""
    parts = resource.get("component", ())
    told = {name: _coded(parts, own(name)) for name in ("measure", "sign", "trigger", "question", "region")}
    plain = told["measure"]
    return {
        DATE: resource.get("effectiveDateTime"),
        **{measure.key: plain.get(measure.key) for measure in PLAIN},
        "extent": _read_extent(plain, told["region"]),
        "woken": plain.get(_WOKEN),
        "bad_day": plain.get(_BAD_DAY),
        "signs": [sign for sign, is_there in told["sign"].items() if is_there] if told["sign"] else None,
        "context": [] if plain.get(_NO_TRIGGER) else list(told["trigger"]) or None,
        "answers": {key: float(value) for key, value in told["question"].items()},
        "note": plain.get(_NOTE, ""),
        "recorded_at": resource.get("issued"),
        **({} if (origin := code_of(resource.get("method", {}), own(_CAME))) is None else {_CAME: origin}),
    }


def _coded(parts: list[Element], system: str) -> dict[str, Any]:
    """The values of the components that have a code of this list, by their code."""
    found = ((code_of(one.get("code", {}), system), one) for one in parts)
    return {code: _value(one, own("")) for code, one in found if code is not None}


def _value(part: Element, ours: str) -> Any:
    if "valueQuantity" in part:
        return part["valueQuantity"].get("value")
    if "valueCodeableConcept" in part:
        codes = part["valueCodeableConcept"].get("coding", ())
        return next((one["code"] for one in codes if one.get("system", "").startswith(ours)), None)
    return part.get("valueBoolean", part.get("valueString"))


def _read_extent(plain: Mapping[str, Any], grades: Mapping[str, Any]) -> Data | None:
    if _EXTENT not in plain:
        return None
    return {
        "percent": plain[_EXTENT],
        "method": plain.get("method", ExtentMethod.PERCENT.value),
        "grades": dict(grades),
        "age_column": plain.get("age_column"),
        "palms": plain.get(_PALMS),
    }
