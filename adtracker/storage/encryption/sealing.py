"""Whether a key is that of an encrypted file, damaged or not, and seals anew what damage broke.

The engine gives out nothing of a page whose seal is broken. In a copy that was sealed anew it reads what is left, as it
does in a plain file with a changed bit.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from adtracker.protection.pages import PAGE, RESERVED, SALT, Pages

_HEAD = 100


def fits(file: Path, key: bytes) -> bool:
    """Whether a key is that of a file, of which parts may be damaged; not for one that is open.

    Any whole page says so. Where the salt itself is damaged no seal is right, but what is under the cipher has a form.
    """
    with suppress(OSError), file.open("rb") as opened:
        pages = Pages(key, opened.read(SALT))
        return any(pages.is_whole(number, page) or pages.has_form(number, page) for number, page in _all(opened))
    return False


def reseal(file: Path, key: bytes, mended: Callable[[bytes], bytes]) -> None:
    """Seal every page of a damaged file anew, in a copy of it; `mended` puts its first 100 bytes right.

    What is no whole page at its end goes. Raises OSError.
    """
    with file.open("r+b") as opened:
        salt = opened.read(SALT)
        pages = Pages(key, salt)
        opened.truncate(opened.seek(0, os.SEEK_END) // PAGE * PAGE)
        for number, page in _all(opened):
            content = None
            if number == 1:
                content = pages.plain(number, page)
                content = mended(salt + content[: _HEAD - SALT])[SALT:] + content[_HEAD - SALT :]
            if content is not None or not pages.is_whole(number, page):
                opened.seek((number - 1) * PAGE)
                opened.write(pages.seal(number, page, content))


def unsealed(file: Path, key: bytes) -> bytes:
    """What is under the cipher, page by page, in memory alone; of damaged ones what is left. Raises OSError."""
    with file.open("rb") as opened:
        salt = opened.read(SALT)
        pages = Pages(key, salt)
        content = (pages.plain(number, page) for number, page in _all(opened))
        return salt + bytes(RESERVED).join(content) + bytes(RESERVED)


def _all(opened: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The whole pages of a file, with their numbers."""
    number = 1
    while opened.seek((number - 1) * PAGE) is not None and len(page := opened.read(PAGE)) == PAGE:
        yield number, page
        number += 1
