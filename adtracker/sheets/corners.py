"""Finds the corner codes of a sheet in a picture. Three of the four are enough, however the picture is turned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass

import numpy as np
import zxingcpp
from numpy.typing import NDArray

from adtracker.domain.sheet.code import CodeError, NewerLayoutError, read_code
from adtracker.domain.sheet.layout import Box, layout_of
from adtracker.domain.sheet.spec import SheetSpec
from adtracker.errors import SheetError
from adtracker.sheets.blobs import looks_like_sheet
from adtracker.sheets.plane import Places

ENOUGH, ALL = 3, 4
# Below this many points of its longer side a picture is looked at larger too: its codes have few points each.
_SMALL = 2200
# A photo is looked at smaller first: codes are found there faster, and noise is less.
_LARGE = 2600


@dataclass(frozen=True, slots=True)
class Corners:
    """The sheet, and where the ends of its codes are in the picture: `places` in millimetres, `points` of the picture.

    `count` is how many codes were found.
    """

    spec: SheetSpec
    places: Places
    points: Places
    count: int


Ends = NDArray[np.float64]


def find_corners(light: NDArray[np.uint8]) -> Corners:
    """The corners of the one sheet in a picture. Raises SheetError."""
    found: dict[tuple[SheetSpec, int], Ends] = {}
    foreign = 0
    for text, ends in _codes(light, found):
        try:
            corner = read_code(text)
        except NewerLayoutError:
            raise SheetError("sheet.newer") from None
        except CodeError:
            foreign += 1
            continue
        found.setdefault((corner.spec, corner.corner), ends)
    if not found and not foreign and looks_like_sheet(light):
        raise SheetError("sheet.blurred")
    if not found:
        raise SheetError("sheet.foreign" if foreign else "sheet.none")
    by_sheet: dict[SheetSpec, dict[int, Ends]] = defaultdict(dict)
    for (spec, number), ends in found.items():
        by_sheet[spec][number] = ends
    if len(by_sheet) > 1:
        raise SheetError("sheet.several")
    ((spec, corners),) = by_sheet.items()
    if len(corners) < ENOUGH:
        raise SheetError("sheet.corners")
    return _placed(spec, corners)


def _placed(spec: SheetSpec, corners: Mapping[int, Ends]) -> Corners:
    try:
        codes = layout_of(spec).codes
    except ValueError:
        raise SheetError("sheet.foreign") from None
    places = np.concatenate([_ends(codes[number]) for number in corners])
    points = np.concatenate(list(corners.values()))
    return Corners(spec, places, points, len(corners))


def _ends(box: Box) -> Ends:
    right, low = box.x + box.width, box.y + box.height
    return np.array([(box.x, box.y), (right, box.y), (right, low), (box.x, low)])


def _codes(light: NDArray[np.uint8], found: Sized) -> Iterator[tuple[str, Ends]]:
    """Codes and their ends; it is looked closer only while there are too few in `found`."""
    for factor in _factors(max(light.shape)):
        if len(found) >= ALL:
            return
        for code in _read(_resized(light, factor)):
            where = code.position
            ends = [(one.x, one.y) for one in (where.top_left, where.top_right, where.bottom_right, where.bottom_left)]
            yield code.text, (np.array(ends, float) + 0.5) / factor


def _factors(longest: int) -> Sequence[float]:
    if longest > _LARGE:
        return (0.5, 1.0)
    return (1.0, 2.0) if longest < _SMALL else (1.0,)


def _read(light: NDArray[np.uint8]) -> Sequence[zxingcpp.Barcode]:
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return zxingcpp.read_barcodes(light, formats=wanted, try_invert=False)


def _resized(light: NDArray[np.uint8], factor: float) -> NDArray[np.uint8]:
    if factor < 1:
        half = light[: light.shape[0] // 2 * 2, : light.shape[1] // 2 * 2].astype(np.uint16)
        summed = half[::2, ::2] + half[1::2, ::2] + half[::2, 1::2] + half[1::2, 1::2]
        return np.ascontiguousarray((summed // 4).astype(np.uint8))
    return np.ascontiguousarray(light) if factor == 1 else np.kron(light, np.ones((2, 2), np.uint8))
