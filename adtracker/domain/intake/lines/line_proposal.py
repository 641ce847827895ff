"""What one line of text was read as. No line is dropped, and none is taken that leaves anything open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from adtracker.domain.edits.edit import Part


class Doubt(Enum):
    """What is open in a line; the values are the keys of its words in the texts."""

    NO_DAY = "no_day"  # no day is named; those that are likely are offered
    SEVERAL_DAYS = "several_days"  # the day could be several
    WRITTEN_WHEN = "written_when"  # it counts from the day of writing, which nobody knows
    AHEAD = "ahead"  # the day lies in the future
    FAR = "far"  # the nearest past of a day without a year is almost a year ago
    WEEKDAY = "weekday"  # the weekday is another than the date's
    TWICE = "twice"  # another line says something else of the same day
    WHICH_ANSWER = "which_answer"  # a number without a name, or it is not clear whose it is
    RANGE = "range"  # two numbers for one answer
    OUT_OF_SCALE = "out_of_scale"  # a number that its scale does not have, or of another scale
    TWO_NUMBERS = "two_numbers"  # 1,250 is one number or another
    NO_VALUE = "no_value"  # an answer is named and not given
    OTHER_MEASURE = "other_measure"  # hours of sleep, or how disturbed it was
    NEGATED = "negated"  # there is a "not" in it
    UNSURE = "unsure"  # it has a question mark, or a word that is another one in another language
    IN_NOTE = "in_note"  # all that it says stands behind the word for a note, and looks like answers
    WHOSE = "whose"  # somebody else of the chat wrote it
    TOO_LONG = "too_long"  # it was not looked at
    REST = "rest"  # there is more in it than was understood


# Those that another day settles.
OF_THE_DAY = frozenset(
    (
        Doubt.NO_DAY,
        Doubt.SEVERAL_DAYS,
        Doubt.WRITTEN_WHEN,
        Doubt.AHEAD,
        Doubt.FAR,
        Doubt.WEEKDAY,
    )
)


class Fate(Enum):
    """What is to be done with a line."""

    CLEAR = "clear"
    PARTLY = "partly"
    ASKED = "asked"
    NOT_READ = "not_read"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class LineProposal:
    """One line by its number (1-based) and its `text` as it stands there.

    `days` are those that it can be of, the likeliest first. `parts` are what it says, as in `Proposals`; of `choices`
    the person picks one value each. `rest` is what was not understood, in the line's own words. A heading names the
    day of the lines below it and says nothing else.
    """

    line: int
    text: str
    days: tuple[date, ...] = ()
    parts: Mapping[Part, Any] = field(default_factory=dict)
    choices: Mapping[Part, tuple[Any, ...]] = field(default_factory=dict)
    rest: str = ""
    doubts: tuple[Doubt, ...] = ()
    sender: str = ""
    is_heading: bool = False

    @property
    def fate(self) -> Fate:
        """What is to be done with it."""
        if self.is_heading:
            return Fate.HEADING
        if not self.parts and not self.choices:
            return Fate.NOT_READ
        if not self.doubts:
            return Fate.CLEAR
        return Fate.PARTLY if self.doubts == (Doubt.REST,) else Fate.ASKED

    @property
    def day(self) -> date | None:
        """Its day, where nothing is open about it."""
        return self.days[0] if len(self.days) == 1 and not OF_THE_DAY & set(self.doubts) else None
