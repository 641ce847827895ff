"""Opening a questionnaire from a file on disk, in either format, and the files that are none."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from adtracker.errors import ExchangeError
from adtracker.exchange.questionnaires.file import LIMIT_MEGABYTES, open_form, read_form
from adtracker.exchange.questionnaires.opened import FormError
from adtracker.resources import Texts
from tests.forms import EVENING_FILE, evening

TEXTS = Texts()
QUESTIONNAIRE = {
    "resourceType": "Questionnaire",
    "id": "short",
    "item": [{"linkId": "a", "text": "A?", "type": "boolean"}],
}


def test_the_own_format_is_opened() -> None:
    assert open_form(EVENING_FILE).instrument == evening()


@pytest.mark.parametrize("name", ["form.json", "form.JSON", "form.fhir", "form"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_fhir_questionnaire_is_opened_whatever_the_file_is_called(tmp_path: Path, name: str, mark: str) -> None:
    (tmp_path / name).write_text(mark + json.dumps(QUESTIONNAIRE), encoding="utf-8")
    assert open_form(tmp_path / name).instrument.title == "short"


def test_lines_may_end_as_on_windows(tmp_path: Path) -> None:
    file = tmp_path / "form.toml"
    file.write_bytes(EVENING_FILE.read_bytes().replace(b"\n", b"\r\n"))
    assert open_form(file).instrument == evening()


@pytest.mark.parametrize(
    ("content", "key", "said"),
    [
        (b"id = \n", "exchange.not_toml", "line 1"),
        (b"id = 'a'\nversion = '1'\nA letter from the clinic", "exchange.not_toml", "line 3"),
        (b"\xff\xd8\xff\xe0", "exchange.not_utf8", "Line 1"),
        (b"\n<html>", "exchange.form_xml", "JSON"),
        (b"id = '" + b"x" * (LIMIT_MEGABYTES * 1024 * 1024) + b"'", "exchange.too_large", "2 MB"),
    ],
)
def test_a_file_that_is_no_questionnaire_says_why(tmp_path: Path, content: bytes, key: str, said: str) -> None:
    file = tmp_path / "form.toml"
    file.write_bytes(content)
    with pytest.raises(ExchangeError) as error:
        open_form(file)
    assert error.value.key == key
    assert said in TEXTS.error(error.value)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError) as error:
        open_form(tmp_path / "nothing.toml")
    assert error.value.key == "exchange.cannot_read"


def test_a_form_with_problems_names_their_places() -> None:
    text = EVENING_FILE.read_text(encoding="utf-8").replace("[0, 9]", "[0, 8]").replace('version = "2"', "")
    with pytest.raises(FormError) as error:
        read_form(text)
    assert [(problem.field, problem.rule) for problem in error.value.problems] == [("version", "missing")]
    assert TEXTS.error(error.value) == "This form cannot be used as it is. Nothing was added."


@pytest.mark.parametrize(
    "text_of",
    [
        lambda: "a." * 500_000 + "a = 1",
        lambda: "[" + "a." * 500_000 + "a]",
        lambda: 'a = {"b" . ' + "'b' . " * 200_000 + "b = 1}",
        lambda: "a = " + "[" * 500_000,
        lambda: "a = " + "1" * 1_000_000,
        lambda: "a" * 1_000_000,
        lambda: '"' * 1_000_000,
        lambda: "[[questions]]\n" * 100_000,
        lambda: json.dumps(QUESTIONNAIRE | {"item": [{"linkId": 1, "type": 2, "enableWhen": [{}, {}]}] * 30_000}),
        lambda: json.dumps(
            QUESTIONNAIRE | {"item": [{"linkId": "a", "type": "choice", "answerOption": [{}] * 300_000}]}
        ),
    ],
)
def test_no_file_takes_long_to_be_refused(text_of: Callable[[], str]) -> None:
    text = text_of()
    start = time.process_time()
    with pytest.raises(ExchangeError):
        read_form(text)
    assert time.process_time() - start < 5
