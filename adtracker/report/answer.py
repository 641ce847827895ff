"""What itch did, in the sentence of the pages: the first thing on page one of the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from adtracker.domain.common.measure import ITCH
from adtracker.domain.statistics.course_phrase import Phrase, course_phrases
from adtracker.domain.statistics.summary import summarise
from adtracker.domain.views.itch_course import itch_course
from adtracker.report.material import Material


@dataclass(frozen=True, slots=True)
class Answer:
    """`said` is what itch did, `rest` how sure that is and what it rests on."""

    said: str
    rest: str


def answer(material: Material) -> Answer | None:
    """What worst itch did up to the end of the period; None if none of the days looked at has a score."""
    course, today, minimum = material.course, material.as_of, material.minimum
    summary = None if course is None else summarise(material.known.values(), course, today, minimum, [ITCH])
    found = itch_course(material.known, summary, today, minimum)
    if not found.days:
        return None
    phrases = course_phrases(found, minimum)
    return Answer(_sentences(material, phrases.said), _sentences(material, phrases.rest))


def _sentences(material: Material, phrases: Iterable[Phrase]) -> str:
    return " ".join(material.wording.other(f"trend.{key}", **values) for key, values in phrases)
