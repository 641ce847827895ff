"""What came of setting factors beside itch, sorted into what has numbers, what has too few days, and what has no other
days to compare with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.statistics.association import FEWEST_DAYS, Association
from adtracker.domain.statistics.exposures import Exposure, Noted, exposures, within

# `together.together`, here or in another process: itch by day, factors with their days, and the course.
Work = Callable[
    [Mapping[date, float], Mapping[str, Mapping[date, bool]], Course | None], tuple[Association, ...] | None
]


# Of the days with something, how many another thing must share to be worth saying, and how many times what would come
# of days that have nothing to do with each other.
SHARED_PART, SHARED_TIMES = 0.5, 1.5


@dataclass(frozen=True, slots=True)
class Shared:
    """The `other` thing was there on `count` of the `days` with something, as far as both are known."""

    other: Exposure
    count: int
    days: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One factor and what was found at each lag, in the order of `Lag`.

    `beside` is all that was looked at; `shared` is the thing that was there on more than half of the days with this
    one, and more often than by chance.
    """

    factor: Exposure
    looks: tuple[Association, ...]
    beside: tuple[Exposure, ...] = ()
    shared: Shared | None = None

    def named(self, key: str) -> Exposure:
        """What has a key, among all that was looked at."""
        return next(other for other in self.beside if other.key == key)

    @property
    def has_numbers(self) -> bool:
        """Whether there is a difference at any lag."""
        return any(look.difference is not None for look in self.looks)

    @property
    def stands_out(self) -> bool:
        """Whether any difference is more than shuffled days show."""
        return any(look.stands_out for look in self.looks)

    @property
    def size(self) -> float:
        """The largest difference in points, whichever way it goes; 0 if there is none."""
        return max(abs(look.difference or 0) for look in self.looks)

    @property
    def nearest(self) -> Association:
        """The lag with the most days of the kind that is rarer: what is missing, is missing there least."""
        return max(self.looks, key=_rarer)

    @property
    def has_days(self) -> bool:
        """Whether days of both kinds would do, though no week had both."""
        return _rarer(self.nearest) >= FEWEST_DAYS


@dataclass(frozen=True, slots=True)
class _There:
    """A factor with the days that are known of it, and those with it: as sets, for all are set beside all."""

    factor: Exposure
    known: frozenset[date]
    days: frozenset[date]

    @classmethod
    def of(cls, factor: Exposure) -> _There:
        return cls(factor, frozenset(factor.days), frozenset(day for day, was in factor.days.items() if was))


def _most_shared(one: _There, all_of_them: Sequence[_There]) -> Shared | None:
    found = [shared for other in all_of_them if other is not one and (shared := _shared(one, other))]
    return max(found, key=_share, default=None)


def _shared(one: _There, other: _There) -> Shared | None:
    known, with_one = len(one.known & other.known), len(one.days & other.known)
    count, usual = len(one.days & other.days), len(other.days & one.known)
    is_many = count > SHARED_PART * with_one and count * known >= SHARED_TIMES * usual * with_one
    return Shared(other.factor, count, with_one) if is_many else None


def _share(shared: Shared) -> float:
    return shared.count / shared.days


def _rarer(look: Association) -> int:
    return min(look.days_with, look.days_without)


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was looked at: compared, with too few days to compare, and without other days (`Exposure.alike`)."""

    compared: tuple[Finding, ...]
    too_few: tuple[Finding, ...]
    alike: tuple[Exposure, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to look at."""
        return not (self.compared or self.too_few or self.alike)


def look_for(noted: Noted, course: Course | None, work: Work, span: Period | None = None) -> Findings | None:
    """Set all that was noted beside worst itch and have it worked out; None if the work was stopped.

    With a `span` no other days are looked at. What is known of them stays: when something was first asked, and what is
    usual for a person.
    """
    found = exposures(noted) if span is None else within(exposures(noted), span)
    entries = [entry for entry in noted.entries if span is None or entry.day in span]
    itch = {entry.day: entry.itch for entry in entries if entry.itch is not None}
    flags = {factor.key: factor.days for factor in found if factor.alike is None}
    looked_at = work(itch, flags, course) if flags else ()
    return None if looked_at is None else findings(found, looked_at)


def findings(looked_at: Sequence[Exposure], associations: Iterable[Association]) -> Findings:
    """Sort what was looked at; `associations`, by `Exposure.key`, are those of the factors with days of both kinds."""
    looks: dict[str, list[Association]] = {}
    for association in associations:
        looks.setdefault(association.factor, []).append(association)
    beside = tuple(factor for factor in looked_at if factor.key in looks)
    there = [_There.of(factor) for factor in beside]
    found = [Finding(one.factor, tuple(looks[one.factor.key]), beside, _most_shared(one, there)) for one in there]
    return Findings(
        tuple(one for one in found if one.has_numbers),
        tuple(one for one in found if not one.has_numbers),
        tuple(factor for factor in looked_at if factor.alike),
    )


def by_name(compared: Iterable[Finding]) -> tuple[Finding, ...]:
    """In the order of the alphabet."""
    return tuple(sorted(compared, key=_name))


def by_size(compared: Iterable[Finding]) -> tuple[Finding, ...]:
    """The largest difference first, then by name."""
    return tuple(sorted(by_name(compared), key=_size, reverse=True))


def _name(finding: Finding) -> tuple[str, str]:
    return finding.factor.name.casefold(), finding.factor.key


def _size(finding: Finding) -> float:
    return finding.size
