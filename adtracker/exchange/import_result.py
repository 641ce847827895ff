"""What was found in a file from elsewhere: what to take in, and every row that cannot be, with place and reasons."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import CleanPhoto
from adtracker.domain.records.question import Question
from adtracker.domain.scores.definition import Definition
from adtracker.exchange.references import References
from adtracker.exchange.screen_words import folded
from adtracker.exchange.snapshot import Records
from adtracker.exchange.writing import Writing
from adtracker.resources import scales

if TYPE_CHECKING:
    from adtracker.domain.scores.questionnaire import Questionnaire
    from adtracker.domain.scores.scale import Scale

DATE = "date"
# So many refused rows are kept, each with so many problems: nobody reads a million.
MOST_REFUSED = 20
# What a record says; None stands for all of it that is not blank.
Said = frozenset[Part] | None


class Place(NamedTuple):
    """Where something stands: its `line` (1-based) in a table, or its `path` ("days[17]") in JSON.

    `table` is the file's name where it is not the file that was asked for but a table beside it.
    """

    line: int | None = None
    path: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """One row that was not taken, and why: at least one problem. There are `more` than are named."""

    place: Place
    problems: Sequence[Problem]
    more: int = 0


class ImportResult(Records):
    """The content of a file, gathered row by row. If anything is `refused`, nothing of it may be stored.

    Treatments are new ones, with keys below zero that their doses point at. `pictures` are those of the photos, by
    digest. `today` is the day it is, `known` what the file may name, `writing` how it writes days
    and numbers. What is blank says nothing, unless `clear_blank`. Of `refused_count` rows the first are in `refused`.
    `several_days` are those of which more than one row told, `has_times` says that rows said the time of day.
    `left_sheet` is the name of a sheet of ours that says too little to be taken, empty where there is none.
    """

    def __init__(
        self,
        today: date,
        known: References | None = None,
        *,
        writing: Writing | None = None,
        clear_blank: bool = False,
    ) -> None:
        super().__init__()
        self.today = today
        self.known = known or References()
        self.writing = writing or Writing()
        self.clear_blank = clear_blank
        self.pictures: dict[str, CleanPhoto] = {}
        self.refused: list[Refused] = []
        self.refused_count = 0
        self.several_days = 0
        self.has_times = False
        self.left_sheet = ""
        self._said: dict[type[Any], list[Said]] = {}
        self._alike: dict[Said, Said] = {}
        self._seen: dict[type[Any], set[Hashable]] = {}
        self._spellings: dict[str, str] = {}
        self._numbers = count(-1, -1)

    def add(self, record: Record, said: Said = None) -> None:
        """Put one more at the end of its kind; `said` is what the file says of it."""
        super().add(record)
        self._said.setdefault(type(record), []).append(self._alike.setdefault(said, said))

    def add_days(self, entries: Iterable[DayEntry], said: Iterable[Said]) -> None:
        """Put many days at the end of theirs, with what the file says of each."""
        self._kinds.setdefault(DayEntry, []).extend(entries)
        self._said.setdefault(DayEntry, []).extend(said)

    def said(self, kind: type[Any]) -> Sequence[Said]:
        """What the file says of each record of one kind."""
        return self._said.get(kind, ())

    @property
    def scales(self) -> Mapping[str, Scale]:
        """The scales that scores are given on, by key."""
        return scales()

    def question(self, key: str) -> Question | None:
        """The question of a key, in the file or the diary: both are answered alike."""
        return self.called(Question, key) or self.known.questions.get(key)

    def questionnaire(self, key: str) -> Questionnaire | None:
        """What the form of a key asks, in the file or the diary."""
        from adtracker.domain.scores.definition_content import questionnaire_of  # noqa: PLC0415 -- few files have one

        form = self.called(Definition, key) or self.known.forms.get(key)
        return None if form is None else questionnaire_of(form)

    def new_number(self) -> int:
        """A number for a record that others of the file point at; below zero, which no stored one is."""
        return next(self._numbers)

    def is_first(self, kind: type[Any], identity: Hashable) -> bool:
        """Whether nothing of this kind and identity stood further up; from now on something does."""
        seen = self._seen.setdefault(kind, set())
        if identity in seen:
            return False
        seen.add(identity)
        return True

    def are_first(self, kind: type[Any], identities: Sequence[Hashable]) -> bool:
        """Whether that is so of all of these, which are different; only then something stands there from now on."""
        seen = self._seen.setdefault(kind, set())
        if not seen.isdisjoint(identities):
            return False
        seen.update(identities)
        return True

    def as_first_written(self, word: str) -> str:
        """A word that nobody knows, as it stood further up in the file: "my cat" after "My cat" is the same one."""
        return self._spellings.setdefault(folded(word), word)

    def refuse(self, place: Place, problems: Sequence[Problem]) -> None:
        """Note a row that cannot be taken."""
        self.refused_count += 1
        if len(self.refused) < MOST_REFUSED:
            named = tuple(problems[:MOST_REFUSED])
            self.refused.append(Refused(place, named, len(problems) - len(named)))
