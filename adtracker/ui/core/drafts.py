"""The open forms whose content is kept in the diary while it is typed, until it is stored or given up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.domain.common.draft import Content
    from adtracker.storage.journal import Journal


class OpenDraft(Protocol):
    """What is typed into one form."""

    @property
    def title(self) -> str:
        """What the form is called on the screen."""

    @property
    def is_waiting(self) -> bool:
        """Whether the diary did not take what was typed."""

    @property
    def typed(self) -> tuple[str, Content] | None:
        """The name of the form and what stands in it, if it asks for a new record and somebody typed there."""

    def flush(self) -> None:
        """Keep what was typed and is not kept yet."""

    def move_to(self, journal: Journal) -> None:
        """Keep it in another copy of the diary from now on."""


class Drafts:
    """Knows the forms that are open; each session of a form names its draft before it is opened."""

    def __init__(self) -> None:
        self._open: list[OpenDraft] = []

    def add(self, draft: OpenDraft, dialog: QObject) -> None:
        """Know a draft for as long as its dialog lives."""
        self._open.append(draft)
        dialog.destroyed.connect(partial(self._open.remove, draft))

    def flush(self) -> None:
        """Keep what was typed and is not kept yet."""
        for draft in self._open:
            draft.flush()

    def move_to(self, journal: Journal) -> None:
        """Keep what is typed in another copy of the diary, which is about to be opened in place of this one."""
        for draft in self._open:
            draft.move_to(journal)

    @property
    def typed(self) -> Mapping[str, Content]:
        """What stands in the forms that ask for a new record, by the names of the forms."""
        return dict(filter(None, (draft.typed for draft in self._open)))

    @property
    def unsaved(self) -> Sequence[str]:
        """The forms that the diary does not take, by their titles."""
        return [draft.title for draft in self._open if draft.is_waiting]
