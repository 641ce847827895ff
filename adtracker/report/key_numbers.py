"""The key numbers of page one, and how complete the days behind them are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from adtracker.domain.common.measure import EXTENT, MEASURES, Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.records.diary_break import break_days
from adtracker.domain.scores.score_change import BASELINE_WEEKS
from adtracker.domain.statistics.break_phrase import bad_days_phrase, break_phrase
from adtracker.domain.statistics.sign_days import sign_days
from adtracker.domain.statistics.summary import KeyNumbers, Mean, completeness, key_numbers
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.domain.views.sign_sum import sum_numbers
from adtracker.report.material import MOST_LETTERS, Material
from adtracker.report.recalled import weeks_line
from adtracker.report.wording import (
    DOWN,
    MINUS,
    NO_BREAK,
    UP,
    Wording,
    joined,
    mean_text,
    percent_of,
    percent_text,
    unit_text,
    value_text,
)

# Rows for own questions on page one; with more it would have no room for the charts.
MOST_OWN = 3


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One measure: its name, its scale with direction, its theme colour, and a text for each column."""

    label: str
    scale: str
    colour: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyTable:
    """The key numbers. `measure` is the head of the column of names; `strong` is the index of the column to look at
    first. `notes` say what the numbers rest on.

    `rows` are of days, `scores` of what the clinic or a form gave now and then.
    """

    heading: str
    measure: str
    columns: tuple[str, ...]
    strong: int
    rows: tuple[KeyRow, ...]
    scores: tuple[KeyRow, ...]
    notes: str


def key_table(material: Material) -> KeyTable | None:
    """The key numbers, or None if there are none. Measures without any value in the period are left out.

    Without a baseline the table has no baseline and no change.
    """
    wording = material.wording
    numbers, scores = _numbers(material), _scores(material)
    if not numbers and not scores:
        return None
    names = ("baseline", "recent", "change", "best", "worst", "days")
    compared = material.baseline is not None
    return KeyTable(
        heading=wording.say("key_numbers.heading"),
        measure=wording.say("key_numbers.measure"),
        columns=tuple(wording.say(f"key_numbers.{name}") for name in _kept(names, compared)),
        strong=1 if compared else 0,
        rows=tuple(_row(wording, one, compared) for one in numbers),
        scores=tuple(replace(one, cells=_kept(one.cells, compared)) for one in scores),
        notes=joined((minimum(material), *_which_days(material, bool(scores)), _more(material))),
    )


def _scores(material: Material) -> tuple[KeyRow, ...]:
    if not material.around.readings:
        return ()
    from adtracker.report.score_rows import score_rows  # noqa: PLC0415 -- not where there are none

    return score_rows(material)


def _numbers(material: Material) -> tuple[KeyNumbers, ...]:
    """What every day has, days with signs, and the first own questions: each only if something was recorded."""
    measures = (*MEASURES, *material.own_measures[:MOST_OWN])
    found = key_numbers(material.known, material.baseline_means, material.period, measures, material.minimum)
    recorded = [one for one in found if any(entry.value(one.measure) is not None for entry in material.days.values())]
    usual = [one for one in recorded if one.measure in MEASURES]
    return (*usual, *_signs(material), *recorded[len(usual) :])


def _signs(material: Material) -> tuple[KeyNumbers, ...]:
    """The 0 to 28 sum of the last seven days beside that of the baseline, where signs were answered."""
    week = Period.ending(material.period.last, DAYS_A_WEEK)
    if not any(sign_days(material.days, days, material.itch_from).has_chips for days in (material.period, week)):
        return ()
    before = None if material.baseline is None else material.baseline.means.period
    found = sum_numbers(material.known, before, material.period.last, material.itch_from)
    return () if found.baseline.mean is None and found.recent.mean is None else (found,)


def _more(material: Material) -> str:
    more = len(material.own_measures) - MOST_OWN
    return material.wording.count("key_numbers.more", more) if more > 0 else ""


def _kept(cells: tuple[str, ...], compared: bool) -> tuple[str, ...]:
    return cells if compared else (cells[1], *cells[3:])


def _row(wording: Wording, one: KeyNumbers, compared: bool) -> KeyRow:
    scale, one = _told(wording, one)
    cells = (
        _mean(wording, one.baseline, one.measure),
        _mean(wording, one.recent, one.measure),
        _change(wording, one),
        _value(wording, one.best, one.measure),
        _value(wording, one.worst, one.measure),
        n_of(wording, one.recent),
    )
    return KeyRow(_brief(wording.measure(one.measure, "label")), scale, one.measure.colour, _kept(cells, compared))


def _told(wording: Wording, one: KeyNumbers) -> tuple[str, KeyNumbers]:
    """The scale of a row, and its numbers: a person's own unit stands with the scale, once, and not in every column."""
    if one.measure == SIGN_SUM:
        return wording.say("signs.scale"), one
    scale = wording.measure(one.measure, "scale")
    if one.measure in MEASURES or not one.measure.unit:
        return scale, one
    unit, bare = one.measure.unit, replace(one.measure, unit="")
    return wording.say("key_numbers.in_unit", unit=unit, scale=scale), replace(one, measure=bare)


def _brief(label: str) -> str:
    return label if len(label) <= MOST_LETTERS else f"{label[: MOST_LETTERS - 1].rstrip()}…"


def n_of(wording: Wording, mean: Mean) -> str:
    """Such as 6 of 7, also of a week that is not over."""
    return wording.say("key_numbers.n_of", n=mean.n, days=DAYS_A_WEEK)


def _mean(wording: Wording, mean: Mean, measure: Measure) -> str:
    if measure == SIGN_SUM and mean.mean is None:
        return wording.say("key_numbers.needs_all")
    return wording.say("too_few") if mean.mean is None else mean_text(mean.mean, measure)


def _value(wording: Wording, value: float | None, measure: Measure) -> str:
    """A day's value; a single day of yes and no says nothing."""
    is_known = value is not None and not measure.is_share
    return value_text(value, measure) if is_known and value is not None else wording.say("key_numbers.no_value")


def _change(wording: Wording, one: KeyNumbers) -> str:
    """Such as ▼ 3.9 and the per cent in brackets: an arrow for the direction, never a word for good or bad."""
    if one.change is None:
        return wording.say("key_numbers.no_value")
    if one.change == 0:
        return wording.say("key_numbers.no_change")
    way = arrow(one.change)
    if one.measure.is_share:
        return f"{way}{percent_text(abs(one.change))}{wording.say('key_numbers.points')}"
    size = f"{abs(one.change):.{one.measure.decimals}f}"
    points = wording.say("key_numbers.points") if one.measure == EXTENT else unit_text(one.measure)
    return f"{way}{size}{points}{in_percent(one.change_percent)}"


def arrow(change: float) -> str:
    """Which way a number went, before how far."""
    return f"{DOWN if change < 0 else UP}{NO_BREAK}"


def in_percent(percent: float | None) -> str:
    """A change in per cent, behind the same in points."""
    if percent is None:
        return ""
    sign = MINUS if percent < 0 else "+"
    return f" ({sign}{abs(percent):g}{NO_BREAK}%)"


def minimum(material: Material) -> str:
    """From how many days on there is an average."""
    return material.wording.count("key_numbers.minimum", material.minimum)


def quality(material: Material) -> str:
    """Days kept of days elapsed with empty days in breaks, the longest gap, bad days, days filled in later, days from
    paper; apart from them the weeks answered."""
    wording, found = material.wording, completeness(material.days, material.counted)
    share = percent_of(found.kept, found.elapsed)
    in_breaks = break_phrase(break_days(material.around.breaks, material.counted, material.days), wording.other)
    key = "quality.kept_breaks" if in_breaks else "quality.kept"
    kept = wording.say(key, kept=found.kept, elapsed=found.elapsed, percent=share, breaks=in_breaks)
    gap = wording.say("quality.gap", days=wording.days(found.longest_gap)) if found.longest_gap else ""
    bad = bad_days_phrase(found.without_numbers, wording.other)
    later = wording.count("quality.later", found.filled_in_later) if found.filled_in_later else ""
    paper = wording.count("quality.paper", found.from_paper) if found.from_paper else ""
    rest = (
        gap or wording.say("quality.no_gap"),
        f"{bad}." if bad else "",
        later or wording.say("quality.later_none"),
        paper,
    )
    return joined((kept, *rest, weeks_line(material)))


def _which_days(material: Material, has_scores: bool) -> Iterator[str]:
    """Which days the numbers of the columns are from."""
    say = material.wording.say
    span = material.wording.short_span(Period.ending(material.period.last, DAYS_A_WEEK))
    yield say("key_numbers.newest_scores" if has_scores else "key_numbers.newest", span=span)
    yield _baseline(material)
    if has_scores and material.baseline is not None:
        yield say("key_numbers.baseline_scores", weeks=BASELINE_WEEKS)


def _baseline(material: Material) -> str:
    if material.baseline is None:
        return ""
    key = "baseline_late" if material.baseline.began_late else "baseline_before"
    span = material.wording.span(material.baseline.means.period)
    return material.wording.say(f"key_numbers.{key}", span=span)
