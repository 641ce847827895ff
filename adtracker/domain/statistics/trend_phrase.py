"""What a trend says, as keys of the text catalogue's `trend` and values for their gaps: the same for every reader."""

from __future__ import annotations

from adtracker.domain.statistics.trend import FEWEST_WEEKS, Answer, Trend

Phrase = tuple[str, dict[str, object]]


def trend_phrases(trend: Trend, minimum: int) -> tuple[Phrase, ...]:
    """The sentences below the answer: what was seen, or why it cannot be told, then how sure that is.

    `minimum` is how many recorded days made a week count. Values are numbers; `first` and `last` are dates.
    """
    span: dict[str, object] = {
        "weeks": len(trend.weeks),
        "first": trend.weeks[0][0].first,
        "last": trend.weeks[-1][0].last,
        "counted": trend.counted,
        "days": trend.days,
    }
    if trend.slope is None or trend.low is None or trend.high is None:
        return (("reason.few_weeks", {**span, "minimum": minimum, "fewest": FEWEST_WEEKS}),)
    reason: tuple[Phrase, ...] = (("reason.wide", {}),) if trend.answer is Answer.CANNOT_TELL else ()
    moved = (f"moved.{_side(trend.slope)}", {**span, "size": abs(trend.slope)})
    return (*reason, moved, _likely(trend.low, trend.high), ("rests.on", span))


def _side(value: float) -> str:
    return "same" if value == 0 else "lower" if value < 0 else "higher"


def _likely(low: float, high: float) -> Phrase:
    if low == high == 0:
        return "likely.same", {}
    if low < 0 < high:
        return "likely.either", {"lower": -low, "higher": high}
    near, far = sorted((abs(low), abs(high)))
    return f"likely.{'lower' if low < 0 else 'higher'}", {"near": near, "far": far}
