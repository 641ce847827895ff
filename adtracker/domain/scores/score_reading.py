"""Scores as they are listed: from the clinic and from questionnaires alike, each with the ranges it is read on.

What a questionnaire is made of is loaded where one was filled in; most reports have scores of the clinic alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from adtracker.domain.common.problem import RefusedError
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.response import Response

if TYPE_CHECKING:  # as above
    from adtracker.domain.common.measure import Direction
    from adtracker.domain.scores.band import BandSet
    from adtracker.domain.scores.definition import Definition
    from adtracker.domain.scores.questionnaire import Questionnaire
    from adtracker.domain.scores.scale import Scale


@dataclass(frozen=True, slots=True)
class Reading:
    """A score of one day. `value` is None where there is none: `missing` answers keep a form from being scored, or
    the form has no score. `span` is the lowest and the highest value there can be, `direction` which way is better;
    both are None where that is not known. `version` is that of the form, empty for a score of the clinic.
    """

    day: date
    name: str
    value: float | None
    decimals: int
    span: tuple[float, float] | None
    bands: tuple[BandSet, ...]
    record: ClinicScore | Response
    missing: int = 0
    direction: Direction | None = None
    version: str = ""


def readings(
    scores: Iterable[ClinicScore], filled: Iterable[Response], forms: Iterable[Definition], scales: Mapping[str, Scale]
) -> tuple[Reading, ...]:
    """All of them by day, then by name; what each form asks is read once."""
    by_key = {form.key: form for form in forms}

    @cache
    def instrument(key: str) -> Questionnaire | None:
        return readable(by_key[key]) if key in by_key else None

    found = [_clinic(one, scales.get(one.scale)) for one in scores]
    found += [_filled(one, instrument(one.form)) for one in filled]
    return tuple(sorted(found, key=_place))


def readable(form: Definition) -> Questionnaire | None:
    """What a form asks; None if a damaged diary has no form there."""
    from adtracker.domain.scores.definition_content import questionnaire_of  # noqa: PLC0415 -- as above

    try:
        return questionnaire_of(form)
    except RefusedError:
        return None


def _place(one: Reading) -> tuple[date, str]:
    return one.day, one.name


def _clinic(one: ClinicScore, scale: Scale | None) -> Reading:
    if scale is None:  # written by a newer version
        return Reading(one.day, one.scale, one.value, 2, None, (), one)
    span = (scale.minimum, scale.maximum)
    return Reading(one.day, scale.name, one.value, scale.decimals, span, scale.bands, one, direction=scale.direction)


def _filled(one: Response, form: Questionnaire | None) -> Reading:
    if form is None:
        return Reading(one.day, one.form, one.value, 2, None, (), one)
    rule = form.scoring
    if rule is None:
        return Reading(one.day, form.title, None, 0, None, (), one, version=form.version)
    return Reading(
        day=one.day,
        name=form.title,
        value=one.value,
        decimals=form.decimals,
        span=(rule.minimum, rule.maximum),
        bands=form.bands,
        record=one,
        missing=_missing(one, form) if one.value is None else 0,
        direction=rule.direction,
        version=form.version,
    )


def _missing(one: Response, form: Questionnaire) -> int:
    """How many answers keep a form from being scored."""
    from adtracker.domain.scores.scoring import Incomplete, score  # noqa: PLC0415 -- as above

    found = score(form, one.by_link)
    return len(found.missing) if isinstance(found, Incomplete) else 0
