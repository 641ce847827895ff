"""How made-up days move: the statistics of published daily eczema diaries, for the demonstration and for benchmarks.

No real daily diary of this disease is openly published, so published parameters are used: a binomial random walk on the
logit scale in steps of 0.1 point (EczemaPredPOSCORAD, PFDC cohort: itch moves by 0.479 a day, 5 to 95 % 0.452 to 0.507;
extent by 0.189). Left alone such a walk drifts anywhere within months, so here it is drawn back to the course that a
treatment might take, with the autocorrelation of daily scores of about 0.7.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

ITCH_STEP = 0.479
EXTENT_STEP = 0.189
# Published for sleep loss is 1.176, among people who mostly had none; half of it fits a scale used around its middle.
SLEEP_STEP = 0.588
DAILY_CORRELATION = 0.7
# Where the skin is sore changes over weeks, not days.
EXTENT_CORRELATION = 0.95
ITCH_DISTURBS_SLEEP = 0.6
TREATMENT_DAYS = 40
STEPS = 100

# About 10 % of days are missing (in runs: 1.8 days long on average).
_STAYS_AWAY = 0.45
_MISSING = 0.10
_GOES_AWAY = _MISSING * (1 - _STAYS_AWAY) / (1 - _MISSING)
_PULL_OF_ROUND_NUMBERS = 0.15


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a measure stands before treatment and where it goes, as shares of its scale between 0 and 1."""

    before: float
    after: float

    def at(self, day_number: int) -> float:
        """The logit of where it would stand on a day of the course, without anything by chance."""
        remaining = math.exp(-max(day_number, 0) / TREATMENT_DAYS)
        return _logit(self.after) + (_logit(self.before) - _logit(self.after)) * remaining


ITCH_GOAL = Goal(0.74, 0.33)
SLEEP_GOAL = Goal(0.36, 0.72)
EXTENT_GOAL = Goal(0.80, 0.48)


@dataclass(frozen=True, slots=True)
class WalkDay:
    """One made-up day: scores from 0 to 10, how widespread the eczema is (a logit), and whether it was written down."""

    itch: float
    sleep_quality: float
    spread: float
    missing: bool


def walk(first_day_number: int, random: Random) -> Iterator[WalkDay]:
    """Days without end, from a day of the course on (0 and less are before it)."""
    itch = sleep = spread = 0.0
    missing = False
    day_number = first_day_number
    while True:
        itch = DAILY_CORRELATION * itch + random.gauss(0, ITCH_STEP)
        sleep = DAILY_CORRELATION * sleep + random.gauss(0, SLEEP_STEP)
        spread = EXTENT_CORRELATION * spread + random.gauss(0, EXTENT_STEP)
        missing = random.random() < (_STAYS_AWAY if missing else _GOES_AWAY)
        yield WalkDay(
            itch=_score(ITCH_GOAL.at(day_number) + itch, random),
            sleep_quality=_score(SLEEP_GOAL.at(day_number) + sleep - ITCH_DISTURBS_SLEEP * itch, random),
            spread=EXTENT_GOAL.at(day_number) + spread,
            missing=missing,
        )
        day_number += 1


def _score(logit: float, random: Random) -> float:
    """What somebody would tap: a whole number, with some pull towards 0, 5 and 10."""
    share = 1 / (1 + math.exp(-logit))
    score = round(sum(random.random() < share for _ in range(STEPS)) * 10 / STEPS)
    drawn = score % 5 in (1, 4) and random.random() < _PULL_OF_ROUND_NUMBERS
    return float(5 * round(score / 5) if drawn else score)


def _logit(share: float) -> float:
    return math.log(share / (1 - share))
