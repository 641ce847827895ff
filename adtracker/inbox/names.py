"""What names of files say: half a copy, a stand-in for a file elsewhere, a conflict between two computers."""

from __future__ import annotations

import re
import unicodedata

_TEMPORARY = re.compile(
    r"(^~|^\.~|~$|^\.syncthing\.|^~syncthing~)|\.(tmp|temp|part|partial|crdownload|download|filepart|opdownload)$",
    re.IGNORECASE,
)
# iCloud has ".name.icloud" for what is elsewhere, Nextcloud and ownCloud "name.nextcloud".
_PLACEHOLDER = re.compile(r"\.(icloud|nextcloud|owncloud|cloud|cloudf)$", re.IGNORECASE)
_CONFLICT_WORDS = r"conflicted copy|conflict|in conflict|Konfliktkopie|copia en conflicto|copie en conflit"
_CONFLICT = re.compile(
    r"\.sync-conflict-\d{8}-\d{6}|_conflict-\d{8}-\d{6}|\(case conflict|"
    rf"\((?:[^()]*\s)?(?:{_CONFLICT_WORDS})[^()]*\)",
    re.IGNORECASE,
)
_HIDDEN = (".", "desktop.ini", "thumbs.db")


def shown_name(name: str) -> str:
    """A name as it is shown and compared: a Mac may write its letters in parts (NFD)."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def is_temporary(name: str) -> bool:
    """Whether a program is still writing it, or has left it behind."""
    return bool(_TEMPORARY.search(name))


def is_placeholder(name: str) -> bool:
    """Whether it only stands for a file that is not on this computer yet."""
    return bool(_PLACEHOLDER.search(name))


def is_conflict(name: str) -> bool:
    """Whether a program that keeps folders alike kept two versions, and this is the other one."""
    return bool(_CONFLICT.search(name))


def is_hidden(name: str) -> bool:
    """Whether a system keeps it for itself."""
    return name.casefold().startswith(_HIDDEN)
