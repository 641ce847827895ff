"""What stands at the head of page one: whose diary it is, the course, and what was around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.profile import Profile
from adtracker.language import listed
from adtracker.queries.report import Request
from adtracker.report.glyphs import Printable
from adtracker.report.happened import visits_line
from adtracker.report.material import Material
from adtracker.report.pictures.charts import Charts
from adtracker.report.treatments import main_doses, others_line
from adtracker.report.wording import Wording

# Earlier courses that are named; of more it is said how many there are.
MOST_EARLIER = 2
# A name is cut to this in the foot of a page, which is one line; at the head of page one it stands whole.
FOOT_LETTERS = 40


@dataclass(frozen=True, slots=True)
class CourseLine:
    """The treatment course: its name as the person writes it, and its start and week."""

    name: str
    facts: tuple[str, ...]


def who(wording: Wording, profile: Profile, printable: Printable, most: int | None = None) -> str:
    """Whose diary it is, as far as they care to say; their name cut to `most` letters."""
    name = profile.name.strip()
    if most is not None and len(name) > most:
        name = f"{name[: most - 1].rstrip()}…"
    name = printable(name)
    born = _born(wording, profile)
    if born:
        name = wording.say("born" if name else "born_only", name=name, born=born)
    number = printable(profile.clinic_number.strip())
    return " · ".join(filter(None, (name, wording.say("clinic_number", number=number) if number else "")))


def _born(wording: Wording, profile: Profile) -> str:
    """The date of birth, or as much of it as is given."""
    if profile.birth_date is not None:
        return wording.day(profile.birth_date)
    return "" if profile.birth_year is None else str(profile.birth_year)


def running(wording: Wording, profile: Profile, printable: Printable, dates: str) -> str:
    """What stands at the foot of every page, so that one that lies alone can be put back."""
    return " · ".join(filter(None, (who(wording, profile, printable, FOOT_LETTERS), dates)))


def course_line(material: Material, course: Course | None, printable: Printable) -> CourseLine | None:
    """The course with its start, its week and its doses; None without one."""
    if course is None:
        return None
    wording, last = material.wording, material.period.last
    name = printable(course.treatment.strip()) or wording.say("course.unnamed")
    day = wording.day(course.start)
    if last < course.start:
        return CourseLine(name, (wording.say("course.starts", day=day),))
    facts = (wording.say("course.started", day=day), _week(wording, course, last))
    doses = main_doses(material, course.treatment)
    return CourseLine(name, (*facts, doses) if doses else facts)


def _week(wording: Wording, course: Course, day: date) -> str:
    if day in course.period:
        return wording.say("course.week", week=course.week_of(day), weeks=course.weeks)
    return wording.count("course.over", course.weeks, weeks=course.weeks, day=wording.day(course.period.last))


def around(material: Material, request: Request, drawn: Charts | None) -> tuple[str, ...]:
    """What stands below the course: earlier ones, treatments that have no row with the charts, visits, scores."""
    main = request.course.treatment if request.course else ""
    told = drawn.told if drawn is not None else ()
    scores = ""
    if material.around.readings:
        from adtracker.domain.scores.score_change import same_score  # noqa: PLC0415, not where there are none
        from adtracker.report.scores import changes, scores_line  # noqa: PLC0415, as above

        has_rows = bool(material.days) and request.parts.summary
        scores = scores_line(material, {same_score(one.newest) for one in changes(material) if has_rows})
    lines = (_earlier(material, request), others_line(material, main, told), visits_line(material), scores)
    return tuple(filter(None, lines))


def _earlier(material: Material, request: Request) -> str:
    """The courses before this one with their dates, the latest first."""
    if request.course is None or not request.earlier:
        return ""
    courses = sorted((*request.earlier, request.course), key=lambda one: one.start)
    ended = [(one, _days(one, following)) for one, following in pairwise(courses)][::-1]
    said = [_named(material, one, days) for one, days in ended[:MOST_EARLIER]]
    if len(ended) > MOST_EARLIER:
        said.append(material.wording.count("course.more", len(ended) - MOST_EARLIER))
    return material.wording.count("course.earlier", len(ended), courses=listed(said))


def _days(course: Course, following: Course) -> Period:
    """Its days; it ended at the latest when the next one began."""
    return Period(course.start, max(course.start, min(course.period.last, following.start - ONE_DAY)))


def _named(material: Material, course: Course, days: Period) -> str:
    wording = material.wording
    name = material.brief(course.treatment) or wording.say("course.unnamed")
    return wording.say("course.dated", name=name, days=wording.short_span(days))
