"""Takes the data out of one of our own reports: a PDF can hold files, and ours hold what their pages show."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from adtracker.errors import ExchangeError
from adtracker.exchange.text_file import LIMIT_MEGABYTES, reason

_LIMIT = LIMIT_MEGABYTES * 1024 * 1024
_OBJECT = re.compile(rb"obj\s*<<(?P<said>[^\0]{0,600}?/Type\s*/EmbeddedFile[^\0]{0,600}?)>>\s*stream\r?\n", re.DOTALL)
_LENGTH = re.compile(rb"/Length\s+(\d{1,10})\b(?!\s+\d+\s+R)")
_MIME = re.compile(rb"/Subtype\s*/([\w#.+-]+)")
# By their kind, those that say more first, each with the ending that a file of it has.
_KINDS = {"application/fhir+json": ".json", "application/json": ".json", "text/csv": ".csv"}


def data_of_report(file: Path, folder: Path) -> Path:
    """Write what a report holds that says most into a folder; where it is. Raises ExchangeError if it holds nothing."""
    suffix, content = _data(file)
    target = folder / f"{file.stem}{suffix}"
    try:
        target.write_bytes(content)
    except OSError as error:
        raise ExchangeError("exchange.cannot_read", file=file, reason=reason(error)) from None
    return target


def has_data(file: Path) -> bool:
    """Whether it is a report that holds its data; not so a scan."""
    try:
        _data(file)
    except ExchangeError:
        return False
    return True


def _data(file: Path) -> tuple[str, bytes]:
    """What says most of what a report holds, after the ending that a file of it has. Raises ExchangeError."""
    try:
        if file.stat().st_size > _LIMIT:
            raise ExchangeError("exchange.too_large", file=file.name, megabytes=LIMIT_MEGABYTES)
        content = file.read_bytes()
    except OSError as error:
        raise ExchangeError("exchange.cannot_read", file=file, reason=reason(error)) from None
    held = dict(_held(content))
    for mime, suffix in _KINDS.items():
        if mime in held:
            return suffix, held[mime]
    raise ExchangeError("exchange.pdf_without_data", file=file.name)


def _held(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files in a PDF by their kind; what cannot be read is passed over."""
    for found in _OBJECT.finditer(content):
        said = found["said"]
        length, mime = _LENGTH.search(said), _MIME.search(said)
        if length is None or mime is None:
            continue
        packed = content[found.end() : found.end() + int(length[1])]
        data = _unpacked(packed) if b"/FlateDecode" in said else packed
        if data is not None:
            yield re.sub(rb"#([0-9A-Fa-f]{2})", _letter, mime[1]).decode("ascii", "replace"), data


def _letter(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 16)])


def _unpacked(packed: bytes) -> bytes | None:
    """None for what is damaged, or becomes far too large."""
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(packed, _LIMIT)
    except zlib.error:
        return None
    return data if unpacker.eof else None
