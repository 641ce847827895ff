"""What all resources of a document share: whose they are, what they are called, and how each is found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.questionnaire import Questionnaire
from adtracker.domain.scores.score_reading import readable
from adtracker.exchange.fhir.elements import OWN, Element
from adtracker.exchange.snapshot import Snapshot
from adtracker.resources import Texts, texts

_ALL = uuid5(NAMESPACE_URL, OWN)


@dataclass
class About:
    """What the resources of one document need to know; `as_of` is the day it was last written in."""

    contents: Snapshot
    as_of: date
    words: Texts = field(default_factory=texts)
    _given: Counter[str] = field(default_factory=Counter)

    @cached_property
    def _patient(self) -> UUID:
        """From name and birth year; without both from when the diary was begun, so that two of them stay two."""
        whose = next(iter(self.contents.of(Profile)), Profile())
        begun = min((one.recorded_at for one in self.contents.of(DayEntry) if one.recorded_at), default=None)
        told = [whose.name, whose.birth_year] if whose.name or whose.birth_year else [begun]
        return uuid5(_ALL, json.dumps(told, default=str))

    @property
    def patient(self) -> str:
        """The id of the person."""
        return str(self._patient)

    @property
    def subject(self) -> Element:
        """The person, as other resources name them."""
        return reference(self.patient)

    def name(self, kind: str, *identity: Any) -> str:
        """The id of something: always the same for the same."""
        return str(uuid5(self._patient, json.dumps([kind, *map(_plain, identity)])))

    def new_name(self, kind: str, *identity: Any) -> str:
        """The same for one of several that may be alike."""
        name = self.name(kind, *identity)
        self._given[name] += 1
        return name if self._given[name] == 1 else self.name(kind, *identity, self._given[name])

    def say(self, key: str) -> str:
        """A word of this document."""
        return self.words.say(f"fhir.{key}")

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The own questions by key."""
        return {one.key: one for one in self.contents.of(Question)}

    @cached_property
    def triggers(self) -> Mapping[str, str]:
        """What triggers are called, by key."""
        return dict(self.words.table("triggers")["usual"]) | {one.key: one.name for one in self.contents.of(Trigger)}

    @cached_property
    def forms(self) -> Mapping[str, Questionnaire]:
        """What each form asks, by key; not those that cannot be read."""
        found = ((one.key, readable(one)) for one in self.contents.of(Definition))
        return {key: form for key, form in found if form is not None}


def reference(name: str) -> Element:
    """A resource of the document, as others name it."""
    return {"reference": f"urn:uuid:{name}"}


def _plain(part: Any) -> Any:
    if isinstance(part, tuple):
        return [_plain(one) for one in part]
    return part.value if isinstance(part, Enum) else str(part)
