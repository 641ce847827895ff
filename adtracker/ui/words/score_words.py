"""Scores in words: numbers first, then what was published. None of it says what a score means for a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from adtracker.domain.scores.band import Band, BandSet
from adtracker.domain.scores.definition import is_due
from adtracker.domain.scores.score_reading import Reading
from adtracker.language import tr, tr_count
from adtracker.ui.words.day_words import brief_day
from adtracker.ui.words.number_words import written_number


def number_text(value: float) -> str:
    """A number with as many decimals as it has: 8, 12.3."""
    return written_number(value, 6, "g")


def reading_words(reading: Reading) -> str:
    """What was found: "12.3, from 0 to 72", "not scored: 2 answers missing", "filled in"."""
    if reading.value is None:
        return missing_words(reading.missing) if reading.missing else tr("filled in")
    value = value_text(reading)
    if reading.span is None:
        return value
    return tr("{value}, from {range}", value=value, range=range_words(*reading.span))


def value_text(reading: Reading) -> str:
    """The value of a reading that has one, with as many decimals as its scale has."""
    assert reading.value is not None, "only a value is written"
    return written_number(reading.value, reading.decimals)


def missing_words(count: int) -> str:
    """Why there is no score."""
    return tr_count("not scored: 1 answer missing", "not scored: {count} answers missing", count)


def range_words(low: float, high: float) -> str:
    """From where to where: "0 to 72"; one number where both are the same."""
    if low == high:
        return number_text(low)
    return tr("{low} to {high}", low=number_text(low), high=number_text(high))


def bands_words(bands: Sequence[Band]) -> str:
    """Published ranges: "0 clear · 0.1 to 5.9 mild"."""
    return " · ".join(f"{range_words(band.low, band.high)} {band.label}" for band in bands)


def source_words(one: BandSet) -> str:
    """Who published ranges, and where they can be read."""
    return tr("Source: {names}", names=", ".join(filter(None, (one.source, one.address))))


def due_words(due: date | None, today: date, *, hidden: bool) -> str:
    """When a questionnaire is to be filled in next."""
    if hidden:
        return tr("hidden, its answers stay")
    if due is None:
        return tr("whenever you like")
    if is_due(due, today):
        return tr("due")
    return tr("next on {brief_day}", brief_day=brief_day(due))
