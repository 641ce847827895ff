"""Which way up the camera was held, from the EXIF block and nothing else of it.

A reader that takes in the whole block can be made to fill the memory: every tag may claim all of it as its value.
"""

from __future__ import annotations

import struct

UPRIGHT = 1
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_TAG, _SHORT = 0x0112, 3


def orientation(exif: bytes) -> int:
    """1 to 8 as in the EXIF standard (CIPA DC-008, 4.6.4); 1, upright, if the block does not say or cannot be read."""
    order = _ORDERS.get(exif[:4])
    if order is None:
        return UPRIGHT
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        entries = (struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * index) for index in range(count))
        found = next((value for tag, kind, _, value in entries if (tag, kind) == (_TAG, _SHORT)), UPRIGHT)
    except struct.error:
        return UPRIGHT
    return found if found in range(UPRIGHT, 9) else UPRIGHT
