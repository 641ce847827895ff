"""Puts scores and questionnaires together with what they are called and the ranges they are read on.

Loaded when there are any, or a person wants to add one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from adtracker.domain.clinic_score import ClinicScore
from adtracker.domain.filled_form import FilledForm
from adtracker.domain.form import Form
from adtracker.domain.form_content import instrument_of
from adtracker.domain.instrument import Instrument
from adtracker.domain.problem import RefusedError
from adtracker.domain.score_reading import Reading, readings
from adtracker.resources import scales

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


def read_titles(journal: Journal) -> Mapping[str, str]:
    """What scales and forms are called, by key. Raises DiaryError."""
    return {
        **{key: scale.name for key, scale in scales().items()},
        **{form.key: form.title for form in journal.forms()},
    }


def readings_of(
    scores: Iterable[ClinicScore], filled: Iterable[FilledForm], forms: Iterable[Form]
) -> tuple[Reading, ...]:
    """Scores and filled-in forms by day; each form is read once."""
    by_key = {form.key: form for form in forms}

    @cache
    def instrument(key: str) -> Instrument | None:
        return readable(by_key[key]) if key in by_key else None

    return readings(scores, filled, scales(), instrument)


def readable(form: Form) -> Instrument | None:
    """What a form asks; None if a damaged diary has no form there."""
    try:
        return instrument_of(form)
    except RefusedError:
        return None
