"""One thing at one lag, in words and numbers: what it is called, its counts and averages, the difference, its notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adtracker.domain.common.measure import ITCH
from adtracker.domain.records.question import AnswerKind, Question, measure_of
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.statistics.association import Association, Group, Lag
from adtracker.domain.statistics.exposures import Exposure
from adtracker.domain.statistics.findings import Finding
from adtracker.language import tr
from adtracker.ui.kit.value_table import Column
from adtracker.ui.words.number_words import NO_BREAK, NOTHING, days, mean_digits, too_few_days, value_words


@dataclass(frozen=True, slots=True)
class Look:
    """A row: one finding at one lag."""

    finding: Finding
    found: Association

    @property
    def factor(self) -> Exposure:
        """What was looked at."""
        return self.finding.factor


def looks(compared: Sequence[Finding]) -> list[Look]:
    """The rows of a table, in the order given."""
    return [Look(finding, look) for finding in compared for look in finding.looks]


def columns() -> list[Column[Look]]:
    """The columns of the table."""
    return [
        Column(tr("What"), _what, strong=True),
        Column(tr("Itch looked at"), _lag),
        Column(tr("Days with"), _with, is_number=True),
        Column(tr("Days without"), _without, is_number=True),
        Column(tr("Mean with"), _mean_with, is_number=True),
        Column(tr("Mean without"), _mean_without, is_number=True),
        Column(tr("Like days"), difference, spoken_difference, is_number=True),
        Column(tr("Range (95 %)"), range_words, _spoken_range, is_number=True),
        Column(tr("Stands out"), _stands_out),
    ]


def factor_words(factor: Exposure) -> str:
    """What days with it had: Stress; “Did I swim?” yes; “Pain” above 4."""
    if isinstance(factor.of, Trigger):
        return factor.name
    if factor.of.kind is AnswerKind.YES_NO:
        return tr("“{name}” yes", name=factor.name)
    return tr("“{name}” above {middle}", name=factor.name, middle=_middle(factor))


def _middle(factor: Exposure) -> str:
    """The median of answers; half a step where it lies between two."""
    assert isinstance(factor.of, Question), "only answers have a median"
    assert factor.middle is not None, "and only those that are numbers"
    if factor.middle.is_integer():
        return value_words(factor.middle, measure_of(factor.of))
    return mean_digits(factor.middle, ITCH)


def counts(look: Association) -> str:
    """Such as "12 days with, 80 without"."""
    return tr("{present} with, {absent} without", present=days(look.days_with), absent=look.days_without)


def days_with(row: Look) -> str:
    """Such as "12 days with"."""
    return tr("{days} with", days=days(row.found.days_with))


def days_without(row: Look) -> str:
    """Such as "80 days without"."""
    return tr("{days} without", days=days(row.found.days_without))


def averages(row: Look) -> str:
    """The plain averages: "6.4 with, 4.9 without"."""
    return tr("{present} with, {absent} without", present=_mean(row.found.with_it), absent=_mean(row.found.without))


def difference_and_range(row: Look) -> list[str]:
    """Such as "1.5 higher with it, like days" and "95 % range 0.7 to 2.3 higher"."""
    if row.found.difference is None:
        return [too_few_days()]
    return [
        tr("{difference} with it, like days compared", difference=difference(row)),
        tr("95 % range {range}", range=range_words(row)),
    ]


def notes(row: Look) -> list[str]:
    """What to mind: that it took the place of another thing, or that it was there on mostly the same days."""
    finding, said = row.finding, []
    if row.found.same_days_as is not None:
        other = finding.named(row.found.same_days_as)
        said.append(tr("Mostly the same days as {factor}.", factor=factor_words(other)))
    elif (shared := finding.shared) is not None:
        said.append(
            tr(
                "{count} of {days} were days with {other} too.",
                count=shared.count,
                days=shared.days,
                other=factor_words(shared.other),
            )
        )
    return said


def spoken_scores(row: Look) -> str:
    """What the drawing shows, to be heard."""
    return tr(
        "{what}. Days with it: {present}. Days without: {absent}.",
        what=factor_words(row.factor),
        present=_scores(row.found.with_it),
        absent=_scores(row.found.without),
    )


def _scores(group: Group) -> str:
    return ", ".join(
        tr("itch {score} on {days}", score=score, days=days(count)) for score, count in enumerate(group.counts) if count
    )


def _mean(group: Group) -> str:
    return NOTHING if group.mean is None else mean_digits(group.mean, ITCH)


def _what(row: Look) -> str:
    return factor_words(row.factor)


def _lag(row: Look) -> str:
    if row.found.lag is Lag.SAME_DAY:
        return tr("Same day")
    return tr("Next morning")


def inside(lag: Lag) -> str:
    """Within a sentence."""
    if lag is Lag.SAME_DAY:
        return tr("the same day")
    return tr("the next morning")


def _with(row: Look) -> str:
    return str(row.found.days_with)


def _without(row: Look) -> str:
    return str(row.found.days_without)


def _mean_with(row: Look) -> str:
    return _mean(row.found.with_it)


def _mean_without(row: Look) -> str:
    return _mean(row.found.without)


def difference(row: Look) -> str:
    """Such as "0.8 higher"."""
    return NOTHING if row.found.difference is None else _directed(row.found.difference)


def spoken_difference(row: Look) -> str:
    """The same, or that there are too few days."""
    return too_few_days() if row.found.difference is None else _directed(row.found.difference)


def _directed(points: float) -> str:
    size = mean_digits(abs(points), ITCH)
    if points == 0:
        return tr("no difference")
    text = tr("{size} higher", size=size) if points > 0 else tr("{size} lower", size=size)
    return text.replace(" ", NO_BREAK)


def range_words(row: Look) -> str:
    """Such as "0.2 to 1.4 higher", or "0.3 lower to 1.1 higher" where both are in it."""
    low, high = row.found.low, row.found.high
    if low is None or high is None:
        return NOTHING
    if low == high:
        return _directed(low)
    if low < 0 < high:
        return tr("{directed} to {directed2}", directed=_directed(low), directed2=_directed(high))
    near, far = (low, high) if high > 0 else (high, low)
    return tr("{mean_digits} to {directed}", mean_digits=mean_digits(abs(near), ITCH), directed=_directed(far))


def _spoken_range(row: Look) -> str:
    return too_few_days() if row.found.low is None else range_words(row)


def _stands_out(row: Look) -> str:
    if row.found.difference is None:
        return NOTHING
    return tr("yes") if row.found.stands_out else tr("no")
