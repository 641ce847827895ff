"""Scores as they are listed: from the clinic and from questionnaires alike, each with the ranges it is read on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from adtracker.domain.band import BandSet
from adtracker.domain.clinic_score import ClinicScore
from adtracker.domain.filled_form import FilledForm
from adtracker.domain.form import Form
from adtracker.domain.form_content import instrument_of
from adtracker.domain.instrument import Instrument
from adtracker.domain.problem import RefusedError
from adtracker.domain.scale import Scale
from adtracker.domain.scoring import Incomplete, score


@dataclass(frozen=True, slots=True)
class Reading:
    """A score of one day. `value` is None where there is none: `missing` answers keep a form from being scored, or
    the form has no score. `span` is the lowest and the highest value there can be, None where that is not known.
    """

    day: date
    name: str
    value: float | None
    decimals: int
    span: tuple[float, float] | None
    bands: tuple[BandSet, ...]
    record: ClinicScore | FilledForm
    missing: int = 0


def readings(
    scores: Iterable[ClinicScore], filled: Iterable[FilledForm], forms: Iterable[Form], scales: Mapping[str, Scale]
) -> tuple[Reading, ...]:
    """All of them by day, then by name; what each form asks is read once."""
    by_key = {form.key: form for form in forms}

    @cache
    def instrument(key: str) -> Instrument | None:
        return readable(by_key[key]) if key in by_key else None

    found = [_clinic(one, scales.get(one.scale)) for one in scores]
    found += [_filled(one, instrument(one.form)) for one in filled]
    return tuple(sorted(found, key=_place))


def readable(form: Form) -> Instrument | None:
    """What a form asks; None if a damaged diary has no form there."""
    try:
        return instrument_of(form)
    except RefusedError:
        return None


def _place(one: Reading) -> tuple[date, str]:
    return one.day, one.name


def _clinic(one: ClinicScore, scale: Scale | None) -> Reading:
    if scale is None:  # written by a newer version
        return Reading(one.day, one.scale, one.value, 2, None, (), one)
    span = (scale.minimum, scale.maximum)
    return Reading(one.day, scale.name, one.value, scale.decimals, span, scale.bands, one)


def _filled(one: FilledForm, form: Instrument | None) -> Reading:
    if form is None:
        return Reading(one.day, one.form, one.value, 2, None, (), one)
    if form.scoring is None:
        return Reading(one.day, form.title, None, 0, None, (), one)
    missing = score(form, one.by_link) if one.value is None else None
    count = len(missing.missing) if isinstance(missing, Incomplete) else 0
    span = (form.scoring.minimum, form.scoring.maximum)
    return Reading(one.day, form.title, one.value, form.scoring.decimals, span, form.bands, one, count)
