"""The one family of errors a person can do something about: the world failed, not the program.

An error carries a key and values, never a finished sentence: the sentence stands in `resources/text/en/errors.toml`
and is put together where it is shown (`adtracker.resources.Texts.error`), so that wording lives in one place and logs
can name an error without its values.
"""

from __future__ import annotations

DAMAGED = "diary.damaged"
CHANGED = "diary.changed"  # another program changed the file of the open diary


class AdtrackerError(Exception):
    """Something outside the program failed; what the person wrote so far is safe.

    `key` names the sentence in the text catalogue; `values` fill its gaps.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class DiaryError(AdtrackerError):
    """The diary file cannot be opened or written."""


class ProtectionError(AdtrackerError):
    """A password, words or a file of keys do not open a diary, or cannot be taken."""


class ExchangeError(AdtrackerError):
    """A file to be read or written on the person's behalf is not usable."""


class ReportError(AdtrackerError):
    """The report cannot be made."""


class PhotoError(AdtrackerError):
    """A picture cannot be taken in."""


class SheetError(AdtrackerError):
    """A picture is no sheet that can be read."""


class WorkError(AdtrackerError):
    """Something that takes long cannot be worked out."""
