"""What the dialog says of answers, columns and numbers."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from typing import Any

from adtracker.domain.common.measure import Direction
from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.kinds import KINDS
from adtracker.domain.intake.column import QUESTION_SCALES, SCALES, Becomes, Column
from adtracker.domain.intake.found import DOSES, Told
from adtracker.domain.intake.scale import RATINGS
from adtracker.domain.records.day import Extent
from adtracker.domain.records.sign import Sign
from adtracker.exchange.values import write_number
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.words.day_words import date_words, listed_day_words
from adtracker.ui.words.number_words import NOTHING, written_number

_LONGEST = 40
TURNED = "/turned"
_LABELS = {"itch": "itch", "sleep_quality": "sleep_quality", "extent": "extent_percent"}


def number(value: float) -> str:
    """A number as the person's language writes it."""
    text = write_number(value)
    decimals = len(text.partition(".")[2])
    return written_number(value, decimals)


def value_of(value: Any, texts: Texts | None = None) -> str:
    """An answer in a few words, those of a list as the screen has them; a dash where there is none."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, int | float | Extent):
        return f"{number(value.percent)}\u00a0%" if isinstance(value, Extent) else number(value)
    if isinstance(value, tuple):
        return ", ".join(_item(one, texts) for one in value) or tr("none of these")
    text = date_words(value) if isinstance(value, date) else " ".join(str(getattr(value, "value", value)).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _item(item: Any, texts: Texts | None) -> str:
    """A sign or trigger by its name, one of the person's own by its key."""
    key = str(getattr(item, "value", item))
    if texts is None:
        return key
    known = texts.table("signs")["chips"] if isinstance(item, Sign) else texts.table("triggers")["usual"]
    return str(known.get(key, key))


def told_words(told: Told, texts: Texts) -> str:
    """An answer that was read, in a few words."""
    if told.part[0] != DOSES:
        return value_of(told.value, texts)
    taken, skipped = told.value
    if skipped:
        return tr("skipped")
    return tr("{count} taken", count=taken)


def part_words(part: Part, texts: Texts) -> str:
    """What a part of a record is called."""
    name, key = part
    if key:
        return key
    if name in _LABELS:
        return str(texts.table("measures")[_LABELS[name]]["label"])
    known = texts.table("intake")["parts"]
    return str(known.get(name, name))


def record_name(kind: str, identity: Hashable) -> str:
    """Which record differs: a day by its date, all others by what the file calls them."""
    if isinstance(identity, date):
        return listed_day_words(identity)
    parts = identity if isinstance(identity, tuple) else (identity,)
    known = next((one.name for one in KINDS if one.name == kind), kind)
    said = ", ".join(value_of(one) for one in parts if one not in (None, ""))
    return tr("{name}: {value}", name=known, value=said)


def becomes_choices(column: Column, texts: Texts, questions: dict[str, str]) -> list[tuple[str, str]]:
    """What a column can become, by key: a known question by `question:` and its key, a new one by `new`."""
    words = texts.table("intake")["becomes"]
    plain = [(one.value, str(words[one.value])) for one in Becomes if one is not Becomes.QUESTION]
    known = [(f"question:{key}", text) for key, text in questions.items()]
    name = column.question.text if column.question is not None and column.question.key not in questions else column.name
    new = ("new", tr("New question: {name}", name=name))
    return [*plain[:-1], *known, new, plain[-1]]


def scale_choices(column: Column, texts: Texts) -> list[tuple[str, str]]:
    """The scales that the numbers of a column can be on, ratings also turned round."""
    words = texts.table("intake")
    found: list[tuple[str, str]] = []
    if column.becomes is Becomes.QUESTION and column.question is not None and column.question.key:
        scales = list(QUESTION_SCALES[column.question.kind])
    else:
        scales = list(SCALES.get(column.becomes, ()))
    better = {Direction.LOWER_IS_BETTER: words["lower"], Direction.HIGHER_IS_BETTER: words["higher"]}
    for scale in scales:
        way = better.get(column.direction) if scale in RATINGS and column.direction is not None else None
        found.append((scale.value, ", ".join(filter(None, (words["scales"][scale.value], way)))))
        if scale in RATINGS:
            found.append((f"{scale.value}{TURNED}", f"{words['scales'][scale.value]}, {words['turned']}"))
    return found
