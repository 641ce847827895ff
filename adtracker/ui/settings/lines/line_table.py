"""A table of lines: a line a row, with its own words, its day, what it says, and what it was read as."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHeaderView

from adtracker.domain.edits.edit import Part
from adtracker.domain.intake.lines.line_proposal import Fate, LineProposal
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.value_table import Column, ValueModel, ValueTable
from adtracker.ui.settings.bring_in.own_words import OwnWords
from adtracker.ui.settings.bring_in.words import value_of
from adtracker.ui.words.day_words import short_day_words

_ITCH, _SLEEP = ("itch", ""), ("sleep_quality", "")
_LONGEST = 80
_LINE_WIDTH = 200
# The day, the two numbers and what a line was read as have the width of their words.
_NARROW = (1, 2, 3, 5)


class LineTable(ValueTable):
    """The lines of a text."""

    def __init__(self, theme: Theme, texts: Texts, today: date, own: OwnWords) -> None:
        self.lines: ValueModel[LineProposal] = ValueModel(_columns(texts, today, own))
        super().__init__(theme, self.lines, _LINE_WIDTH)
        self.setAccessibleName(tr("Your lines, and what each was read as"))
        for column in _NARROW:
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)


def _columns(texts: Texts, today: date, own: OwnWords) -> Sequence[Column[LineProposal]]:
    """The columns of the table of lines."""

    def say(heading: str, part: Part) -> Column[LineProposal]:
        return Column(heading, lambda one: _value(one, part, texts), is_number=True)

    return (
        Column(tr("Your line"), _text),
        Column(tr("Day"), lambda one: _day(one, today)),
        say(tr("Itch"), _ITCH),
        say(tr("Sleep"), _SLEEP),
        Column(tr("Also"), lambda one: _also(one, texts, own)),
        Column(tr("Read as"), lambda one: fate_words(one, texts), strong=True),
    )


def fate_words(one: LineProposal, texts: Texts) -> str:
    """What a line was read as; where it is to be looked at, what is open."""
    if one.fate is Fate.ASKED and one.doubts:
        return texts.say(f"lines.asked.{one.doubts[0].value}")
    return texts.say(f"lines.fates.{one.fate.value}")


def _text(one: LineProposal) -> str:
    text = " ".join(one.text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _day(one: LineProposal, today: date) -> str:
    shows = one.parts or one.choices or one.is_heading
    return short_day_words(one.days[0], today) if one.days and shows else ""


def _value(one: LineProposal, part: Part, texts: Texts) -> str:
    if part in one.choices:
        return tr(
            "{first} or {second}",
            first=value_of(one.choices[part][0], texts),
            second=value_of(one.choices[part][1], texts),
        )
    return value_of(one.parts[part], texts) if part in one.parts else ""


def _also(one: LineProposal, texts: Texts, own: OwnWords) -> str:
    others = {part: value for part, value in one.parts.items() if part not in (_ITCH, _SLEEP)}
    said = [
        value_of(value, texts)
        if part[0] in ("note", "extent")
        else tr("{name}: {value}", name=own.called(part, texts), value=value_of(own.answer(part, value), texts))
        for part, value in others.items()
    ]
    return ", ".join(said)
