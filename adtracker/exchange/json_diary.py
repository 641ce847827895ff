"""The whole diary as JSON: everything that is recorded, so that export and import give the same diary again.

    {"adtracker": 1,
     "profile": {"name": "A. B.", "birth_year": 1988, "questions": "…"},
     "courses": [{"start": "2026-08-02", "treatment": "…", "weeks": 24}],
     "treatments": [{"name": "…", … as `json_treatments` says …}],
     "photos": [{"date": "2026-08-02", … as `json_photos` says …}],
     "days": [{"date": "2026-08-02", "itch": 7.0, "sleep_quality": null, "extent": {"percent": 14.2,
               "method": "regions", "grades": {"face_front": "little"}, "age_column": "adult", "palms": null},
               "note": "…", "recorded_at": "2026-08-02T20:15:00+00:00", "recorded_on": "2026-08-02"}]}

`adtracker` is the version of the format: treatments and photos came with the second, and what has been there before
reads as it always did. What is missing from an object is not recorded; a name that is not known is refused, for it
would be lost without a word.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from adtracker.domain.body import AgeColumn, Grade
from adtracker.domain.course import COURSE_WEEKS, Course, check_course
from adtracker.domain.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.profile import Profile, check_profile
from adtracker.errors import ExchangeError
from adtracker.exchange.contents import Contents
from adtracker.exchange.json_fields import Fields
from adtracker.exchange.json_photos import Load, photo_data, take_photo
from adtracker.exchange.json_treatments import take_treatment, treatment_data
from adtracker.exchange.parsed import DATE, Parsed, Place
from adtracker.exchange.picture_folder import picture_name
from adtracker.exchange.values import iso, shown

VERSION = 2
_MARK = "adtracker"


def write(contents: Contents) -> str:
    """The diary as JSON text."""
    profile = contents.profile
    data = {
        _MARK: VERSION,
        "profile": {"name": profile.name, "birth_year": profile.birth_year, "questions": profile.questions},
        "courses": [
            {"start": course.start.isoformat(), "treatment": course.treatment, "weeks": course.weeks}
            for course in contents.courses
        ],
        "treatments": [
            treatment_data(treatment, [doses for doses in contents.doses if doses.treatment == treatment.key])
            for treatment in contents.treatments
        ],
        "photos": [
            photo_data(photo, picture_name(photo) if photo.digest in contents.pictures else None)
            for photo in contents.photos
        ],
        "days": [_day(entry) for entry in contents.entries],
    }
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _day(entry: DayEntry) -> dict[str, Any]:
    return {
        "date": entry.day.isoformat(),
        "itch": entry.itch,
        "sleep_quality": entry.sleep_quality,
        "extent": None if entry.extent is None else _extent(entry.extent),
        "note": entry.note,
        "recorded_at": iso(entry.recorded_at),
        "recorded_on": iso(entry.recorded_on),
    }


def _extent(extent: Extent) -> dict[str, Any]:
    return {
        "percent": extent.percent,
        "method": extent.method.value,
        "grades": {region: grade.value for region, grade in extent.grades},
        "age_column": extent.age_column,
        "palms": extent.palms,
    }


def read(text: str, today: date, regions: Collection[str], sites: Collection[str], load: Load) -> Parsed:
    """The diary from JSON text; `regions` are the keys of the body map, `sites` those of injection sites.

    `load` gives the picture of a file that the text names.

    Raises ExchangeError if the text is no diary in this format, or one of a newer version.
    """
    data = _diary(text)
    parsed = Parsed(today)
    if data.get("profile") is not None:
        _take_profile(Place(path="profile"), data["profile"], parsed)
    for place, item in _items(data, "courses"):
        _take_course(place, item, parsed)
    for place, item in _items(data, "treatments"):
        take_treatment(place, item, sites, parsed)
    for place, item in _items(data, "photos"):
        take_photo(place, item, load, parsed)
    for place, item in _items(data, "days"):
        _take_day(place, item, regions, parsed)
    return parsed


def _diary(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise ExchangeError("exchange.not_json", line=error.lineno) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets in brackets without end
        raise ExchangeError("exchange.not_an_export") from None
    if not isinstance(data, dict) or type(data.get(_MARK)) is not int or data[_MARK] < 1:
        raise ExchangeError("exchange.not_an_export")
    if data[_MARK] > VERSION:
        raise ExchangeError("exchange.newer_export")
    if unknown := data.keys() - {_MARK, "profile", "courses", "treatments", "photos", "days"}:
        raise ExchangeError("exchange.unknown_name", name=shown(min(unknown)))
    return data


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names are all different: of two values one would be dropped without a word."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ExchangeError("exchange.name_twice", name=shown(name))
        found[name] = value
    return found


def _items(data: dict[str, Any], name: str) -> Iterator[tuple[Place, Any]]:
    items = data.get(name, [])
    if not isinstance(items, list):
        raise ExchangeError("exchange.not_a_list", name=name)
    for index, item in enumerate(items):
        yield Place(path=f"{name}[{index}]"), item


def _take_profile(place: Place, item: object, parsed: Parsed) -> None:
    fields = Fields(item)
    profile = Profile(fields.text("name"), fields.whole("birth_year"), fields.text("questions"))
    if problems := [*fields.finish(), *check_profile(profile, parsed.today)]:
        parsed.refuse(place, problems)
    parsed.profile = profile


def _take_course(place: Place, item: object, parsed: Parsed) -> None:
    fields = Fields(item)
    start, weeks = fields.day("start"), fields.whole("weeks")
    fields.require("start", start)
    course = Course(start or parsed.today, fields.text("treatment"), COURSE_WEEKS if weeks is None else weeks)
    if problems := [*fields.finish(), *check_course(course)]:
        parsed.refuse(place, problems)
    parsed.courses.append(course)


def _take_day(place: Place, item: object, regions: Collection[str], parsed: Parsed) -> None:
    fields = Fields(item)
    day = fields.day(DATE)
    fields.require(DATE, day)
    entry = DayEntry(
        day=day or parsed.today,
        itch=fields.number("itch"),
        sleep_quality=fields.number("sleep_quality"),
        extent=_read_extent(fields.inner("extent"), regions),
        note=fields.text("note"),
        recorded_at=fields.moment("recorded_at"),
        recorded_on=fields.day("recorded_on"),
    )
    parsed.take(place, entry, fields.finish())


def _read_extent(fields: Fields | None, regions: Collection[str]) -> Extent | None:
    if fields is None:
        return None
    percent, method = fields.number("percent"), fields.choice("method", ExtentMethod)
    fields.require("percent", percent)
    fields.require("method", method)
    column = fields.choice("age_column", AgeColumn)
    extent = Extent(
        percent=percent or 0.0,
        method=method or ExtentMethod.PERCENT,
        grades=_read_grades(fields.inner("grades"), regions),
        age_column=None if column is None else column.value,
        palms=fields.number("palms"),
    )
    fields.finish()
    return extent


def _read_grades(fields: Fields | None, regions: Collection[str]) -> tuple[tuple[str, Grade], ...]:
    """The grades of the regions on the map, by key; any other region stays an unknown name."""
    if fields is None:
        return ()
    names = sorted(name for name in fields.names() if name in regions)
    grades = [(name, fields.choice(name, Grade)) for name in names]
    fields.finish()
    return tuple((name, grade) for name, grade in grades if grade is not None and grade is not Grade.NONE)
