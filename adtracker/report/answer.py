"""What itch did, in the sentence of the pages: the first thing on page one of the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from adtracker.domain.common.measure import ITCH
from adtracker.domain.statistics.change_windows import Compared
from adtracker.domain.statistics.course_phrase import Phrase, course_phrases
from adtracker.domain.statistics.summary import summarise
from adtracker.domain.views.itch_course import itch_course
from adtracker.report.material import Material


@dataclass(frozen=True, slots=True)
class Answer:
    """`said` is what itch did, `rest` how sure that is and what it rests on, below `heading`.

    That it was compared with the week before the first dose is not in it: the notes on the baseline beside it say so.
    """

    heading: str
    said: str
    rest: str


def answer(material: Material) -> Answer | None:
    """What worst itch did up to the end of the period; None if none of the days looked at has a score."""
    course, today, minimum = material.course, material.as_of, material.minimum
    summary = None if course is None else summarise(material.known.values(), course, today, minimum, [ITCH])
    found = itch_course(material.known, summary, today, minimum)
    if not found.days:
        return None
    phrases = course_phrases(found, minimum, len(material.recalls))
    rest = [phrase for phrase in phrases.rest if phrase[0] != f"compared.{Compared.BASELINE.value}"]
    heading = material.wording.other("trend.sure")
    return Answer(heading, _sentences(material, phrases.said), _sentences(material, rest))


def _sentences(material: Material, phrases: Iterable[Phrase]) -> str:
    return " ".join(material.wording.other(f"trend.{key}", **values) for key, values in phrases)
