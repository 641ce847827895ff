"""Five lines that work, in the words and the order of days of whoever reads them."""

from __future__ import annotations

from datetime import date, timedelta

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.intake.clinic_start import WEEKDAYS
from adtracker.domain.intake.lines.writing import LineWriting
from adtracker.exchange.intake.line_words import words_of_language
from adtracker.resources import LANGUAGE

_SIX, _THREE = 6, 3


def line_examples(today: date, order: DateOrder | None, note: str) -> tuple[str, ...]:
    """Lines that say something of the last days, each in another way; `note` is what the first one has for its note."""
    words = words_of_language(LANGUAGE)
    writing = LineWriting(words, order)
    itch, sleep, woken, yes = (writing.word(name) for name in ("itch", "sleep", "woken", "yes"))
    numbers = words["numbers"]
    before = today - timedelta(days=3)
    weekday = words[WEEKDAYS[before.isoweekday() - 1]][0].capitalize()
    return (
        f"{writing.day(today - timedelta(days=2))} {itch} 6 {sleep} 4 {writing.word('note')} {note}",
        f"{words['day_1'][0]} 7/3",
        f"{weekday} {itch} 5 {woken} {yes}",
        f"{words['day_0'][0]} {itch} {numbers[_SIX]} {sleep} {numbers[_THREE]}",
        f"{words['day_0'][0]} 6 4 {writing.word('skin')} 9 %",
    )
