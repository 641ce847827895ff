"""Numbers, days and counts as the report writes them: one style, in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.measure import Measure, exact, rounded
from adtracker.domain.common.period import Period
from adtracker.domain.records.body import Figure
from adtracker.domain.records.question import Question
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Schedule, phrase
from adtracker.domain.treatments.treatment import Plan
from adtracker.language import day_number, digits
from adtracker.resources import Texts

NO_BREAK = "\u00a0"
MINUS = "\u2212"
DOWN, UP = "▼", "▲"


class Wording:
    """The sentences of `resources/text/<language>/report.toml` filled in; `questions` are own ones, printable."""

    def __init__(self, texts: Texts, questions: Iterable[Question] = ()) -> None:
        self._texts = texts
        self._measures = texts.measures(questions)

    def say(self, key: str, **values: object) -> str:
        """A sentence of the report."""
        return self._texts.say(f"report.{key}", **values)

    def count(self, key: str, count: int, **values: object) -> str:
        """A sentence whose words depend on a count, given to it as `count`."""
        return self.say(key, count=count, **values)

    def other(self, key: str, **values: object) -> str:
        """A sentence or word of another file of the catalogue."""
        return self._texts.say(key, **values)

    def lane(self, kind: EventKind) -> str:
        """What many events of a kind are called."""
        return self._texts.events()["lanes"][kind.value]

    def table(self, file: str) -> Mapping[str, Any]:
        """A whole file of the catalogue, for keys that are a person's own words."""
        return self._texts.table(file)

    def measure(self, measure: Measure, part: str) -> str:
        """A measure's name (`label`) or its scale with direction (`scale`)."""
        return self._measures[measure.key][part]

    def schedule(self, schedule: Schedule) -> str:
        """Such as every 4 weeks."""
        key, values = phrase(schedule)
        return self._texts.say(f"treatment.schedule.{key}", **values)

    def region(self, key: str) -> str:
        """The word for a region of the body map."""
        return str(self._texts.table("body")["regions"].get(key, key))

    def site(self, site: str) -> str:
        """The word for a place on the body, in the plural where there are two."""
        return self._texts.say(f"body.sites.{site}")

    def figure(self, figure: Figure) -> str:
        """Front or back."""
        return self._texts.say(f"body.figures.{figure.value}")

    def names(self, kind: str) -> Sequence[str]:
        """A list of calendar names: `months`, `months_short` or `weekdays_short`."""
        names: Sequence[str] = self._texts.table("report")["dates"][kind]
        return names

    def day(self, day: date) -> str:
        """Such as 2 August 2026."""
        return self.say("dates.full", day=day_number(day.day), month=self.names("months")[day.month - 1], year=day.year)

    def short_day(self, day: date) -> str:
        """Such as 2 Aug."""
        return self.say("dates.short", day=day_number(day.day), month=self.names("months_short")[day.month - 1])

    def month(self, day: date) -> str:
        """Such as Aug 2026."""
        return self.say("dates.month", month=self.names("months_short")[day.month - 1], year=day.year)

    def span(self, period: Period) -> str:
        """Such as 2 August to 29 November 2026: a month or year that both ends share is said once."""
        first, last = period.first, period.last
        end = self.day(last)
        if period.length == 1:
            return end
        if first.year != last.year:
            begin = self.day(first)
        elif first.month == last.month:
            begin = self._day_alone(first)
        else:
            month = self.names("months")[first.month - 1]
            begin = self.say("dates.full_of_year", day=day_number(first.day), month=month)
        return self.say("dates.span", first=begin, last=end)

    def short_span(self, period: Period) -> str:
        """Such as 2 to 8 Aug 2026: a month or year that both ends share is said once."""
        first, last = period.first, period.last
        end = self.short_full(last)
        if period.length == 1:
            return end
        if first.year != last.year:
            begin = self.short_full(first)
        else:
            begin = self._day_alone(first) if first.month == last.month else self.short_day(first)
        return self.say("dates.span", first=begin, last=end)

    def _day_alone(self, day: date) -> str:
        """The number of a day as it is written before a month, such as 2, or 2. in German."""
        return self.say("dates.short", day=day_number(day.day), month="").strip()

    def short_full(self, day: date) -> str:
        """Such as 2 Aug 2026."""
        month = self.names("months_short")[day.month - 1]
        return self.say("dates.short_full", day=day_number(day.day), month=month, year=day.year)

    def told(self, plan: Plan) -> str:
        """When a plan began, or of a stop the last day of use: 2 Aug 2026, or Aug 2026 or 2026 where that is known."""
        first = plan.told.first
        if plan.known is Known.DAY:
            return self.short_full(first)
        return str(first.year) if plan.known is Known.YEAR else self.month(first)

    def days(self, count: int) -> str:
        """1 day, 2 days."""
        return self.count("dates.days", count)


def mean_text(value: float, measure: Measure) -> str:
    """A mean with the measure's decimals and unit: 7.0, 28.4 %; of yes and no the share of the days in per cent."""
    if measure.is_share:
        return f"{percent_text(value)}{NO_BREAK}%"
    return digits(value, f".{measure.decimals}f") + unit_text(measure)


def value_text(value: float, measure: Measure) -> str:
    """A day's value: whole numbers stay whole."""
    return digits(rounded(value, measure.decimals)) + unit_text(measure)


def percent_text(share: float) -> str:
    """A share from 0 to 1 in whole per cent."""
    return f"{rounded(100 * exact(share), 0):g}"


def unit_text(measure: Measure) -> str:
    """The unit as it follows a number, never parted from it by a line end."""
    return f"{NO_BREAK}{measure.unit}" if measure.unit else ""


def week_number(number: int) -> str:
    """A week's number; weeks before the first count down: 0, then below."""
    return str(number) if number >= 0 else f"{MINUS}{-number}"


def percent_of(count: int, total: int) -> str:
    """A share in whole per cent, and <1 or >99 where these would say none or all; total must not be 0."""
    whole = rounded(100 * count / total, 0)
    if 0 < count < total and whole in (0, 100):
        return "<1" if whole == 0 else ">99"
    return f"{whole:g}"


def joined(sentences: Sequence[str]) -> str:
    """Sentences one after the other, the empty ones left out."""
    return " ".join(filter(None, sentences))
