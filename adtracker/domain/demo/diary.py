"""A demonstration diary: 24 weeks of somebody who does not exist, to see what the app does before writing a word.

Nothing in it says how a medicine works. The days are made from published statistics (`demo_walk`), always the same ones
for the same day and seed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from random import Random

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.demo.life import DemoLife, demo_life, surrounded
from adtracker.domain.demo.walk import WalkDay, walk
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.body import Body, Grade, age_column
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.records.day import DayEntry, Extent
from adtracker.domain.records.extent import from_grades
from adtracker.domain.records.profile import Profile

COURSE_DAY = 120
# Of many seeds one whose diary has no gap over two days, so that every week has its average.
SEED = 3250
PROFILE = Profile(
    name="A. B.",
    birth_year=1988,
    questions="Can I stop the steroid cream on my hands?\nWhat happens after week 24?",
)
TREATMENT = "Amlitelimab 250 mg every 4 weeks (example)"

# Where eczema of adults sits, most stubborn first, with how widespread it must be (a logit) for it to show there.
_SITES = (
    (-2.4, "left_inner_elbow", "right_inner_elbow", "left_knee_back", "right_knee_back"),
    (-1.9, "left_hand_back", "right_hand_back"),
    (-1.3, "neck_front", "nape", "left_inner_wrist", "right_inner_wrist"),
    (-0.8, "face", "left_forearm_front", "right_forearm_front"),
    (-0.2, "upper_back", "left_calf", "right_calf", "left_ankle_front", "right_ankle_front"),
    (0.3, "chest", "left_thigh_back", "right_thigh_back"),
)
_HALF, _MOST = 0.9, 2.2
_NOTES = {
    -5: "New washing powder this week.",
    1: "First injection today. It hurt less than I thought.",
    4: "Woke twice. Slept with the window open.",
    13: "Forgot the moisturiser last night.",
    22: "First night without waking in a long time.",
    29: "Second injection. Arm a little red.",
    41: "Cold turned up: dry air at work, neck sore.",
    57: "Swimming with the children. Showered at once, all fine.",
    66: "Stressful week, scratched a lot in meetings.",
    85: "Legs much calmer than last month.",
    101: "Wool jumper. Never again.",
    112: "Hands cracked from washing up.",
    120: "Slept through. Hands sore from the cold.",
}
_LATER = 0.05
_WITHOUT_MAP = 0.12
_WITHOUT_SLEEP = 0.02


@dataclass(frozen=True, slots=True)
class DemoDiary:
    """Everything the demonstration diary holds; `entries` are by day, `life` is what surrounds them."""

    profile: Profile
    course: Course
    entries: tuple[DayEntry, ...]
    life: DemoLife

    @property
    def records(self) -> tuple[Record, ...]:
        """All that is stored, but for the photos."""
        return (self.profile, self.course, *self.entries, *self.life.records)


def demo_diary(today: date, body: Body, *, seed: int = SEED, years: int | None = None) -> DemoDiary:
    """The demonstration diary as it is on `today`, the 120th day of its course.

    It begins in the week before the course, or `years` before today, for measuring how the app copes with a long one;
    what surrounds the days begins in the week before the course.
    """
    course = Course(today - (COURSE_DAY - 1) * ONE_DAY, TREATMENT)
    begin = course.start - DAYS_A_WEEK * ONE_DAY if years is None else today - timedelta(days=round(years * 365.25))
    days = Period(begin, today)
    random, chance = Random(seed), Random(f"what surrounds the days of {seed}")
    moves = islice(walk(course.day_number(begin), random), days.length)
    noticed = Period(course.start - DAYS_A_WEEK * ONE_DAY, today)
    entries = tuple(
        surrounded(entry, move.spread, course, chance) if entry.day in noticed else entry
        for entry, move in _entries(zip(days, moves, strict=True), course, today, body, random)
    )
    life = demo_life(course, [entry for entry in entries if entry.day in noticed], today, chance)
    return DemoDiary(PROFILE, course, entries, life)


def _entries(
    moves: Iterator[tuple[date, WalkDay]], course: Course, today: date, body: Body, random: Random
) -> Iterator[tuple[DayEntry, WalkDay]]:
    for day, move in moves:
        note = _NOTES.get(course.day_number(day), "")
        without_sleep, without_map = random.random() < _WITHOUT_SLEEP, random.random() < _WITHOUT_MAP
        entry = DayEntry(
            day,
            itch=move.itch,
            sleep_quality=None if without_sleep and day != today else move.sleep_quality,
            extent=None if without_map and day != today else _extent(move.spread, day, body),
            note=note,
        )
        later = random.randint(1, 3) if random.random() < _LATER else 0
        if note or day == today or not move.missing:
            yield _recorded(entry, min(day + later * ONE_DAY, today), random.randrange(60)), move


def _extent(spread: float, day: date, body: Body) -> Extent:
    """The marked regions: the wider the eczema is spread, the more sites and the more of each."""
    grades = {key: _grade(spread - limit) for limit, *keys in _SITES for key in keys}
    return from_grades(body, grades, age_column(PROFILE.birth_year, day))


def _grade(margin: float) -> Grade:
    if margin < 0:
        return Grade.NONE
    if margin < _HALF:
        return Grade.LITTLE
    return Grade.HALF if margin < _MOST else Grade.MOST


def _recorded(entry: DayEntry, on: date, minute: int) -> DayEntry:
    return replace(entry, recorded_at=datetime.combine(on, time(6, minute), UTC), recorded_on=on)
