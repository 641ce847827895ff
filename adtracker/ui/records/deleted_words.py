"""What was deleted, in words: its kind as a heading, its name, and until when it can be brought back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from adtracker.domain.common.soft_delete import Usage, goes_on
from adtracker.domain.edits.kinds import KINDS, Removed, kind_of
from adtracker.domain.records.photo import Photo
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.response import Response
from adtracker.language import tr
from adtracker.resources import texts
from adtracker.ui.words.day_words import date_words
from adtracker.ui.words.photo_words import RegionNames, region_words


def grouped(records: Iterable[Removed]) -> Mapping[str, list[Removed]]:
    """What was deleted under the headings of its kinds, what goes first at the top; kinds without any left out."""
    found: dict[str, list[Removed]] = {kind.name: [] for kind in KINDS}
    for record in sorted(records, key=_going):
        found[kind_of(record).name].append(record)
    return {_heading(name): some for name, some in found.items() if some}


def name_words(record: Removed, regions: RegionNames, titles: Mapping[str, str]) -> str:
    """Its name and its day, such as "Dr. Weber, 3 November 2026"; `titles` are those of scales and forms by key."""
    kind = kind_of(record)
    assert kind.day is not None, "what can be deleted has a day"
    name = _name(record, kind.called(record), regions, titles)
    return tr("{name}, {day}", name=name, day=date_words(kind.day(record)))


def until_words(record: Removed, usage: Usage) -> str:
    """How long it can be brought back, or longer: it depends on how often the diary is used."""
    deleted, goes = record.removed_on, goes_on(record, usage)
    assert deleted is not None, "only what was deleted is shown"
    assert goes is not None, "and that goes one day"
    return tr(
        "Deleted on {date}. Deleted for ever on {date2} or later.", date=date_words(deleted), date2=date_words(goes)
    )


def _heading(kind: str) -> str:
    words = texts().table("records")[kind]
    return str(words.get("removed", words["many"]))


def _name(record: Removed, name: str, regions: RegionNames, titles: Mapping[str, str]) -> str:
    """What the person calls it; what stands for a scale, a form or a part of the body is said in words."""
    if isinstance(record, Photo):
        return region_words(record.region, regions)
    if isinstance(record, ClinicScore | Response):
        return titles.get(name, name)
    return name or texts().say(f"records.{kind_of(record).name}.nameless")


def _going(record: Removed) -> date:
    return record.removed_on or date.max
