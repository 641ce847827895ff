"""Tells what a file is by how it begins; its name says nothing, for people and programs give what names they like."""

from __future__ import annotations

import zipfile
from enum import Enum
from pathlib import Path

from adtracker.errors import ExchangeError
from adtracker.exchange.intake.text_encoding import encoding_of
from adtracker.exchange.text_file import reading
from adtracker.storage.header import APPLICATION_ID, looks_sealed

_HEAD = 4096
_SQLITE = b"SQLite format 3\0"
_ID_PLACE = slice(68, 72)
_WORKBOOK = "xl/workbook.xml"
# Other kinds of file by how they begin, each with the key of what it is called.
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_office"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"7z\xbc\xaf\x27\x1c", "packed"),
    (b"Rar!", "packed"),
    (b"\x1f\x8b", "packed"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\0\1\0\0Standard", "database"),
    (b"fLaC", "sound"),
    (b"ID3", "sound"),
)


class FileKind(Enum):
    """What there are readers for."""

    TABLE = "table"
    JSON = "json"
    WORKBOOK = "workbook"
    ZIP = "zip"
    PDF = "pdf"
    DIARY = "diary"
    APPLE_HEALTH = "apple-health"
    PICTURE = "picture"
    SHEET = "sheet"
    LINES = "lines"


def kind_of_file(file: Path) -> FileKind:
    """What a file is. Raises ExchangeError, which names what it is if there is no reader for it."""
    with reading(file):
        return _kind(file)


def _kind(file: Path) -> FileKind:
    with file.open("rb") as source:
        head = source.read(_HEAD)
    if not head.strip():
        raise ExchangeError("exchange.empty_file", file=file.name)
    if head.startswith(_SQLITE):
        if head[_ID_PLACE] == APPLICATION_ID.to_bytes(4, "big"):
            return FileKind.DIARY
        raise _foreign(file, "database")
    if head.startswith(b"%PDF-"):
        return FileKind.PDF
    if head.startswith(b"PK\3\4"):
        return _packed(file)
    if head[4:8] == b"ftyp" and head[8:11] in (b"hei", b"mif", b"hev"):
        return FileKind.PICTURE
    for begin, name in _FOREIGN:
        if head.startswith(begin):
            if name == "picture":
                return FileKind.PICTURE
            raise _foreign(file, name)
    return _text(file, head)


def _packed(file: Path) -> FileKind:
    try:
        with zipfile.ZipFile(file) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, NotImplementedError):
        raise ExchangeError("exchange.zip_damaged", file=file.name) from None
    if _WORKBOOK in names:
        return FileKind.WORKBOOK
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        raise _foreign(file, "document")
    if "mimetype" in names and "content.xml" in names:
        raise _foreign(file, "open_document")
    return FileKind.ZIP


def _text(file: Path, head: bytes) -> FileKind:
    encoding = encoding_of(file)
    if encoding is None:
        if looks_sealed(file):
            return FileKind.DIARY
        raise _foreign(file, "unknown")
    begin = head.decode(encoding.name, "replace").lstrip("\ufeff \t\r\n")
    if begin.startswith(("{", "[")) or file.suffix.casefold() == ".json":
        return FileKind.JSON
    if begin.startswith("<"):
        if "HealthData" in begin:
            return FileKind.APPLE_HEALTH
        raise _foreign(file, "web_page" if "<html" in begin.casefold() else "xml")
    return FileKind.TABLE


def _foreign(file: Path, name: str) -> ExchangeError:
    return ExchangeError(f"exchange.foreign_{name}", file=file.name)
