"""The words of an archive: its own sentences, and what the program and the person call things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from adtracker.domain.common.measure import Measure, rounded
from adtracker.domain.common.record_field import Choice, Text
from adtracker.domain.edits.kinds import EVENT_KINDS, Record, kind_of
from adtracker.domain.records.body import Grade
from adtracker.domain.records.diary_break import DiaryBreak
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.trigger import Trigger, all_triggers
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.score_reading import Reading
from adtracker.domain.views.event import Event
from adtracker.exchange.snapshot import Snapshot
from adtracker.language import digits, listed
from adtracker.report.wording import Wording
from adtracker.resources import Texts

_AS_THEY_ARE = tuple(kind.of for kind in EVENT_KINDS)


class Vocabulary:
    """The words for one diary."""

    def __init__(self, texts: Texts, contents: Snapshot) -> None:
        self._texts = texts
        self._wording = Wording(texts, contents.of(Question))
        self.questions: Mapping[str, Question] = {one.key: one for one in contents.of(Question)}
        usual: Mapping[str, str] = texts.table("triggers")["usual"]
        self.trigger_names = {one.key: one.name for one in all_triggers(usual, contents.of(Trigger))}
        signs = texts.table("signs")
        self.sign_names: Mapping[str, str] = {key: signs["long"].get(key, word) for key, word in signs["chips"].items()}
        self.reason_names: Mapping[str, str] = texts.table("happening")["reason"]
        self.region_names: Mapping[str, str] = texts.table("body")["regions"]

    def say(self, key: str, **values: object) -> str:
        """A sentence of the archive."""
        return self._texts.say(f"archive.{key}", **values)

    def count(self, key: str, count: int, **values: object) -> str:
        """A sentence whose words depend on a count."""
        return self.say(key, count=count, **values)

    def day(self, day: date) -> str:
        """Such as 2 August 2026."""
        return self._wording.day(day)

    def measure(self, measure: Measure, part: str = "label") -> str:
        """What a measure is called, or another of its words."""
        return self._wording.measure(measure, part)

    def many(self, kind: str) -> str:
        """What many records of a kind are called."""
        return self._texts.say(f"records.{kind}.many")

    def yes_no(self, is_so: bool) -> str:
        """Yes or no."""
        return self.say("day.yes" if is_so else "day.no")

    def signs(self, keys: Iterable[str]) -> str:
        """Signs in words."""
        return self._listed(self.sign_names, keys)

    def triggers(self, keys: Iterable[str]) -> str:
        """Triggers in the person's words."""
        return self._listed(self.trigger_names, keys)

    def region(self, key: str) -> str:
        """A place on the body."""
        return self._wording.region(key)

    def site(self, key: str) -> str:
        """A place of an injection; one that is not known stands as it is."""
        sites: Mapping[str, str] = self._texts.table("treatment")["sites"]
        return sites.get(key, key)

    def places(self, grade: Grade, regions: Sequence[str]) -> str:
        """The places that were affected so much; empty if none was."""
        words = self._texts.say(f"body.grades.{grade.value}")
        return self.say("day.named", name=words, said=listed(map(self.region, regions))) if regions else ""

    def answer(self, key: str, value: float) -> tuple[str, str]:
        """An own question, and the answer to it."""
        question = self.questions.get(key)
        if question is None:
            return key, digits(value)
        if question.kind is AnswerKind.YES_NO:
            return question.text, self.yes_no(bool(value))
        return question.text, f"{digits(value)} {question.unit}".strip()

    def event(self, event: Event) -> tuple[str, str]:
        """What kind of thing happened, and all that the person wrote about it."""
        kind = str(self._texts.events()["kinds"][event.kind.value])
        more = (said for said in self._details(event) if said and said != self._title(event))
        return kind, "\n".join(filter(None, [self._lasting(event), *more]))

    def _lasting(self, event: Event) -> str:
        title = self._title(event)
        if event.goes_on:
            return self.say("day.event_open", title=title, day=self.day(event.day))
        if event.period.length > 1:
            return self.say("day.event", title=title, day=self.day(event.day), last=self.day(event.period.last))
        return title

    def _title(self, event: Event) -> str:
        """What it is called; a break by its reason, with the person's words beside it."""
        return self.reason_names[event.record.reason.value] if isinstance(event.record, DiaryBreak) else event.title

    def _details(self, event: Event) -> Iterable[str]:
        record = event.record
        if isinstance(record, Reading):
            value = "" if record.value is None else digits(rounded(record.value, record.decimals))
            return [value, *(_written(record.record) if isinstance(record.record, ClinicScore) else ())]
        if isinstance(record, DiaryBreak):
            return [record.words]
        return _written(record) if isinstance(record, _AS_THEY_ARE) else ()

    def _listed(self, names: Mapping[str, str], keys: Iterable[str]) -> str:
        return ", ".join(names.get(key, key) for key in keys) or self.say("day.none")


def _written(record: Record) -> Iterable[str]:
    """What the person wrote or chose, field by field."""
    for one in kind_of(record).fields:
        value = getattr(record, one.name)
        if isinstance(one, Choice) and value is not None:
            yield value.value
        elif isinstance(one, Text) and not one.words:
            yield value
