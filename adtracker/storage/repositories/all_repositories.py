"""Where each kind of record is kept, by its type and in the order in which they are stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adtracker.domain.common.record_kind import RecordKind
from adtracker.domain.edits.kinds import KINDS
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.profile import Profile
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment
from adtracker.storage.repositories.days import Days
from adtracker.storage.repositories.doses import Doses
from adtracker.storage.repositories.person import Person
from adtracker.storage.repositories.photos import PHOTOS
from adtracker.storage.repositories.repository import Repository
from adtracker.storage.repositories.rows import RowRepository, row_repository
from adtracker.storage.repositories.treatments import TREATMENTS
from adtracker.storage.schema import ROW_TABLES

DAYS, PERSON, DOSES = Days(), Person(), Doses()
# Kinds that are more than one row each, or are asked for more.
_OWN: Mapping[type[Any], Repository[Any]] = {
    Profile: PERSON,
    Treatment: TREATMENTS,
    DayDoses: DOSES,
    Photo: PHOTOS,
    DayEntry: DAYS,
}
REPOSITORIES: Mapping[type[Any], Repository[Any]] = {
    kind.of: _OWN[kind.of] if kind.of in _OWN else row_repository(kind, ROW_TABLES[kind.name]) for kind in KINDS
}


def _rows(kind: RecordKind[Any]) -> RowRepository[Any]:
    found = REPOSITORIES[kind.of]
    assert isinstance(found, RowRepository), "what can be deleted is a row that says when it was"
    return found


# Where that is kept which can be deleted and brought back.
REMOVABLE = tuple(_rows(kind) for kind in KINDS if kind.is_removable)
