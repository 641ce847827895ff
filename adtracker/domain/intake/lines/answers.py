"""What the pieces of a line say: which number belongs to which name, and what is left over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest
from typing import Any

from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.parts import ANSWERS
from adtracker.domain.intake.lines.line_proposal import Doubt
from adtracker.domain.intake.lines.pieces import Field, Piece, PieceKind, Unit
from adtracker.domain.intake.lines.values import value_of
from adtracker.domain.records.body import Body
from adtracker.domain.records.sign import Sign

_TEN = (10.0,)
_HALF_A_NUMBER = {PieceKind.VALUE, PieceKind.UNKNOWN}
_NEAR = 2  # a number so near behind a word is of that
Pair = tuple[Piece, Piece]
_ITCH = Piece(PieceKind.NAME, 0, 0, field=Field.ITCH)
_SLEEP = Piece(PieceKind.NAME, 0, 0, field=Field.SLEEP)
_SKIN = Piece(PieceKind.NAME, 0, 0, field=Field.SKIN)
_SIGNS: Part = ("signs", "")
_PARTS: dict[Field, Part] = {
    Field.ITCH: ("itch", ""),
    Field.SLEEP: ("sleep_quality", ""),
    Field.SKIN: ("extent", ""),
    Field.WOKEN: ("woken", ""),
    Field.BAD_DAY: ("bad_day", ""),
}


@dataclass(slots=True)
class Answers:
    """What was understood so far: parts, choices, pieces that were `left` over, and doubts."""

    parts: dict[Part, Any] = field(default_factory=dict)
    choices: dict[Part, tuple[Any, ...]] = field(default_factory=dict)
    left: list[Piece] = field(default_factory=list)
    doubts: set[Doubt] = field(default_factory=set)

    @property
    def is_complete(self) -> bool:
        """Whether it says something and leaves nothing open."""
        return bool(self.parts) and not self.doubts and not self.left

    def say(self, part: Part, values: Sequence[Any]) -> None:
        """Take down what a part is: one value, or one of several. Two different ones are left to choose among."""
        known = self.choices.pop(part, ()) or ((self.parts.pop(part),) if part in self.parts else ())
        different = list(dict.fromkeys((*known, *values)))
        if len(different) == 1:
            self.parts[part] = different[0]
        else:
            self.choices[part] = tuple(different)
            self.doubts.add(Doubt.RANGE)


def answers_of(pieces: Sequence[Piece], body: Body) -> Answers:
    """What some pieces say together, but for the day and the note."""
    answers = Answers()
    for piece in pieces:
        answers.doubts.update(piece.doubts if piece.kind is PieceKind.NAME else ())
        if piece.kind is PieceKind.UNSURE:
            answers.doubts.add(Doubt.UNSURE)
    rest = _without_none(_without_claimed(pieces, answers), answers)
    rest = _without_flags(_without_signs(rest, answers), answers)
    for name, value in _assigned(_with_units(_without_ranges(rest, answers)), answers):
        _say_number(name, value, answers, body)
    answers.doubts.update({Doubt.REST} if answers.left else ())
    return answers


def part_of(name: Piece) -> Part:
    """The part of a day that a name fills."""
    if name.question is not None:
        return ANSWERS, name.question.key
    assert name.field is not None, "it is a name"
    return _PARTS[name.field]


def _without_claimed(pieces: Iterable[Piece], answers: Answers) -> list[Piece]:
    """Without what is not known, and without numbers that stand right behind it: they are of that."""
    kept: list[Piece] = []
    is_claimed = False
    for before, piece in pairwise(pieces):
        if before.end == piece.begin and {before.kind, piece.kind} == _HALF_A_NUMBER:
            answers.doubts.add(Doubt.UNSURE)  # 5½ and 6+ are not what their digits say
    for piece in pieces:
        if piece.kind is PieceKind.UNKNOWN or (is_claimed and piece.kind is PieceKind.VALUE):
            answers.left.append(piece)
            is_claimed = True
            kept.append(Piece(PieceKind.UNKNOWN, piece.begin, piece.end))
            continue
        is_claimed = is_claimed and piece.kind is PieceKind.LINK
        kept.append(piece)
    return kept


def _without_none(pieces: Sequence[Piece], answers: Answers) -> list[Piece]:
    """Without "no itch" and "itch: none", which are an itch of 0. "No itch 6" may be either."""
    some = [one for one in pieces if one.kind not in (PieceKind.UNSURE, PieceKind.NOTE)]
    kept: list[Piece] = []
    place = 0
    while place < len(some):
        first, second, third = (some[at] if at < len(some) else None for at in range(place, place + 3))
        if second is not None and _is_no_itch(first, second, third) and not _is_negated(kept):
            answers.say(_PARTS[Field.ITCH], [0.0])
            kept.append(Piece(PieceKind.BREAK, some[place].begin, second.end))
            place += 2
        else:
            kept.append(some[place])
            place += 1
    return kept


def _is_no_itch(first: Piece | None, second: Piece, third: Piece | None) -> bool:
    if first is None:
        return False
    if first.is_none and second.field is Field.ITCH:
        return third is None or third.kind in (PieceKind.BREAK, PieceKind.NAME, PieceKind.UNKNOWN)
    is_behind = first.field is Field.ITCH and second.is_none
    return is_behind and (third is None or third.kind is PieceKind.BREAK)


def _is_negated(kept: Sequence[Piece]) -> bool:
    """Whether what stands before takes it away again: "not without itch"."""
    return bool(kept) and kept[-1].kind in (PieceKind.NOT, PieceKind.FLAG)


def _without_signs(pieces: Sequence[Piece], answers: Answers) -> list[Piece]:
    """Without what was seen on the skin, each once. "Not dry" stays a "not" of nobody, of "dry 2" the number is
    asked about, and in "skin dry" the skin is no name of a number."""
    seen = {one.sign for one in pieces if one.sign is not None}
    if seen:
        answers.say(_SIGNS, [tuple(sign for sign in Sign if sign in seen)])
    kept: list[Piece] = []
    for place, piece in enumerate(pieces):
        follows = [one.kind for one in pieces[place + 1 : place + 3]]
        is_skin = piece.field is Field.SKIN and follows[:1] == [PieceKind.SIGN] and PieceKind.VALUE not in follows
        silent = piece.sign is not None or is_skin
        if piece.sign is not None and follows[:1] == [PieceKind.VALUE]:
            answers.doubts.add(Doubt.WHICH_ANSWER)
        kept.append(Piece(PieceKind.BREAK, piece.begin, piece.end) if silent else piece)
    return kept


def _without_flags(pieces: Sequence[Piece], answers: Answers) -> list[Piece]:
    """Without the answers that are yes or no, with their names."""
    some = [one for one in pieces if one.kind not in (PieceKind.UNSURE, PieceKind.NOTE)]
    kept: list[Piece] = []
    used: set[int] = set()
    for place, piece in enumerate(some):
        if piece.kind is PieceKind.NAME and not piece.takes_number:
            before, behind = _beside(some, place, -1), _beside(some, place, 1)
            used |= _say_flag(piece, some, before, behind, answers)
            kept.append(Piece(PieceKind.BREAK, piece.begin, piece.end))
        else:
            kept.append(piece)
    for place, piece in enumerate(some):
        if place not in used and piece.kind in (PieceKind.FLAG, PieceKind.NOT):
            answers.doubts.add(Doubt.NEGATED if not piece.is_yes else Doubt.WHICH_ANSWER)
    return [one for place, one in enumerate(kept) if one.kind not in (PieceKind.FLAG, PieceKind.NOT)]


def _beside(pieces: Sequence[Piece], place: int, step: int) -> int | None:
    """The place of the next piece on one side that says something."""
    place += step
    while 0 <= place < len(pieces) and pieces[place].kind in (PieceKind.BREAK, PieceKind.LINK):
        place += step
    return place if 0 <= place < len(pieces) else None


def _say_flag(
    name: Piece, pieces: Sequence[Piece], before: int | None, behind: int | None, answers: Answers
) -> set[int]:
    """What is said of woken, a bad day or a question of yes and no; the places that were used for it."""
    follows = None if behind is None else pieces[behind]
    precedes = None if before is None else pieces[before]
    used: set[int] = set()
    is_yes: bool | None = None
    if follows is not None and behind is not None and follows.kind in (PieceKind.FLAG, PieceKind.NOT):
        is_yes, used = follows.is_yes, {behind}
    elif precedes is not None and before is not None and precedes.kind is PieceKind.NOT:
        is_yes, used = False, {before}
    elif name.question is None:
        is_yes = True
    has_count = follows is not None and follows.kind is PieceKind.VALUE and follows.begin - name.end < _NEAR
    if has_count and name.field is Field.WOKEN:  # woken 3: how often is not asked
        answers.doubts.add(Doubt.WHICH_ANSWER)
    if is_yes is None:
        answers.doubts.add(Doubt.NO_VALUE)
    elif name.field is Field.BAD_DAY and not is_yes:
        answers.doubts.add(Doubt.NEGATED)
    else:
        answers.say(part_of(name), [is_yes if name.question is None else float(is_yes)])
    return used


def _without_ranges(pieces: Sequence[Piece], answers: Answers) -> list[Piece]:
    """Names and numbers alone. A number "of ten" is that number, "six to seven" one of two; a link parts others."""
    kept: list[Piece] = []
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        link = pieces[place + 1] if place + 2 < len(pieces) and pieces[place + 1].kind is PieceKind.LINK else None
        if piece.kind is PieceKind.VALUE and link is not None and pieces[place + 2].kind is PieceKind.VALUE:
            other, is_named = pieces[place + 2], bool(kept) and kept[-1].takes_number
            is_named = is_named and not (link.link == "/" and len(kept) > 1 and kept[-2].takes_number)
            if is_named or link.link in ("of", "to"):
                kept.append(_tied(piece, other, link.link, answers))
                place += 3
                continue
            if link.link == "-" or (other.numbers == _TEN and not any(one.kind is not PieceKind.BREAK for one in kept)):
                answers.doubts.add(Doubt.WHICH_ANSWER)  # 6-7 and 6/10 may be one answer or two
        if piece.kind is not PieceKind.LINK:
            kept.append(piece)
        place += 1
    return kept


def _tied(value: Piece, other: Piece, link: str, answers: Answers) -> Piece:
    if other.numbers == _TEN and link in ("of", "/"):
        return replace(_joined(value, other, value.numbers), unit=Unit.TEN)
    answers.doubts.add(Doubt.OUT_OF_SCALE if link == "of" else Doubt.RANGE)
    more = () if link == "of" else other.numbers
    return _joined(value, other, () if link == "of" else value.numbers, more)


def _joined(value: Piece, other: Piece, numbers: tuple[float, ...], more: tuple[float, ...] = ()) -> Piece:
    unit = other.unit if value.unit is Unit.NONE else value.unit
    return Piece(PieceKind.VALUE, value.begin, other.end, numbers=numbers, more=more, unit=unit)


def _with_units(pieces: Sequence[Piece]) -> list[Piece]:
    """A number in per cent or in palms without a name is of the skin; "12 % skin" names it behind."""
    kept: list[Piece] = []
    skip = False
    for piece, behind in zip_longest(pieces, pieces[1:]):
        if skip:
            skip = False
            continue
        is_share = piece.kind is PieceKind.VALUE and piece.unit in (Unit.PER_CENT, Unit.PALMS)
        if is_share and not (kept and kept[-1].takes_number):
            kept.append(_SKIN)
            skip = behind is not None and behind.field is Field.SKIN
        kept.append(piece)
    return kept


def _assigned(pieces: Sequence[Piece], answers: Answers) -> list[Pair]:
    """Each name with its number, in the one way in which none is left over; else as far as it goes."""
    some = [one for one in pieces if one.kind in (PieceKind.NAME, PieceKind.VALUE)]
    has_rest = any(one.kind is PieceKind.UNKNOWN for one in pieces)
    ways = [way for way in (_forward(some), _backward(some), _in_blocks(some)) if way is not None]
    if ways and all(_same(one, ways[0]) for one in ways[1:]) and not (has_rest and _is_torn(pieces)):
        return ways[0]
    return _as_far_as(some, answers)


def _same(one: Sequence[Pair], other: Sequence[Pair]) -> bool:
    return {(part_of_any(name), value.begin) for name, value in one} == {
        (part_of_any(name), value.begin) for name, value in other
    }


def part_of_any(name: Piece) -> object:
    """What tells names apart."""
    return name.question.key if name.question is not None else name.field


def _is_torn(pieces: Sequence[Piece]) -> bool:
    """Whether something that is not known stands between a name and its number."""
    shown = [one for one in pieces if one.kind is not PieceKind.BREAK]
    return any(first.takes_number and second.kind is PieceKind.UNKNOWN for first, second in pairwise(shown)) or (
        len(shown) > 2
        and any(
            one.kind is PieceKind.VALUE and two.kind is PieceKind.UNKNOWN and three.kind is PieceKind.VALUE
            for one, two, three in zip(shown, shown[1:], shown[2:], strict=False)
        )
    )


def _forward(some: Sequence[Piece]) -> list[Pair] | None:
    """Itch 6, sleep 4; two numbers without names in front are itch and sleep."""
    kinds = [one.kind for one in some]
    pairs: list[Pair] = []
    if kinds[:2] == [PieceKind.VALUE] * 2:
        if any(one.field in (Field.ITCH, Field.SLEEP) for one in some) or some[0].begin + 1 > some[1].begin:
            return None
        pairs, some = [(_ITCH, some[0]), (_SLEEP, some[1])], some[2:]
    return None if (more := _alternating(some)) is None else pairs + more


def _backward(some: Sequence[Piece]) -> list[Pair] | None:
    """6 itch, 4 sleep."""
    found = _alternating(list(reversed(some))) if some else None
    forward = _alternating(some)
    if found is None or forward is not None:
        return None
    return None if some[0].kind is not PieceKind.VALUE else [(name, value) for name, value in reversed(found)]


def _alternating(some: Sequence[Piece]) -> list[Pair] | None:
    names, values = some[::2], some[1::2]
    fits = all(one.kind is PieceKind.NAME for one in names) and all(one.kind is PieceKind.VALUE for one in values)
    return list(zip(names, values, strict=True)) if fits and len(names) == len(values) else None


def _in_blocks(some: Sequence[Piece]) -> list[Pair] | None:
    """Itch and sleep: 6 and 4."""
    half = len(some) // 2
    names, values = some[:half], some[half:]
    if half < 2 or len(names) != len(values) or _alternating(some) is not None:
        return None
    fits = all(one.kind is PieceKind.NAME for one in names) and all(one.kind is PieceKind.VALUE for one in values)
    return list(zip(names, values, strict=True)) if fits else None


def _as_far_as(some: Sequence[Piece], answers: Answers) -> list[Pair]:
    """Names with the number right behind them; a single number in front may be itch. All of it is asked about."""
    pairs: list[Pair] = []
    place = 0
    while place < len(some):
        piece, behind = some[place], some[place + 1] if place + 1 < len(some) else None
        if piece.kind is PieceKind.NAME and behind is not None and behind.kind is PieceKind.VALUE:
            pairs.append((piece, behind))
            place += 2
            continue
        answers.doubts.add(Doubt.NO_VALUE if piece.kind is PieceKind.NAME else Doubt.WHICH_ANSWER)
        if piece.kind is PieceKind.VALUE and place == 0 and len(some) == 1 and piece.unit is Unit.NONE:
            pairs.append((_ITCH, piece))
        elif piece.kind is PieceKind.VALUE:
            answers.left.append(piece)
        place += 1
    return pairs


def _say_number(name: Piece, value: Piece, answers: Answers, body: Body) -> None:
    """Take down a number under its name, if its scale has it."""
    unit = name.unit if name.unit is not Unit.NONE and value.unit is Unit.NONE else value.unit
    if name.field is Field.OTHER or unit is Unit.HOURS:
        answers.doubts.add(Doubt.OTHER_MEASURE)
        return
    found = [one for numbers in (value.numbers, value.more) for one in value_of(name, numbers, unit, body)]
    if not found or any(
        value_of(name, numbers, unit, body) == () for numbers in (value.numbers, value.more) if numbers
    ):
        answers.doubts.add(Doubt.OUT_OF_SCALE)
    if len(value_of(name, value.numbers, unit, body)) > 1:
        answers.doubts.add(Doubt.TWO_NUMBERS)
    if found:
        answers.say(part_of(name), found)
