"""Numbers of the diary in words, written as the person's language writes them; every page shows them through here."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLocale

from adtracker.domain.common.measure import Measure, exact, rounded
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.language import ENGLISH, GROUPED_FROM, isolated, spoken, tr, tr_count

NO_BREAK = "\u00a0"
DOWN, UP = "▼", "▲"
# What stands in a table where nothing was recorded, or a mean has too few days; a screen reader is told which.
NOTHING = "–"  # noqa: RUF001 -- an en dash, as typesetters mark an empty field


def value_words(value: float, measure: Measure, decimals: int | None = None) -> str:
    """What was recorded on a day: 4, 12 %, 12.5 %, yes; in a column, with the `decimals` that it has."""
    if measure.is_share:
        return tr("yes") if value else tr("no")
    own = value_decimals([value], measure) if decimals is None else decimals
    return isolated(_digits(rounded(value, measure.decimals), own) + _unit(measure))


def value_decimals(values: Iterable[float | None], measure: Measure) -> int:
    """How many decimals a column of recorded values has: none, unless one of them needs some."""
    is_whole = all(value is None or rounded(value, measure.decimals).is_integer() for value in values)
    return 0 if is_whole else measure.decimals


def mean_words(value: float, measure: Measure) -> str:
    """A mean, always with its decimals: 7.0, 28.4 %; of yes and no the share of days with a yes."""
    if measure.is_share:
        return tr("{mean_digits} of days", mean_digits=mean_digits(value, measure))
    return isolated(mean_digits(value, measure) + _unit(measure))


def mean_digits(value: float, measure: Measure) -> str:
    """A mean without its unit, where that is said once for many: 7.0, 28.4; a share of days keeps its %."""
    return f"{_percents(value)}{NO_BREAK}%" if measure.is_share else _digits(value, measure.decimals)


def change_words(change: float, measure: Measure, percent: float | None = None) -> str:
    """How far a mean lies from the baseline: "3.9 (53 %) lower than baseline". Per cent differ by points.

    `percent` is what share of the baseline the change is, None where that has no meaning.
    """
    if change == 0:
        return tr("the same as baseline")
    size = _with_percent(_points(change, measure), percent)
    if change < 0:
        return tr("{size} lower than baseline", size=size)
    return tr("{size} higher than baseline", size=size)


def beside_words(change: float, measure: Measure, baseline: str) -> str:
    """How far a mean lies from the baseline, which is said with it: "2.7 below baseline 6.7"."""
    if change == 0:
        return tr("the same as {baseline}", baseline=baseline)
    size = _points(change, measure)
    if change < 0:
        return tr("{size} below {baseline}", size=size, baseline=baseline)
    return tr("{size} above {baseline}", size=size, baseline=baseline)


def change_mark(change: float | None, measure: Measure, percent: float | None = None) -> str:
    """The same for a table: ▼ 3.9 (53 %)."""
    if change is None:
        return NOTHING
    if change == 0:
        return tr("no change")
    return f"{arrow(change)}{NO_BREAK}{_with_percent(_size(change, measure), percent)}"


def points_mark(change: float, measure: Measure) -> str:
    """The same where a number has no share of anything beside it: ▼ 3.9, and ▼ 18.9 points of what is in per cent."""
    mark = change_mark(change, measure)
    if change == 0 or not (measure.unit == "%" or measure.is_share):
        return mark
    return tr("{mark} points", mark=mark)


def arrow(change: float) -> str:
    """Which way a number went, empty if it did not."""
    return "" if change == 0 else DOWN if change < 0 else UP


def n_of_seven(count: int) -> str:
    """How many days of a week are behind a mean: "6 of 7 days"."""
    return tr("{n} of {days} days", n=count, days=DAYS_A_WEEK)


def days(count: int) -> str:
    """1 day, 2 days."""
    return tr_count("1 day", "{count} days", count)


def not_recorded() -> str:
    """What a missing answer is called."""
    return tr("not recorded")


def too_few_days() -> str:
    """What stands in place of a mean that too few days are behind."""
    return tr("too few days")


def baseline_words(value: float, measure: Measure, *, began_late: bool) -> str:
    """The baseline wherever it is shown: "baseline 7.3", with a word if it is not from before the first dose."""
    number = mean_words(value, measure)
    if began_late:
        return tr("baseline {number} (first days)", number=number)
    return tr("baseline {number}", number=number)


def sum_words() -> str:
    """How days with signs are counted."""
    return tr(
        "Days with signs: itch, disturbed sleep and five signs of the skin. Each gets 0 to 4 points a week: 0 for no "
        "day, 4 for every day. Between them it is 1 for 1 or 2 days, 2 for 3 or 4, and 3 for 5 or 6. The sum is 0 to "
        "28. The sum needs all answers on all 7 days."
    )


def _points(change: float, measure: Measure) -> str:
    """Per cent differ by points."""
    size = _size(change, measure)
    is_points = measure.unit == "%" or measure.is_share
    return tr("{size} points", size=size) if is_points else size


def _size(change: float, measure: Measure) -> str:
    return _percents(abs(change)) if measure.is_share else _digits(abs(change), measure.decimals)


def _with_percent(size: str, percent: float | None) -> str:
    """Without the sign: an arrow or a word says which way."""
    return size if percent is None else f"{size} ({isolated(f'{_digits(abs(percent), 0)}{NO_BREAK}%')})"


def _percents(share: float) -> str:
    return _digits(rounded(100 * exact(share), 0), 0)


def written_number(value: float, decimals: int, form: str = "f") -> str:
    """A number of any size, such as 9,002; in other languages 9002 and 12 345, for 9.002 is nearly 9 to somebody else.

    `decimals` are those of a form of Qt's: all that stand ("f"), or the digits that count ("g").
    """
    locale = QLocale()
    written = locale.toString(float(value), form, decimals)  # it takes an int for something else
    if spoken() == ENGLISH or not locale.groupSeparator():
        return written
    return written.replace(locale.groupSeparator(), NO_BREAK if abs(value) >= GROUPED_FROM else "")


def _digits(value: float, decimals: int) -> str:
    return written_number(value, decimals)


def _unit(measure: Measure) -> str:
    return f"{NO_BREAK}{measure.unit}" if measure.unit else ""
