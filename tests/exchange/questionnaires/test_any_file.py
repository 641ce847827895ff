"""Whatever stands in a file: it becomes a form, or is refused with sentences."""

import copy
import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.scores.questionnaire import (
    Questionnaire,
)
from adtracker.domain.scores.questionnaire_data import instrument_data
from adtracker.domain.scores.questionnaire_reader import read_instrument
from adtracker.errors import ExchangeError
from adtracker.exchange.questionnaires.file import read_form
from adtracker.exchange.questionnaires.opened import FormError
from adtracker.resources import Texts

TEXTS = Texts()
SKIN_WEEK: Any = json.loads(Path(__file__).with_name("skin_week.json").read_text(encoding="utf-8"))
FHIR = "http://hl7.org/fhir/StructureDefinition/"
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers() | st.just(10**400),
    st.floats(),
    st.sampled_from(["", "\0", "\ud800", "#days", "dry", "choice", "group", "=", "<script>", FHIR + "ordinalValue"]),
)


NAMES = [
    "item",
    "type",
    "linkId",
    "text",
    "answerOption",
    "valueCoding",
    "valueInteger",
    "code",
    "display",
    "extension",
    "url",
    "valueDecimal",
    "answerValueSet",
    "enableWhen",
    "question",
    "operator",
    "answerBoolean",
    "required",
    "repeats",
    "readOnly",
    "contained",
    "modifierExtension",
]


ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=12,
)


def _places(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for name, value in inner for place in _places(value, (*path, name)))]


@settings(max_examples=50)
@given(st.sampled_from(_places(SKIN_WEEK)[1:]), ANYTHING)
def test_whatever_stands_in_a_file_it_becomes_a_form_or_is_refused_with_its_places(
    place: tuple[str | int, ...], value: object
) -> None:
    data = copy.deepcopy(SKIN_WEEK)
    inner: Any = data
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    form, sentences = _outcome(data)
    assert (form is None) == bool(sentences)
    if form is not None:
        assert read_instrument(json.loads(json.dumps(instrument_data(form), allow_nan=False))) == form


def _outcome(data: object) -> tuple[Questionnaire | None, list[str]]:
    try:
        return read_form(json.dumps(data)).instrument, []
    except FormError as error:
        return None, [TEXTS.problem(problem) for problem in error.problems]
    except ExchangeError as error:
        return None, [TEXTS.error(error)]
