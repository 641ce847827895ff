"""What a file may name that stands elsewhere: in the program's resources, in the diary, beside the file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from adtracker.domain.records.photo import CleanPhoto
from adtracker.domain.records.question import Question
from adtracker.domain.scores.definition import Definition
from adtracker.errors import PhotoError
from adtracker.exchange.screen_words import Words

# The picture in a file of this name, which lies in the folder of pictures. Raises PhotoError.
Load = Callable[[str], CleanPhoto]


def no_pictures(name: str) -> CleanPhoto:
    """A folder of pictures that is not there. Raises PhotoError."""
    raise PhotoError("photo.cannot_read", file=name, reason="")


@dataclass(frozen=True, slots=True)
class References:
    """`regions` are the keys of the body map, `sites` those of injection sites, `triggers` those of the usual triggers
    and of the diary's own, `questions` and `forms` the diary's own by key; `load` gives the picture of a file that a
    row names. `words` are what the screen calls all these, and the columns of a table.
    """

    regions: Collection[str] = ()
    sites: Collection[str] = ()
    triggers: Collection[str] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)
    forms: Mapping[str, Definition] = field(default_factory=dict)
    load: Load = no_pictures
    words: Words = field(default_factory=Words)
