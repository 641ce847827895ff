"""What the command line says of an answer that was read: its question, and the answer itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from adtracker.commands.context import CommandContext
from adtracker.domain.common.measure import PLAIN
from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.parts import ANSWERS
from adtracker.domain.intake.found import DOSES, Offer
from adtracker.domain.records.question import Question
from adtracker.domain.records.sign import Sign
from adtracker.domain.treatments.treatment import Treatment
from adtracker.exchange.values import shown, write_number

_MEASURES = frozenset(measure.key for measure in PLAIN)
Names = Mapping[Part, str]


def names_of(questions: Sequence[Question], treatments: Sequence[Treatment]) -> Names:
    """What a diary calls what is its own."""
    own = {(ANSWERS, one.key): one.text for one in questions}
    return own | {(DOSES, str(one.key)): one.name for one in treatments}


def part_words(desk: CommandContext, part: Part, names: Names) -> str:
    """What a part of a day is called."""
    if part[1]:
        return shown(names.get(part, part[1]))
    if part[0] in _MEASURES:
        return str(desk.texts.table("measures")[part[0]]["label"])
    return str(desk.texts.table("intake")["parts"][part[0]])


def offer_words(desk: CommandContext, offer: Offer) -> str:
    """What an offer would put into the diary, in a few words."""
    return "; ".join(_answer(desk, told.part, told.value) for told in offer)


def _answer(desk: CommandContext, part: Part, value: Any) -> str:
    if isinstance(value, bool):
        return desk.text("read.yes" if value else "read.no")
    if part[0] == DOSES:
        taken, skipped = value
        return desk.text("read.skipped") if skipped else desk.text("read.taken", count=taken)
    if isinstance(value, tuple):
        return ", ".join(_sign(desk, one) for one in value) or str(desk.texts.table("signs")["long"]["none"])
    return write_number(value)


def _sign(desk: CommandContext, sign: Sign) -> str:
    return str(desk.texts.table("signs")["chips"][sign.value])
