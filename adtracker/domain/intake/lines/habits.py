"""What has to be known to read lines: words, own questions, how days are written, and when it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.intake.lines.vocabulary import Kind, Meaning, Vocabulary
from adtracker.domain.records.body import Body
from adtracker.domain.records.question import TYPED, Question


@dataclass(frozen=True, slots=True)
class LineHabits:
    """`words` with those of `questions`, made by `with_questions`.

    `written` is the day that "yesterday" counts from where a line has no stamp: today for what is typed now, None for
    a file, of which nobody knows. Until `day_start` it is still the day before. Without an `order` a day in numbers
    may be meant either way; `dotted` is the order of those with full stops, with the day first wherever it is usual.
    """

    words: Vocabulary
    body: Body
    today: date
    written: date | None = None
    order: DateOrder | None = DateOrder.DAY_FIRST
    day_start: time = time(0)
    language: str = "en"
    questions: Mapping[str, Question] = field(default_factory=dict)
    dotted: DateOrder | None = DateOrder.DAY_FIRST

    def with_questions(self, questions: Iterable[Question]) -> LineHabits:
        """The same where own questions are known by their texts; those that are asked no more are not."""
        asked = [one for one in questions if not one.hidden]
        names = [(one.text, Meaning(Kind.QUESTION, one.key)) for one in asked]
        units = [(one.unit, Meaning(Kind.FILLER)) for one in asked if one.kind in TYPED]
        known = {one.key: one for one in asked}
        return replace(self, words=self.words.with_phrases([*names, *units]), questions=known)
