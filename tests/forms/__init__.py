"""Forms for tests: one written for them, and whatever else a form can be."""

import tomllib
from pathlib import Path
from typing import Any

from adtracker.domain.scores.questionnaire import Questionnaire
from adtracker.domain.scores.questionnaire_reader import read_instrument

EVENING_FILE = Path(__file__).with_name("evening.toml")


def evening_data() -> dict[str, Any]:
    return tomllib.loads(EVENING_FILE.read_text(encoding="utf-8"))


def evening() -> Questionnaire:
    return read_instrument(evening_data())
