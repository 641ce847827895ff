"""What was recorded on a day in one sentence, the same in charts, calendars and for a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from adtracker.domain.common.measure import MEASURES, Measure
from adtracker.domain.records.day import DayEntry
from adtracker.language import tr
from adtracker.ui.words.day_words import day_words
from adtracker.ui.words.number_words import not_recorded, value_words

# The table "measures" of the text catalogue.
Names = Mapping[str, Mapping[str, str]]


def entry_sentence(
    day: date,
    today: date,
    entry: DayEntry | None,
    names: Names,
    more: Iterable[str] = (),
    measures: Sequence[Measure] = MEASURES,
) -> str:
    """A day such as "Thursday 19 November: worst itch 4, sleep quality 6, skin affected 12 %", and `more` facts."""
    facts = [not_recorded()] if entry is None else _facts(entry, names, measures)
    return tr("{day}: {what}", day=day_words(day, today), what=", ".join([*facts, *more]))


def _facts(entry: DayEntry, names: Names, measures: Sequence[Measure]) -> list[str]:
    facts = [tr("bad day, no numbers")] if entry.has_no_numbers else []
    for measure in measures:
        value = entry.value(measure)
        number = not_recorded() if value is None else value_words(value, measure)
        facts.append(f"{names[measure.key]['inside']} {number}")
    if entry.is_from_paper:
        return [*facts, tr("from paper")]
    return [*facts, tr("filled in later")] if entry.filled_in_later else facts
