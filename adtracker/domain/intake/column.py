"""What a column of a table from elsewhere becomes in the diary, as the person says it or as it was guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from adtracker.domain.common.measure import EXTENT, ITCH, SLEEP, Direction
from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.parts import ANSWERS
from adtracker.domain.intake.scale import RATINGS, Scale
from adtracker.domain.intake.several import Several
from adtracker.domain.records.question import AnswerKind, Question, measure_of


class Becomes(Enum):
    """What a column becomes; the values are the words of recipes."""

    DAY = "day"
    TIME = "time"
    ITCH = "itch"
    SLEEP = "sleep"
    SKIN = "skin"
    NOTE = "note"
    WOKEN = "woken"
    SIGNS = "signs"
    TRIGGERS = "triggers"
    QUESTION = "question"
    NOTHING = "nothing"


# Of what there can be one column only.
ONCE = (Becomes.DAY, Becomes.TIME, Becomes.ITCH, Becomes.SLEEP, Becomes.SKIN, Becomes.WOKEN)
# Those that hold numbers, each with its scales, the usual one first.
SCALES: Mapping[Becomes, tuple[Scale, ...]] = {
    Becomes.ITCH: RATINGS,
    Becomes.SLEEP: RATINGS,
    Becomes.SKIN: (Scale.PER_CENT,),
}
# The scales that a question of each kind may be answered on, the usual one first.
QUESTION_SCALES: Mapping[AnswerKind, tuple[Scale, ...]] = {
    AnswerKind.SCALE: RATINGS,
    AnswerKind.YES_NO: (Scale.YES_NO,),
    AnswerKind.COUNT: (Scale.NUMBER,),
    AnswerKind.AMOUNT: (Scale.NUMBER, Scale.HOURS, Scale.MINUTES, Scale.SECONDS),
}
_PARTS: Mapping[Becomes, str] = {
    Becomes.ITCH: "itch",
    Becomes.SLEEP: "sleep_quality",
    Becomes.SKIN: "extent",
    Becomes.NOTE: "note",
    Becomes.WOKEN: "woken",
    Becomes.SIGNS: "signs",
    Becomes.TRIGGERS: "context",
}
_DIRECTIONS = {Becomes.ITCH: ITCH, Becomes.SLEEP: SLEEP, Becomes.SKIN: EXTENT}


@dataclass(frozen=True, slots=True)
class Column:
    """One column by its `name` in the file.

    `scale` and `turned` say how its numbers are read, `several` what becomes of more than one on a day. `words` are
    what words in its cells stand for, by the folded word, `empty` those that say that nothing was answered. `question`
    is the one that it answers, new or known.
    """

    name: str
    becomes: Becomes = Becomes.NOTHING
    scale: Scale = Scale.TEN
    turned: bool = False
    several: Several = Several.WORST
    words: Mapping[str, float] = field(default_factory=dict)
    empty: frozenset[str] = frozenset()
    question: Question | None = None

    @property
    def part(self) -> Part | None:
        """The part of a day that it fills; None if it fills none."""
        if self.becomes is Becomes.QUESTION:
            return None if self.question is None else (ANSWERS, self.question.key)
        name = _PARTS.get(self.becomes)
        return None if name is None else (name, "")

    @property
    def is_number(self) -> bool:
        """Whether its cells are read as numbers."""
        return self.becomes in (*SCALES, Becomes.QUESTION)

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The scales that it can be on; none where it holds no numbers."""
        if self.becomes is Becomes.QUESTION:
            return () if self.question is None else QUESTION_SCALES[self.question.kind]
        return SCALES.get(self.becomes, ())

    @property
    def can_be_turned(self) -> bool:
        """Whether there is an other end to begin from."""
        return self.is_number and self.scale in RATINGS

    @property
    def direction(self) -> Direction | None:
        """Which way is better for what it becomes, if any is."""
        if self.becomes is Becomes.QUESTION:
            return None if self.question is None else measure_of(self.question).direction
        measure = _DIRECTIONS.get(self.becomes)
        return None if measure is None else measure.direction
