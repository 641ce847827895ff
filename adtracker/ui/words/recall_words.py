"""What was recalled of seven days, in words; that it was recalled is said wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLocale

from adtracker.domain.records.recall import ASKED, Recall
from adtracker.domain.views.rhythm import WeeksAnswered
from adtracker.language import tr
from adtracker.ui.words.day_words import span_words
from adtracker.ui.words.number_words import value_words

# The table "measures" of the text catalogue.
Names = Mapping[str, Mapping[str, str]]


def answers_words(recall: Recall, names: Names, part: str = "inside") -> str:
    """The answers: "worst itch as recalled 8, sleep quality as recalled 5"; `part` "short" is for lists that say so."""
    found = ((names[ASKED[name].key][part], ASKED[name], value) for name, value in recall.answers.items())
    return ", ".join(f"{name} {value_words(value, measure)}" for name, measure, value in found)


def recall_words(recall: Recall, names: Names) -> str:
    """One week as a sentence, with its days."""
    return tr("{days}: {answers}.", days=span_words(recall.period), answers=answers_words(recall, names))


def recalled_legend() -> str:
    """What the marks of recalled weeks are, in charts."""
    return tr("Open diamond with a bar: recalled, last 7 days; with a stroke in it: on average. In no average.")


def weeks_words(found: WeeksAnswered | None) -> str:
    """How many weeks were answered; empty where no week is counted."""
    if found is None or not found.asked:
        return ""
    return tr("Weeks answered: {answered} of {asked}.", answered=found.answered, asked=found.asked)


def weekday_words(weekday: int) -> str:
    """The name of a weekday, 1 for Monday to 7 for Sunday."""
    return QLocale().standaloneDayName(weekday)
