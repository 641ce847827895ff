"""Tells what waiting files are: sheets, lines, photos of skin, or tables and exports. Done off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from adtracker.domain.common.progress import GoesOn
from adtracker.errors import AdtrackerError
from adtracker.exchange.intake.file_kind import FileKind, kind_of_file
from adtracker.exchange.intake.pdf_data import has_data
from adtracker.inbox.looking import Item, State
from adtracker.ui.settings.bring_in.readers import Readers

CAN_BE_TAKEN = (State.READY, State.TAKEN, State.CONFLICT)


class What(Enum):
    """What a file is; the values are the keys of its words."""

    SHEET = "sheet"
    LINES = "lines"
    PHOTO = "photo"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Sorted:
    """A file with what it is, or with why it is nothing that can be taken."""

    item: Item
    what: What | None = None
    why_not: AdtrackerError | None = None

    @property
    def is_new(self) -> bool:
        """Whether it was not taken before."""
        return self.item.state is State.READY


def sort_files(
    items: Sequence[Item], readers: Readers, before: dict[Item, Sorted], goes_on: GoesOn
) -> Sequence[Sorted]:
    """What each of some files is; those after a stop are left out. `before` has those that are known, and gets all."""
    found: list[Sorted] = []
    for number, item in enumerate(items):
        if not goes_on(number / len(items)):
            break
        before[item] = before.get(item) or _sorted(item, readers)
        found.append(before[item])
    return found


def _sorted(item: Item, readers: Readers) -> Sorted:
    if item.state not in CAN_BE_TAKEN:
        return Sorted(item)
    try:
        kind = kind_of_file(item.path)
        if kind is FileKind.PICTURE:
            return Sorted(item, What.SHEET if readers.sheets(item.path).sheets else What.PHOTO)
        if kind is FileKind.PDF and not has_data(item.path) and readers.sheets(item.path).sheets:
            return Sorted(item, What.SHEET)
        is_lines = kind is FileKind.TABLE and item.path.suffix.casefold() == ".txt"
        return Sorted(item, What.LINES if is_lines else What.FILE)
    except AdtrackerError as error:
        return Sorted(item, why_not=error)
