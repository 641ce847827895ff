"""What a clinic asks somebody to write down, from when on and until which visit: said before there is a diary.

Nothing in it is about a person, and nothing in it says what to do but write. It goes on paper, and as a line of text
(`clinic_text`) into a new diary.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from adtracker.domain.common.period import check_calendar_day
from adtracker.domain.common.problem import Problem, check_text
from adtracker.domain.records.course import COURSE, Course
from adtracker.domain.records.question import TEXT_LIMIT, AnswerKind, Better, Question
from adtracker.domain.records.trigger import new_key
from adtracker.domain.records.visit import Visit

# The numbers of every day that a clinic can ask for, as the text calls them.
ITCH, SLEEP, SKIN = "itch", "sleep", "skin"
NUMBERS = (ITCH, SLEEP, SKIN)
MOST_OWN = 5
# The first is 1, as in ISO 8601.
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Of the text in bytes: a square that holds more is hard to read from paper.
LARGEST = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the clinic's own: answered from 0 to 10, where lower is better, or by yes and no."""

    text: str
    is_yes_no: bool = False

    @property
    def question(self) -> Question:
        """The same as an own question, which has no key and no place yet."""
        if self.is_yes_no:
            return Question("", self.text, AnswerKind.YES_NO, Better.NEITHER)
        return Question("", self.text)


@dataclass(frozen=True, slots=True)
class ClinicStart:
    """`numbers` are some of `NUMBERS`, in their order, `asked` the clinic's own questions.

    `weekly_on` is the weekday (1 is Monday) on which the last seven days are asked about; None is every evening. Texts
    in it are `plain`.
    """

    numbers: tuple[str, ...] = (ITCH, SLEEP)
    weekly_on: int | None = None
    course: Course | None = None
    visit: date | None = None
    asked: tuple[Asked, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The own questions of a new diary, in their order."""
        made: list[Question] = []
        for place, one in enumerate(self.asked):
            key = new_key(one.text, [other.key for other in made])
            made.append(replace(one.question, key=key, position=place))
        return tuple(made)

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The visits of a new diary: one or none."""
        return () if self.visit is None else (Visit(self.visit),)


def plain(text: str) -> str:
    """A text as it can stand in a line of parts: on one line, blanks once, and no sign that parts are divided by."""
    return " ".join(unicodedata.normalize("NFC", text).replace(";", ",").split())


def clinic_start(
    numbers: Iterable[str],
    weekly_on: int | None = None,
    course: Course | None = None,
    visit: date | None = None,
    asked: Iterable[Asked] = (),
) -> ClinicStart:
    """What was typed in a form, or as a command, with plain texts; questions without words are left out."""
    wanted = set(numbers)
    worded = (replace(one, text=plain(one.text)) for one in asked)
    return ClinicStart(
        numbers=tuple(one for one in NUMBERS if one in wanted),
        weekly_on=weekly_on,
        course=None if course is None else replace(course, treatment=plain(course.treatment)),
        visit=visit,
        asked=tuple(one for one in worded if one.text),
    )


def check_start(start: ClinicStart) -> list[Problem]:
    """What is wrong with it; empty if a diary may begin with it."""
    problems = [] if start.numbers or start.asked else [Problem("numbers", "start_nothing_asked")]
    if start.course is not None:
        problems += COURSE.check(start.course)
    if start.visit is not None:
        problems += check_calendar_day("visit", start.visit)
    if len(start.asked) > MOST_OWN:
        problems.append(Problem("asked", "start_too_many", {"most": MOST_OWN}))
    if len({one.text for one in start.asked}) < len(start.asked):
        problems.append(Problem("asked", "start_asked_twice"))
    return problems + [problem for one in start.asked for problem in check_text("asked", one.text, TEXT_LIMIT)]
