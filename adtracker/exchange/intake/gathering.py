"""Proposals of any reader as records that are put beside the diary: the one way to what is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from adtracker.domain.intake.column import Becomes
from adtracker.domain.intake.proposal import Proposal
from adtracker.exchange.codecs.days import DAYS
from adtracker.exchange.codecs.own import add_new_triggers
from adtracker.exchange.import_result import ImportResult, Place
from adtracker.exchange.intake.recipe import Recipe


def gather(proposals: Iterable[Proposal], parsed: ImportResult) -> None:
    """Add the days of proposals to what was found; those that no diary can have are refused with the reason."""
    for proposal in proposals:
        place = Place(proposal.seen.line, proposal.seen.path)
        DAYS.add(parsed, place, proposal.entry, (), proposal.said)
    add_new_triggers(parsed)


def add_questions(recipe: Recipe, parsed: ImportResult) -> None:
    """Add the questions that a recipe answers and nobody has asked so far."""
    position = 1 + max((one.position for one in parsed.known.questions.values()), default=-1)
    for column in recipe.columns:
        question = column.question
        if column.becomes is not Becomes.QUESTION or question is None or parsed.question(question.key) is not None:
            continue
        parsed.add(replace(question, position=position))
        position += 1
