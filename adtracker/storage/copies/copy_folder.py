"""A folder with copies in it. It may be somebody's: only files with a name of ours are looked at or taken away."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from adtracker.errors import DiaryError
from adtracker.files import clear_drafts, is_stale, write_whole
from adtracker.paths import private_folder
from adtracker.storage.copies.copy_name import CopyName
from adtracker.storage.naming import KEYS, keys_of

_RESTORED = ".adtracker-restored"
# What writing a copy can meet, as it is said of a diary, and as it is said of the folder of copies.
_SAID = {
    "diary.disk_full": "copies.full",
    "photos.disk_full": "copies.full",
    "diary.disk_failed": "copies.failed",
    "photos.disk_failed": "copies.failed",
    "diary.cannot_create": "copies.closed",
    "photos.cannot_create": "copies.closed",
    "diary.read_only": "copies.closed",
    "photos.read_only": "copies.closed",
    "diary.exists": "copies.busy",
    "photos.exists": "copies.busy",
}


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy that is there; with a `key`, which opens it if it is encrypted."""

    file: Path
    name: CopyName
    key: bytes | None = field(default=None, repr=False, compare=False)


class CopyFolder:
    """The copies in one folder, and the `key` of those that are encrypted. All methods raise DiaryError, about the
    folder."""

    def __init__(self, place: Path, key: bytes | None = None) -> None:
        self.place = place
        self.key = key

    def make(self) -> None:
        """Have the folder, which only its owner can enter where it is new."""
        with self.about():
            for folder in (*reversed(self.place.parents), self.place):
                if not folder.exists():
                    private_folder(folder)

    def check_there(self) -> None:
        """Refuse a folder that is not there, such as that of a stick which is not in."""
        with self.about():
            if not self.place.is_dir():
                raise DiaryError("copies.gone", folder=self.place)

    def copies(self, diary: str | None = None) -> list[Copy]:
        """The copies, the last one first; those of one diary, or all. A folder that is not there has none."""
        return [copy for copy in self._all(diary) if not copy.name.is_pictures]

    def pictures(self, diary: str | None = None) -> list[Copy]:
        """The files with pictures, the last one first."""
        return [copy for copy in self._all(diary) if copy.name.is_pictures]

    def last_number(self) -> int:
        """The number of the last copy that was made here, of whichever diary; 0 if none was."""
        return max((copy.name.number for copy in self._all(None)), default=0)

    def remove(self, copy: Copy) -> None:
        """Take a copy away. What cannot be taken away stays."""
        with suppress(OSError):
            copy.file.unlink()
            keys_of(copy.file).unlink(missing_ok=True)

    def tidy(self) -> None:
        """Take away what was left half written."""
        clear_drafts(self.place)
        with suppress(OSError):
            for keys in list(self.place.glob(f"*{KEYS}")):
                is_ours = CopyName.read(keys.name.removesuffix(KEYS)) is not None
                if is_ours and not keys.with_name(keys.name.removesuffix(KEYS)).exists() and is_stale(keys.lstat()):
                    keys.unlink()

    @property
    def restored_at(self) -> int:
        """The number of the last copy when somebody last went back to an earlier one; 0 if nobody did."""
        try:
            return int((self.place / _RESTORED).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0

    def note_restored(self) -> None:
        """Note that somebody goes back to an earlier copy now: nothing is thinned out until new ones were made."""
        with self.about():
            write_whole(self.place / _RESTORED, str(self.last_number()).encode("ascii"))

    @contextmanager
    def about(self) -> Iterator[None]:
        """Say of this folder what fails in it."""
        try:
            yield
        except DiaryError as error:
            if error.key not in _SAID:
                raise
            raise DiaryError(_SAID[error.key], folder=self.place) from None
        except OSError as error:
            raise DiaryError(f"copies.{_kind(error)}", folder=self.place) from None

    def _all(self, diary: str | None) -> list[Copy]:
        with self.about():
            try:
                names = [file.name for file in self.place.iterdir()]
            except FileNotFoundError:
                return []
        found = [(name, read) for name in names if (read := CopyName.read(name)) is not None]
        wanted = [(name, read) for name, read in found if diary is None or diary.startswith(read.diary)]
        own = [Copy(self.place / name, read, self.key) for name, read in wanted]
        return sorted(own, key=lambda copy: copy.name, reverse=True)


def _kind(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "full"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "closed"
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EEXIST):
        return "gone"
    return "failed"
