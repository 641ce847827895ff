"""All kinds of records there are. One that is named here is stored, exported, imported, checked, undone and deleted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from adtracker.domain.common.record_kind import RecordKind
from adtracker.domain.records.course import COURSE, Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import BREAK, DiaryBreak
from adtracker.domain.records.photo import PHOTO, Photo
from adtracker.domain.records.profile import PROFILE, Profile
from adtracker.domain.records.question import DAY, QUESTION, Question
from adtracker.domain.records.recall import RECALL, Recall
from adtracker.domain.records.side_effect import SIDE_EFFECT, SideEffect
from adtracker.domain.records.trigger import TRIGGER, Trigger
from adtracker.domain.records.visit import VISIT, Visit
from adtracker.domain.scores.clinic_score import CLINIC_SCORE, ClinicScore
from adtracker.domain.scores.definition import DEFINITION, Definition
from adtracker.domain.scores.response import RESPONSE, Response
from adtracker.domain.treatments.dose import DOSES, DayDoses
from adtracker.domain.treatments.treatment import TREATMENT, Treatment

# What can be deleted and brought back.
Removed = Course | Treatment | Photo | Visit | SideEffect | DiaryBreak | ClinicScore | Response | Recall
Record = DayEntry | Profile | Trigger | Question | Definition | DayDoses | Removed
R = TypeVar("R", bound=Record)

# What others name comes first: in this order kinds are read, stored and shown.
KINDS: tuple[RecordKind[Any], ...] = (
    PROFILE,
    COURSE,
    TRIGGER,
    QUESTION,
    TREATMENT,
    DOSES,
    VISIT,
    SIDE_EFFECT,
    BREAK,
    CLINIC_SCORE,
    DEFINITION,
    RESPONSE,
    RECALL,
    PHOTO,
    DAY,
)
_BY_TYPE: Mapping[type[Any], RecordKind[Any]] = {kind.of: kind for kind in KINDS}
# Those that are an event as they are; a treatment, doses, a photo, a score and a note become one with what is around.
EVENT_KINDS = tuple(kind for kind in KINDS if kind.event is not None)


def kind_of(record: R) -> RecordKind[R]:
    """The kind of a record."""
    return _BY_TYPE[type(record)]
