"""What was deleted, in words: its kind as a heading, its name, and until when it can be brought back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from adtracker.domain.common.soft_delete import Usage, goes_on
from adtracker.domain.edits.edit import Removed
from adtracker.domain.records.course import Course
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.treatment import Treatment
from adtracker.ui.words.day_words import date_words
from adtracker.ui.words.photo_words import RegionNames, region_words

translate = QCoreApplication.translate


def grouped(records: Iterable[Removed]) -> Mapping[str, list[Removed]]:
    """What was deleted under the headings of its kinds, what goes first at the top; kinds without any left out."""
    found: dict[str, list[Removed]] = {heading: [] for heading in _headings().values()}
    for record in sorted(records, key=_going):
        found[_headings()[type(record)]].append(record)
    return {heading: some for heading, some in found.items() if some}


def name_words(record: Removed, regions: RegionNames, titles: Mapping[str, str]) -> str:
    """Its name and its day, such as "Dr. Weber, 3 November 2026"; `titles` are those of scales and forms by key."""
    name, day = _name_and_day(record, regions, titles)
    return translate("removed_words", "{name}, {day}").format(name=name, day=date_words(day))


def until_words(record: Removed, usage: Usage) -> str:
    """How long it can be brought back, or longer: it depends on how often the diary is used."""
    deleted, goes = record.removed_on, goes_on(record, usage)
    assert deleted is not None, "only what was deleted is shown"
    assert goes is not None, "and that goes one day"
    words = translate("removed_words", "Deleted on {}. Goes for good on {} at the earliest.")
    return words.format(date_words(deleted), date_words(goes))


def _headings() -> Mapping[type[Removed], str]:
    return {
        Course: translate("removed_words", "Courses"),
        Treatment: translate("removed_words", "Treatments, with their doses"),
        Visit: translate("removed_words", "Visits"),
        SideEffect: translate("removed_words", "Side effects"),
        ClinicScore: translate("removed_words", "Scores"),
        Response: translate("removed_words", "Questionnaires"),
        Photo: translate("removed_words", "Photos"),
    }


def _name_and_day(record: Removed, regions: RegionNames, titles: Mapping[str, str]) -> tuple[str, date]:
    match record:
        case Course(treatment=treatment, start=start):
            return treatment or translate("removed_words", "Course without a name"), start
        case Treatment(name=name):
            return name, record.started
        case Visit(who=who, day=day):
            return who or translate("removed_words", "Visit"), day
        case SideEffect(what=what, first=first):
            return what, first
        case ClinicScore(scale=key, day=day) | Response(form=key, day=day):
            return titles.get(key, key), day
        case Photo(region=region, day=day):
            return region_words(region, regions), day
        case _:
            raise TypeError(f"{type(record).__name__} has no words yet")


def _going(record: Removed) -> date:
    return record.removed_on or date.max
