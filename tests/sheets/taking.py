"""Scans and photographs a sheet: six usual ways, and five after which it should be taken again."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import pi
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from tests.sheets.pens import POINTS

Taken = Callable[[Image.Image, Random], bytes]
_GRID = (14, 18)


@dataclass(frozen=True, slots=True)
class Camera:
    """How a photo is taken: points a millimetre, how far corners move, the bend in millimetres, light, noise, blur."""

    points: float
    tilt: float
    bend: float
    light: tuple[float, float]
    noise: float
    blur: float
    quality: int


def _jpeg(light: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    light.save(out, "JPEG", quality=quality)
    return out.getvalue()


def _noisy(picture: Image.Image, amount: float, random: Random) -> Image.Image:
    noise = np.random.default_rng(random.getrandbits(32)).normal(0, amount, (picture.height, picture.width))
    return Image.fromarray(np.clip(np.asarray(picture, np.float32) + noise, 0, 255).astype(np.uint8))


def scanned(ppi: float, noise: float, quality: int, contrast: float = 1.0) -> Taken:
    """Off a flat bed, a little askew."""

    def take(page: Image.Image, random: Random) -> bytes:
        page = page.rotate(random.uniform(-1.2, 1.2), Image.Resampling.BILINEAR, fillcolor=250)
        if random.random() < 0.15:
            page = page.transpose(random.choice([Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90]))
        share = ppi / 300
        page = page.resize((round(page.width * share), round(page.height * share)), Image.Resampling.BOX)
        page = page.filter(ImageFilter.GaussianBlur(0.4))
        if contrast != 1:
            page = page.point(lambda value: max(0, min(255, round((value - 150) * contrast + 150))))
        return _jpeg(_noisy(page, noise, random), quality)

    return take


def photographed(camera: Camera, spoil: Callable[[NDArray[Any], Random], NDArray[Any]] | None = None) -> Taken:
    """With a phone, by hand."""

    def take(page: Image.Image, random: Random) -> bytes:
        seen = _seen(page, camera, random)
        lit = np.asarray(seen, np.float32) * _lit(seen.size, camera.light, random)
        if spoil is not None:
            lit = spoil(lit, random)
        picture = Image.fromarray(np.clip(lit, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(camera.blur))
        return _jpeg(_noisy(picture, camera.noise, random), camera.quality)

    return take


def _seen(page: Image.Image, camera: Camera, random: Random) -> Image.Image:
    """The page from aside, on a table, bent like a page of a letter."""
    width, height = round(page.width / POINTS * camera.points), round(page.height / POINTS * camera.points)
    rim = 0.06
    frame = (round(width * (1 + 2 * rim)), round(height * (1 + 2 * rim)))
    ends = [
        (x + random.uniform(-1, 1) * camera.tilt, y + random.uniform(-1, 1) * camera.tilt)
        for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))
    ]
    matrix = _square_to(ends)
    back = np.linalg.inv(matrix)
    waves, turn = random.uniform(0.7, 1.3), random.uniform(0, 2 * pi)
    bend, lengthwise = camera.bend * POINTS, random.random() < 0.5

    def source(x: float, y: float) -> tuple[float, float]:
        u = (x / frame[0] * (1 + 2 * rim)) - rim
        v = (y / frame[1] * (1 + 2 * rim)) - rim
        a, b, c = back @ (u, v, 1)
        u, v = a / c, b / c
        along = v if lengthwise else u
        # Nothing at the corners, most between them.
        lift = bend * np.sin(pi * min(max(along, 0), 1)) * (0.75 + 0.25 * np.sin(waves * pi * (u + v) + turn))
        x, y = u * page.width, v * page.height
        return (x + lift, y) if lengthwise else (x, y + lift)

    table = Image.new("L", (page.width + 400, page.height + 400), random.randint(70, 150))
    table.paste(page, (200, 200))
    mesh = []
    columns, rows = _GRID
    for column in range(columns):
        for row in range(rows):
            box = (
                frame[0] * column // columns,
                frame[1] * row // rows,
                frame[0] * (column + 1) // columns,
                frame[1] * (row + 1) // rows,
            )
            corners = ((box[0], box[1]), (box[0], box[3]), (box[2], box[3]), (box[2], box[1]))
            quad = [side + 200 for corner in corners for side in source(*corner)]
            mesh.append((box, quad))
    small = table
    if camera.points < POINTS / 1.3:
        small = table.filter(ImageFilter.BoxBlur(POINTS / camera.points / 2 - 0.4))
    return small.transform(frame, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR)


def _square_to(ends: list[tuple[float, float]]) -> NDArray[Any]:
    rows, wanted = [], []
    for (x, y), (u, v) in zip(((0, 0), (1, 0), (1, 1), (0, 1)), ends, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    return np.append(np.linalg.solve(np.array(rows, float), np.array(wanted)), 1).reshape(3, 3)


def _lit(size: tuple[int, int], light: tuple[float, float], random: Random) -> NDArray[Any]:
    """Light that falls from one side, and less at the edges."""
    x, y = np.meshgrid(np.linspace(-1, 1, size[0]), np.linspace(-1, 1, size[1]))
    turn = random.uniform(0, 2 * pi)
    share = (x * np.cos(turn) + y * np.sin(turn)) / 2.83 + 0.5
    result: NDArray[Any] = (light[0] + (light[1] - light[0]) * share) * (1 - 0.08 * (x * x + y * y))
    return result


def hard_shadow(lit: NDArray[Any], random: Random) -> NDArray[Any]:
    """A hard one, across the rows."""
    height, width = lit.shape
    x, y = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    turn = random.uniform(0, 2 * pi)
    edge = (x * np.cos(turn) + y * np.sin(turn) - random.uniform(-0.45, 0.45)) * 140
    deep = random.uniform(0.35, 0.6)
    result: NDArray[Any] = lit * (1 - deep / (1 + np.exp(-np.clip(edge / random.uniform(0.3, 1.0), -40, 40))))
    return result


def _glare(lit: NDArray[Any], random: Random) -> NDArray[Any]:
    """So much light that nothing of what is printed is left in a part of the page."""
    height, width = lit.shape
    x, y = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    x0, y0 = random.uniform(-0.4, 0.4), random.uniform(-0.4, 0.4)
    spot = np.exp(-((x - x0) ** 2 + (y - y0) ** 2) / random.uniform(0.1, 0.3))
    result: NDArray[Any] = lit * 1.15 + 420 * spot
    return result


def _half(page: Image.Image, random: Random) -> bytes:
    share = random.uniform(0.35, 0.8)
    wide, high = page.size
    box = random.choice(
        [
            (0, 0, wide, round(high * share)),
            (0, round(high * (1 - share)), wide, high),
            (0, 0, round(wide * share), high),
            (round(wide * (1 - share)), 0, wide, high),
        ]
    )
    return CONDITIONS["photo"](page.crop(box), random)


_USUAL = Camera(9.0, 0.03, 0.0, (0.8, 0.97), 3.0, 0.8, 82)
CONDITIONS: Mapping[str, Taken] = {
    "scan 300": scanned(300, 3, 80),
    "scan 150": scanned(150, 4, 75),
    "fax 110": scanned(110, 5, 70, 1.7),
    "photo": photographed(_USUAL),
    "photo bent": photographed(Camera(9.0, 0.045, 0.6, (0.65, 0.95), 4.0, 0.9, 78)),
    "photo dim": photographed(Camera(8.0, 0.04, 0.3, (0.4, 0.7), 6.0, 1.1, 75)),
}
BAD: Mapping[str, Taken] = {
    "blur": lambda page, random: photographed(Camera(9.0, 0.03, 0.0, (0.8, 0.97), 3.0, random.uniform(5, 9), 82))(
        page, random
    ),
    "hard shadow": photographed(_USUAL, hard_shadow),
    "bend": lambda page, random: photographed(Camera(9.0, 0.03, random.uniform(1.7, 3.5), (0.8, 0.97), 3.0, 0.8, 82))(
        page, random
    ),
    "half a page": _half,
    "over-exposed": photographed(_USUAL, _glare),
}
