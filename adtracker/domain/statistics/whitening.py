"""Sums of products of a diary's days and of the shapes, as if its days did not lean on each other.

One Kalman pass (Kalman 1960) turns each day into what the days before it did not foretell, for all noise models side
by side; a day without an answer is only carried over, so nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from adtracker.domain.statistics.course_shapes import Array, Days, Shapes

_CHUNK = 512


@dataclass(frozen=True, slots=True)
class Model:
    """How much of a day is carried into the next, and which share of its variance is new each day; one row a model."""

    carry: Array
    fresh: Array


@dataclass(frozen=True, slots=True)
class Products:
    """For each model (rows), with the level taken out of everything.

    `determinant` is the log determinant of the days, level included, `rest` the square of the values. `single` and
    `cross` are the squares of the single shapes and their products with the values; `paired` and `paired_cross` are
    those of the paired shapes, with all products between them; `start` and `start_cross` those of the faded start.
    """

    determinant: Array
    rest: Array
    single: Array
    cross: Array
    paired: Array
    paired_cross: Array
    start: Array
    start_cross: Array


def products(model: Model, days: Days, values: Array, found: Shapes) -> Products:
    """All sums that the evidence is made of. `days` go up."""
    count, pairs = len(days), found.paired.shape[1]
    block = np.column_stack([np.ones(count), values, found.paired])
    alone = np.column_stack([found.single, found.start])
    gram = np.zeros((len(model.carry), pairs + 2, pairs + 2))
    beside = np.zeros((len(model.carry), 2, alone.shape[1]))
    square = np.zeros((len(model.carry), alone.shape[1]))
    determinant = np.zeros(len(model.carry))
    for rows, totals in _whitened(model, days, np.column_stack([block, alone])):
        wide, narrow = rows[..., : pairs + 2], rows[..., pairs + 2 :]
        turned = wide.transpose(0, 2, 1)
        gram += turned @ wide
        beside += turned[:, :2] @ narrow
        square += np.einsum("mtc,mtc->mc", narrow, narrow)
        determinant += np.log(totals).sum(axis=1)
    level = gram[:, 0, 0]
    left = gram[:, 1:, 1:] - gram[:, 1:, :1] * gram[:, :1, 1:] / level[:, None, None]
    squares = square - beside[:, 0] ** 2 / level[:, None]
    crosses = beside[:, 1] - gram[:, :1, 1] * beside[:, 0] / level[:, None]
    return Products(
        determinant=determinant + np.log(level),
        rest=np.maximum(left[:, 0, 0], 0),
        single=squares[:, :-1],
        cross=crosses[:, :-1],
        paired=left[:, 1:, 1:],
        paired_cross=left[:, 0, 1:],
        start=squares[:, -1],
        start_cross=crosses[:, -1],
    )


def _whitened(model: Model, days: Days, columns: Array) -> Iterator[tuple[Array, Array]]:
    """Pieces of the days, oldest first: models by days by columns, and the variance that each day had."""
    carry, fresh = model.carry, model.fresh
    state, spread = np.zeros((len(carry), columns.shape[1])), 1 - fresh
    steps = np.diff(days, prepend=days[:1])
    for first in range(0, len(days), _CHUNK):
        piece = columns[first : first + _CHUNK]
        rows, totals = np.empty((len(carry), *piece.shape)), np.empty((len(carry), len(piece)))
        for number, (step, values) in enumerate(zip(steps[first:], piece, strict=False)):
            kept = carry ** int(step)
            state *= kept[:, None]
            spread = kept**2 * spread + (1 - fresh) * (1 - kept**2)
            total = spread + fresh
            off = values - state
            rows[:, number] = off / np.sqrt(total)[:, None]
            totals[:, number] = total
            state += (spread / total)[:, None] * off
            spread = spread * fresh / total
        yield rows, totals
