"""The whole diary as JSON: everything that is recorded, so that export and import give the same diary again.

    {"adtracker": 4, "made_by": "adtracker 1.2.0", "made_at": "2026-11-29T18:20:00+00:00",
     "profile": {…}, "courses": [{…}], "triggers": [{…}], "questions": [{…}], "treatments": [{…, "doses": [{…}]}],
     "visits": [{…}], "side_effects": [{…}], "breaks": [{…}], "clinic_scores": [{…}], "forms": [{…}],
     "filled_forms": [{…}], "recalled_weeks": [{…}], "photos": [{…}], "days": [{…}]}

What stands in each object is said by the kinds of records and in `exchange.codecs`. `adtracker` is the version of the
format: treatments and photos came with the second, what surrounds a day with the third, by whom and when the file was
made with the fourth, and what has been there before reads as it always did. What is missing from an object is not
recorded, and says nothing of what a diary has; a name that is not known is refused, for it would be lost without a
word. What was deleted is not in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import adtracker
from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.errors import ExchangeError
from adtracker.exchange.codec import RecordCodec
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.codecs.person import PROFILE
from adtracker.exchange.codecs.treatments import DOSES, TREATMENTS, placed
from adtracker.exchange.import_result import ImportResult, Place
from adtracker.exchange.json.text import read_json
from adtracker.exchange.snapshot import Snapshot
from adtracker.exchange.values import iso

VERSION = 4
MARK = "adtracker"
# By which program, and when: for whoever finds the file in ten years. An import works with neither.
MADE_BY, MADE_AT = "made_by", "made_at"
# Doses are written in their treatment.
_LISTS = tuple(section for section in CODECS if section not in (PROFILE, DOSES))


def write(contents: Snapshot, made_at: datetime | None = None) -> str:
    """The diary as JSON text; when it is made, it says if it is told."""
    made = {MADE_BY: f"{MARK} {adtracker.__version__}"} | (
        {} if made_at is None else {MADE_AT: iso(made_at.astimezone(UTC))}
    )
    data: dict[str, Any] = {MARK: VERSION, **made, PROFILE.name: next(iter(_list(PROFILE, contents)), None)}
    data |= {section.name: _list(section, contents) for section in _LISTS}
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _list(section: RecordCodec[Any], contents: Snapshot) -> list[dict[str, Any]]:
    return [section.write(record, contents) for record in contents.of(section.kind)]


def read(text: str, parsed: ImportResult) -> None:
    """Add what is in a JSON text to what was found.

    Raises ExchangeError if the text is no diary in this format, or one of a newer version.
    """
    take(read_json(text), parsed)


def take(found: object, parsed: ImportResult) -> None:
    """The same for what a JSON text says."""
    data = _diary(found)
    if data.get(PROFILE.name) is not None:
        PROFILE.take(parsed, Place(path=PROFILE.name), FieldReader(data[PROFILE.name]))
    for section in _LISTS:
        take = _take_treatment if section is TREATMENTS else section.take
        for place, item in _items(data, section.name):
            take(parsed, place, FieldReader(item))


def _take_treatment(parsed: ImportResult, place: Place, fields: FieldReader) -> None:
    """A treatment, and the doses in it."""
    said = TREATMENTS.said(fields, parsed)
    treatment = TREATMENTS.read(fields, parsed)
    doses = fields.items(DOSES.name)
    TREATMENTS.add(parsed, place, treatment, fields.finish(), said)
    for index, item in enumerate(doses):
        inner = FieldReader(item)
        said = DOSES.said(inner, parsed)
        one = placed(DOSES.read(inner, parsed), treatment)
        DOSES.add(parsed, Place(path=f"{place.path}.{DOSES.name}[{index}]"), one, inner.finish(), said)


def _diary(data: object) -> dict[str, Any]:
    if not isinstance(data, dict) or type(data.get(MARK)) is not int or data[MARK] < 1:
        raise ExchangeError("exchange.not_an_export")
    if data[MARK] > VERSION:
        raise ExchangeError("exchange.newer_export")
    if unknown := data.keys() - {MARK, MADE_BY, MADE_AT, PROFILE.name, *(section.name for section in _LISTS)}:
        raise ExchangeError("exchange.unknown_name", name=shown(min(unknown)))
    return data


def _items(data: dict[str, Any], name: str) -> Iterator[tuple[Place, Any]]:
    items = data.get(name, [])
    if not isinstance(items, list):
        raise ExchangeError("exchange.not_a_list", name=name)
    for index, item in enumerate(items):
        yield Place(path=f"{name}[{index}]"), item
