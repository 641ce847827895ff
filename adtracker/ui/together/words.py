"""What happened together, in sentences and in the columns of a table. They say what went together, and never why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from adtracker.domain.common.measure import ITCH
from adtracker.domain.records.question import AnswerKind, Question, measure_of
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.statistics.association import FEWEST_DAYS, Association, Lag
from adtracker.domain.statistics.exposures import Alike, Exposure
from adtracker.domain.statistics.findings import Finding, Findings, by_name
from adtracker.ui.kit.value_table import Column
from adtracker.ui.words.number_words import NO_BREAK, NOTHING, days, mean_digits, too_few_days, value_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with its paragraphs."""

    heading: str
    paragraphs: Sequence[str]


@dataclass(frozen=True, slots=True)
class Look:
    """A row of the table: one factor at one lag."""

    factor: Exposure
    found: Association


def passages(findings: Findings) -> list[Passage]:
    """All that was found, by name; parts that have nothing to say are left out."""
    compared = by_name(findings.compared)
    calm = [one for one in compared if not one.stands_out]
    parts = [
        Passage(translate("together", "What stands out"), [*_standing_out(compared)]) if compared else None,
        Passage(translate("together", "No difference that stands out"), [*map(_calm, calm)]) if calm else None,
        Passage(_too_few_heading(), [*map(_too_few, findings.too_few)]) if findings.too_few else None,
        Passage(translate("together", "Nothing to compare with"), [*map(_alike, findings.alike)])
        if findings.alike
        else None,
    ]
    return [part for part in parts if part is not None]


def looks(compared: Sequence[Finding]) -> list[Look]:
    """The rows of a table, in the order given."""
    return [Look(finding.factor, look) for finding in compared for look in finding.looks]


def columns() -> list[Column[Look]]:
    """The columns of the table."""
    return [
        Column(translate("together", "What"), _what, strong=True),
        Column(translate("together", "Itch looked at"), _lag),
        Column(translate("together", "Days with"), _with, is_number=True),
        Column(translate("together", "Days without"), _without, is_number=True),
        Column(translate("together", "Difference in itch"), _difference, _spoken_difference, is_number=True),
        Column(translate("together", "Range (95 %)"), _range, _spoken_range, is_number=True),
        Column(translate("together", "Stands out"), _stands_out),
    ]


def as_text(words: Sequence[Passage], rows: Sequence[Look]) -> str:
    """Sentences, then the table with tabs between its columns, to be pasted elsewhere."""
    lines = [line for passage in words for line in (passage.heading, *passage.paragraphs, "")]
    made = columns() if rows else []
    heads = ["\t".join(column.heading for column in made)] if made else []
    return "\n".join([*lines, *heads, *("\t".join(column.text(row) for column in made) for row in rows)])


def factor_words(factor: Exposure) -> str:
    """What days with it had: Stress; Moisturiser used; Did I swim? yes; Pain above 4."""
    if isinstance(factor.of, Trigger):
        return factor.name
    if not isinstance(factor.of, Question):
        return translate("together", "{} used").format(factor.name)
    if factor.of.kind is AnswerKind.YES_NO:
        return translate("together", "“{}” yes").format(factor.name)
    return translate("together", "“{name}” above {middle}").format(name=factor.name, middle=_middle(factor))


def _middle(factor: Exposure) -> str:
    """The median of answers; half a step where it lies between two."""
    assert isinstance(factor.of, Question), "only answers have a median"
    assert factor.middle is not None, "and only those that are numbers"
    if factor.middle.is_integer():
        return value_words(factor.middle, measure_of(factor.of))
    return mean_digits(factor.middle, ITCH)


def _standing_out(compared: Sequence[Finding]) -> Iterator[str]:
    rows = [row for row in looks(compared) if row.found.stands_out]
    yield from map(_standing_out_words, rows)
    if not rows:
        yield translate("together", "Nothing. Days that are mixed up at random show differences as large as these.")


def _standing_out_words(row: Look) -> str:
    """The difference of a row in full."""
    assert row.found.difference is not None, "what stands out has a number"
    more = translate("together", "{what} and more itch {lag} happened together more often {days}; this can be chance.")
    less = translate("together", "{what} and less itch {lag} happened together more often {days}; this can be chance.")
    first = more if row.found.difference > 0 else less
    second = translate("together", "Worst itch was {difference} on days with it (95 % range: {range}).")
    said = first.format(what=_what(row), lag=_inside(row.found.lag), days=_counts(row.found))
    return f"{said} {second.format(difference=_difference(row), range=_range(row))}"


def _calm(finding: Finding) -> str:
    """Such as "Wool: 0.2 higher the same day (12 days with, 80 without); …"."""
    said = [
        translate("together", "{difference} {lag} {days}").format(
            difference=_spoken_difference(row), lag=_inside(row.found.lag), days=_counts(row.found)
        )
        for row in looks([finding])
    ]
    return translate("together", "{what}: {said}.").format(what=factor_words(finding.factor), said="; ".join(said))


def _too_few_heading() -> str:
    return translate("together", "Too few days so far (each needs {least} days with and {least} without)").format(
        least=FEWEST_DAYS
    )


def _too_few(finding: Finding) -> str:
    counts = _plain_counts(finding.nearest)
    said = translate("together", "{}, but no week has both kinds").format(counts) if finding.has_days else counts
    return translate("together", "{what}: {said}.").format(what=factor_words(finding.factor), said=said)


def _alike(factor: Exposure) -> str:
    known = days(len(factor.days))
    if factor.alike is Alike.ALWAYS:
        said = translate("together", "{what}: on each of the {days} that are known. There is no day without.")
    else:
        said = translate("together", "{what}: on none of the {days} that are known. There is no day with.")
    return said.format(what=factor_words(factor), days=known)


def _counts(look: Association) -> str:
    return f"({_plain_counts(look)})"


def _plain_counts(look: Association) -> str:
    return translate("together", "{present} with, {absent} without").format(
        present=days(look.days_with), absent=look.days_without
    )


def _what(row: Look) -> str:
    return factor_words(row.factor)


def _lag(row: Look) -> str:
    if row.found.lag is Lag.SAME_DAY:
        return translate("together", "Same day")
    return translate("together", "Next morning")


def _inside(lag: Lag) -> str:
    if lag is Lag.SAME_DAY:
        return translate("together", "the same day")
    return translate("together", "the next morning")


def _with(row: Look) -> str:
    return str(row.found.days_with)


def _without(row: Look) -> str:
    return str(row.found.days_without)


def _difference(row: Look) -> str:
    """Such as "0.8 higher"."""
    return NOTHING if row.found.difference is None else _directed(row.found.difference)


def _spoken_difference(row: Look) -> str:
    return too_few_days() if row.found.difference is None else _directed(row.found.difference)


def _directed(points: float) -> str:
    size = mean_digits(abs(points), ITCH)
    if points == 0:
        return translate("together", "no difference")
    text = translate("together", "{} higher") if points > 0 else translate("together", "{} lower")
    return text.format(size).replace(" ", NO_BREAK)


def _range(row: Look) -> str:
    """Such as "0.2 to 1.4 higher", or "0.3 lower to 1.1 higher" where both are in it."""
    low, high = row.found.low, row.found.high
    if low is None or high is None:
        return NOTHING
    if low == high:
        return _directed(low)
    if low < 0 < high:
        return translate("together", "{} to {}").format(_directed(low), _directed(high))
    near, far = (low, high) if high > 0 else (high, low)
    return translate("together", "{} to {}").format(mean_digits(abs(near), ITCH), _directed(far))


def _spoken_range(row: Look) -> str:
    return too_few_days() if row.found.low is None else _range(row)


def _stands_out(row: Look) -> str:
    if row.found.difference is None:
        return NOTHING
    return translate("together", "yes") if row.found.stands_out else translate("together", "no")
