"""What happened together, in sentences. They say what went together, and never why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from adtracker.domain.statistics.association import FEWEST_DAYS
from adtracker.domain.statistics.exposures import Alike, Exposure
from adtracker.domain.statistics.findings import Finding, Findings, by_name
from adtracker.language import listed, tr
from adtracker.ui.together.look_words import (
    Look,
    averages,
    columns,
    counts,
    difference,
    factor_words,
    inside,
    looks,
    notes,
    range_words,
    spoken_difference,
)
from adtracker.ui.words.number_words import days


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with its paragraphs."""

    heading: str
    paragraphs: Sequence[str]


def passages(findings: Findings) -> list[Passage]:
    """All that was found, by name; parts that have nothing to say are left out."""
    compared = by_name(findings.compared)
    calm = [one for one in compared if not one.stands_out]
    parts = [
        Passage(tr("What stands out"), [*_standing_out(compared)]) if compared else None,
        Passage(tr("No difference that stands out"), [*map(_calm, calm)]) if calm else None,
        Passage(_too_few_heading_in_full(), [*map(too_few_words, findings.too_few)]) if findings.too_few else None,
        Passage(tr("Nothing to compare with"), [*map(alike_words, findings.alike)]) if findings.alike else None,
    ]
    return [part for part in parts if part is not None]


def as_text(words: Sequence[Passage], rows: Sequence[Look]) -> str:
    """Sentences, then the table with tabs between its columns, to be pasted elsewhere."""
    lines = [line for passage in words for line in (passage.heading, *passage.paragraphs, "")]
    made = columns() if rows else []
    heads = ["\t".join(column.heading for column in made)] if made else []
    return "\n".join([*lines, *heads, *("\t".join(column.text(row) for column in made) for row in rows)])


def standing_out(row: Look) -> str:
    """That something happened together more often, with its counts."""
    assert row.found.difference is not None, "what stands out has a number"
    what, lag, days = factor_words(row.factor), inside(row.found.lag), counts(row.found)
    if row.found.difference > 0:
        return tr(
            "{what} and more itch {lag} happened together more often ({days}). This can be chance.",
            what=what,
            lag=lag,
            days=days,
        )
    return tr(
        "{what} and less itch {lag} happened together more often ({days}). This can be chance.",
        what=what,
        lag=lag,
        days=days,
    )


def nothing_stands_out() -> str:
    """What is said in place of it."""
    return tr("Nothing. Days that are mixed up at random show differences as large as these.")


def too_few_heading() -> str:
    """How many are enough."""
    return tr("Each needs {least} days with and {least} without.", least=FEWEST_DAYS)


def too_few_words(finding: Finding) -> str:
    """Such as "Wool: 3 days with, 62 without."."""
    nearest = counts(finding.nearest)
    said = tr("{nearest}, but its pattern leaves nothing to compare", nearest=nearest) if finding.has_days else nearest
    return tr("{what}: {said}.", what=factor_words(finding.factor), said=said)


def alike_words(factor: Exposure) -> str:
    """Why there is nothing to compare it with."""
    known = days(len(factor.days))
    if factor.alike is Alike.ALWAYS:
        said = tr(
            "{what}: on each of the {days} that are known. There is no day without.",
            what=factor_words(factor),
            days=known,
        )
    else:
        said = tr(
            "{what}: on none of the {days} that are known. There is no day with.", what=factor_words(factor), days=known
        )
    return said


def _standing_out(compared: Sequence[Finding]) -> Iterator[str]:
    rows = [row for row in looks(compared) if row.found.stands_out]
    yield from map(_standing_out_in_full, rows)
    if not rows:
        yield nothing_stands_out()


def _standing_out_in_full(row: Look) -> str:
    """The difference of a row in full."""
    said = tr(
        "Average worst itch was {averages} it. On like days it was {difference} with it (95 % range: {range}).",
        averages=averages(row),
        difference=difference(row),
        range=range_words(row),
    )
    return " ".join((standing_out(row), said, *notes(row)))


def _calm(finding: Finding) -> str:
    """Such as "Wool: 0.2 higher the same day (12 days with, 80 without); …"."""
    rows = looks([finding])
    said = [
        tr(
            "{difference} {lag} ({days})",
            difference=spoken_difference(row),
            lag=inside(row.found.lag),
            days=counts(row.found),
        )
        for row in rows
    ]
    first = tr("{what}: {said}.", what=factor_words(finding.factor), said=listed(said))
    return " ".join(dict.fromkeys((first, *(note for row in rows for note in notes(row)))))


def _too_few_heading_in_full() -> str:
    return tr("Too few days so far (each needs {least} days with and {least} without)", least=FEWEST_DAYS)
