"""What a person meant by the ink in the circles of a row, or that they have to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from adtracker.domain.records.sign import Sign
from adtracker.domain.sheet.layout import Row
from adtracker.domain.sheet.reading import Answer, Doses, ReadAnswer
from adtracker.domain.sheet.spec import Asks

# Less ink is none, and as much is a mark; what lies between is asked about.
NO_INK, A_MARK = 0.016, 0.024
# Of the ink of the row's mark, what another circle may have from a stroke that went too far.
_STRAY = 0.1
# A circle that was filled in to take it back, beside one that is only crossed.
_FILLED, _CROSSED = 0.8, 0.55
_MOST_OPEN = 3
_SIGNS = tuple(Sign)


@dataclass(frozen=True, slots=True)
class Marked:
    """A row's circles: those that are surely marked, and those that may be."""

    sure: tuple[int, ...]
    open: tuple[int, ...] = ()
    certainty: float = 1.0


def answer_of(row: Row, ink: Sequence[float], covered: Sequence[float]) -> ReadAnswer | None:
    """The answer of a row, without a picture; None where nothing is marked."""
    if row.field.asks in (Asks.SIGNS, Asks.DOSES):
        return _of_several(row, several_marked(ink))
    return _of_one(row, one_marked(ink, covered))


def one_marked(ink: Sequence[float], covered: Sequence[float]) -> Marked:
    """The one circle that is marked of a row. Where it is not sure, `open` are those it may be, the likeliest first."""
    order = sorted(range(len(ink)), key=lambda at: -ink[at])
    if ink[order[0]] < NO_INK:
        return Marked(())
    first, second = order[0], order[1] if len(order) > 1 else order[0]
    third = ink[order[2]] if len(order) > 2 else 0.0
    rest = ink[second] if second != first else 0.0
    stray = max(NO_INK, _STRAY * ink[first])
    if ink[first] >= A_MARK and rest <= stray:
        return Marked((first,), certainty=_certainty(ink[first], rest))
    is_taken_back = covered[first] >= _FILLED and covered[second] <= _CROSSED and rest >= 3 * A_MARK
    if is_taken_back and third <= max(NO_INK, _STRAY * rest):
        return Marked((second,), certainty=0.9)
    seen = [at for at in order if ink[at] >= NO_INK and ink[at] > 0.1 * ink[first]]
    return Marked((), tuple(seen[:_MOST_OPEN]), 0.5)


def several_marked(ink: Sequence[float]) -> Marked:
    """The circles that are marked of a row where more than one can be."""
    most = max(ink)
    if most < NO_INK:
        return Marked(())
    clear = max(A_MARK, _STRAY * most)
    sure = tuple(at for at, amount in enumerate(ink) if amount >= clear)
    unclear = tuple(at for at, amount in enumerate(ink) if NO_INK < amount < clear)
    return Marked(sure, unclear, 0.5 if unclear else _certainty(most, 0.0))


def _certainty(mark: float, rest: float) -> float:
    return round(min(1.0, 0.5 + (mark - A_MARK) / (4 * A_MARK)) * (1 - max(rest, 0.0) / max(mark, 1e-9)), 2)


def _of_one(row: Row, marked: Marked) -> ReadAnswer | None:
    if marked.sure:
        return ReadAnswer(row.day, row.field.part, _one_value(row, marked.sure[0]), sure=marked.certainty)
    if not marked.open:
        return None
    candidates = tuple(_one_value(row, at) for at in marked.open)
    return ReadAnswer(row.day, row.field.part, None, candidates, marked.certainty)


def _one_value(row: Row, choice: int) -> Answer:
    if row.field.asks is Asks.WOKEN:
        return choice == 0
    return float(choice == 0) if row.field.asks is Asks.YES_NO else float(choice)


def _of_several(row: Row, marked: Marked) -> ReadAnswer | None:
    """Answers that contradict themselves are no answers: "none of these" beside a sign, taken beside skipped."""
    if not marked.sure and not marked.open:
        return None
    value = None if marked.open else _several_value(row, marked.sure)
    if value is not None:
        return ReadAnswer(row.day, row.field.part, value, sure=marked.certainty)
    return ReadAnswer(row.day, row.field.part, None, _possible(row, marked), 0.5)


def _possible(row: Row, marked: Marked) -> tuple[Answer, ...]:
    """What a row may say: each of the unclear circles with or without its mark, then each of the sure ones alone."""
    unclear = marked.open[:_MOST_OPEN]
    sets = [
        tuple(sorted({*marked.sure, *(at for at, is_in in zip(unclear, chosen, strict=True) if is_in)}))
        for chosen in product((True, False), repeat=len(unclear))
    ]
    sets += [(at,) for at in (*marked.sure, *unclear)]
    values = [value for chosen in sets if chosen for value in (_several_value(row, chosen), _counted(row, chosen))]
    return tuple(dict.fromkeys(value for value in values if value is not None))


def _several_value(row: Row, chosen: Sequence[int]) -> Answer | None:
    if row.field.asks is Asks.SIGNS:
        if len(_SIGNS) not in chosen:
            return tuple(_SIGNS[at] for at in chosen)
        return () if len(chosen) == 1 else None
    if not row.field.doses:
        return None if len(chosen) != 1 else Doses(1, 0) if chosen[0] == 0 else Doses(0, 1)
    return Doses(len(chosen)) if tuple(chosen) == tuple(range(len(chosen))) else None


def _counted(row: Row, chosen: Sequence[int]) -> Answer | None:
    """Of doses marked with a gap: as many as there are marks."""
    return Doses(len(chosen)) if row.field.asks is Asks.DOSES and row.field.doses else None
