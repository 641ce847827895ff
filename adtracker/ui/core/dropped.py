"""A file that was dropped to be brought in, told from a picture that becomes a photo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

# What tables, exports, reports and diaries are called; pictures and all else are for others.
_SUFFIXES = (".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".json", ".zip", ".pdf", ".diary", ".xml")


_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".hif")


def dropped_files(mime: QMimeData) -> list[Path]:
    """All files in it that can be brought in, pictures of sheets or skin among them; none if one of them cannot."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return files if all(file.suffix.casefold() in (*_SUFFIXES, *_PICTURES) for file in files) else []


def dropped_file(mime: QMimeData) -> Path | None:
    """The one file in it that can be brought in; None if there is none, or several."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.casefold() in _SUFFIXES else None
