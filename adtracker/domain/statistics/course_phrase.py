"""What the record of a course says, as keys of the text catalogue's `trend` and values for their gaps.

The same sentences for every reader: in the past tense, about what was written down, never about a disease.
"""

from __future__ import annotations

from dataclasses import dataclass

from adtracker.domain.statistics.change_windows import Compared, needed
from adtracker.domain.statistics.course_change import Change, CourseChange, Word

Phrase = tuple[str, dict[str, object]]

_LEADS = (("course", "whole"), ("week", "last_7_days"), ("eight", "last_8_weeks"), ("four", "last_4_weeks"))
_MOVED = (Word.FELL, Word.ROSE)


@dataclass(frozen=True, slots=True)
class CoursePhrases:
    """`said` is the answer in one or two sentences; `rest` how sure it is and what it rests on. `word` is the answer's.

    `word` is None where there are too few days.
    """

    word: Word | None
    said: tuple[Phrase, ...]
    rest: tuple[Phrase, ...]


def course_phrases(found: CourseChange, minimum: int, recalled: int = 0) -> CoursePhrases:
    """The sentences; `minimum` is how many recorded days of seven make an average.

    Of the weeks that were `recalled` only is said how many there are, where days alone cannot tell.
    """
    scope, lead = _lead(found)
    days: Phrase = ("rests.on", {"days": found.days, "of": found.of})
    if lead is None:
        return CoursePhrases(None, (_few(found, minimum), *_recalled(recalled)), (days,))
    rest = [_likely(lead)]
    if scope == "course" and lead.word in _MOVED:  # other answers say both averages themselves
        rest.append(("averages.course", _averages(lead)))
    if found.compared is not None and scope in ("course", "week"):
        rest.append((f"compared.{found.compared.value}", {}))
        if lead.word is Word.FELL and found.compared is not Compared.FOUR_WEEKS:
            rest.append(("compared.bad_start", {}))
    return CoursePhrases(lead.word, tuple(_said(found, scope, lead)), (*rest, days))


def _recalled(count: int) -> tuple[Phrase, ...]:
    if not count:
        return ()
    return (("recalled", {"count": count}),)


def _lead(found: CourseChange) -> tuple[str, Change | None]:
    """The change that is told first: that of the whole course, else the longest there is."""
    changes = ((scope, getattr(found, name)) for scope, name in _LEADS)
    return next(((scope, change) for scope, change in changes if change is not None), ("", None))


def _said(found: CourseChange, scope: str, lead: Change) -> list[Phrase]:
    """The change that is told first, and what the last four weeks did if that is not part of it."""
    values = {**_averages(lead), "week": found.by_week, "weeks": found.level_weeks}
    key, late = lead.word.value, found.last_4_weeks
    if lead.word is Word.CANNOT_TELL and lead.unusual_start:
        key = "unusual_start"
    if scope != "course" or late is None:
        return [(f"{scope}.{key}", values)]
    if lead.word in _MOVED:
        key += "_by" if found.by_week is not None else ""
        key += "_level" if found.level_weeks is not None else ""
    said: list[Phrase] = [(f"course.{key}", values)]
    is_told = late.word is Word.LEVEL or lead.word is late.word is Word.CANNOT_TELL
    return said if is_told else [*said, (f"four.{late.word.value}", _averages(late))]


def _averages(change: Change) -> dict[str, object]:
    found = change.window
    return {"size": abs(change.points), "before": found.before.mean, "now": found.now.mean}


def _likely(change: Change) -> Phrase:
    near, far = sorted((abs(change.low), abs(change.high)))
    if change.word in _MOVED:
        return f"likely.{change.word.value}", {"near": near, "far": far}
    return "likely.either", {"lower": max(-change.low, 0.0), "higher": max(change.high, 0.0)}


def _few(found: CourseChange, minimum: int) -> Phrase:
    """Why nothing is said: which days are too few."""
    if found.compared is not None and "last_7_days" not in found.windows:
        return "few.young", {}
    window = found.windows.get("last_7_days", found.windows["last_8_weeks"])
    length = window.recent.length
    if window.now.mean is not None:
        return ("few.before", {"length": length}) if found.compared is None else ("few.at_first", {})
    return "few.lately", {"recorded": window.now.n, "length": length, "needed": needed(length, minimum)}
