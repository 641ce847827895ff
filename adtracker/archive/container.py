"""The ZIP of an archive: one folder with files and the digests of all, written piece by piece and then read back."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import datetime
from pathlib import PurePosixPath
from typing import BinaryIO, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 -- an error by its name

SUMS = "SHA256SUMS.txt"
_PRIVATE_FILE = 0o100600 << 16  # where a ZIP keeps the rights of a file
_UNIX = 3
_PACKED_ALREADY = frozenset({".jpg", ".pdf"})


class Container:
    """A new ZIP, complete at the end of the block. Its methods raise OSError if the disk fails."""

    def __init__(self, out: BinaryIO, folder: str, made: datetime) -> None:
        self._out = out
        self._folder = folder
        self.made = made
        self._zip = ZipFile(out, "w", ZIP_DEFLATED)
        self._digests: dict[str, str] = {}

    def add(self, name: str, data: bytes) -> None:
        """Put in a file; `name` may have folders before it, parted by /."""
        self._digests[name] = hashlib.sha256(data).hexdigest()
        self._write(name, data)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: type[BaseException] | None, *_more: object) -> None:
        """Put in the digests of all files, as `sha256sum --check` reads them; what failed is let go of."""
        if failed is None:
            lines = (f"{digest}  {name}\n" for name, digest in sorted(self._digests.items()))
            self.add(SUMS, "".join(lines).encode())
            self._zip.close()
        else:
            with suppress(OSError, ValueError):
                self._zip.close()

    def is_whole(self) -> bool:
        """Whether all that was put in is what now stands on the disk: reads all of it once more."""
        self._out.flush()
        self._out.seek(0)
        try:
            with ZipFile(self._out) as written:
                found = {info.filename: _digest(written, info) for info in written.infolist()}
        except (BadZipFile, ZlibError, EOFError):
            return False
        return found == {f"{self._folder}/{name}": digest for name, digest in self._digests.items()}

    def _write(self, name: str, data: bytes) -> None:
        info = ZipInfo(f"{self._folder}/{name}", self.made.timetuple()[:6])
        info.create_system = _UNIX
        info.external_attr = _PRIVATE_FILE
        info.compress_type = ZIP_STORED if PurePosixPath(name).suffix in _PACKED_ALREADY else ZIP_DEFLATED
        self._zip.writestr(info, data)


def _digest(written: ZipFile, info: ZipInfo) -> str:
    with written.open(info) as source:
        return hashlib.file_digest(source, "sha256").hexdigest()  # type: ignore[arg-type]  # it can be read
