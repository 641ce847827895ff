"""What was read off sheets of paper, as what a preview shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adtracker.domain.intake.found import DOSES, Found, Left, Open, Seen, Told, found
from adtracker.domain.records.day import Origin
from adtracker.domain.sheet.reading import ReadAnswer, ReadSheet


def found_on(sheets: Sequence[ReadSheet]) -> Found:
    """All of some sheets. A note by hand is of the last day of its sheet; parts that the diary has no more are left."""
    return found(
        Origin.PAPER,
        (told for sheet in sheets for one in sheet.clear for told in _told(one, one.value)),
        (_open(one) for sheet in sheets for one in sheet.asked if one.candidates),
        _left(sheets),
        [(sheet.spec.period.last, sheet.note) for sheet in sheets if sheet.note is not None],
    )


def _told(one: ReadAnswer, value: object) -> Iterator[Told]:
    """An answer as days hold it: numbers as floats, doses as a pair."""
    if one.part[0] == DOSES:
        assert isinstance(value, tuple), "doses are a pair"
        yield Told(one.day, one.part, tuple(value), Seen(crop=one.crop))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield Told(one.day, one.part, float(value), Seen(crop=one.crop))
    else:
        yield Told(one.day, one.part, value, Seen(crop=one.crop))


def _open(one: ReadAnswer) -> Open:
    why = "faint" if len(one.candidates) == 1 else "marks"
    return Open(tuple(tuple(_told(one, value)) for value in one.candidates), Seen(crop=one.crop), why)


def _left(sheets: Sequence[ReadSheet]) -> Iterator[Left]:
    for sheet in sheets:
        yield from (Left(Seen(text=f"{name} {key}".strip()), "gone") for name, key in sheet.unknown)
        yield from (Left(Seen(crop=one.crop), "unreadable") for one in sheet.asked if not one.candidates)
