"""Fills in a printed sheet with a pen as people do: never twice the same, and seldom in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin
from random import Random

from PIL import Image, ImageChops, ImageDraw

from adtracker.domain.edits.edit import Part
from adtracker.domain.records.sign import Sign
from adtracker.domain.sheet.layout import Circle, Layout, Row, layout_of
from adtracker.domain.sheet.reading import Answer, Doses
from adtracker.domain.sheet.spec import Asks, SheetSpec

PPI = 300
POINTS = PPI / 25.4
STYLES = ("cross", "tick", "fill", "slash", "dot")
# How dark each ink is, and how wide its pen in millimetres.
INKS = {"black": (0.88, 0.5), "blue": (0.72, 0.45), "red": (0.62, 0.5), "pencil": (0.5, 0.55)}
EMPTY = 0.12
Truth = dict[tuple[date, Part], Answer]


@dataclass(frozen=True, slots=True)
class Pen:
    """Who fills in a sheet: with which mark and ink, and how far beside the middle."""

    style: str
    ink: str
    off: float
    mixed: bool

    @classmethod
    def of(cls, random: Random) -> Pen:
        return cls(random.choice(STYLES), random.choice(list(INKS)), random.uniform(0.15, 0.55), random.random() < 0.15)


def filled_in(page: Image.Image, spec: SheetSpec, random: Random, pen: Pen | None = None) -> tuple[Image.Image, Truth]:
    """The page with marks, of any pen unless it is said, and what they say by day and part."""
    layout, pen = layout_of(spec), pen or Pen.of(random)
    ink = Image.new("L", page.size, 0)
    draw = ImageDraw.Draw(ink)
    truth: Truth = {}
    for row in layout.rows:
        if random.random() < EMPTY:
            continue
        chosen = _chosen(row, random)
        truth[row.day, row.field.part] = _meant(row, chosen)
        for choice in chosen:
            _mark(draw, row.circles[choice], layout, pen, random)
    _note(draw, layout, random)
    dark = INKS[pen.ink][0]
    if pen.ink == "pencil":  # it leaves paper bare here and there
        grain = Image.effect_noise(page.size, 60).point(lambda value: min(255, max(90, value + 90)))
        ink = ImageChops.multiply(ink, grain)
    return ImageChops.multiply(page, ink.point(lambda value: round(255 - value * dark))), truth


def _chosen(row: Row, random: Random) -> list[int]:
    count = len(row.circles)
    if row.field.asks is Asks.SIGNS:
        return [5] if random.random() < 0.3 else sorted(random.sample(range(5), random.randint(1, 3)))
    if row.field.asks is Asks.DOSES and row.field.doses:
        return list(range(random.randint(1, row.field.doses)))
    return [random.randrange(count)]


def _meant(row: Row, chosen: list[int]) -> Answer:
    match row.field.asks:
        case Asks.SIGNS:
            return tuple(list(Sign)[at] for at in chosen if at < 5)
        case Asks.DOSES:
            return Doses(len(chosen)) if row.field.doses else Doses(1 - chosen[0], chosen[0])
        case Asks.WOKEN:
            return chosen[0] == 0
        case Asks.YES_NO:
            return float(chosen[0] == 0)
    return float(chosen[0])


def _mark(draw: ImageDraw.ImageDraw, circle: Circle, layout: Layout, pen: Pen, random: Random) -> None:
    style = random.choice(STYLES) if pen.mixed else pen.style
    size = layout.diameter / 2
    x, y = (at + max(-1.1, min(1.1, random.gauss(0, pen.off))) for at in (circle.x, circle.y))
    wide = INKS[pen.ink][1] * random.uniform(0.85, 1.2)
    if style == "dot":
        around = random.uniform(0.75, 1.2)
        draw.ellipse([_at(x - around), _at(y - around), _at(x + around), _at(y + around)], fill=255)
        return
    for stroke in _strokes(style, size, random):
        _line(draw, [(x + across, y + down) for across, down in stroke], wide, random)


def _strokes(style: str, size: float, random: Random) -> Iterator[list[tuple[float, float]]]:
    def end(angle: float, least: float, most: float) -> tuple[float, float]:
        turn, long = angle + random.uniform(-0.25, 0.25), size * random.uniform(least, most)
        return long * cos(turn), long * sin(turn)

    match style:
        case "cross":
            yield [end(pi / 4, 0.7, 1.15), end(5 * pi / 4, 0.7, 1.15)]
            yield [end(3 * pi / 4, 0.7, 1.15), end(7 * pi / 4, 0.7, 1.15)]
        case "slash":
            yield [end(3 * pi / 4, 0.75, 1.2), end(7 * pi / 4, 0.75, 1.2)]
        case "tick":
            low = (size * random.uniform(-0.25, 0.1), size * random.uniform(0.3, 0.65))
            yield [end(pi * 1.05, 0.5, 0.8), low, end(7 * pi / 4, 0.95, 1.45)]
        case "fill":
            reach, rows = size * random.uniform(0.72, 0.95), random.randint(9, 13)
            points = []
            for row in range(rows):
                down = reach * (2 * row / (rows - 1) - 1)
                half = (max(reach * reach - down * down, 0.05)) ** 0.5 * random.uniform(0.85, 1.1)
                points.append((half if row % 2 else -half, down))
            yield points


def _line(draw: ImageDraw.ImageDraw, points: list[tuple[float, float]], wide: float, random: Random) -> None:
    shaken = [(x + random.gauss(0, 0.06), y + random.gauss(0, 0.06)) for x, y in points]
    width = max(2, round(wide * POINTS))
    draw.line([(_at(x), _at(y)) for x, y in shaken], fill=255, width=width, joint="curve")
    for x, y in (shaken[0], shaken[-1]):
        draw.ellipse([_at(x - wide / 2), _at(y - wide / 2), _at(x + wide / 2), _at(y + wide / 2)], fill=255)


def _note(draw: ImageDraw.ImageDraw, layout: Layout, random: Random) -> None:
    if random.random() < 0.5:
        return
    x, y = layout.note.x + 5, layout.note.y + layout.note.height / 2
    while x < layout.note.x + layout.note.width * random.uniform(0.4, 0.9):
        _line(draw, [(x, y - 1), (x + 1.2, y + 1), (x + 2.4, y - 1)], 0.5, random)
        x += random.uniform(2.4, 4)


def _at(millimetres: float) -> float:
    return millimetres * POINTS
