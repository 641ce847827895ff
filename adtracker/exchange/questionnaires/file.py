"""Opens a questionnaire from a file: a FHIR R4 Questionnaire as JSON, or the app's own format as TOML."""

from __future__ import annotations

from pathlib import Path

from adtracker.domain.common.problem import RefusedError
from adtracker.domain.scores.questionnaire_reader import read_instrument
from adtracker.errors import ExchangeError
from adtracker.exchange.questionnaires.fhir_questionnaire import read_questionnaire
from adtracker.exchange.questionnaires.opened import FormError, OpenedQuestionnaire
from adtracker.exchange.questionnaires.toml_text import read_toml_text
from adtracker.exchange.text_file import read_text_file

# Questionnaires with all their translations are a tenth of it.
LIMIT_MEGABYTES = 2


def open_form(file: Path) -> OpenedQuestionnaire:
    """The form in a file. Raises FormError if it has problems in some places, ExchangeError if it is no form at all."""
    text = read_text_file(file, LIMIT_MEGABYTES)
    return read_form(text, is_json=file.suffix.lower() == ".json")


def read_form(text: str, *, is_json: bool = False) -> OpenedQuestionnaire:
    """The form in a text, which is JSON if it is known to be or looks like it. Raises as `open_form` does."""
    if text.lstrip()[:1] == "<":
        raise ExchangeError("exchange.form_xml")
    if is_json or text.lstrip()[:1] == "{":
        return read_questionnaire(text)
    try:
        return OpenedQuestionnaire(read_instrument(read_toml_text(text)))
    except RefusedError as error:
        raise FormError(error.problems) from None
