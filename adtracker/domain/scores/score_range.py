"""Between which values a form's scores can lie at all: the range that a form states has to hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from adtracker.domain.common.measure import exact, rounded
from adtracker.domain.scores.questionnaire import Fill, Group, Item, Method, Number, OneOf, Question, YesNo

MOST_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class _Span:
    """The points of one scored question; `optional` if there are answers with which it is not asked."""

    low: float
    high: float
    weight: float
    optional: bool


def score_range(items: tuple[Item, ...], method: Method, most_missing: int, fill: Fill) -> tuple[float, float]:
    """The lowest and the highest value that any answers can have. Raises ValueError if nothing is scored."""
    spans = list(_spans(items, optional=False))
    zeros = most_missing if fill is Fill.ZERO else 0
    if method is Method.MEAN:
        edges = [0.0] if zeros else []
        return min([span.low for span in spans] + edges), max([span.high for span in spans] + edges)
    if not spans:
        raise ValueError("nothing is scored")
    lows = [exact(span.weight) * exact(span.low) for span in spans]
    highs = [exact(span.weight) * -exact(span.high) for span in spans]
    optional = [span.optional for span in spans]
    return _rounded(_least(lows, optional, zeros)), _rounded(-_least(highs, optional, zeros))


def _rounded(value: Decimal) -> float:
    return rounded(value, MOST_DECIMALS)


def _least(lows: Sequence[Decimal], optional: Sequence[bool], zeros: int) -> Decimal:
    """The smallest sum, where optional ones and up to `zeros` of the others may be left out."""
    needed = sorted(low for low, can_go in zip(lows, optional, strict=True) if low > 0 and not can_go)
    return sum((low for low in lows if low < 0), Decimal()) + sum(needed[: max(len(needed) - zeros, 0)], Decimal())


def _spans(items: tuple[Item, ...], *, optional: bool) -> Iterator[_Span]:
    for item in items:
        can_go = optional or item.when is not None
        if isinstance(item, Group):
            yield from _spans(item.items, optional=can_go)
        elif isinstance(item, Question) and item.weight is not None and (points := points_range(item)):
            yield _Span(*points, item.weight, can_go)


def points_range(question: Question) -> tuple[float, float] | None:
    """The lowest and the highest points of a question; None for one that cannot have any."""
    kind = question.kind
    if isinstance(kind, OneOf):
        if kind.several:
            return None
        scores = [choice.score for choice in kind.choices if choice.score is not None]
        return (min(scores), max(scores)) if scores else None
    if isinstance(kind, Number):
        return None if kind.low is None or kind.high is None else (kind.low, kind.high)
    return (0.0, 1.0) if isinstance(kind, YesNo) else None
