"""The ZIP of an archive: what was put in is read back, and one changed bit anywhere is noticed."""

import errno
import io
import random
import zlib
from datetime import datetime
from typing import Any
from zipfile import BadZipFile, ZipFile

import pytest

from adtracker.archive.container import Container

MADE = datetime(2026, 11, 29, 20, 15, 0)  # noqa: DTZ001 -- a ZIP knows no zones


def _filled(out: io.BytesIO) -> Container:
    with Container(out, "diary", MADE) as container:
        container.add("a.txt", b"itch 7\n" * 40)
        container.add("photos/b.jpg", bytes(range(256)))
    return container


def test_what_was_put_in_is_there_with_its_digests() -> None:
    out = io.BytesIO()
    assert _filled(out).is_whole()
    with ZipFile(out) as read:
        assert read.namelist() == ["diary/a.txt", "diary/photos/b.jpg", "diary/SHA256SUMS.txt"]
        assert read.read("diary/photos/b.jpg") == bytes(range(256))
        assert {info.date_time for info in read.infolist()} == {(2026, 11, 29, 20, 15, 0)}
        assert {info.external_attr >> 16 for info in read.infolist()} == {0o100600}


def test_the_same_gives_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    _filled(first)
    _filled(second)
    assert first.getvalue() == second.getvalue()


def _content(data: bytes) -> dict[str, bytes] | None:
    """What is in a ZIP, None if it cannot be read."""
    try:
        with ZipFile(io.BytesIO(data)) as read:
            return {name: read.read(name) for name in read.namelist()}
    except (BadZipFile, zlib.error, EOFError):
        return None


def test_a_changed_bit_in_what_is_in_it_is_noticed() -> None:
    out = io.BytesIO()
    container = _filled(out)
    whole = out.getvalue()
    with ZipFile(io.BytesIO(whole)) as read:
        spans = [(info.header_offset + 30 + len(info.filename), info.compress_size) for info in read.infolist()]
    dice, noticed = random.Random(1), 0
    for begin, length in spans * 40:
        place = begin + dice.randrange(length)
        out.seek(place)
        out.write(bytes([whole[place] ^ 1 << dice.randrange(8)]))
        # The last byte of what is packed has bits that say nothing.
        assert container.is_whole() == (_content(out.getvalue()) == _content(whole)), place
        noticed += not container.is_whole()
        out.seek(place)
        out.write(whole[place : place + 1])
    assert noticed > 110
    assert container.is_whole()
    out.truncate(len(whole) - 30)
    assert not container.is_whole()


class _FullDisk(io.BytesIO):
    """Takes no more than 300 bytes."""

    def write(self, data: Any, /) -> int:
        if self.tell() + len(data) > 300:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


def test_the_first_failure_is_the_one_that_is_told() -> None:
    out = _FullDisk()
    with pytest.raises(OSError, match="No space left"):
        _filled(out)
    with pytest.raises(OSError, match="No space left"), Container(out, "diary", MADE) as container:
        container.add("photos/b.jpg", bytes(400))
