"""What was read off sheets of paper, as what a preview shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from adtracker.domain.intake.found import DOSES, Found, Left, Open, Seen, Told, found
from adtracker.domain.records.day import Origin
from adtracker.domain.sheet.reading import ReadAnswer, ReadSheet


class SheetsRead(NamedTuple):
    """The sheets of a file, with the keys of the diary in them, and a sentence for each page that is none.

    `is_of_another` says that one of them was printed from another diary.
    """

    sheets: tuple[ReadSheet, ...] = ()
    left: tuple[str, ...] = ()
    is_of_another: bool = False


def found_on(read: SheetsRead, today: date) -> Found:
    """All of some sheets. A note by hand is of the last day of its sheet, or of today; parts that the diary has no more
    are left, and so are rows of days that have not come yet."""
    sheets = read.sheets
    come = [one for sheet in sheets for one in sheet.answers if one.day <= today]
    return found(
        Origin.PAPER,
        (_told(one, one.value) for one in come if not one.is_asked),
        (_open(one) for one in come if one.is_asked and one.candidates),
        _left(read, today),
        dict.fromkeys((min(one.spec.period.last, today), one.note) for one in sheets if one.note is not None),
        asks_whose=read.is_of_another,
    )


def _told(one: ReadAnswer, value: object) -> Told:
    """An answer as days hold it: numbers as floats, doses as a pair."""
    if one.part[0] == DOSES:
        assert isinstance(value, tuple), "doses are a pair"
        return Told(one.day, one.part, tuple(value), Seen(crop=one.crop))
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return Told(one.day, one.part, float(value) if is_number else value, Seen(crop=one.crop))  # type: ignore[arg-type]


def _open(one: ReadAnswer) -> Open:
    is_list = one.part[0] in ("signs", DOSES)
    why = "faint" if len(one.candidates) == 1 else "several_marks" if is_list else "marks"
    return Open(tuple((_told(one, value),) for value in one.candidates), Seen(crop=one.crop), why)


def _left(read: SheetsRead, today: date) -> Iterator[Left]:
    yield from (Left(Seen(text=words), "page") for words in read.left)
    for sheet in read.sheets:
        yield from (Left(Seen(text=f"{name} {key}".strip()), "gone") for name, key in sheet.unknown)
        ahead = dict.fromkeys(one.day for one in sheet.answers if one.day > today)
        yield from (Left(Seen(text=day.isoformat()), "ahead") for day in ahead)
        for one in sheet.asked:
            if not one.candidates and one.day <= today:
                yield Left(Seen(crop=one.crop), "unreadable")
