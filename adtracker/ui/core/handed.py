"""What goes on into another diary from one that is open and cannot go on, such as a damaged one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what days and records are comes after the first paint
    from adtracker.domain.common.draft import Content
    from adtracker.domain.edits.edit import Edit


@dataclass(frozen=True, slots=True)
class Handed:
    """What was given in this window, and what is typed into forms of new records, by the names of the forms: the key of
    a record may be another one's there. A form of which nothing is to be kept says nothing."""

    edits: Sequence[Edit] = ()
    drafts: Mapping[str, Content] = field(default_factory=dict)


NOTHING = Handed()
