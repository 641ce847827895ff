"""The values that a number can be for an answer: those that lie on its scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from adtracker.domain.common.measure import EXTENT, ITCH
from adtracker.domain.intake.lines.pieces import Field, Piece, Unit
from adtracker.domain.records.body import Body
from adtracker.domain.records.day import MOST_PALMS, Extent, ExtentMethod
from adtracker.domain.records.extent import from_palms
from adtracker.domain.records.question import AnswerKind, check_answer


def value_of(name: Piece, numbers: Sequence[float], unit: Unit, body: Body) -> tuple[Any, ...]:
    """What a number can be under a name; nothing where its scale has none of them."""
    if name.field is Field.SKIN:
        return tuple(one for number in numbers if (one := _extent(number, unit, body)) is not None)
    if unit in (Unit.PER_CENT, Unit.PALMS):
        return ()
    if name.question is not None:
        question = name.question
        if unit is Unit.TEN and question.kind is not AnswerKind.SCALE:
            return ()
        return tuple(number for number in numbers if not check_answer(question, number))
    return tuple(number for number in numbers if ITCH.minimum <= number <= ITCH.maximum)


def _extent(number: float, unit: Unit, body: Body) -> Extent | None:
    if unit is Unit.PALMS:
        made = from_palms(body, number) if 0 <= number <= MOST_PALMS else None
        return made if made is not None and made.percent <= EXTENT.maximum else None
    fits = unit in (Unit.NONE, Unit.PER_CENT) and EXTENT.minimum <= number <= EXTENT.maximum
    return Extent(number, ExtentMethod.PERCENT) if fits else None
