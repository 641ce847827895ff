"""Reads scores and questionnaires from the journal, with what they are called and the ranges they are read on.

Loaded when there are any, or a person wants to add one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

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


def read_readings(journal: Journal) -> tuple[Reading, ...]:
    """All scores and questionnaires of a diary, by day. Raises DiaryError."""
    return readings(journal.scores(), journal.filled_forms(), scales(), instrument_by_key(journal))


def instrument_by_key(journal: Journal) -> Callable[[str], Instrument | None]:
    """What the forms of a diary ask, by key; each is read once, when it is asked for. Raises DiaryError."""
    forms = {form.key: form for form in journal.forms()}

    @cache
    def found(key: str) -> Instrument | None:
        return readable_instrument(forms[key]) if key in forms else None

    return found


def readable_instrument(form: Form) -> Instrument | None:
    """What a form asks; None if a damaged diary has no form there."""
    try:
        return instrument_of(form)
    except RefusedError:
        return None
