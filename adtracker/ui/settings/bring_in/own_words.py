"""What the diary calls its own questions and treatments, rather than the keys they are stored under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.kinds import Record
from adtracker.domain.edits.parts import ANSWERS
from adtracker.domain.intake.found import DOSES
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.treatments.dose import DayDoses
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from adtracker.ui.settings.bring_in.words import part_words
from adtracker.ui.words.day_words import listed_day_words
from adtracker.ui.words.edit_words import record_words


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The questions by their key, and the names of treatments by their number as a text."""

    questions: Mapping[str, Question] = field(default_factory=dict)
    treatments: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, journal: Journal) -> OwnWords:
        """Those of an open diary. Raises DiaryError."""
        questions = {one.key: one for one in journal.questions()}
        return cls(questions, {str(one.key): one.name for one in journal.treatments()})

    def record(self, record: Record) -> str:
        """Which record differs: a day by its date, all others as they are called inside a sentence."""
        if isinstance(record, DayEntry):
            return listed_day_words(record.day)
        of = self.treatments.get(str(record.treatment), "") if isinstance(record, DayDoses) else ""
        return ", ".join(filter(None, (record_words(record), of)))

    def called(self, part: Part, texts: Texts) -> str:
        """What a part of a day is called."""
        name, key = part
        if name == ANSWERS and key in self.questions:
            return self.questions[key].text
        if name == DOSES and key in self.treatments:
            return self.treatments[key]
        return part_words(part, texts)

    def answer(self, part: Part, value: Any) -> Any:
        """An answer as it was given: yes or no of a question that asks so, and not the number that is stored."""
        name, key = part
        known = self.questions.get(key) if name == ANSWERS else None
        is_yes_no = known is not None and known.kind is AnswerKind.YES_NO
        return bool(value) if is_yes_no and value is not None else value
