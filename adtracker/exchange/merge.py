"""What a file would change in a diary, worked out before anything is written: added, kept, replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry, ExtentMethod
from adtracker.domain.dose import DayDoses
from adtracker.domain.edits import Change, Edit
from adtracker.domain.measure import MEASURES
from adtracker.domain.photo import Photo
from adtracker.domain.profile import Profile
from adtracker.domain.treatment import Treatment
from adtracker.exchange.contents import Contents
from adtracker.exchange.parsed import Parsed

R = TypeVar("R", Treatment, Photo)


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a file's records of one kind, in the file's order."""

    added: tuple[Change, ...]
    kept: tuple[Change, ...]
    replaced: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of a file's days, courses, profile, treatments, doses and photos."""

    days: Fate
    courses: Fate
    profile: Fate
    treatments: Fate
    doses: Fate
    photos: Fate

    @property
    def edit(self) -> Edit:
        """The one edit that takes the file in."""
        fates = (self.profile, self.courses, self.treatments, self.days, self.doses, self.photos)
        return Edit(tuple(change for fate in fates for change in (*fate.added, *fate.replaced)))


def plan(diary: Contents, parsed: Parsed, *, overwrite: bool) -> Plan:
    """How a file's content goes into a diary, whose `entries` and `doses` need only reach over the days of the file.

    What the diary has stays, unless `overwrite`: a day by its date, a course by its start, a treatment by its name,
    kind and start, its doses by their day, a photo by its day and picture, the profile if it is not empty. What says
    nothing new is kept in any case.
    """
    treatments = _paired(diary.treatments, parsed.treatments, _treatment_identity)
    days = {entry.day: entry for entry in diary.entries}
    courses = {course.start: course for course in diary.courses}
    return Plan(
        days=_fate([Change(days.get(entry.day), entry) for entry in parsed.entries], overwrite),
        courses=_fate([_course_change(courses.get(course.start), course) for course in parsed.courses], overwrite),
        profile=_fate(_profile_changes(diary.profile, parsed.profile or Profile()), overwrite),
        treatments=_fate(treatments, overwrite),
        doses=_fate(_doses_changes(diary.doses, parsed.doses, _keys(parsed.treatments, treatments)), overwrite),
        photos=_fate(_paired(diary.photos, parsed.photos, _photo_identity), overwrite),
    )


def _course_change(before: Course | None, after: Course) -> Change:
    return Change(before, after if before is None else replace(after, key=before.key))


def _paired(here: Iterable[R], new: Iterable[R], identity: Callable[[R], object]) -> list[Change]:
    """Each record of the file beside the one in the diary; of several that are alike each stands beside one."""
    left = list(here)
    changes = []
    for record in new:
        before = next((other for other in left if identity(other) == identity(record)), None)
        if before is not None:
            left.remove(before)
        changes.append(Change(before, record if before is None else replace(record, key=before.key)))
    return changes


def _treatment_identity(treatment: Treatment) -> object:
    return treatment.name, treatment.kind, treatment.started


def _photo_identity(photo: Photo) -> object:
    return photo.day, photo.digest


def _keys(new: Iterable[Treatment], changes: Iterable[Change]) -> dict[int | None, int]:
    """The key that each treatment of the file has in the diary, by the one it came with."""
    records = [change.record for change in changes]
    return {
        treatment.key: record.key
        for treatment, record in zip(new, records, strict=True)
        if isinstance(record, Treatment) and record.key is not None
    }


def _doses_changes(here: Iterable[DayDoses], new: Iterable[DayDoses], keys: Mapping[int | None, int]) -> list[Change]:
    known = {(doses.treatment, doses.day): doses for doses in here}
    placed = [replace(doses, treatment=keys[doses.treatment]) for doses in new]
    return [Change(known.get((doses.treatment, doses.day)), doses) for doses in placed]


def _profile_changes(before: Profile, after: Profile) -> list[Change]:
    """None for a file without a profile; an empty profile in the diary is none to be kept."""
    empty = Profile()
    return [] if after == empty else [Change(None if before == empty else before, after)]


def _fate(changes: Iterable[Change], overwrite: bool) -> Fate:
    added, kept, replaced = [], [], []
    for change in changes:
        if change.before is None:
            added.append(change)
        elif overwrite and _says_more(change):
            replaced.append(change)
        else:
            kept.append(change)
    return Fate(tuple(added), tuple(kept), tuple(replaced))


def _says_more(change: Change) -> bool:
    """Whether the file tells something that the diary does not know.

    A table holds less than a diary: not where the skin was affected, nor when a day was written down. The same answers
    in a table are no reason to forget that.
    """
    before, after = change.before, change.after
    if isinstance(before, DayEntry) and isinstance(after, DayEntry) and _is_from_a_table(after):
        return _answers(before) != _answers(after)
    return before != after


def _is_from_a_table(entry: DayEntry) -> bool:
    bare = entry.extent is None or entry.extent.method is ExtentMethod.PERCENT
    return bare and entry.recorded_at is None and entry.recorded_on is None


def _answers(entry: DayEntry) -> tuple[object, ...]:
    return (*(entry.value(measure) for measure in MEASURES), entry.note)
