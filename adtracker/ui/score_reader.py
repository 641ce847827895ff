"""What scales and questionnaires are called. Loaded where a deleted one is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from adtracker.resources import scales

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


def read_titles(journal: Journal) -> Mapping[str, str]:
    """What scales and forms are called, by key. Raises DiaryError."""
    return {
        **{key: scale.name for key, scale in scales().items()},
        **{form.key: form.title for form in journal.forms()},
    }
