"""What the report says, as one value: every word and number that is printed, before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

import adtracker
from adtracker.domain.records.body import Body
from adtracker.domain.records.profile import Profile
from adtracker.language import spoken
from adtracker.queries.report import Parts, Request
from adtracker.report.answer import Answer, answer
from adtracker.report.details import own_lists, signs_list, triggers_list
from adtracker.report.glyphs import Covers, Printable
from adtracker.report.happened import effects_lines, effects_list, visits_list
from adtracker.report.key_numbers import KeyTable, key_table, quality
from adtracker.report.leaving import DayData, day_data, leaving
from adtracker.report.leaving_records import RecordData, record_data
from adtracker.report.listing import Lines, Listing
from adtracker.report.masthead import CourseLine, around, course_line, running, who
from adtracker.report.material import Material, prepare
from adtracker.report.pages import Notes, notes_list, shown_measures, weekly_table
from adtracker.report.pictures.charts import Charts, charts
from adtracker.report.pictures.day_grid import DayGrid, day_grid
from adtracker.report.published import published_list
from adtracker.report.recalled import beside_line, recalled_list
from adtracker.report.shares import Shares, shares
from adtracker.report.treatments import skipped_list, treatments_list
from adtracker.report.where import Where, where
from adtracker.report.wording import Wording, joined
from adtracker.resources import Texts

if TYPE_CHECKING:  # most reports have no photos, and none of all years
    from adtracker.report.photo_pairs import PhotoPairs
    from adtracker.report.tried.page import TriedPart


@dataclass(frozen=True, slots=True)
class Questions:
    """The person's questions, word for word, a line each.

    Page one has as many as fit. They are `numbered` unless the person did so. `more` says for each number of
    lines left how many are on the page after it, and `elsewhere` that all of them are.
    """

    heading: str
    lines: tuple[str, ...]
    numbered: bool
    more: tuple[str, ...]
    elsewhere: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The parts of page one that rest on scores. A part without data is None."""

    answer: Answer | None
    key_numbers: KeyTable | None
    charts: Charts | None
    day_grid: DayGrid | None
    where: Where | None
    effects: Lines | None
    shares: Shares | None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is printed. A part that is None or empty is not on the page.

    `nothing` is what stands there instead if the period has no entry at all. `missing_characters` are the words for
    those the fonts cannot print; they stand so in the texts too, such as [grinning face]. `around` are lines below the
    course: other treatments, visits. `running` is said at the foot of every page. `pictures` are SVGs that `photos`
    names by their number. `data` are the days that go along in the file, `records` the same and more for FHIR, and
    `holds` the sentence that says so at the foot of page one.
    """

    language: str
    made_on: date
    title: str
    document_title: str
    who: str
    when: str
    course: CourseLine | None
    around: tuple[str, ...]
    nothing: tuple[str, ...]
    quality: str
    summary: Summary | None
    questions: Questions | None
    weekly: Listing | None
    listings: tuple[Listing, ...]
    photos: PhotoPairs | None
    notes: Notes | None
    running: str
    footer: str
    holds: str
    page: str
    missing_characters: tuple[str, ...]
    pictures: tuple[str, ...] = ()
    data: DayData | None = None
    tried: TriedPart | None = None
    records: RecordData | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A report that is made in two steps, for page one says nothing of what is on the pages after it.

    `begun` has none of the parts after page one; `whole` makes them when it is first called. `goes_on` says that there
    are any, and that page one is more than what fits by chance.
    """

    begun: Report
    whole: Callable[[], Report]
    goes_on: bool


def build_report(request: Request, body: Body, texts: Texts, covers: Covers) -> Report:
    """The report for a request. `covers` says which characters the fonts have (`glyphs.Glyphs().covers`).

    Never raises for any diary: what is missing is absent.
    """
    return begin_report(request, body, texts, covers).whole()


def begin_report(request: Request, body: Body, texts: Texts, covers: Covers) -> Draft:
    """The same in two steps."""
    printable = Printable(covers, texts)
    request = leaving(request)
    material = prepare(request, texts, body, printable)
    wording = material.wording
    dates = wording.span(material.period)
    made = wording.say("made", day=wording.day(request.today))
    parts = request.parts
    has_days = bool(material.days)
    summary = _summary(material) if has_days and parts.summary else None
    data = day_data(material, parts)
    begun = Report(
        language=spoken(),
        made_on=request.today,
        title=wording.say("title"),
        document_title=wording.say("document_title", dates=dates),
        who=who(wording, request.profile, printable),
        when=f"{dates} · {made}",
        course=course_line(material, request.course, printable),
        around=around(material, request, summary.charts if summary else None),
        nothing=() if has_days else _nothing(material),
        quality=quality(material) if has_days else "",
        summary=summary,
        questions=_questions(wording, request.profile, printable),
        weekly=None,
        listings=(),
        photos=None,
        notes=None,
        running=running(wording, request.profile, printable, dates),
        footer=joined((wording.say("footer", version=adtracker.__version__), texts.say("disclaimer.short"))),
        holds="" if data is None else _holds(wording, data),
        page=wording.say("page"),
        missing_characters=printable.missing,
        data=data,
    )
    goes_on = summary is not None and parts.weekly_table and bool(shown_measures(material))
    return Draft(begun, cache(partial(_whole, begun, material, request)), goes_on)


def _whole(begun: Report, material: Material, request: Request) -> Report:
    """The report with all its parts."""
    parts, printable = request.parts, material.printable
    photos, pictures = _photos(material) if parts.photos else (None, ())
    whole = replace(
        begun,
        weekly=weekly_table(material) if parts.weekly_table else None,
        listings=_listings(material, parts),
        photos=photos,
        notes=notes_list(material, printable) if parts.notes else None,
        pictures=pictures,
        tried=_tried(material, request) if parts.tried else None,
        records=record_data(material, request) if begun.data is not None and parts.fhir else None,
    )
    return replace(whole, missing_characters=printable.missing)


def _nothing(material: Material) -> tuple[str, ...]:
    """What stands in the place of scores; recalled weeks are none, and have their table."""
    say = material.wording.say
    return tuple(filter(None, (say("nothing"), beside_line(material), say("nothing_more"))))


def _holds(wording: Wording, data: DayData) -> str:
    """What data are in the file, and what of them is left out."""
    days = wording.days(len(data.entries))
    if not data.left_out:
        return wording.say("data.whole", days=days)
    names = ", ".join(wording.say(f"data.{one}") for one in data.left_out)
    return wording.say("data.in_part", days=days, left_out=names)


def _photos(material: Material) -> tuple[PhotoPairs | None, tuple[str, ...]]:
    from adtracker.report.photo_pairs import photo_pairs  # noqa: PLC0415, as above

    return photo_pairs(material)


def _tried(material: Material, request: Request) -> TriedPart | None:
    from adtracker.report.tried.page import tried_part  # noqa: PLC0415, as above

    return tried_part(material, request.tried, request.today, request.begun_on)


def _listings(material: Material, parts: Parts) -> tuple[Listing, ...]:
    """The tables after the weeks, those that were chosen and have something to say."""
    found: list[Listing | None] = [recalled_list(material)]
    if parts.treatments:
        found += [treatments_list(material), skipped_list(material)]
    if parts.happened:
        found += [visits_list(material), effects_list(material)]
        if material.around.readings:
            from adtracker.report.scores import scores_list  # noqa: PLC0415, as above

            found.append(scores_list(material))
    if parts.details:
        found += [signs_list(material), triggers_list(material), *own_lists(material), published_list(material)]
    return tuple(one for one in found if one is not None)


def _summary(material: Material) -> Summary:
    return Summary(
        answer=answer(material),
        key_numbers=key_table(material),
        charts=charts(material),
        day_grid=day_grid(material),
        where=where(material),
        effects=effects_lines(material),
        shares=shares(material),
    )


def _questions(wording: Wording, profile: Profile, printable: Printable) -> Questions | None:
    lines = tuple(line for line in printable(profile.questions).split("\n") if line.strip())
    if not lines:
        return None
    more = tuple(wording.count("questions.more", count) for count in range(1, len(lines)))
    numbered = len(lines) > 1 and not any(line.lstrip()[:1].isdigit() for line in lines)
    return Questions(wording.say("questions.heading"), lines, numbered, more, wording.say("questions.elsewhere"))
