"""One line by itself: what it says, of which day, where its words begin and how it could be meant otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from adtracker.domain.intake.lines.answers import Answers, answers_of
from adtracker.domain.intake.lines.days import DayReader, may_be_answers
from adtracker.domain.intake.lines.habits import LineHabits
from adtracker.domain.intake.lines.line_proposal import Doubt
from adtracker.domain.intake.lines.pieces import Piece, PieceKind
from adtracker.domain.intake.lines.scanning import Scanner

_NOTE = ("note", "")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a line says. `days` are None where it names none; what was left over is in `rest`."""

    answers: Answers
    days: tuple[date, ...] | None
    day_doubts: frozenset[Doubt]
    is_relative: bool
    rest: str
    note_begin: int = 0

    @property
    def says_nothing_but_a_day(self) -> bool:
        """Whether it has a day and no more."""
        answers = self.answers
        return self.days is not None and not (answers.parts or answers.choices or answers.doubts or answers.left)


def understood(line: str, begin: int, end: int, habits: LineHabits, anchor: date | None, *, dated: bool) -> Understood:
    """What stands between two places of a line. What could be a day or two answers is what leaves nothing open;
    `dated` says that its day is known without. The line's letters stand where they stand in the original.
    """
    as_day = _read(line, begin, end, habits, anchor, day_first=True)
    first = next((one for one in as_day[1] if one.kind is PieceKind.DAY), None)
    if first is None or not may_be_answers(line, first):
        return as_day[0]
    as_answers = _read(line, begin, end, habits, anchor, day_first=False)[0]
    if any(one.kind is PieceKind.DAY and not may_be_answers(line, one) for one in as_day[1]):
        as_answers.answers.doubts.add(Doubt.WHICH_ANSWER)  # 6-7 28.11.: the day is the other one
        return as_answers
    if not as_answers.answers.is_complete:
        text = line[first.begin : first.end]
        if "." in text:  # 6.5 may be an answer all the same
            as_day[0].answers.doubts.update({Doubt.UNSURE} if as_day[0].answers.parts else ())
        return as_day[0]
    if as_day[0].answers.is_complete or not dated:
        as_answers.answers.doubts.add(Doubt.WHICH_ANSWER)
    return as_answers


def _read(
    line: str, begin: int, end: int, habits: LineHabits, anchor: date | None, *, day_first: bool
) -> tuple[Understood, list[Piece]]:
    pieces = Scanner(line[:end], habits, DayReader(habits, anchor), day_first=day_first).scan(begin)
    named = [one for one in pieces if one.kind is PieceKind.DAY]
    others = [replace(one, kind=PieceKind.BREAK) if one.kind is PieceKind.DAY else one for one in pieces]
    answers = answers_of(others, habits.body)
    if _is_foreign(pieces, habits):
        answers.doubts.add(Doubt.UNSURE)
    note = _add_note(line, pieces, answers, habits)
    days = tuple(dict.fromkeys(day for one in named for day in one.days)) if named else None
    doubts = {doubt for one in named for doubt in one.doubts}
    if len(named) > 1 and days is not None and len(days) > 1:
        doubts.add(Doubt.SEVERAL_DAYS)
    is_relative = any(one.is_relative for one in named)
    return Understood(answers, days, frozenset(doubts), is_relative, _rest(line, answers), note), pieces


def _is_foreign(pieces: list[Piece], habits: LineHabits) -> bool:
    """Whether a word counts that is another one in the language of the line's names, or else in that of the window."""
    spoken = frozenset[str]().union(*(one.languages for one in pieces if one.kind is PieceKind.NAME))
    return any(
        not one.languages & spoken if one.elsewhere & spoken else not spoken and habits.language in one.elsewhere
        for one in pieces
        if one.kind in (PieceKind.DAY, PieceKind.VALUE)
    )


def _add_note(line: str, pieces: list[Piece], answers: Answers, habits: LineHabits) -> int:
    """Take down the note, and say where it begins. One that looks like answers, and nothing beside it, is asked about:
    in French the word is that for a mark as well."""
    note = next((one for one in pieces if one.kind is PieceKind.NOTE), None)
    if note is None:
        return 0
    text = line[note.begin : note.end].strip()
    if not text:
        answers.doubts.add(Doubt.NO_VALUE)
        return 0
    if not answers.parts and not answers.choices:
        inside = pairwise(Scanner(line, habits, DayReader(habits, None), day_first=True).scan(note.begin))
        if any(name.takes_number and value.kind is PieceKind.VALUE for name, value in inside):
            answers.doubts.add(Doubt.IN_NOTE)
    answers.parts[_NOTE] = text
    return note.begin


def _rest(line: str, answers: Answers) -> str:
    """What was left over, in the line's own words; what stood together stays together."""
    spans: list[list[int]] = []
    for piece in sorted(answers.left, key=lambda one: one.begin):
        if spans and not line[spans[-1][1] : piece.begin].strip(" '’-"):  # noqa: RUF001
            spans[-1][1] = max(spans[-1][1], piece.end)
        else:
            spans.append([piece.begin, piece.end])
    return " … ".join(line[first:last] for first, last in spans)
