"""The flat sheet in a picture: how places in millimetres become points, and the picture laid flat again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.float64]  # rows of x and y
Table = NDArray[np.float32]
# Points of a millimetre in the picture laid flat.
SCALE = 6.0


def homography(places: Places, points: Places) -> Places:
    """The 3 by 3 matrix that takes places of a plane to points of a photo of it, by least squares."""
    from_, to = _settled(places), _settled(points)
    x, y = _moved(from_, places).T
    u, v = _moved(to, points).T
    one, none = np.ones_like(x), np.zeros_like(x)
    rows = np.concatenate(
        [
            np.stack([x, y, one, none, none, none, -u * x, -u * y, -u], axis=1),
            np.stack([none, none, none, x, y, one, -v * x, -v * y, -v], axis=1),
        ]
    )
    found = np.linalg.svd(rows)[2][-1].reshape(3, 3)
    whole = np.linalg.inv(to) @ found @ from_
    result: Places = whole / whole[2, 2]
    return result


def projected(matrix: Places, places: Places) -> Places:
    """Where places come to lie."""
    return _moved(matrix, places)


def laid_flat(light: Table, matrix: Places, width: float, height: float) -> Table:
    """A page of so many millimetres, seen from straight above, `SCALE` points a millimetre."""
    across = (np.arange(round(width * SCALE)) + 0.5) / SCALE
    down = (np.arange(round(height * SCALE)) + 0.5) / SCALE
    flat = np.empty((len(down), len(across)), np.float32)
    for first in range(0, len(down), 128):  # a part at a time: the places of all would take ten times the picture
        part = down[first : first + 128]
        x, y = np.meshgrid(across, part)
        points = _moved(matrix, np.stack([x.ravel(), y.ravel()], axis=1))
        flat[first : first + 128] = sampled(light, points[:, 0] - 0.5, points[:, 1] - 0.5).reshape(x.shape)
    return flat


def sampled(light: Table, x: NDArray[Any], y: NDArray[Any]) -> Table:
    """The light between points, as if it went evenly from one to the next; beyond the edge it is that of the edge."""
    height, width = light.shape
    x, y = np.clip(x, 0, width - 1.001), np.clip(y, 0, height - 1.001)
    left, top = x.astype(np.intp), y.astype(np.intp)
    right_share, low_share = (x - left).astype(np.float32), (y - top).astype(np.float32)
    flat, at = light.ravel(), top * width + left
    upper = flat[at] * (1 - right_share) + flat[at + 1] * right_share
    lower = flat[at + width] * (1 - right_share) + flat[at + width + 1] * right_share
    result: Table = upper * (1 - low_share) + lower * low_share
    return result


def shrunk(light: NDArray[np.uint8], factor: int) -> Table:
    """The picture with blocks of points as one."""
    if factor < 2:
        return light.astype(np.float32)
    height, width = (side - side % factor for side in light.shape)
    blocks = light[:height, :width].reshape(height // factor, factor, width // factor, factor)
    result: Table = blocks.mean(axis=(1, 3), dtype=np.float32)
    return result


def smooth_shift(places: Places, shifts: Places, weights: NDArray[Any]) -> Callable[[Places], Places]:
    """The shift of any place of a page, smooth over all of it, from those seen at some; outliers lose their say."""
    middle, reach = places.mean(axis=0), np.ptp(places, axis=0) / 2 + 1
    terms = _terms((places - middle) / reach)
    solved = np.zeros((terms.shape[1], 2))
    for _ in range(4):
        root = np.sqrt(weights)[:, None]
        solved = np.linalg.lstsq(terms * root, shifts * root, rcond=None)[0]
        off = np.hypot(*(shifts - terms @ solved).T)
        weights = weights / (1 + (off / 0.25) ** 2)
    return lambda wanted: _terms((wanted - middle) / reach) @ solved


def _terms(places: Places) -> Places:
    x, y = places.T
    one = np.ones_like(x)
    return np.stack([one, x, y, x * x, x * y, y * y, x**3, x * x * y, x * y * y, y**3], axis=1)


def _settled(places: Places) -> Places:
    """What takes places to about the middle and about the length 1, where matrices are solved well."""
    middle = places.mean(axis=0)
    size = 1.4 / max(float(np.hypot(*(places - middle).T).mean()), 1e-9)
    return np.array([[size, 0, -size * middle[0]], [0, size, -size * middle[1]], [0, 0, 1]])


def _moved(matrix: Places, places: Places) -> Places:
    whole = np.concatenate([places, np.ones((len(places), 1))], axis=1) @ matrix.T
    result: Places = whole[:, :2] / whole[:, 2:]
    return result
