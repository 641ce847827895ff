"""Proposals of any reader as records that are put beside the diary: the one way to what is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from adtracker.domain.intake.column import Becomes
from adtracker.domain.intake.found import Found
from adtracker.domain.intake.proposal import Proposals
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import CleanPhoto, Photo
from adtracker.domain.treatments.dose import DayDoses
from adtracker.exchange.codecs.days import DAYS
from adtracker.exchange.codecs.own import add_new_triggers
from adtracker.exchange.import_result import ImportResult, Place
from adtracker.exchange.intake.recipe import Recipe


def gather(proposals: Proposals, parsed: ImportResult) -> None:
    """Add the days of proposals to what was found; those that no diary can have are refused with the reason."""
    entries, said = proposals.entries(), proposals.said()
    if _are_sound(proposals, parsed) and parsed.are_first(DayEntry, proposals.days):
        parsed.add_days(entries, said)
    else:
        for line, entry, parts in zip(proposals.lines, entries, said, strict=True):
            DAYS.add(parsed, Place(line), entry, (), parts)
    add_new_triggers(parsed)


def gather_picked(found: Found, picks: Mapping[int, int], parsed: ImportResult) -> None:
    """The same without the notes by hand."""
    gather(found.proposals(picks), parsed)
    for told in found.doses(picks):
        taken, skipped = told.value
        parsed.add(DayDoses(int(told.part[1]), told.day, taken, skipped))


def gather_found(
    found: Found, picks: Mapping[int, int], parsed: ImportResult, clean: Callable[[bytes], CleanPhoto], words: str
) -> None:
    """Add what was read off a sheet or out of lines, with what was picked of it. A note by hand becomes a photo of its
    day, which `words` stand beside. Raises PhotoError."""
    gather_picked(found, picks, parsed)
    for day, picture in found.notes:
        pixels = clean(picture)
        parsed.pictures[pixels.digest] = pixels
        parsed.add(Photo(day, pixels.digest, pixels.width, pixels.height, note=words))


def _are_sound(proposals: Proposals, parsed: ImportResult) -> bool:
    """Whether a diary can have all of these days. A check looks at each part of a day for itself, so what many days
    hold is checked once, and of days themselves the first and the last."""
    if not proposals.days:
        return True
    first, last = min(proposals.days), max(proposals.days)
    ends = Proposals([first, last], (), {})
    alone = [
        Proposals([first] * len(different), (), {part: different})
        for part, held in proposals.parts.items()
        if (different := list({id(value): value for value in held}.values()))
    ]
    return not any(DAYS.problems(parsed, entry) for some in (ends, *alone) for entry in some.entries())


def add_questions(recipe: Recipe, parsed: ImportResult) -> None:
    """Add the questions that a recipe answers and nobody has asked so far."""
    position = 1 + max((one.position for one in parsed.known.questions.values()), default=-1)
    for column in recipe.columns:
        question = column.question
        if column.becomes is not Becomes.QUESTION or question is None or parsed.question(question.key) is not None:
            continue
        parsed.add(replace(question, position=position))
        position += 1
