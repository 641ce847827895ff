"""Questionnaires as they were opened, and what was answered to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from adtracker.domain.scores.answering import Answers
from adtracker.domain.scores.questionnaire import Group, Item, Kind, Number, OnDay, OneOf, Question, Remark, Words
from adtracker.domain.scores.score_reading import Reading
from adtracker.exchange.codec import Data
from adtracker.exchange.fhir.about import About, reference
from adtracker.exchange.fhir.elements import Element, code_of, concept, fits, number, own, said, without_empty
from adtracker.exchange.fhir.happened import reference_range, score_observation
from adtracker.exchange.import_result import DATE

_CHOICE = own("choice")


def write_form(form_key: str, about: About) -> Element:
    """A questionnaire with its items; the whole of it, as the diary keeps it, stands beside."""
    form = about.forms.get(form_key)
    found: Element = {
        "resourceType": "Questionnaire",
        "url": reference(about.name("forms", form_key))["reference"],
        "status": "active",
        "subjectType": ["Patient"],
    }
    if form is None:
        return found
    told = said("version", form.version) | said("title", form.title) | said("publisher", form.source)
    items = list(_Numbered().items(form.items))
    return without_empty(found | told | said("copyright", form.licence) | {"item": items})


@dataclass
class _Numbered:
    """Writes the items of a form; those without a link of their own are numbered, so that no two have the same."""

    answers: Answers | None = None
    _count: int = field(default=0)

    def items(self, items: tuple[Item, ...]) -> Iterator[Element]:
        """The items; with answers, those of a response: only what was answered, in its groups."""
        for item in items:
            found = self._question(item) if isinstance(item, Question) else self._other(item)
            if self.answers is None or "answer" in found or "item" in found:
                yield found

    def _other(self, item: Remark | Group) -> Element:
        link: Element = {"linkId": self._number()}
        if isinstance(item, Remark):
            return link | self._type("display") | (said("text", item.text) or {"text": "…"})
        inner = without_empty({"item": list(self.items(item.items))})
        return link | self._type("group") | said("text", item.title) | inner

    def _number(self) -> str:
        self._count += 1
        return f"{own('item')}:{self._count}"

    def _question(self, item: Question) -> Element:
        link = {"linkId": item.link if fits(item.link) else self._number()} | said("text", item.text)
        if self.answers is None:
            return link | self._type(_type(item.kind)) | {"required": item.required} | _options(item.kind)
        answer = self.answers.get(item.link)
        return link | without_empty({"answer": [] if answer is None else _answers(item.kind, answer)})

    def _type(self, name: str) -> Element:
        return {"type": name} if self.answers is None else {}


def _type(kind: Kind) -> str:
    if isinstance(kind, OneOf):
        return "open-choice" if kind.own_words else "choice"
    if isinstance(kind, OnDay):
        return "date"
    if isinstance(kind, Number):
        return "integer" if kind.whole else "decimal"
    return "text" if isinstance(kind, Words) else "boolean"


def _options(kind: Kind) -> Element:
    choices = kind.choices if isinstance(kind, OneOf) else ()
    repeats = {"repeats": True} if isinstance(kind, OneOf) and kind.several else {}
    return repeats | without_empty({"answerOption": [{"valueCoding": _coding(one.key, one.text)} for one in choices]})


def _coding(key: str, text: str) -> Element:
    """A choice by its key; a key that no code can be is left to the words."""
    codes: list[Element] = concept(text, _CHOICE, key).get("coding", [])
    return {**next(iter(codes), {}), **said("display", text or key)}


def _answers(kind: Kind, answer: Any) -> list[Element]:
    if isinstance(kind, OneOf):
        return [_chosen(kind, one) for one in (answer if kind.several else [answer])]
    if isinstance(kind, OnDay):
        return [{"valueDate": answer}]
    if isinstance(kind, Number):
        name = "valueInteger" if kind.whole and float(answer).is_integer() else "valueDecimal"
        return [{name: number(answer)}]
    if isinstance(kind, Words):
        return [said("valueString", answer)]
    return [{"valueBoolean": answer}]


def _chosen(kind: OneOf, answer: str) -> Element:
    """One of the choices, or what was written in its place."""
    choice = kind.choice(answer)
    return said("valueString", answer) if choice is None else {"valueCoding": _coding(answer, choice.text)}


def write_response(data: Data, about: About) -> Element:
    """What was answered to a form, in the order of its questions."""
    form = about.forms.get(data["form"])
    items = [] if form is None else list(_Numbered(data["answers"]).items(form.items))
    return without_empty(
        {
            "resourceType": "QuestionnaireResponse",
            "questionnaire": reference(about.name("forms", data["form"]))["reference"],
            "status": "completed",
            "subject": about.subject,
            "authored": data[DATE],
            "source": about.subject,
            "item": items,
        }
    )


def read_response(resource: Element) -> Data:
    """The opposite."""
    found: dict[str, list[Any]] = {}
    for link, value in _read_answers(resource):
        found.setdefault(link, []).append(value)
    answers = {link: values[0] if len(values) == 1 else values for link, values in found.items()}
    return {DATE: resource.get("authored"), "answers": answers}


def _read_answers(resource: Element) -> Iterator[tuple[str, Any]]:
    for item in resource.get("item", ()):
        for answer in item.get("answer", ()):
            value = next((value for name, value in answer.items() if name.startswith("value")), None)
            if isinstance(value, dict):
                value = code_of({"coding": [value]}, _CHOICE)
            if value is not None:
                yield item["linkId"], value
        yield from _read_answers(item)


def form_score(reading: Reading, about: About) -> Element | None:
    """The score of a form filled in, as an Observation; None where it has none. An import works with the answers."""
    if reading.value is None:
        return None
    found = score_observation(reading.day.isoformat(), reading.name, reading.value, about)
    return found if reading.span is None else found | reference_range(*reading.span)
